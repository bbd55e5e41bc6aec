import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { crc32, deflateSync } from 'node:zlib'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { assertValid, buildPackage } from '../../appPackage/build.ts'
import { isHigher } from '../../checks/announced.ts'
import { GATE_PAGE, numbersIn, renderGate } from '../../e2e/counted-views.ts'
import { everyEndpoint, nameOf } from '../../e2e/every-endpoint.ts'
import { brandSchema, dropIcon, getBranding, MOST_ICON_BYTES, putBranding, putIcon } from '../contract/branding.ts'
import { COUNTED_VIEWS } from '../contract/counted-views.ts'
import { createFileClient } from '../contract/client.ts'
import { downloadItPack, getItPack } from '../contract/it-pack.ts'
import { contextFactSchema } from '../contract/memory.ts'
import { FLOOR } from '../contract/parts.ts'
import { getPermissions } from '../contract/permissions.ts'
import { NAMED_VIEWS, REGISTER } from '../contract/register.ts'
import { getRetention, putRetention } from '../contract/retention.ts'
import { createApp } from '../app.ts'
import { startPrivacyWorld, type PrivacyWorld } from '../privacy/test-world.ts'
import { SMALLEST_GROUP, SMALLEST_PART } from '../gate/gate.ts'
import { listen } from '../platform/serve.ts'
import { ourIcon, packageVersion } from './package.ts'
import { readLock } from './product.ts'
import { paperRoutes } from './routes.ts'
import { sbomOf } from './sbom.ts'
import { personalParts } from '../personal-data.ts'
import { sql } from 'kysely'

const APP = '44444444-4444-4444-8444-444444444444'
const config = {
  TEAMS_APP_ID: APP,
  TAB_CLIENT_SECRET: 'tab-secret-for-tests',
  MAIL_URL: 'smtp://ci:mail-password@mail.test'
}
let world: PrivacyWorld
beforeAll(async () => {
  world = await startPrivacyWorld({ config, routes: (deps, api) => paperRoutes(deps, api, personalParts) })
})
afterAll(() => world[Symbol.asyncDispose]())

