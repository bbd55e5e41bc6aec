/** What the bot says in English. */
import { FIRST_PLAN_WORDS } from '../../api/contract/first-plans.ts'
import type { GivenAnswer, NudgeAnswer } from '../../api/contract/nudges.ts'

/** Who can read what is posted here; undefined where Teams did not say. */
export type Audience = {
  readonly kind: 'standard' | 'private' | 'shared' | undefined
  readonly members: number | undefined
}
type IfThen = { readonly cue: string; readonly action: string }
type Hours = { readonly days: string; readonly start: string; readonly end: string; readonly zone: string }

export const en = {
  /** Shown where a message pops up on a screen that others may see. */
  toast: 'A thought from your coach',
  toastReport: 'A report from ConsciousInsights',
  openTab: 'Open the private tab',
  openPage: 'Open the set-up page',
  tabHint: 'Private: what you write in the tab does not pass through Teams.',
  agreement: {
    asked: 'I have not kept what you just wrote. First, this:',
    changed:
      'You said yes before. The text has changed since, so I ask you once more. Until you answer I send nothing.',
    give: 'Yes, let’s start',
    decline: 'Not for me',
    given:
      'You said yes. Write me one line whenever you like: what would you like to be a little different by the end of this week?',
    declined:
      'Understood: this is not for you. Nothing more will come, your courses stay as they are, and nobody is told. If you change your mind, write “hello”.'
  },
  start: {
    step: (at: number, of: number) => `Question ${at} of ${of}. One tap each, and you can skip any of them.`,
    skip: 'Skip',
    focus: {
      ask: 'What would you like to be a little better at?',
      hint: 'What I bring follows it. You can change it any time in your tab.'
    },
    hours: {
      ask: 'When may I write to you?',
      known: ({ days, start, end, zone }: Hours) =>
        `As far as I know you work ${days}, ${start} to ${end}, in the time of ${zone}.`,
      source: {
        person: 'You chose that.',
        teams: 'The time zone comes from your Teams.',
        directory: 'The time zone comes from your company’s directory.',
        company: 'That is what your company set for everybody.'
      } satisfies Readonly<Record<'person' | 'teams' | 'directory' | 'company', string>>,
      fits: 'That fits',
      mornings: 'Mornings only',
      afternoons: 'Afternoons only'
    },
    language: {
      ask: 'In which language shall I write?',
      names: { en: 'English', es: 'Español' },
      now: (name: string) => `Right now I write in ${name}.`
    },
    plan: FIRST_PLAN_WORDS.en,
    done: 'That is all I ask. Write me one line whenever you like: what would you like to be a little different by the end of this week?'
  },
  prompts: {
    rest: ['Prepare a one-to-one', 'Something keeps bothering me', 'I want to delegate more'],
    confirm: ['Yes, that’s it', 'No'],
    when: ['Tomorrow', 'In three days', 'Don’t ask']
  },
  cut: {
    title: 'My answer broke off',
    body: 'Your message is safe; it is kept until I answer it or you delete it. Try again now, or write “again” later.',
    again: 'Try again',
    trying: 'Trying again. The answer comes as a new message.'
  },
  erase: {
    title: 'Erase everything that is yours?',
    goes: 'Gone for good, here and in the tab:',
    key: 'The key that your words are sealed with, so that a copy of them opens to nobody',
    stays: 'What stays, and why:',
    teams:
      'What you see in this Teams chat lies in your company’s tenant; I cannot erase it there. You can delete your own messages.',
    afterwards: 'From then on I send you nothing, unless you say yes again.',
    confirm: 'Erase for good',
    keep: 'Keep everything',
    erased: (at: string) => `Erased for good on ${at}.`,
    keyGone: 'The key that your words were sealed with: destroyed',
    receipt: (erasureId: string) => `Receipt ${erasureId}. It stays in the tab, under “What is known about me”.`,
    before: 'This was erased already. The receipt is in the tab, under “What is known about me”.',
    kept: 'Nothing was erased.'
  },
  nudge: {
    answers: {
      done: 'Done',
      later_today: 'Later today',
      next_week: 'Next week',
      not_relevant: 'Not relevant to me',
      fewer: 'Fewer of these',
      pause: 'Pause for two weeks',
      stop: 'Stop them all'
    } satisfies Readonly<Record<NudgeAnswer, string>>,
    /** On the one question after four messages without an answer. */
    checkIn: {
      done: 'Go on as before',
      fewer: 'Less often'
    } as Partial<Readonly<Record<NudgeAnswer, string>>>,
    goesOn: 'Good. I go on as before.',
    why: 'Why this?',
    decided: {
      done: 'You did it. Noted.',
      not_relevant: 'Not relevant: this one will not come again.',
      fewer: 'Fewer from now on.',
      stop: 'Stopped. Nothing more will come unasked; you can still write to me.',
      not_yet: 'Not this time.',
      dropped: 'Let go.'
    } as Readonly<Record<Exclude<GivenAnswer, 'later_today' | 'next_week' | 'pause'>, string>>,
    again: (when: string) => `It comes again on ${when}.`,
    takenBack: 'Whoever sent this message took it back. There is nothing for you to do.',
    notAgain: 'Put aside. It will not come again.',
    pausedUntil: (when: string) => `Paused until ${when}.`
  },
  plan: {
    title: 'Your plan',
    text: ({ cue, action }: IfThen) => `If ${cue}, then I will ${action}.`,
    accept: 'Keep it',
    change: 'Change it',
    drop: 'Drop it',
    cueLabel: 'If …',
    actionLabel: 'then I will …',
    accepted: (when: string | undefined) =>
      when ? `Kept. I will ask you once, on ${when}.` : 'Kept. I will not ask; it is in your tab.',
    askAnew: 'The old plan is dropped. Write me your new one like this: “if …, then I will …”.',
    followUp: 'Did it happen?',
    outcomes: { kept: 'Yes, it did', missed: 'Not this time', dropped: 'Let it go' },
    closed: {
      kept: 'It happened. What made it work is worth remembering.',
      missed: 'Not this time. Write to me if a smaller step would fit better.',
      dropped: 'Let go. Nothing more comes about it.'
    }
  },
  experiment: {
    title: 'May I ask you one thing?',
    in: 'Yes, count me in',
    out: 'No, leave me out',
    either: 'Either answer is fine: your coach stays the same. You can change it in the tab at any time.',
    decided: {
      in: 'Thank you. You take part; chance has decided how. In the tab you can leave at any time.',
      out: 'Left out. Your messages come as they always did.'
    }
  },
  cited: 'From your company’s material',
  crisis: { title: 'From people, not from the program' },
  report: {
    people: (count: number) => `${count} people stand behind these figures.`,
    count: 'People',
    figure: 'Figure',
    value: 'People',
    active: 'Talked with the coach',
    blank: 'blank',
    open: 'Open the report',
    tooFew: (smallest: number) => `No group under ${smallest} people is ever shown.`,
    moreGroups: (count: number) =>
      count === 1 ? 'One more group is on the page.' : `${count} more groups are on the page.`,
    lift: {
      title: 'Do the nudges help?',
      between: (points: string, low: string, high: string) =>
        `${points} points (the truth lies from ${low} to ${high})`,
      cost: 'What they cost, with nudges against without:',
      costs: {
        stopped: 'Stopped all nudges',
        fewer: 'Asked for fewer',
        paused: 'Paused them',
        not_relevant: 'Said “not relevant”',
        blocked: 'Blocked the bot',
        uninstalled: 'Removed the bot',
        declined: 'Took back their yes',
        left_experiment: 'Left the comparison'
      }
    }
  },
  hrChannel: {
    ask: 'Shall the aggregate reports for HR come to this channel? Everybody in it will see them. HR or an admin of your company decides.',
    yes: 'Yes, send them here',
    no: 'No',
    confirmed: 'Reports for HR come to this channel. To end that, remove the app from it.',
    removed: 'No reports come to this channel.',
    audience: ({ kind, members }: Audience) => {
      if (kind === undefined) return 'Teams did not say who can read here. Look at the members before you decide.'
      const kinds = {
        standard: 'A standard channel: the whole team reads it',
        private: 'A private channel',
        shared: 'A shared channel: people of other teams or companies may read it'
      }
      const now = members === 1 ? '1 member' : `${members} members`
      return members === undefined ? `${kinds[kind]}.` : `${kinds[kind]}, ${now} now.`
    }
  },
  connect: {
    title: 'Connect, once',
    body: 'I cannot tell yet which person at your company you are. Your company signs you in on a page, and the page shows a code to enter here.',
    start: 'Connect',
    steps: ['Open the page and sign in as at work.', 'Enter here the six digits that it shows, within five minutes.'],
    open: 'Open the page',
    code: 'Code from the page',
    enter: 'Enter the code',
    again: 'Start again',
    wrong_code: 'That is not the code on the page. Look again.',
    expired: 'That code is no longer open. Start again.',
    person_linked: 'You are connected to another Teams account. If it is not yours, tell your company’s CI admin now.',
    done: 'Connected. Write me anything from your working day.'
  },
  refusal: {
    notYours: 'This card belongs to somebody else.',
    gone: 'This is no longer there. Nothing was changed.',
    hrOnly: 'Only HR or an admin of your company can decide this.',
    noAccess: 'Your account has no access right now. Ask the people who run ConsciousInsights at your company.',
    failed: 'That did not work, and nothing was changed. Press again in a minute.'
  },
  notice: {
    help: 'Write me anything from your working day and I will think it through with you. “pause two weeks” or “pause until Monday” holds my messages and “resume” brings them back, “fewer” makes them rarer, “stop” ends them, “why” tells why the last one came, “again” repeats an answer that broke off, “delete my data” erases what is yours, “privately” opens the private tab. For an emergency, call your local emergency number.',
    stopped: 'Stopped. Nothing more will come unasked. You can still write to me.',
    paused: (until: string) => `Paused until ${until}. You can still write to me.`,
    pauseHow: 'Until when? Write for example “pause two weeks” or “pause until Monday”. Nothing has changed yet.',
    pauseTooLong: 'A pause lasts a year at most. Choose an earlier day, or write “stop” to end my messages.',
    resumed: 'I am back. My ideas come again in your working hours.',
    fewer: (perWeek: number) => `Fewer from now on: at most ${perWeek} a week that you did not ask for.`,
    privately: 'What you write in the private tab goes to the coach only, not through Teams.',
    why: (action: string) => `The last one was: “${action}”`,
    nothingToExplain: 'I have not sent you anything unasked yet.',
    notKept: 'You said that this is not for you, so I keep nothing of what you write. The card below changes that.',
    unlinked: 'I cannot tell yet which person at your company you are. Connect once, then write again.',
    linked:
      'This Teams account is connected to you now: you signed in through your company and entered the code here. Was that not you? Tell your company’s CI admin at once.',
    linkedByNumber:
      'This Teams account is connected to you now: Microsoft and your company’s directory give the same employee number for it. Is that not you? Tell your company’s CI admin at once.',
    parted:
      'An admin of your company disconnected this Teams account, so I send nothing more here. If that was a mistake, write to me: I will show you how to connect again.',
    noAccess: 'Your account has no access right now. Ask the people who run ConsciousInsights at your company.',
    unknownTenant: 'Your company does not use ConsciousInsights yet. If it should, ask your HR team to write to us.',
    groupOnly: 'I only talk in private. Open a chat with me and write there.',
    attachmentOnly: 'I cannot open files, pictures or voice messages. Tell me in a few words what it is about.',
    attachmentSkipped: 'I read your words; the attachment I cannot open, and I have not kept it.',
    nothingToRepeat: 'Nothing waits for an answer: everything you wrote was answered.',
    tooLong: 'That is more than I can take at once. Please send it in parts of about a page.',
    accessOpened:
      'There is something new under “What is known about me” in your private tab. It says who asked for what, and why; you can end it there.',
    experimentHalted:
      'The experiment on nudges has halted by itself: nudges drove away more people than was registered. Who got none still gets none. The figures are on the page “Experiments”, and there HR decides how it goes on.',
    webhookOff:
      'ConsciousInsights no longer tells one of your systems what happens: nothing has arrived there for days. The page “Set-up”, under “Webhooks”, has what it answered. Switch it on again once it does.',
    braked:
      'Many people have just lost their access at once. They are out, and that stays so. Their courses are kept until you say whether they really left. It waits for you on the set-up page.'
  }
}

export type Words = typeof en
