/** What a newcomer reads in the terminal once it runs. */
import { companiesOf, peopleOf } from './seed.ts'
import type { Sandbox } from './sandbox.ts'

export function announce(box: Sandbox, seconds: number): void {
  const people = peopleOf(box.world)
  const rows = [
    ['Open', `${box.url}/`],
    ['Tour', 'press “Take the tour”: sixteen steps from a new hire to a leaver'],
    ['Be', 'Ana Torres (employee, Mexico) · Jonas Brandt (manager, Germany) · Grace Ellison (HR) · Vikram Iyer (IT)'],
    ['Try', 'move the clock to the next working hour, answer the card, write to the coach, open the tab'],
    ['Break', 'the switches on the right take a vendor down'],
    ['Drive', `control API at ${box.url}/sandbox/v1, token ${box.token} (sandbox/README.md)`],
    ['Stop', 'Ctrl+C; everything is kept in the data folder']
  ] as const
  const table = rows.map(([name, text]) => `  ${name.padEnd(6)} ${text}`).join('\n')
  process.stdout.write(
    `\nConsciousInsights sandbox: ${companiesOf(box.world).size} demo companies, ${people.size} people, product time ${box.clock.now().toISOString().slice(0, 16)}Z, ready in ${seconds.toFixed(1)} s\n\n${table}\n`
  )
}
