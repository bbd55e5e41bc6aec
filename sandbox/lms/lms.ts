/**
 * A company's learning system on another site than CI: a course page with the one line that an admin pastes. It signs nobody in
 * and knows nothing of the coach, as any learning system.
 */
import { createStandin, type Standin, type StandinOptions } from '../harness/standin.ts'

/** Another site than `127.0.0.1` to every browser, and this machine. */
export const LMS_HOST = 'lms.localhost'

export type Course = {
  readonly key: string
  readonly company: string
  readonly locale: 'en' | 'es'
  readonly title: string
  /** The line from CI's set-up page. */
  readonly snippet: string
}

export type LmsStandin = {
  readonly standin: Standin
  /** Where its pages are, as a browser sees them. */
  readonly origin: string
  addCourse(course: Course): void
  courseUrl(key: string): string
  [Symbol.asyncDispose](): Promise<void>
}

export function createLmsStandin(options: Omit<StandinOptions, 'name'>): LmsStandin {
  const standin = createStandin({ ...options, name: 'lms' })
  const courses = standin.store.collection<Course>('courses')
  const origin = `http://${LMS_HOST}:${options.port ?? 0}`
  const courseUrl = (key: string): string => `${origin}/courses/${encodeURIComponent(key)}`
  standin.app.get('/courses/:key', (req, res) => {
    const course = courses.get(String(req.params['key']))
    if (!course)
      return void res
        .status(404)
        .type('html')
        .send(page('en', 'No such course', '<p>There is no such course here.</p>'))
    const { lang } = req.query
    res.type('html').send(coursePage(lang === 'en' || lang === 'es' ? { ...course, locale: lang } : course))
  })
  standin.app.get('/', (_req, res) => {
    const items = [...courses.values()].map(
      ({ key, company, title }) =>
        `<li><a href="/courses/${encodeURIComponent(key)}">${escape(title)}</a>, ${escape(company)}</li>`
    )
    res.type('html').send(page('en', 'Courses', `<ul>${items.join('')}</ul>`))
  })
  return {
    standin,
    origin,
    addCourse: course => void courses.set(course.key, course),
    courseUrl,
    [Symbol.asyncDispose]: () => standin[Symbol.asyncDispose]()
  }
}

const WORDS = {
  en: {
    simulated: 'A simulated learning system',
    lesson: 'Lesson 3: the first minute of a one-to-one',
    body: 'Before you answer, say back what you heard. Two sentences are enough. Then ask what would help.',
    coach: 'Talk it through with your coach'
  },
  es: {
    simulated: 'Una plataforma de aprendizaje simulada',
    lesson: 'Lección 3: el primer minuto de una reunión individual',
    body: 'Antes de responder, repite lo que oíste. Bastan dos frases. Después pregunta qué ayudaría.',
    coach: 'Háblalo con tu coach'
  }
} as const

function coursePage({ locale, title, snippet, company }: Course): string {
  const words = WORDS[locale]
  return page(
    locale,
    title,
    `<p class="note">${words.simulated} · ${escape(company)}</p>
<h2>${words.lesson}</h2><p>${words.body}</p><h2>${words.coach}</h2><div class="coach">${snippet}</div>`
  )
}

const STYLE = `body{margin:0;font:16px/1.5 Georgia,serif;color:#22303a;background:#f2f5f0}main{max-width:52rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.75rem;margin:.5rem 0}h2{font-size:1.125rem;margin:1.5rem 0 .25rem}.note{color:#4a5b50}.coach{border:1px solid #c6d1c4;border-radius:8px;overflow:hidden;background:#fff}
@media(forced-colors:active){:root{color-scheme:light dark}body,.note{color:CanvasText;background:Canvas}.coach{border-color:CanvasText;background:Canvas}}`

const page = (language: string, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${STYLE}</style></head><body><main><h1>${escape(title)}</h1>${body}</main></body></html>`

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
