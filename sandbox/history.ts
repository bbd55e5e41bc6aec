/** Six weeks of the demo companies, made by driving the product through the stand-ins; no row is written directly. */
import { generateCompanies } from './companies/generate.ts'
import { seeded, type Random } from './companies/random.ts'
import { signInAtSite } from '../e2e/learner.ts'
import { press, type Person } from './actor.ts'
import { proveTenants } from './prove.ts'
import { quiet } from './quiet.ts'
import { openSandbox, type Sandbox } from './sandbox.ts'
import { addCompany, companiesOf, peopleOf, type KnownPerson } from './seed.ts'

type Say = (line: string) => void

export const SEED = 2026
const FIRST_DAY = '2026-10-12'
const LAUNCH = '2026-10-13'
const WEEKS = 6
/** A Monday, 08:40 in Mexico City. */
export const TODAY = new Date('2026-11-23T14:40:00Z')
/** Mid-morning in India, Germany, Brazil, and in Mexico and the eastern US. */
const MOMENTS = ['04:45', '09:15', '13:15', '16:10']
const DAY_MS = 86_400_000

export async function makeHistory(
  options: { readonly folder: string; readonly port: number },
  say: Say
): Promise<void> {
  const random = seeded(SEED)
  await using box = await openSandbox({
    ...options,
    limits: false,
    streamGapMs: 0,
    env: { THINKIFIC_CALLS_PER_MINUTE: '60000', TICK_MS: '150', LOG_LEVEL: 'error' }
  })
  box.clock.set(new Date(`${FIRST_DAY}T06:00:00Z`))
  for (const company of generateCompanies(SEED)) {
    say(`  ${company.name}: ${company.people.length} people`)
    await addCompany(box.world, company, LAUNCH)
    await quiet(box, 300_000)
  }
  await proveTenants(box)
  await install(box, random)
  const changed = watchChats(box)
  for (let day = 0; day < WEEKS * 7; day++) {
    const date = new Date(new Date(`${FIRST_DAY}T00:00:00Z`).getTime() + day * DAY_MS)
    if ([0, 6].includes(date.getUTCDay())) continue
    if (day % 7 === 0) say(`  week ${day / 7 + 1} of ${WEEKS}`)
    await liveOneDay(box, { date, random, changed })
    if (day === 9) await openChannels(box)
  }
  box.clock.set(TODAY)
  await quiet(box, 120_000)
}

/** Most people get the bot by policy; a company without a directory has its people sign in once. */
async function install(box: Sandbox, random: Random): Promise<void> {
  for (const person of peopleOf(box.world).values()) {
    if (person.persona === 'newcomer') continue
    if (!person.inDirectory && random.int(10) < 6) await signInAtSite(box, person.key)
    if (person.inDirectory && person.groups.includes('CI Access') && random.int(10) < 9) box.world.teams.install(person)
  }
  await quiet(box, 300_000)
}

function watchChats(box: Sandbox): Set<string> {
  const changed = new Set<string>()
  box.world.teams.onChange(change => 'placeId' in change && changed.add(String(change.placeId)))
  return changed
}

type Day = { readonly date: Date; readonly random: Random; readonly changed: Set<string> }

async function liveOneDay(box: Sandbox, { date, random, changed }: Day): Promise<void> {
  for (const moment of MOMENTS) {
    box.clock.set(new Date(`${date.toISOString().slice(0, 10)}T${moment}:00Z`))
    await quiet(box, 300_000)
    const before = new Set(changed)
    changed.clear()
    for (const person of peopleOf(box.world).values()) await answer(box, { person, random, changed: before })
    await quiet(box, 300_000)
    changed.clear()
  }
  for (const company of companiesOf(box.world).values())
    for (const enrollment of box.world.thinkific.enrollments(company.company.site.subdomain))
      if (random.int(25) === 0) box.world.thinkific.setDone(enrollment.id, enrollment.done + 1)
}

type Turn = { readonly person: KnownPerson; readonly random: Random; readonly changed: ReadonlySet<string> }

const ANSWERS: readonly (readonly [limit: number, index: number])[] = [
  [50, 0],
  [60, 1],
  [66, 2],
  [71, 3],
  [73, 4],
  [75, 5],
  [76, 6]
]

async function answer(box: Sandbox, { person, random, changed }: Turn): Promise<void> {
  const installation = box.world.teams.installation(person)
  if (!installation) return
  const conversation = box.world.teams.conversation(person)
  if (!changed.has(conversation.id)) return
  const last = conversation.messages.findLast(({ from }) => from === 'bot')
  const card = JSON.stringify(last?.attachments ?? [])
  if (!last) return
  const actor: Person = { box, person, messageId: last.id, card }
  const chance = random.int(100)
  if (card.includes('"verb":"agreement"')) {
    if (chance < 78) await press(actor, 'agreement', 0)
    else if (chance < 88) await press(actor, 'agreement', 1)
    if (chance < 30) await talk(box, person, random)
  } else if (card.includes('"verb":"nudge"')) {
    const index = ANSWERS.find(([limit]) => chance < limit)?.[1]
    if (index !== undefined) await press(actor, 'nudge', index)
    if (chance < 12) await talk(box, person, random)
  } else if (card.includes('"verb":"plan"') && chance < 80) {
    await press(actor, 'plan', chance < 55 ? 0 : 1)
  }
}

const PLANS = {
  en: [
    'If the daily meeting ends, then I will thank one person',
    'If a one-to-one starts, then I will ask one open question',
    'If I open my mail, then I will first finish one small task'
  ],
  es: [
    'Si termina la reunión diaria, entonces agradezco a alguien',
    'Si empieza una reunión individual, entonces hago una pregunta abierta',
    'Si abro el correo, entonces antes termino una tarea pequeña'
  ]
}

async function talk(box: Sandbox, person: KnownPerson, random: Random): Promise<void> {
  const spanish = person.locale.startsWith('es')
  const lines = [
    random.pick(spanish ? PLANS.es : PLANS.en),
    spanish ? 'sí' : 'yes',
    random.pick(spanish ? ['mañana', 'en tres días'] : ['tomorrow', 'in three days'])
  ]
  for (const line of lines) {
    const answers = botTurns(box, person)
    await box.world.teams.say(person, line).delivered
    const until = performance.now() + ANSWER_MS
    while (botTurns(box, person) === answers && performance.now() < until)
      await new Promise(resolve => setTimeout(resolve, 20))
  }
}

const ANSWER_MS = 5000

const botTurns = (box: Sandbox, person: KnownPerson): number =>
  box.world.teams.conversation(person).messages.filter(({ from }) => from === 'bot').length

/** HR adds the app to its channel and confirms. */
async function openChannels(box: Sandbox): Promise<void> {
  for (const { company, teamId, hrChannelId } of companiesOf(box.world).values()) {
    const hr = peopleOf(box.world)
      .values()
      .find(({ persona, companyKey }) => persona === 'hr' && companyKey === company.key)
    if (!hr) continue
    await box.world.teams.installToTeam(teamId, hr, hrChannelId).delivered
    await quiet(box, 60_000)
    const ask = box.world.teams
      .channel(hrChannelId)
      .messages.find(({ attachments }) => JSON.stringify(attachments).includes('hrChannel'))
    if (ask)
      await press(
        { box, person: hr, messageId: ask.id, card: JSON.stringify(ask.attachments), conversationId: hrChannelId },
        'hrChannel',
        0
      )
  }
}