const admin = (organizationId = world.organizationId) => world.as('admin', { organizationId, roles: ['admin'] })
const zipOf = async (organizationId = world.organizationId): Promise<Uint8Array> => {
  const file = createFileClient({ baseUrl: world.url, fetch, token: async () => `${organizationId}/per_admin/admin` })
  const { content } = await file(downloadItPack)
  return new Uint8Array(await content.arrayBuffer())
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const textOf = (files: Readonly<Record<string, Uint8Array>>, name: string): string =>
  strFromU8(files[name] ?? new Uint8Array())
const packageIn = (files: Readonly<Record<string, Uint8Array>>) => {
  const name = Object.keys(files).find(each => /^teams\/.+\.zip$/u.test(each)) ?? ''
  return { name, inside: unzipSync(files[name] ?? new Uint8Array()) }
}

describe('the register', () => {
  test('is what the product runs by: floors, periods in contract and database, context', async () => {
    const { thresholds, retention } = REGISTER
    expect(thresholds.smallestGroup).toBeGreaterThanOrEqual(8)
    expect([FLOOR, SMALLEST_GROUP]).toEqual([thresholds.smallestGroup, thresholds.smallestGroup])
    expect(SMALLEST_PART).toBe(thresholds.smallestPart)
    expect(contextFactSchema.options).toEqual(REGISTER.context)
    const { rows } = await world.deps.db.owner(trx =>
      sql<{ check: string }>`select pg_get_constraintdef(oid) as check from pg_constraint
        where conrelid = 'retention_policies'::regclass and contype = 'c'`.execute(trx)
    )
    const checks = rows.map(({ check }) => check).join(' ')
    const columns = {
      conversations: 'conversation_days',
      nudges: 'nudge_days',
      inbound: 'inbound_days',
      traces: 'trace_days'
    }
    for (const kind of ['conversations', 'nudges', 'inbound', 'traces'] as const)
      expect(checks).toMatch(
        new RegExp(`${columns[kind]} >= ${retention[kind].least}.+${columns[kind]} <= ${retention[kind].most}`, 'u')
      )
    // What the annex offers the coach to know is what the database can hold a switch for.
    const facts = await world.deps.db.owner(trx =>
      sql<{ check: string }>`select pg_get_constraintdef(oid) as check from pg_constraint
        where conrelid = 'context_choices'::regclass and contype = 'c'`.execute(trx)
    )
    const named = [
      ...facts.rows
        .map(({ check }) => check)
        .join(' ')
        .matchAll(/'(\w+)'::text/gu)
    ].map(([, fact]) => fact)
    expect(named.toSorted()).toEqual([...REGISTER.context].toSorted())
  })

  test('a period outside of it is refused, and what nobody set is the register’s', async () => {
    const { changedAt, ...policy } = await admin()(getRetention)
    expect(changedAt).toBeNull()
    expect(policy.conversationDays).toBe(REGISTER.retention.conversations.atFirst)
    for (const wrong of [REGISTER.retention.inbound.least - 1, REGISTER.retention.inbound.most + 1])
      await expect(admin()(putRetention, { body: { ...policy, inboundDays: wrong } })).rejects.toMatchObject({
        status: 400
      })
  })

  test('names every door that can lead to a person for somebody else, and none is HR’s or an author’s', async () => {
    const leads = (await everyEndpoint()).filter(({ access, answer }) => {
      if (access === 'public' || access === 'person' || access === 'staff') return false
      const schema = z.toJSONSchema(answer, { io: 'input', unrepresentable: 'any' })
      return schema.type === 'string' || /"(?:personId|email|firstName|lastName)":/u.test(JSON.stringify(schema))
    })
    const nobodys = ['GET /v1/admin/it-pack/file']
    const doors = leads
      .map(({ access, method, path }) => ({ openTo: access, door: `${method} ${path}` }))
      .filter(({ door }) => !nobodys.includes(door))
    const named = Object.entries(NAMED_VIEWS).flatMap(([openTo, views]) =>
      Object.keys(views).map(door => ({ openTo, door }))
    )
    const inOrder = (a: { readonly door: string }, b: { readonly door: string }) => (a.door < b.door ? -1 : 1)
    expect(doors.toSorted(inOrder)).toEqual(named.toSorted(inOrder))
    expect(leads.filter(({ access }) => access === 'hr' || access === 'author').map(nameOf)).toEqual([])
  })
})

/** Of what a number may be that is of no people. */
const NO_PEOPLE = new Set(
  `revision version weeks week day days minutes begin finish weekday number surePercent holdoutPercent sendPercent costPoints points low high
   smallestGroup level calls seconds ms status bytes width height characters passages registerVersion attempts waiting refused courses
   conversationDays nudgeDays inboundDays traceDays`.split(/\s+/u)
)

describe('the table of the gate', () => {
  const doorOf = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method} ${path}`
  const roles = ['hr', 'author', 'material', 'support', 'it', 'owner', 'admin']

  test('names every answer to a role of the company that holds a number, and the page says so', async () => {
    const endpoints = await everyEndpoint()
    const telling = endpoints.filter(each => roles.includes(each.access) && numbersIn(each).size > 0)
    expect(Object.keys(COUNTED_VIEWS).toSorted()).toEqual(telling.map(doorOf).toSorted())
    const page = readFileSync(GATE_PAGE, 'utf8')
    expect(page, 'npm run access-matrix').toBe(renderGate(page, endpoints))
  })

  test('what passes the gate holds no number of people beside it, and HR and authors are told none that does not pass', async () => {
    const passing = new Set<string | undefined>(['parts', 'told', 'directory', 'steps'])
    const wrong: string[] = []
    for (const each of await everyEndpoint()) {
      const gate = COUNTED_VIEWS[doorOf(each)]
      if (!gate || !roles.includes(each.access)) continue
      const isForAuthors = each.access === 'hr' || each.access === 'author'
      if (isForAuthors && !passing.has(gate) && gate !== 'nobody' && gate !== 'teams')
        wrong.push(`${doorOf(each)} ${gate}`)
      const numbers = numbersIn(each)
      if (passing.has(gate) !== numbers.has('gated')) wrong.push(`${doorOf(each)} has ${[...numbers].join(' ')}`)
      if (!passing.has(gate) && gate !== 'nobody') continue
      // A report's own sums are what the gate told of whole parts; a group’s are null below it.
      const beside = gate === 'parts' ? ['people', 'count'] : []
      for (const name of numbers)
        if (name !== 'gated' && !NO_PEOPLE.has(name) && !beside.includes(name)) wrong.push(`${doorOf(each)} ${name}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('the pack', () => {
  test('is one zip whose checksum is published, the same bytes each time, with everything inside checkable', async () => {
    const { pack } = await admin()(getItPack)
    const [zip, again] = [await zipOf(), await zipOf()]
    expect(sha256(zip)).toBe(pack?.sha256)
    expect(Buffer.compare(zip, again)).toBe(0)
    const files = unzipSync(zip)
    expect(Object.keys(files)).toEqual(pack?.files.map(({ name }) => name))
    for (const line of textOf(files, 'SHA256SUMS').trim().split('\n')) {
      const [sum, name = ''] = line.split('  ')
      expect(sha256(files[name] ?? new Uint8Array()), name).toBe(sum)
    }
    const told = textOf(files, 'README.en.html') + textOf(files, 'README.es.html')
    for (const name of Object.keys(files)) expect(told.split(name).length, name).toBeGreaterThan(2)
    expect(zip.length).toBeLessThan(400_000)
    // No secret of the deployment is in any of them.
    const all = Object.values(files)
      .map(bytes => strFromU8(bytes, true))
      .join('\n')
    for (const secret of ['mail-password', config.TAB_CLIENT_SECRET, 'operator-token-for-tests', 'cookie-key'])
      expect(all).not.toContain(secret)
  })

  test('says in three languages what the company set, and changes with it', async () => {
    const organizationId = await world.addOrganization('annex')
    const { changedAt: _, ...policy } = await admin(organizationId)(getRetention)
    await admin(organizationId)(putRetention, { body: { ...policy, conversationDays: 91, inboundDays: 14 } })
    const files = unzipSync(await zipOf(organizationId))
    const words = {
      de: ['91 Tage', '14 Tage', 'Personalabteilung'],
      en: ['91 days', 'works agreement'],
      es: ['91 días', 'Recursos Humanos']
    }
    for (const [language, wanted] of Object.entries(words)) {
      const annex = textOf(files, `privacy/works-council-annex.${language}.html`)
      expect(annex).toContain(`<html lang="${language}">`)
      for (const word of wanted) expect(annex, `${language}: ${word}`).toContain(word)
      for (const doors of Object.values(NAMED_VIEWS))
        for (const door of Object.keys(doors)) expect(annex).toContain(door)
      for (const { tables } of personalParts)
        for (const { table } of tables) expect(annex).toContain(`<code>${table}</code>`)
      expect(annex).toContain(String(REGISTER.thresholds.smallestGroup))
    }
    expect(textOf(files, 'privacy/data-inventory.csv').split('\r\n').length).toBeGreaterThan(40)
    for (const [language, law] of [
      ['de', 'DSGVO'],
      ['en', 'GDPR'],
      ['es', 'RGPD']
    ] as const) {
      expect(textOf(files, `privacy/impact-assessment.${language}.html`)).toContain(law)
      expect(textOf(files, `privacy/sub-processors.${language}.html`)).toContain(`<html lang="${language}">`)
    }
    expect(textOf(files, 'security/questionnaire.html')).toContain(
      '<td data-head="Question">SOC 2 report (type 1 or 2)?</td><td data-head="Stands">no'
    )
  })

  test('names the service of a language model in every paper that says who gets what, once it answers', async () => {
    const organizationId = await world.addOrganization('model')
    const papers = ['impact-assessment', 'sub-processors', 'works-council-annex'].flatMap(paper =>
      ['de', 'en', 'es'].map(language => `privacy/${paper}.${language}.html`)
    )
    const naming = async () => {
      const files = unzipSync(await zipOf(organizationId))
      return papers.filter(name => textOf(files, name).includes('Azure OpenAI (demo.openai.azure.com)'))
    }
    await world.deps.db.owner(trx =>
      sql`insert into coach_engines (organization_id, provider, endpoint, model, wrapped_key, sealed, version, changed_by, changed_at)
        values (${organizationId}, 'azure', 'https://demo.openai.azure.com', 'coach-eu', '', '', '1', 'per_admin', now())`.execute(
        trx
      )
    )
    expect(await naming()).toEqual([])
    await world.deps.db.owner(trx => sql`update coach_engines set active = true`.execute(trx))
    expect(await naming()).toEqual(papers)
  })

  test('a company’s name cannot become markup in any of its papers', async () => {
    const organizationId = await world.addOrganization('<img src=x onerror=alert(1)>&"\'')
    const files = unzipSync(await zipOf(organizationId))
    for (const [name, bytes] of Object.entries(files))
      if (/\.(?:html|svg)$/u.test(name)) {
        expect(strFromU8(bytes), name).not.toContain('<img')
        expect(strFromU8(bytes), name).not.toContain('<script')
      }
  })

  test('its endpoints and headers are those that the server sends', async () => {
    const app = await createApp(world.deps, {
      authenticate: async () => ({ kind: 'nobody' }),
      hold: async () => ({ [Symbol.dispose]: () => undefined })
    })
    await using listening = await listen(app, { port: 0, host: '127.0.0.1' })
    const told = z
      .object({ pages: z.array(z.object({ url: z.string(), headers: z.record(z.string(), z.string()) })) })
      .parse(JSON.parse(textOf(unzipSync(await zipOf()), 'security/endpoints.json')))
    expect(told.pages).toHaveLength(2)
    for (const { url, headers } of told.pages) {
      const path = new URL(url).pathname === '/v1/' ? '/v1/admin/it-pack' : new URL(url).pathname
      const sent = (await fetch(`http://127.0.0.1:${listening.port}${path}`)).headers
      expect(Object.keys(headers).length).toBeGreaterThan(8)
      for (const [name, value] of Object.entries(headers)) expect(sent.get(name), `${path} ${name}`).toBe(value)
    }
  })

  test('there is none where the operators have not said the app’s id, and it is told', async () => {
    await using other = await startPrivacyWorld({ routes: (deps, api) => paperRoutes(deps, api, personalParts) })
    const as = other.as('admin', { roles: ['admin'] })
    expect(await as(getItPack)).toEqual({ pack: null })
    const file = createFileClient({
      baseUrl: other.url,
      fetch,
      token: async () => `${other.organizationId}/per_a/admin`
    })
    await expect(file(downloadItPack)).rejects.toMatchObject({ status: 409, problem: { code: 'not_available' } })
  })
})

describe('the bill of materials', () => {
  const folder = new URL('../../node_modules/@cyclonedx/cyclonedx-library/res/schema/', import.meta.url)
  const schema = (name: string) =>
    z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(new URL(`${name}.SNAPSHOT.schema.json`, folder), 'utf8')))

  test('holds to CycloneDX 1.6, and a bill that does not is noticed', async () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    ajv.addSchema(schema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json')
    ajv.addSchema(schema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json')
    const validate = ajv.compile(schema('bom-1.6'))
    const bill = sbomOf(await readLock())
    expect(validate(bill), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    expect(validate({ ...bill, components: [{ name: 'x' }] })).toBe(false)
  })

  test('names every part that npm’s own does, and what each leans on is among them', async () => {
    const bill = z
      .object({
        components: z.array(z.object({ purl: z.string(), 'bom-ref': z.string() })),
        dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) }))
      })
      .parse(sbomOf(await readLock()))
    const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only']
    const { stdout } = await promisify(execFile)('npm', args, { maxBuffer: 16 * 1024 * 1024 })
    const theirs = z.object({ components: z.array(z.object({ purl: z.string() })) }).parse(JSON.parse(stdout))
    const purls = (parts: readonly { readonly purl: string }[]) =>
      [...new Set(parts.map(({ purl }) => purl))].toSorted()
    expect(purls(bill.components)).toEqual(expect.arrayContaining(purls(theirs.components)))
    const refs = new Set(bill.components.map(part => part['bom-ref']))
    for (const { dependsOn } of bill.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref)
    expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).length).toBeGreaterThan(300)
  })
})

