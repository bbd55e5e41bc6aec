/** How people hear of their company's experiment in their chat, and what their answer does. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideAgreement } from '../api/channels/channels.ts'
import { askAboutExperimentJob } from '../api/nudges/experiment-jobs.ts'
import { disclosedTo, endExperiment, sendDue } from '../api/nudges/nudges.ts'
import { complaintsAbout } from './cards/complaints.ts'
import { startBotWorld, TID, type BotWorld } from './test-world.ts'

let bot: BotWorld
beforeAll(async () => {
  bot = await startBotWorld()
  const at = bot.world.deps.now()
  await owner(sql`insert into nudge_experiments (organization_id, id, salt, primary_outcome, holdout_percent, send_percent, weeks, cost_points, started_at, started_by, next_check_at)
    values (${bot.organizationId}, 'exp_1', 'secret', 'plan', 10, 100, 12, 5, ${at}, 'per_hr', ${at})`)
})
afterAll(() => bot[Symbol.asyncDispose]())

const owner = <Row>(query: ReturnType<typeof sql<Row>>) =>
  bot.world.deps.db.owner(async trx => (await query.execute(trx)).rows)

let serial = 0
async function installed(locale: string) {
  const oid = `bbbbbbbb-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`
  const personId = await bot.hire(oid, { locale })
  const key = { tid: TID, oid }
  await bot.teams.install(key).delivered
  return { key, personId }
}

const choiceOf = async (personId: string) =>
  (await disclosedTo(bot.world.deps, { organizationId: bot.organizationId, personId }))?.choice

const said = (key: { tid: string; oid: string }) =>
  bot.teams.conversation(key).messages.filter(({ from }) => from === 'bot')

const agreed = (personId: string) =>
  decideAgreement(bot.world.deps, { organizationId: bot.organizationId, personId, decision: 'given', surface: 'teams' })

async function asked(): Promise<void> {
  const { deps } = bot.world
  const { organizationId } = bot
  await deps.db.for(organizationId)(trx =>
    deps.queue.enqueue(trx, askAboutExperimentJob.job({ organizationId, experimentId: 'exp_1' }))
  )
  await bot.quiet()
  await owner(sql`update nudges set due_at = ${deps.now()} where kind = 'check_in' and state = 'planned'`)
  await sendDue(deps, organizationId)
  await bot.quiet()
}

test('whoever agrees while it is on reads of it in the agreement, and a yes to the card is a yes to it', async () => {
  const { key, personId } = await installed('es-MX')
  await bot.teams.say(key, 'hola').delivered
  await bot.quiet()
  const [message] = said(key)
  expect(JSON.stringify(message)).toContain('unas 10 de cada 100 personas')
  expect(await choiceOf(personId)).toBe('open')
  await bot.teams.pressAction(key, message?.id ?? '', { title: 'Sí, empecemos' })
  expect(await choiceOf(personId)).toBe('in')
})

test('a no to the agreement is no part in it', async () => {
  const { key, personId } = await installed('en-US')
  await bot.teams.say(key, 'hello').delivered
  await bot.quiet()
  await bot.teams.pressAction(key, said(key)[0]?.id ?? '', { title: 'Not for me' })
  expect(await choiceOf(personId)).toBe('open')
})

test('who agreed before is asked once; the card then shows what was decided, and no answer is a no', async () => {
  const first = await installed('en-US')
  const silent = await installed('en-US')
  await agreed(first.personId)
  await agreed(silent.personId)
  await asked()
  await asked()
  const [message, ...more] = said(first.key)
  expect(more).toEqual([])
  const content: unknown = message?.attachments[0]?.content
  expect(JSON.stringify(content)).toContain('about 10 in 100 people get none')
  expect(complaintsAbout(Object(content))).toEqual([])
  const pressed = await bot.teams.pressAction(first.key, message?.id ?? '', { title: 'No, leave me out' })
  expect(JSON.stringify(pressed)).toContain('Left out. Your messages come as they always did.')
  expect(await choiceOf(first.personId)).toBe('out')
  expect(await choiceOf(silent.personId)).toBe('open')
  expect(await owner(sql`select 1 from nudge_experiment_people where person_id = ${silent.personId}`)).toEqual([])
})

test('a question still waiting when it ends is not sent', async () => {
  const { deps } = bot.world
  const late = await installed('en-US')
  await agreed(late.personId)
  await endExperiment(deps, { organizationId: bot.organizationId, experimentId: 'exp_1', by: 'per_hr' })
  await owner(sql`insert into nudges (organization_id, id, person_id, kind, once_key, state, due_at, updated_at)
    values (${bot.organizationId}, 'nud_late', ${late.personId}, 'check_in', 'experiment:exp_1', 'planned', ${deps.now()}, ${deps.now()})`)
  await sendDue(deps, bot.organizationId)
  await bot.quiet()
  expect(said(late.key)).toEqual([])
})
