/** The shape of the coach's words in one language. Openings and questions combine freely; the policy says which go together. */
import type { Topic } from './topics.ts'

export type Ask =
  | 'goal'
  | 'goalMore'
  | 'reality'
  | 'more'
  | 'options'
  | 'friend'
  | 'scale'
  | 'why'
  | 'smaller'
  | 'cue'
  | 'cueMore'
  | 'confirm'
  | 'reopen'
  | 'when'
  | 'whenAgain'
  | 'whenPlan'
  | 'repair'
  | 'permission'
  | 'pick'
  | 'own'
  | 'use'
  | 'helped'
  | 'build'
  | 'gotInWay'
  | 'which'
  | 'playWho'
  | 'playHow'
  | 'playStart'
  | 'playOut'
  | 'playNext'
  | 'onePoints'
  | 'oneMore'
  | 'oneOpening'
  | 'oneAsk'
  | 'fitsYou'

/** What can stand before the question of the step. */
export type Open =
  | 'hello'
  | 'noted'
  | 'hard'
  | 'strong'
  | 'unsure'
  | 'empty'
  | 'picture'
  | 'thanks'
  | 'hostile'
  | 'hostileAgain'
  | 'repair'
  | 'refuse'
  | 'skills'
  | 'human'
  | 'privacy'
  | 'memory'
  | 'asksWhy'
  | 'weather'
  | 'sum'
  | 'code'
  | 'joke'
  | 'trivia'
  | 'otherTopic'
  | 'resolve'
  | 'moment'
  | 'score'
  | 'low'
  | 'plan'
  | 'agreed'
  | 'disagree'
  | 'ideas'
  | 'draft'
  | 'keep'
  | 'kept'
  | 'missed'
  | 'practice'
  | 'playLeave'
  | 'oneToOne'
  | 'agenda'
  | 'openingDraft'
  | 'askIdeas'
  | 'unclearWhen'
  | 'task'
  | 'judge'
  | 'taken'
  | 'advice'
  | 'noPermission'
  | 'later'
  | 'vents'
  | 'judged'
  | 'figure'

/** Said last: an opening and an ending, no question. */
export type End = 'stopped' | 'settled' | 'noFollowUp' | 'closed' | 'thanksEnd' | OwnEnd
export type OwnEnd = 'scheduled' | 'scheduledAfter' | 'dropped' | 'stays' | 'traceless'

/** Before a question, of what tools find or do: the person's own plans, courses, facts. */
export type OwnOpen =
  | 'onePlan'
  | 'plans'
  | 'noPlan'
  | 'plansDown'
  | 'planDone'
  | 'planMissed'
  | 'planGone'
  | 'unsaved'
  | 'courses'
  | 'noCourse'
  | 'coursesDown'
  | 'known'
  | 'unknown'
  | 'knownDown'
  | 'newLeader'
  | 'focus'
  | 'remembered'
  | 'otherDay'
  | 'materialDown'

export type OwnAsk =
  | 'aPlan'
  | 'outcome'
  | 'whichPlan'
  | 'meantPlan'
  | 'thisPlan'
  | 'onward'
  | 'oneOffer'
  | 'focus'
  | 'remembered'

export type Reaction = 'defensive' | 'evasive' | 'angry' | 'silent'
export type Trait = 'question' | 'always' | 'own' | 'request' | 'short' | 'long'

export type Catalogue = {
  readonly asks: Readonly<Record<Ask, readonly string[]>>
  readonly opens: Readonly<Record<Open, readonly string[]>>
  readonly ends: Readonly<Record<End, readonly [readonly string[], readonly string[]]>>
  readonly own: {
    /** {list} of plans, courses or facts; {cue} and {action} of one plan; {text} of one fact. */
    readonly opens: Readonly<Record<OwnOpen, readonly string[]>>
    readonly asks: Readonly<Record<OwnAsk, readonly string[]>>
    /** {item} in quotation marks. */
    readonly quoted: string
    /** {n}: how many are not listed. */
    readonly more: string
    /** {percent} as a language writes it. */
    readonly standing: {
      readonly completed: string
      readonly enrolled: string
      readonly started: string
      readonly begun: string
    }
    /** What stands before a fact that does not say by itself what it is, by its key. */
    readonly facts: Readonly<Record<string, string>>
  }
  /** {you}: the clause turned to "you". {said}: the person's words as they stand. */
  readonly frames: {
    /** {asked}: the person's question as it stands, with its mark. */
    readonly asked: readonly string[]
    readonly you: readonly string[]
    readonly said: readonly string[]
    readonly both: readonly string[]
    readonly two: readonly string[]
  }
  readonly topics: Readonly<
    Record<
      Topic,
      { readonly reality: readonly string[]; readonly options: readonly string[]; readonly ideas: readonly string[] }
    >
  >
  readonly ideas: readonly string[]
  /** Put before a turn once all its combinations were said. */
  readonly leads: readonly string[]
  readonly moments: Readonly<Record<'today' | 'tomorrow' | 'three_days' | 'next_week', string>>
  readonly play: {
    readonly as: string
    readonly lines: Readonly<Record<Reaction, readonly string[]>>
    readonly softer: readonly string[]
    readonly traits: Readonly<Record<Trait, readonly string[]>>
  }
  readonly drafts: {
    /** {what}: what the person wants to say, in their own first person. */
    readonly told: readonly string[]
    readonly topics: Readonly<Partial<Record<Topic, readonly string[]>>>
    readonly any: readonly string[]
  }
  /** Open questions for a one-to-one, when the person has none. */
  readonly questions: readonly string[]
  /** {point}: one thing of the person's list. */
  readonly questionsAbout: readonly string[]
  readonly openings: readonly string[]
  /** {points}: the person's own list. */
  readonly listed: readonly string[]
  readonly and: string
  /** Put forward when no moment comes to mind. */
  readonly someMoment: string
  readonly them: string
  /** {title} and {quote} are the company's own words. */
  readonly material: { readonly found: readonly string[]; readonly none: readonly string[] }
  /** The one-to-one as a moment, and what is done in it. */
  readonly meeting: { readonly cue: string; readonly say: string; readonly found: string; readonly ask: string }
}
