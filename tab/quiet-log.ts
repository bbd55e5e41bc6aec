/**
 * Stands in for the log that teams-js brings: reading whether anybody switched it on in the browser's storage, and preparing a color for
 * each part of it, costs a slow machine more than all else that teams-js does as it loads. See vite.config.ts.
 */
type Logger = { (...said: readonly unknown[]): void; readonly extend: () => Logger }

const quiet: Logger = Object.assign(() => undefined, { extend: () => quiet })

/** As the build of teams-js names it. */
export const b = { debug: Object.assign(() => quiet, { formatArgs: () => undefined }) }
