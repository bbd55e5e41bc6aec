/** "I do my part" becomes "you do your part". Undefined unless the clause has a subject and a verb that stay right. Pure. */

const WORDS: Readonly<Record<string, string>> = {
  i: 'you',
  "i'm": 'you’re',
  im: 'you’re',
  "i've": 'you’ve',
  ive: 'you’ve',
  "i'd": 'you’d',
  "i'll": 'you’ll',
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  we: 'you',
  "we're": 'you’re',
  "we've": 'you’ve',
  "we'll": 'you’ll',
  "we'd": 'you’d',
  us: 'you',
  our: 'your',
  ours: 'yours',
  ourselves: 'yourselves',
  dont: 'don’t',
  cant: 'can’t',
  wont: 'won’t',
  didnt: 'didn’t',
  doesnt: 'doesn’t',
  isnt: 'isn’t',
  wanna: 'want to',
  gotta: 'have to'
}

const SUBJECT =
  /^(?:i|i'm|im|i've|ive|i'd|i'll|my|we|we're|we've|our|the|they|they're|he|he's|she|she's|it|it's|there|there's|this|these|people|everyone|everybody|nobody|no one|someone|some|most|all|nothing|everything|each|every)\b/iu

const VERB =
  /\b(?:is|are|was|were|isn't|aren't|has|have|had|does|do|did|doesn't|don't|didn't|can|can't|could|will|won't|would|should|must|might|keeps?|wants?|needs?|gets?|gives?|takes?|makes?|goes|comes?|says?|said|tells?|told|asks?|asked|thinks?|feels?|seems?|looks?|works?|talks?|knows?|sends?|sent|calls?|changes?|changed|expects?|expected|never|always|often|leaves?|left|starts?|started|stops?|stopped|happens?|happened|gets?|got|went|came|took|made|gave|kept|felt|thought|found|lost|ignores?|ignored|interrupts?|interrupted|complains?|waits?|shows?|brings?|runs?|lasts?|ends?|grows?|i'm|it's|he's|she's|they're|there's|we're)\b/iu

/** Person and number would need to be known to change these. */
const DOUBTFUL =
  /\b(?:you|your|yours|yourself|u|ur|i who|and was|and am|but am|or am|was i|am i|amn't|i is|me and|shall|let's|lets|please|thing is|methinks|i (?:swear|mean))\b/iu

export function flipEn(clause: string): string | undefined {
  const plain = clause.replaceAll('’', "'")
  const opens = SUBJECT.exec(plain)?.[0].toLowerCase()
  if (!opens || DOUBTFUL.test(plain)) return undefined
  if (
    !/^(?:i|he|she|they|we|it|there|nobody|everyone|everybody|someone|no one)/u.test(opens) &&
    !VERB.test(plain.slice(opens.length))
  )
    return undefined
  const words = plain.split(' ')
  const flipped = words.map((word, at) => flipWord(word, words[at - 1], words[at - 2]))
  return small(
    flipped
      .join(' ')
      .replaceAll(/\b(your \w+) and you\b/giu, 'you and $1')
      .replaceAll("'", '’')
  )
}

function flipWord(word: string, before: string | undefined, earlier: string | undefined): string {
  const core = word.replace(/[,:]+$/u, '')
  const tail = word.slice(core.length)
  const low = core.toLowerCase()
  const afterI =
    before?.toLowerCase() === 'i' ||
    (/^(?:just|never|always|also|really|still|only)$/iu.test(before ?? '') && earlier?.toLowerCase() === 'i')
  if (afterI && low === 'am') return `are${tail}`
  if (afterI && (low === 'was' || low === "wasn't")) return `${low.replace('was', 'were')}${tail}`
  return Object.hasOwn(WORDS, low) ? `${WORDS[low]}${tail}` : word
}

const small = (text: string): string =>
  /^(?:[A-Z]{2}|[A-Z][a-z]+ (?:is|has|was)\b)/u.test(text) &&
  !/^(?:The|My|Our|It|He|She|They|There|This|These|People|Every\w*|Nobody|No|Some\w*|Most|All|Nothing|Each|You\w*|Your)\b/u.test(
    text
  )
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1)
