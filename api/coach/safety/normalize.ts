/** What somebody typed, as plain words: no accents, no disguise, no padding, contractions written out. Pure. */
import { mend } from './typos.ts'

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i'
}

const PICTURES: readonly (readonly [RegExp, string])[] = [
  [/[\u{1f52b}]/gu, ' gun '],
  [/[\u{1f52a}\u{1fa92}]/gu, ' knife '],
  [/[\u{1f48a}]/gu, ' pills '],
  [/[\u{1f602}\u{1f923}\u{1f606}\u{1f605}\u{1f604}\u{1f601}\u{1f639}]|:-?d(?!\w)|(?<!\w)x'?d(?!\w)/gu, ' haha ']
]

/** `k1ll`, `su!c!de`, `n0`, `1 want`: a sign beside a letter stands for one, but not in `5pm` or `q3`. */
const unleet = (text: string): string =>
  text
    .replaceAll(
      /(?<![a-z0-9])(?=[a-z!]*[013457@$!])(?=[013457@$!]*[a-z])[a-z013457@$!]*[a-z013457@$](?![a-z0-9])/gu,
      word =>
        /\d{2}|^\d[a-z]{1,2}$|^[a-z]\d$(?<!n0)/u.test(word)
          ? word
          : word.replaceAll(/[013457@$!]/gu, sign => LEET[sign] ?? sign)
    )
    .replaceAll(/(?<![\w.])1 (?=(?:want|am|do|can|have|will|need|feel|hate|cannot|wish) )/gu, 'i ')

const STARRED = [
  'kill',
  'killing',
  'suicide',
  'suicidal',
  'die',
  'dead',
  'death',
  'rape',
  'raped',
  'matarme',
  'matar',
  'morir',
  'morirme',
  'muerto',
  'muerta',
  'muerte',
  'suicidarme',
  'suicidio',
  'matarse'
]

/** `k*ll`, `m*tarme`: a star stands for one letter of a word that people hide. */
const unstar = (text: string): string =>
  text.replaceAll(/[a-z]+(?:\*+[a-z]+)+/gu, word => {
    const hidden = new RegExp(`^${word.replaceAll('*', '[a-z]')}$`, 'u')
    return STARRED.find(one => hidden.test(one)) ?? word
  })

/** `k i l l`, `s.u.i.c.i.d.e`, `m-u-e-r-t-o`: single letters in a row are one word; a wider space divides words. */
const unspace = (text: string): string =>
  text.replaceAll(/(?<![a-z0-9'])[a-z](?:[ .\-_*][a-z]){2,}(?![a-z0-9'])/gu, run => {
    const joined = run.replaceAll(/[ .\-_*]/gu, '')
    return joined.length >= 4 || /[.\-_*]/u.test(run) ? joined : run
  })

const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can't|cant|cannot|cnt)\b/gu, 'can not'],
  [/\b(?:won't|wont)\b/gu, 'will not'],
  [/\bain't\b|\baint\b/gu, 'is not'],
  [/\b(do|does|did|is|are|was|were|would|could|should|have|has|had|need)n'?t\b/gu, '$1 not'],
  [/\bi'?m\b/gu, 'i am'],
  [/\bi'?ve\b/gu, 'i have'],
  [/\b(he|she|it|that|there|what|who|where|here|how|everything|nothing|life)'s\b/gu, '$1 is'],
  [/\b(you|they|we)'re\b/gu, '$1 are'],
  [/\btheyre\b/gu, 'they are'],
  [/\b(\w+)'d\b/gu, '$1 would'],
  [/\b(\w+)'ll\b/gu, '$1 will'],
  [/\b(\w+)'ve\b/gu, '$1 have'],
  [/\b(that|what|there|he|she)s\b/gu, '$1 is'],
  [/\bgonna\b/gu, 'going to'],
  [/\b(?:imma|ima)\b/gu, 'i am going to'],
  [/\bwan{1,2}a\b/gu, 'want to'],
  [/\bb\b(?= here| dead| alive| gone)/gu, 'be'],
  [/\bu\b/gu, 'you'],
  [/\bur\b/gu, 'your'],
  [/\bw\/o\b/gu, 'without'],
  [/\bbc\b/gu, 'because'],
  [/\brn\b/gu, 'right now'],
  [/\bxfa\b/gu, 'por favor'],
  [/\btqm\b/gu, 'te quiero'],
  [/\bk\b(?= \w)/gu, 'que'],
  [/\bgotta\b/gu, 'got to'],
  [/\btryna\b/gu, 'trying to'],
  [/\bdunno\b/gu, 'do not know'],
  [/\bidk\b/gu, 'i do not know'],
  [/\b(think|end|liv|feel|do|go|try|cutt|hurt|kill|dy|hav|noth|everyth|fight|wak|sleep|gett|keep)in\b/gu, '$1ing'],
  [/\babt\b/gu, 'about'],
  [/\bcn\b/gu, 'con'],
  [/\bkeria\b/gu, 'queria'],
  [/\bany ?(?:more|longer)\b/gu, 'anymore'],
  [/\bno ?(?:one|body)\b/gu, 'nobody'],
  [/\bevery ?(?:one|body)\b/gu, 'everyone'],
  [/\b(?:some) ?(?:one|body)\b/gu, 'someone'],
  [/\bkms\b/gu, 'kill myself'],
  [/\bkys\b/gu, 'kill yourself'],
  [/\b(my|him|her|your) (?=self\b)/gu, '$1'],
  [/\bself[- ]?(?=harm|injur|hurt|destruct)/gu, 'self '],
  [/\b(?:xq|pq|porq)\b/gu, 'porque'],
  [/\b(?:q|ke)\b/gu, 'que'],
  [/\bpa'?(?= )/gu, 'para'],
  [/\bd (?=[a-z])/gu, 'de ']
]

/** Words that lend force and carry nothing. */
export const PADDING =
  /\b(?:really|actually|honestly|simply|seriously|truly|basically|fucking|freaking|fuckin|kind of|kinda|sort of|sorta|pretty much|just|even|so|too|very|also|like(?= (?:want|going|to die))|realmente|simplemente|sinceramente|honestamente|la verdad|la neta|che|boludo|boluda|wey|guey|joder|puta|puto|pinche|jodidos?|nomas|solamente|tan|muy|ya|pues|incluso|tambien)\b ?/gu

export type Plain = {
  /** Sentences, each of words one space apart; commas are words. */
  readonly sentences: readonly string[]
  readonly laughs: boolean
}

export function plainOf(text: string): Plain {
  const lower = PICTURES.reduce((rest, [picture, word]) => rest.replaceAll(picture, word), lowered(text))
  const bare = unspace(unstar(unleet(lower))).replaceAll(/([a-z])\1{2,}/gu, '$1')
  const written = WRITTEN_OUT.reduce((rest, [short, long]) => rest.replaceAll(short, long), bare)
  const words = mend(
    written
      .replaceAll(/["«»“”„]|(?<![a-z])'|'(?![a-z])/gu, ' " ')
      .replaceAll(/[.!?;\n\r¿¡…]+/gu, ' . ')
      .replaceAll(/[,:]|(?<=\s)[-–—]+(?=\s)|[–—()]/gu, ' , ')
      .replaceAll(/[^a-z0-9',."\s]/gu, ' ')
  )
  const plain = words.replaceAll(PADDING, '').replaceAll(/\s+/gu, ' ')
  return {
    sentences: plain
      .split(' . ')
      .map(sentence => sentence.replace(/^[\s.]+|[\s.]+$/gu, ''))
      .filter(sentence => sentence !== ''),
    laughs: /\b(?:haha|jaja|lol|lmao|jeje|rofl)/u.test(plain)
  }
}

/** The marks go, because people leave them out; letters of other alphabets that look like Latin ones are read as these. */
const lowered = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}|[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replaceAll(/[’‘`´ʼ]/gu, "'")
    .toLowerCase()
    .replaceAll(/[асеорхуіѕԁκιοτ]/gu, letter => LOOKALIKES[letter] ?? letter)

const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  е: 'e',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  κ: 'k',
  ι: 'i',
  ο: 'o',
  τ: 't'
}
