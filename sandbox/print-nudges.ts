/** `npm run nudges`: what six unlike people hear from the library in twelve weeks, to be read by whoever writes it. */
import { PEOPLE, twelveWeeksOf } from '../api/nudges/test-people.ts'

for (const person of PEOPLE) {
  console.log(`\n${person.name}\n${'='.repeat(person.name.length)}`)
  for (const [index, { at, view }] of twelveWeeksOf(person).entries()) {
    const day = new Intl.DateTimeFormat(person.language, { dateStyle: 'full', timeZone: person.zone }).format(at)
    console.log(`\n${index + 1}. ${day}\n   ${view.action}\n   ${view.whyYou} ${view.whyNow}`)
    if (view.evidence) console.log(`   ${view.evidence}`)
    console.log(`   [${view.dataUsed.join(', ')}]`)
  }
}
