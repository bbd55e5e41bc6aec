import type { Catalogue, OwnEnd } from '../catalogue.ts'

export const own: Catalogue['own'] = {
  opens: {
    onePlan: [
      'Open right now: if {cue}, then I will {action}.',
      'One plan of yours is open: if {cue}, then I will {action}.',
      'You have this one open: if {cue}, then I will {action}.',
      'Your open plan: if {cue}, then I will {action}.'
    ],
    plans: ['Your open plans: {list}.', 'Open right now: {list}.', 'These are open: {list}.', 'You planned {list}.'],
    noPlan: [
      'You have no open plan.',
      'No plan of yours is open.',
      'There is no open plan right now.',
      'None of your plans is open.'
    ],
    plansDown: [
      'I cannot reach your plans right now; the Plans page may.',
      'Your plans do not load for me at the moment. Try again, or look on the Plans page.',
      'I could not look at your plans just now; nothing was changed.',
      'Your plans are out of my reach for the moment.'
    ],
    planDone: [
      'Closed as done: “{action}”. “Undo” makes it anew.',
      'Your plan “{action}” is closed as done; “undo” makes it anew.',
      'You did “{action}”, and it is closed. “Undo” makes it anew.',
      'Done and closed: “{action}”; “undo” makes it anew.'
    ],
    planMissed: [
      'Closed as “not this time”: “{action}”.',
      'It did not happen, and it is closed: “{action}”.',
      'Your plan “{action}” is closed as “not this time”.',
      'Not this time, then; “{action}” is closed.'
    ],
    planGone: [
      'That plan is closed already, so I changed nothing.',
      'It is no longer open; nothing was changed.',
      'I find that plan closed, and left it so.',
      'That plan is not open any more. I changed nothing.'
    ],
    unsaved: [
      'That did not go through just now; the Plans page shows how it stands.',
      'I could not keep that. The Plans page shows how your plan stands.',
      'Something failed on my side; look on the Plans page, or try again.',
      'It did not work just now. Try again, or use the Plans page.'
    ],
    courses: [
      'Your courses: {list}. The Courses page opens them.',
      'On your list: {list}. You open them on the Courses page.',
      'You have {list}; the Courses page opens them.',
      'This is how it stands: {list}. The Courses page has them.'
    ],
    noCourse: [
      'I find no course for you; the Courses page would show one.',
      'You have no course at the moment.',
      'No course is set up for you right now.',
      'There is no course of yours yet; they appear on the Courses page.'
    ],
    coursesDown: [
      'I cannot reach your courses right now; the Courses page may.',
      'Your courses do not load for me at the moment. Try the Courses page.',
      'I could not look at your courses just now.',
      'Your courses are out of my reach for the moment.'
    ],
    known: [
      'I may use {list}. Sources and switches: “What is known about me”.',
      'You let me know {list}. Switches: “What is known about me”.',
      'What I may use: {list}. “What is known about me” has the switches.',
      'I know {list}; you switch it on “What is known about me”.'
    ],
    unknown: [
      'Here, nothing but your words, plans and courses; “What is known about me” has the switches.',
      'Here I use only your words, plans and courses. “What is known about me” has the rest.',
      'Your words, plans and courses, nothing else here; see “What is known about me”.',
      'What you tell me here, your plans and courses. The rest: “What is known about me”.'
    ],
    knownDown: [
      'I cannot look that up right now; “What is known about me” shows all of it.',
      'That does not load for me at the moment. “What is known about me” has it.',
      'I could not look just now; it all stands on “What is known about me”.',
      'It is out of my reach for the moment; see “What is known about me”.'
    ],
    newLeader: [
      'Hello. Your company’s directory says that you are new in this role.',
      'Hi. From your company’s directory I know that your role is new to you.',
      'Good that you write. You are new in this role, your company’s directory says.'
    ],
    focus: [
      'Hello. You said that you want to grow in “{text}”.',
      'Hi. “{text}” is what you wanted to grow in.',
      'Good that you write. You chose “{text}” to grow in.'
    ],
    remembered: [
      'Hello. You wanted me to remember “{text}”.',
      'Hi. You asked me to remember “{text}”.',
      'Good that you write. I remember, as you wanted: “{text}”.'
    ],
    otherDay: [
      'That day I cannot set.',
      'I only know a few moments.',
      'For that moment I have no question to set.',
      'I can only choose among a few days.'
    ],
    materialDown: [
      'I cannot look into your company’s material right now; HR may know.',
      'Your company’s material does not load for me at the moment.',
      'I could not look that up just now. Ask me again in a while.'
    ]
  },
  asks: {
    aPlan: [
      'What about it: done, change it, drop it, or leave it open?',
      'Which is it: done, to change, to drop, or still open?',
      'What should happen with it: done, change, drop, or leave it open?',
      'How does it stand: done, to change, to drop, or open?'
    ],
    outcome: [
      'How did it end: it happened, not this time, or drop it?',
      'Which is it: it happened, not this time, or drop it?',
      'What do I write down: it happened, not this time, or dropped?'
    ],
    whichPlan: [
      'Which one do you want to look at?',
      'Which one shall we look at?',
      'Which of them is on your mind?',
      'Which one first?'
    ],
    meantPlan: ['Which one do you mean?', 'Which of them is it?', 'Which one is this about?', 'Which one, then?'],
    thisPlan: ['Is that the one you mean?', 'Do you mean this one?', 'Is it about this one?', 'This one?'],
    onward: [
      'What would you like to work on?',
      'What brings you here today?',
      'What shall we look at?',
      'And what is on your mind?'
    ],
    oneOffer: [
      'Would preparing a first one-to-one help, or is it something else today?',
      'Shall we prepare a first one-to-one, or do you bring something else?',
      'Do you want to prepare a first one-to-one, or talk about something else?'
    ],
    focus: [
      'What would be a small change there?',
      'Where does it come up this week?',
      'What about it is on your mind?'
    ],
    remembered: ['What of it is with you today?', 'How is it with that now?', 'What is on your mind today?']
  },
  quoted: '“{item}”',
  more: '{n} more',
  standing: { completed: 'completed', enrolled: 'not begun', started: '{n}%', begun: 'begun' },
  facts: {
    title: 'your role',
    department: 'your department',
    team_size: 'your team',
    country: 'your country',
    language: 'your language',
    courses: 'your courses',
    focus: 'your focus',
    memory: 'your note'
  }
}

