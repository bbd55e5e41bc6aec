/** The door of this slice: being reachable, by installing the app, by the activity feed, by mail. Nothing imports it but what starts the product. */
export { reachChecksOf } from './check-view.ts'
export { mailPages } from './mail-pages.ts'
