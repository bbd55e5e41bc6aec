import type { AnnexWords } from './annex-words.ts'

export const annexEn: AnnexWords = {
  title: 'Annex to the works agreement: ConsciousInsights in Microsoft Teams',
  about: (company, version) => `${company} · register version ${version}`,
  demo: 'A demo company: its people and figures are made up.',
  draft:
    'A draft for negotiation. What it says about the system is written from the values that the running product uses; whether a legal ground holds is for the parties to decide.',
  scope: {
    title: '1. What the system is',
    texts: [
      'ConsciousInsights coaches employees who agreed to it: in a chat with a bot in Microsoft Teams, in a tab beside it, on the web and beside the courses of a learning site. It suggests small actions, helps to turn them into plans and asks how they went. It also enrolls people in courses that the company assigns.',
      'Taking part in the coaching is voluntary. Nothing is sent unasked before a person agreed, and saying no, pausing or stopping has no consequence and is told to nobody.'
    ]
  },
  never: {
    title: '2. What it is not used for',
    items: [
      'It does not assess behavior or performance, and takes no part in decisions on pay, promotion, transfer or dismissal.',
      'There is no view of one person’s use, conversation, plans or answers for managers, HR or admins. No switch can make one.',
      'Ratings, potential, pay, health and sick leave have no field: the product cannot hold them.',
      'ConsciousInsights trains no model with what people write.'
    ]
  },
  kinds: {
    title: '3. What is held of a person',
    intro:
      'Each kind of data, what it is for, the ground proposed for it, how long it stays, and who can see it by name beside the person.',
    head: ['Kind', 'Purpose', 'Proposed ground', 'Kept', 'Seen by name by'],
    names: {
      profile: 'Profile in the company’s directory',
      groups: 'Groups, programs and managers',
      accounts: 'Accounts and devices for signing in',
      signIns: 'Sign-ins',
      courses: 'Courses: enrolled, completed, when',
      installation: 'Installation of the app in Teams',
      agreement: 'What the person agreed to or declined',
      conversation: 'Conversation with the coach',
      plans: 'Plans',
      former: 'Conversations with a former coach, if brought over',
      memory: 'What the coach remembers, if switched on',
      context: 'Which facts about work the coach may use',
      nudges: 'Nudges and the answers to them',
      choices: 'Choices about nudges: pace, pauses, stop',
      experiments: 'Taking part in an experiment on nudges',
      pulse: 'Answers to the two monthly questions whether coaching helps',
      reports:
        'In which part of the company a person is counted for reports, and what they did, as marks without content',
      links: 'The chat with the bot, and links to it',
      messages: 'Messages on their way',
      accessLog: 'Who looked at a conversation, and why',
      requests: 'Exports and erasures that the person asked for',
      receipts: 'Receipts of what was done',
      records: 'Records of what happened (audit log)'
    },
    self: 'the person alone'
  },
  purposes: {
    access: 'giving access to those who may use it',
    coaching: 'coaching the person',
    nudges: 'reaching the person at a fitting time',
    training: 'enrolling in courses and recording completion',
    consent: 'proving what was agreed',
    security: 'security of sign-in and operation',
    rights: 'rights of the person and their proof',
    effect: 'measuring in groups whether it helps'
  },
  bases: {
    agreement: 'agreement of the person (Art. 6(1)(a) GDPR)',
    employment: 'employment and works agreement (Art. 88 GDPR, national law)',
    interest: 'legitimate interest (Art. 6(1)(f) GDPR)',
    duty: 'legal duty to prove (Art. 6(1)(c) GDPR)'
  },
  basesNote:
    'The grounds are proposals; the company, as the controller, decides together with its data protection officer.',
  viewers: {
    admin: 'the company’s CI admins',
    staff: 'staff of ConsciousInsights, only as in section 6',
    operator: 'operation of ConsciousInsights (set-up, delivery problems)'
  },
  kept: {
    erased: 'until the person erases it',
    until: days => `until the person erases it, ${days} days at most`,
    reasons: {
      employer: 'as long as the company’s directory or admin keeps it',
      training: 'as a training record of the company',
      sign_in: 'while access lasts',
      security: 'for the period in section 4',
      proof: 'as proof of a decision; it holds no words of the person',
      wish: 'so that a “no” goes on holding'
    }
  },
  retention: {
    title: '4. How long things stay',
    intro:
      'The company’s admin sets the periods within these limits. The limits are in the product; no setting leads outside. What is older goes each night.',
    head: ['What', 'Set now', 'At least', 'At most'],
    names: {
      conversations: 'Conversations, closed plans, feedback',
      nudges: 'Nudges that are over and their delivery',
      inbound: 'Messages to the bot, once answered',
      traces: 'Sign-ins and attempts to link accounts'
    },
    days: count => `${count} days`
  },
  roles: {
    title: '5. Who sees what',
    intro:
      'Roles of the system and all that each may see. A person’s own page shows them everything that is held of them.',
    head: ['Role', 'Sees'],
    sees: {
      employee: ['Employee', 'all of their own data, who looked at it, and what HR sees of groups they are in'],
      manager: ['Manager', 'the same as any employee, about themselves only'],
      hr: ['HR', 'figures about groups past the thresholds of section 7; no name, no text'],
      author: [
        'Author (coach of the company)',
        'the content of journeys that they write and the material that they keep; no figure and no name'
      ],
      support: [
        'Support of the company',
        'for one person looked up: whether they have access, and their courses; nothing of coaching'
      ],
      it: [
        'IT of the company',
        'the directory, sign-ins, accounts, departures and audit records by name, and what support sees; nothing of coaching'
      ],
      owner: [
        'Owner',
        'what IT sees; training records, roles and accounts of the former chatbot by name; nothing of coaching'
      ],
      admin: ['CI admin of the company', 'owner and IT in one person; nothing of coaching'],
      keys: [
        'Systems of the company, by API key',
        'what the company opened to each: figures past the thresholds, the directory, training records, audit records; nothing of coaching'
      ],
      operator: ['ConsciousInsights, operation', 'the list of people at set-up and failed deliveries; no content'],
      staff: ['ConsciousInsights, staff', 'a conversation only as in section 6']
    },
    viewsIntro: count =>
      `Doors of the interface that can lead to one person for somebody else: ${count}. There is no other; a test goes through the whole interface. None is open to HR, authors or managers.`,
    viewsHead: ['Door', 'Shows', 'Open to'],
    nobodysData: 'names of fields, nobody’s data'
  },
  thresholds: {
    title: '7. Thresholds',
    items: ({ group, part, reachDays }) => [
      `No figure about fewer than ${group} people is shown: on a card, on a page, in a file or through an interface. No setting can lower it.`,
      `Fewer than ${part} who did something, or did not, are told as “fewer than ${part}”.`,
      'A blank group stays blank when it could be worked out from the total: another one is blanked with it.',
      `How people are reached is counted over ${reachDays} days, in numbers only.`,
      'Clicks and answers are counted, never reading: Teams gives no receipt of that.'
    ]
  },
  coach: {
    title: '6. The coach, and looking at conversations',
    items: ({ model, memories, staff }) => [
      'The coach is software and says so. What an artificial intelligence wrote is marked as such.',
      model
        ? `Answers come from a language model of the company’s own choice at ${model}. It is handed the conversation, the switched-on facts of section 8 and what the person let the coach remember; no name, no e-mail address.`
        : 'Answers come from a scripted coach that runs inside the product; no language model is asked.',
      `Memory is off until the person switches it on; at most ${memories} items, each seen, changed and erased by the person.`,
      `Staff of ConsciousInsights can read the newest ${staff.turns} turns of a conversation only after one asked with a reason and a case and a second one agreed, for ${staff.least} to ${staff.most} minutes. The person sees each reading, is told when it opens, and can refuse or end it. The company cannot ask for it and sees nothing of it.`,
      'Words of danger to the person lead to a card with lines for help, written by people. Nobody is notified.'
    ]
  },
  context: {
    title: '8. What the coach may know beside the conversation',
    intro: 'A closed list. Each fact is shown to the person with its source and can be switched off by them.',
    names: {
      title: 'role',
      department: 'department',
      tenure: 'time in the company, in bands',
      new_manager: 'new in a role that leads',
      team_size: 'size of the team, in bands',
      country: 'country',
      language: 'language',
      courses: 'open courses',
      focus: 'the focus that the person chose'
    }
  },
  permissions: {
    title: '9. What Microsoft 365 lets the product do',
    items: ({ level, ownEntry }) => [
      'The app asks for no right to read mails, files, calendars, chats or the directory, at any level.',
      `Level chosen by the company: ${level} of 2. 0: nothing of Microsoft Graph. 1: a neutral line in the activity feed. 2: installing the product’s own app.`,
      `Reading one’s own employee number at the first sign-in: ${ownEntry ? 'switched on' : 'off'}.`,
      'What is typed to the bot in Teams also lies in the company’s own Microsoft 365 and follows its retention there. The first card says so and offers the private tab.'
    ]
  },
  rights: {
    title: '10. Rights of the person, exercised alone',
    items: days => [
      'See everything that is held of them, with its source, on one page.',
      `Take it along as a file, ready for ${days} days; only the person can open it.`,
      'Erase it: the key to their words is destroyed in the same moment. A receipt remains. Backups are kept for 30 days at most.',
      'Say no, pause, ask for less, or stop, by one word or one press.',
      'See who looked.'
    ]
  },
  fields: {
    title: '11. Every field',
    intro:
      'Tables with data about a person, and the fields that are told to them. “Sealed”: encrypted with a key of the person’s own.',
    head: ['Table', 'Kind', 'Fields']
  },
  sealed: 'sealed',
  nothingTold: 'technical, nothing about the person',
  ledger: {
    title: '12. Changes to this annex',
    intro:
      'A release that changes a limit, a threshold, a role’s view or a field is refused until the version rises and the change stands here.',
    head: ['Version', 'Why', 'New', 'Gone'],
    none: '–'
  },
  proof: {
    title: '13. How to check it',
    texts: fingerprint => [
      'The limits, thresholds, roles and fields above are read by the product itself from the register that this annex is written from. They cannot be set otherwise.',
      `Fingerprint of the register (SHA-256): \`${fingerprint}\`. The same register gives the same fingerprint.`
    ]
  }
}