describe('the looks of a company’s package', () => {
  const brand = {
    shortName: 'Nordlicht Coach',
    fullName: 'Nordlicht Coach für alle',
    accent: '#7a1fa2',
    descriptions: { en: { short: 'Our own coach', full: '' }, es: { short: 'Nuestro coach', full: '' } }
  }

  test('reach the package, raise its version each time, and leave id and permissions alone', async () => {
    const organizationId = await world.addOrganization('looks')
    const call = admin(organizationId)
    const before = await call(getBranding)
    expect(before).toMatchObject({ revision: 0, icons: { color: { own: false } } })
    const first = await call(putBranding, { body: { revision: 0, brand } })
    const same = await call(putBranding, { body: { revision: 1, brand } })
    expect([first.revision, same.revision]).toEqual([1, 1])
    const icon = await call(putIcon, { params: { kind: 'color' }, body: png(192, () => [9, 9, 9, 255]) })
    expect(icon).toMatchObject({ kind: 'taken', branding: { revision: 2, icons: { color: { own: true } } } })
    const { name, inside } = packageIn(unzipSync(await zipOf(organizationId)))
    expect(name).toBe('teams/nordlicht-coach-0.1.2.zip')
    const manifest = JSON.parse(textOf(inside, 'manifest.json')) as Record<string, unknown>
    assertValid('manifest.json', manifest)
    assertValid('es.json', JSON.parse(textOf(inside, 'es.json')) as object)
    expect(manifest).toMatchObject({
      id: APP,
      version: '0.1.2',
      name: { short: 'Nordlicht Coach', full: 'Nordlicht Coach für alle' },
      description: { short: 'Our own coach' },
      accentColor: '#7a1fa2',
      developer: { name: 'ConsciousInsights' },
      permissions: ['identity']
    })
    expect(textOf(inside, 'es.json')).toContain('"Nuestro coach"')
    const back = await call(dropIcon, { params: { kind: 'color' } })
    expect(back).toMatchObject({ revision: 3, icons: { color: { own: false } } })
    // Another company's package is as it was.
    expect(JSON.parse(textOf(packageIn(unzipSync(await zipOf())).inside, 'manifest.json'))).toMatchObject({
      version: '0.1.0'
    })
  })

  test('of two admins at once one is told', async () => {
    const organizationId = await world.addOrganization('race')
    const all = await Promise.allSettled(
      ['#111111', '#222222', '#333333'].map(accent =>
        admin(organizationId)(putBranding, { body: { revision: 0, brand: { ...brand, accent } } })
      )
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await admin(organizationId)(getBranding)).revision).toBe(1)
  })

  test('whatever the contract takes makes a package that passes Microsoft’s schema', async () => {
    const word = (most: number) => fc.string({ maxLength: most, unit: 'grapheme' })
    const about = fc.record({ short: word(80), full: word(400) })
    const any = fc.record({
      shortName: word(30),
      fullName: word(100),
      accent: fc.constantFrom('', '#A0b1C2'),
      descriptions: fc.record({ en: about, es: about })
    })
    const settings = {
      domain: 'coach.example.com',
      botId: APP,
      tabId: APP,
      appId: APP,
      version: '1.0.0',
      websiteUrl: 'https://a.example',
      privacyUrl: 'https://a.example',
      termsUrl: 'https://a.example'
    }
    await fc.assert(
      fc.asyncProperty(any, async drawn => {
        const parsed = brandSchema.safeParse(drawn)
        if (parsed.success) await buildPackage({ ...settings, brand: parsed.data })
      }),
      { numRuns: 15 }
    )
    for (const shortName of ['a\u202Eb', 'a\nb', 'x'.repeat(31), '\uD800'])
      expect(brandSchema.safeParse({ ...brand, shortName }).success, JSON.stringify(shortName)).toBe(false)
  })

  test('versions rise with each change of ours and of theirs', () => {
    const versions = ['0.1.0', '0.1.1', '0.2.0', '1.0.0'].flatMap(each =>
      [0, 1, 9999].map(revision => packageVersion(each, revision))
    )
    expect(versions.slice(1).every((each, index) => isHigher(each, versions[index] ?? ''))).toBe(true)
  })

  test('an icon that Teams would not take is refused with what was found, and nothing changes', async () => {
    const call = admin(await world.addOrganization('icons'))
    const put = async (kind: 'color' | 'outline', body: Uint8Array<ArrayBuffer>) => {
      const answer = await call(putIcon, { params: { kind }, body })
      return answer.kind === 'refused' ? [answer.problem, answer.found] : 'taken'
    }
    const solid = png(192, () => [1, 2, 3, 255])
    const broken = solid.slice()
    broken[60] = (broken[60] ?? 0) ^ 1
    expect(await put('color', new TextEncoder().encode('GIF89a'))).toEqual(['not_png', null])
    expect(await put('color', new Uint8Array())).toEqual(['not_png', null])
    expect(await put('color', broken)).toEqual(['damaged', null])
    expect(await put('color', solid.subarray(0, 100))).toEqual(['damaged', null])
    expect(
      await put(
        'color',
        png(512, () => [1, 2, 3, 255])
      )
    ).toEqual(['size', { width: 512, height: 512 }])
    expect(
      await put(
        'color',
        png(192, x => [1, 2, 3, x === 0 ? 0 : 255])
      )
    ).toEqual(['not_square_filled', null])
    expect(
      await put(
        'outline',
        png(32, () => [255, 255, 255, 255])
      )
    ).toEqual(['no_transparency', null])
    expect(
      await put(
        'outline',
        png(32, () => [0, 0, 0, 0])
      )
    ).toEqual(['empty', null])
    expect(
      await put(
        'outline',
        png(32, x => [10, 20, 30, x < 9 ? 255 : 0])
      )
    ).toEqual(['not_white', null])
    // A small file that claims to hold more than it may.
    expect(
      await put(
        'color',
        png(192, () => [0, 0, 0, 255], { lines: 40_000 })
      )
    ).toEqual(['damaged', null])
    expect(
      await put(
        'color',
        png(192, () => [7], { colors: 0, transparent: 1 })
      )
    ).toEqual(['damaged', null])
    expect((await call(getBranding)).revision).toBe(0)
    await expect(put('color', new Uint8Array(MOST_ICON_BYTES + 1))).rejects.toMatchObject({ status: 413 })
    expect(
      await put(
        'outline',
        png(32, x => [255, 255, 255, x < 9 ? 200 : 0])
      )
    ).toBe('taken')
    for (const kind of ['color', 'outline'] as const)
      expect(await put(kind, new Uint8Array(await ourIcon(kind))), kind).toBe('taken')
  })

  test('what else lies in an icon’s file, such as where it was taken, is not handed on', async () => {
    const call = admin(await world.addOrganization('metadata'))
    const taken = await call(putIcon, {
      params: { kind: 'color' },
      body: png(192, () => [5, 5, 5, 255], { text: 'GPS 52.52 13.40' })
    })
    const image = taken.kind === 'taken' ? taken.branding.icons.color.image : ''
    expect(Buffer.from(image.split(',')[1] ?? '', 'base64').toString('latin1')).not.toContain('GPS')
  })
})

describe('the ladder', () => {
  test('tells each step with the calls that need it, and where the company stands', async () => {
    const { steps, available } = await admin()(getPermissions)
    expect(available).toBe(true)
    expect(steps.map(({ permission, kind, allowed }) => [permission, kind, allowed])).toEqual([
      ['User.Read', 'delegated', false],
      ['TeamsActivity.Send', 'application', false],
      ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'application', false]
    ])
    for (const { calls } of steps) expect(calls.length).toBeGreaterThan(0)
  })
})

type Pixel = (x: number, y: number) => readonly number[]

/** A PNG of our own making, square. */
function png(
  size: number,
  pixel: Pixel,
  more: {
    readonly lines?: number
    readonly text?: string
    readonly colors?: number
    readonly transparent?: number
  } = {}
): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: more.lines ?? size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (_each, x) => pixel(x, y)).flat()])
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, more.colors ?? 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(more.text ? [chunk('tEXt', Buffer.from(more.text))] : []),
    ...(more.transparent ? [chunk('tRNS', Buffer.alloc(more.transparent))] : []),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
