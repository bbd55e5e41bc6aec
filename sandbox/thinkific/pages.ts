/** The learning site's pages: plain, responsive, and each says that the site is simulated. */
import type { Data } from './data.ts'
import { isExpired, isOpen, type Site, type User } from './model.ts'

const escape = (text: string): string => text.replaceAll(/[&<>"']/gu, char => `&#${char.codePointAt(0)};`)

const STYLE = `:root{color-scheme:light dark;--card:#fff;--ground:#f4f5f2;--line:#d5d8d0;--accent:#2d5f3f}
@media(prefers-color-scheme:dark){:root{--card:#23272a;--ground:#191c1e;--line:#3d4347;--accent:#8fce9f}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);font:16px/1.5 system-ui}
header,main{max-width:52rem;margin:0 auto;padding:1rem}header{display:flex;gap:1rem;justify-content:space-between;align-items:baseline;flex-wrap:wrap}
.note{font-size:.85rem;opacity:.8}.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem;margin:1rem 0}
progress{width:100%;height:.8rem;accent-color:var(--accent)}
a:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
a{color:var(--accent)}a.button,button{display:inline-block;font:inherit;padding:.5rem 1rem;border-radius:6px;border:1px solid var(--accent);background:transparent;color:inherit;text-decoration:none;cursor:pointer}
h2{margin:.2rem 0;font-size:1.15rem}`

const page = (
  site: Site,
  title: string,
  body: string,
  signedIn?: User
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} · ${escape(site.name)}</title><style>${STYLE}</style></head>
<body><header><strong>${escape(site.name)}</strong><span class="note">Simulated learning site</span>${
  signedIn
    ? `<form method="post" action="/sites/${site.subdomain}/logout"><button>Sign out ${escape(signedIn.first_name)}</button></form>`
    : ''
}</header><main><h1>${escape(title)}</h1>${body}</main></body></html>`

export const homePage = (site: Site): string =>
  page(
    site,
    'Welcome',
    `<p>Your courses are inside.</p><p><a class="button" href="/sites/${site.subdomain}/login">Sign in</a></p>`
  )

export const problemPage = (site: Site, problem: string): string =>
  page(
    site,
    'You are not signed in',
    `<p role="alert">${escape(problem)}</p><p><a class="button" href="/sites/${site.subdomain}/login">Try again</a></p>`
  )

export function coursesPage(data: Data, site: Site, user: User): string {
  const rows = data.enrollmentsOf(site.subdomain).filter(each => each.user_id === user.id)
  const cards = rows.map(each => {
    const course = data.course(site.subdomain, each.course_id)
    const state = isExpired(each, data.now())
      ? '<p>Your access has ended.</p>'
      : !isOpen(each, data.now())
        ? '<p>A free trial; your access has not begun.</p>'
        : `<a class="button" href="/sites/${site.subdomain}/courses/${each.course_id}">${each.done === 0 ? 'Start' : 'Continue'}</a>`
    return `<article class="card"><h2>${escape(course?.name ?? '')}</h2><progress max="${course?.lessons ?? 1}" value="${each.done}" aria-label="${each.done} of ${course?.lessons ?? 0} lessons done"></progress>
<p class="note">${each.done} of ${course?.lessons ?? 0} lessons</p>${state}</article>`
  })
  const empty = '<p>You have no courses yet. Your company adds them; they may be on their way.</p>'
  return page(site, 'My courses', cards.length > 0 ? cards.join('') : empty, user)
}

export function coursePage(
  data: Data,
  site: Site,
  { user, courseId }: { readonly user: User; readonly courseId: number }
): string {
  const course = data.course(site.subdomain, courseId)
  const enrollment = data
    .enrollmentsOf(site.subdomain)
    .find(each => each.user_id === user.id && each.course_id === courseId)
  if (!course || !enrollment || !isOpen(enrollment, data.now()))
    return page(site, 'Not open to you', '<p>Your access to this course has ended or never began.</p>', user)
  const done = enrollment.done >= course.lessons
  return page(
    site,
    course.name,
    `<section class="card"><h2>${done ? 'Completed' : `Lesson ${enrollment.done + 1} of ${course.lessons}`}</h2><p>Simulated lesson text.</p>${
      done
        ? ''
        : `<form method="post"><input type="hidden" name="done" value="${enrollment.done + 1}"><button>Mark as done</button></form>`
    }</section><p><a href="/sites/${site.subdomain}/courses">My courses</a></p>`,
    user
  )
}
