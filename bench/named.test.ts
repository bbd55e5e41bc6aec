import { expect, test } from 'vitest'
import { runNamed, type Named } from './named.ts'

const all: readonly Named[] = [{ name: 'one', says: 'the only one', run: async () => ({ secondsTaken: 1 }) }]

const lines = async (wanted?: string) => {
  const said: string[] = []
  const code = await runNamed('bench', all, wanted ? [wanted] : [], line => void said.push(line))
  return { code, said }
}

test('without a name it lists what there is', async () => {
  expect(await lines()).toMatchObject({ code: 0, said: [expect.stringContaining('the only one')] })
})

test('an unknown name is an error that lists the known ones', async () => {
  expect(await lines('two')).toMatchObject({ code: 1, said: [expect.stringContaining('one')] })
})

test('the last line is one JSON object with the name', async () => {
  const { said } = await lines('one')
  expect(JSON.parse(said.at(-1) ?? '')).toEqual({ name: 'one', secondsTaken: 1 })
})