export const ownEnds: Pick<Catalogue['ends'], OwnEnd> = {
  scheduled: [
    ['Noted: “{action}”.', 'Your plan “{action}” has its day.', 'For “{action}” it is noted.'],
    ['I ask once, {moment}.', 'You hear from me {moment}, once.', 'I come back to it {moment}.', 'I ask {moment}.']
  ],
  scheduledAfter: [
    ['Noted: “{action}”.', 'For “{action}” it is noted.', 'Noted for your plan “{action}”.'],
    [
      'I ask once, after its moment.',
      'Its moment comes first; then I ask, once.',
      'You hear from me once its moment is over.'
    ]
  ],
  dropped: [
    ['Dropped: “{action}”.', 'You let “{action}” go.', '“{Action}” is dropped.', 'Your plan “{action}” is off.'],
    [
      '“Undo” makes it anew; otherwise nothing follows.',
      'I will not ask about it. “Undo” makes it anew.',
      'Nothing follows from it; “undo” makes it anew.'
    ]
  ],
  stays: [
    ['It stays as it is.', 'It stays open.', 'Nothing changes, then.', 'You leave it as it is.'],
    [
      'Write whenever something comes up.',
      'A line is enough to come back to it.',
      'You find it on the Plans page.',
      'I am here when you need it.'
    ]
  ],
  traceless: [
    [
      'This session keeps nothing, so your plan stays as it was.',
      'Here nothing is kept, so I cannot change a plan.',
      'Without a trace I change nothing: your plan stays as it was.'
    ],
    [
      'You can change and close it on the Plans page.',
      'The Plans page changes and closes it.',
      'On the Plans page you can do it yourself.'
    ]
  ]
}
