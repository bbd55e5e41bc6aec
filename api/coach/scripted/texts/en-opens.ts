import type { Catalogue, OwnEnd } from '../catalogue.ts'

export const opens: Catalogue['opens'] = {
  hello: ['Hello.', 'Hello, good to have you here.', 'Hi.', 'Good that you write.', 'Hello again.', 'Welcome.'],
  noted: [
    'You put it in plain words.',
    'You know what this is about.',
    'You have it in view.',
    'You carry this with you.',
    'You see it clearly.',
    'You have thought about this.'
  ],
  hard: [
    'You are hard on yourself there.',
    'You speak to yourself in a way you would not speak to a colleague.',
    'You ask a lot of yourself.',
    'You judge yourself quickly here; it matters to you to do well.',
    'You take the whole of it on yourself.'
  ],
  strong: [
    'You have had enough of this.',
    'This has worn your patience thin.',
    'You are angry about how this goes.',
    'You would not put it so sharply if it did not matter.',
    'You have put up with a lot here.'
  ],
  unsure: [
    'You don’t see it yet.',
    'Nothing comes to you right away; that happens.',
    'You are not sure yet.',
    'It is still open for you.',
    'You have no answer ready, and you say so.',
    'You would need a moment for that.'
  ],
  empty: [
    'You are with me.',
    'You agree, I take it.',
    'A short answer; you may take more room.',
    'You say yes to that.',
    'You keep it short.'
  ],
  picture: [
    'A picture says much; a few words would help me.',
    'I can’t read pictures well; tell me in a few words.',
    'I see the picture, in a few words I would understand it.',
    'Pictures leave me guessing; a few words, please.',
    'Something is behind that picture: in a few words, then.'
  ],
  thanks: ['You are welcome.', 'Gladly.', 'Thank you for thinking along.', 'With pleasure.', 'You did the thinking.'],
  hostile: [
    'You are annoyed with me, and you say it.',
    'This is not helping you so far.',
    'You expected something else.',
    'You have no time to lose with this.',
    'My question did not land with you.'
  ],
  hostileAgain: [
    'You are still annoyed; we can stop at any point, just write “stop”.',
    'You don’t have to go on: “stop” ends it at once.',
    'You get little out of this right now; “stop” is always fine.',
    'You would rather be elsewhere; write “stop” and we leave it.',
    'You have had it with my questions; “stop” ends them.'
  ],
  repair: [
    'Then I got you wrong.',
    'I misread that; thank you for saying so.',
    'That was not what you meant, and I missed it.',
    'You meant something else; I missed it.',
    'I did not catch what you meant.'
  ],
  refuse: [
    'That stays with you.',
    'You keep that to yourself, and that is fine.',
    'You decide what you say here.',
    'You would rather leave that out.',
    'We leave that where it is.'
  ],
  skills: [
    'I help you think one thing through to one small plan; we can also practice a hard talk or prepare a one-to-one.',
    'I ask, you think, and it ends with one small plan. I can also play the other person, or help prepare a one-to-one.',
    'I am good for one topic at a time: a plan, a talk to practice, a one-to-one to prepare, a sentence to find.',
    'Bring one thing from work. We find one step; or practice a talk, or prepare a one-to-one.',
    'I listen, say back what I hear, and ask. You leave with one plan, a practiced talk or an agenda.'
  ],
  human: [
    'I am a program: people wrote my words, rules put them together.',
    'No human here: I am a program with words that people wrote.',
    'I am software, not a person, and no person reads along.',
    'You are talking to a program; it follows written rules.',
    'I am a machine with a script written by people.'
  ],
  privacy: [
    'Your company gets counts, never your words. Teams chats also lie in your company’s Teams; the tab is private.',
    'Nobody at your company is shown what you write. A Teams chat lies in your company’s Teams, though; the tab does not.',
    'Your words are for you alone here; your company sees counts only. For what should not lie in Teams, use the tab.',
    'No manager and no HR reads this here. What you type in Teams chat also lies in Teams; the tab keeps it out.',
    'Only you see your words here, your company sees counts. The private tab also keeps them out of Teams.'
  ],
  memory: [
    'Words and plans stay for you until you erase them, or your company’s period ends; without a trace, nothing does.',
    'They are kept for you alone, until you erase them or your company’s period is over. Without a trace, nothing is.',
    'I have our conversation and your plans for as long as your company set; you can erase both. Without a trace, nothing.',
    'Your words and plans stay until you erase them, at most for your company’s period; where you leave no trace, not at all.',
    'Until you erase them, or your company’s period ends, they stay, for you only. A session without a trace keeps none.'
  ],
  asksWhy: [
    'I ask so that the step fits your situation, not mine.',
    'Because you know your situation, and I do not.',
    'The question helps you look at it once from outside.',
    'I ask because your own answer lasts longer than mine.',
    'So that we plan for what really happens.'
  ],
  weather: [
    'The weather I cannot see from here.',
    'I have no window and no forecast.',
    'For the weather you need another source; I only know what you tell me.',
    'I know nothing about the weather.',
    'No weather here, I am only good for work matters.'
  ],
  sum: ['That makes {sum}.', '{sum}.', 'It is {sum}.', 'The result is {sum}.', '{sum}, if I count right.'],
  code: [
    'I do not write code; I am a coach.',
    'Code is not my craft.',
    'For code I am the wrong one.',
    'I cannot program for you.',
    'Code I leave to others.'
  ],
  joke: [
    'I am a poor entertainer.',
    'Jokes and poems are not my strength.',
    'I have no jokes, only questions.',
    'For that you need someone funnier.',
    'Entertaining is not what I can do.'
  ],
  trivia: [
    'I do not know that: I look nothing up, I only help think about work.',
    'That I cannot answer; I know nothing but what you tell me.',
    'I have no facts at hand and look nothing up.',
    'For that a search is better than I am.',
    'Such things I do not know; I am here for your work.'
  ],
  otherTopic: [
    'Gladly, we leave that one.',
    'All right, a new topic.',
    'We put that aside.',
    'Then we start afresh.',
    'Good, something else.'
  ],
  resolve: [
    'So you would {do}.',
    'You want to {do}.',
    'You found it: {do}.',
    'Your step: {do}.',
    'So you will {do}.',
    'You have a step: {do}.'
  ],
  moment: ['You have a good place for it.', 'You found a moment.'],
  score: ['You say {n}.', 'A {n}, you say.', 'You are at {n}.', 'You give it a {n}.', 'So you stand at {n}.'],
  low: [
    'You are at {n}: that step is too big for now.',
    'You say {n}, so it does not fit yet.',
    'A {n}: you would rather not, as it stands.',
    'You give it a {n}; better to know now.',
    'You stand at {n}, and that is honest.'
  ],
  plan: [
    'If {cue}, then I will {action}.',
    'Your plan: if {cue}, then I will {action}.',
    'So: if {cue}, then I will {action}.',
    'It reads: if {cue}, then I will {action}.',
    'In your words: if {cue}, then I will {action}.'
  ],
  agreed: [
    'You have your plan.',
    'You decided it.',
    'You know when.',
    'You settled it.',
    'You made it concrete.',
    'You have it.'
  ],
  disagree: [
    'You would put it differently.',
    'You don’t see it like that yet.',
    'You say no, good.',
    'You want it otherwise.',
    'You are not there with it yet.'
  ],
  ideas: [
    'Two ideas: {a}; or {b}.',
    'Perhaps {a}; or else {b}.',
    'One option: {a}. Another: {b}.',
    'Two things to try: {a}; or {b}.',
    'You could {a}. Or you could {b}.'
  ],
  draft: [
    'You could say: “{draft}”',
    'Perhaps like this: “{draft}”',
    'A draft: “{draft}”',
    'Try this: “{draft}”',
    'For example: “{draft}”'
  ],
  keep: [
    'You take that with you.',
    'You want to keep that.',
    'That part is yours.',
    'You noticed that yourself.',
    'You know what carried you there.'
  ],
  kept: [
    'You did it.',
    'You did what you said you would.',
    'You kept to it.',
    'You made it happen.',
    'You followed through.'
  ],
  missed: [
    'It did not happen this time, and you say so.',
    'You did not get to it; that happens to most plans once.',
    'You missed it, and you came back to it.',
    'You planned it and the day went otherwise.',
    'It did not work out yet; you can learn from that.'
  ],
  practice: [
    'Good, you want to try it before it counts.',
    'You want to practice it first.',
    'You would like to rehearse.',
    'You want to hear yourself say it first.',
    'You want to be ready for that talk.'
  ],
  playLeave: [
    'Out of the role now.',
    'I am the coach again.',
    'We step out of it.',
    'End of the scene.',
    'Back to us two.'
  ],
  oneToOne: [
    'You want to go into that conversation prepared.',
    'You want to make that meeting count.',
    'You take that conversation seriously.',
    'You want to come with a list.',
    'You want it to be more than small talk.'
  ],
  agenda: [
    'Your list: {points}.',
    'So you have: {points}.',
    'You want to talk about: {points}.',
    'On your agenda: {points}.',
    'Your points: {points}.'
  ],
  openingDraft: [
    'You could open with: “{draft}”',
    'Perhaps: “{draft}”',
    'For example: “{draft}”',
    'One way in: “{draft}”',
    'A start: “{draft}”'
  ],
  askIdeas: [
    'People often ask: “{draft}”',
    'For example: “{draft}”',
    'One that opens doors: “{draft}”',
    'Perhaps: “{draft}”',
    'You could ask: “{draft}”'
  ],
  unclearWhen: [
    'You have a day in mind; I only know a few moments.',
    'You think of another moment than I can take.',
    'You name a moment that I cannot set.',
    'You leave it open.',
    'You did not choose one yet.'
  ],
  task: [
    'I cannot do that for you: I reach no calendar and no mail.',
    'Doing things elsewhere is beyond me; I only talk.',
    'I have no hands outside this chat.',
    'I can’t act for you; I can help you decide.',
    'That is not something I can do from here.'
  ],
  taken: [
    'You take it as it stands.',
    'You like it, then it is yours.',
    'You can say it like that.',
    'You have your sentence.',
    'You are fine with it.'
  ],
  judge: [
    'That I cannot judge from here; you know it better.',
    'I don’t know that, and guessing would not help you.',
    'You ask me, and you are nearer to it than I am.',
    'I can’t tell from outside.',
    'That is a fair question, and I have no answer to it.'
  ],
  advice: [
    'You would like something to work with.',
    'You ask for ideas.',
    'You want to hear what others do.',
    'You want options on the table.',
    'You are looking for a way in.'
  ],
  noPermission: [
    'You would rather find it yourself.',
    'You want your own way, good.',
    'No ideas from me, then.',
    'You prefer your own.',
    'You keep it in your hands.'
  ],
  later: [
    'You need more time with that.',
    'You leave it for another day.',
    'You let it rest.',
    'You don’t force it.',
    'You want to sleep on it.'
  ],
  vents: [
    'You wanted it said, not solved; that is enough.',
    'You needed to get that off your chest.',
    'You have put up with a lot, and now it is said.',
    'You don’t want a plan out of it, and you need none.',
    'You wanted someone to hear it, more than a step.'
  ],
  judged: [
    'Words like that stay with you.',
    'You were judged there, and it stings.',
    'You heard something that hurts.',
    'You carry that remark with you.',
    'You would have liked to hear something else.'
  ],
  figure: [
    'A figure I cannot give you; I know no salaries.',
    'I have no pay data and look nothing up.',
    'I do not know what others earn.',
    'I cannot judge an amount from here.',
    'I have no numbers on pay, only questions.'
  ]
}

export const ends: Omit<Catalogue['ends'], OwnEnd> = {
  stopped: [
    ['All right, we stop here.', 'Good, that’s it for now.', 'We leave it there.', 'Then we end here.', 'Stopped.'],
    [
      'Nothing is planned. Write whenever you like.',
      'Nothing was planned; come back any time.',
      'No plan was made. A line is enough to start again.',
      'Nothing will follow from my side. You can return any time.',
      'I will not ask about it. Write when you want to.'
    ]
  ],
  settled: [
    ['Noted.', 'It stands.', 'Your plan is kept.', 'Kept.', 'Written down.', 'Good, that is kept.'],
    [
      'I ask once, {moment}.',
      'I will ask {moment}, once.',
      'You hear from me {moment}, once.',
      'I come back to it {moment}.',
      'I ask {moment}.'
    ]
  ],
  noFollowUp: [
    [
      'Noted, and I will not ask.',
      'It is kept, and I stay quiet about it.',
      'Good, no question from me.',
      'Kept without a reminder.',
      'All right, I won’t ask.'
    ],
    [
      'The plan is in your tab.',
      'You find the plan in your tab.',
      'Your tab has it.',
      'It waits in your tab.',
      'It is in the tab, should you want it.'
    ]
  ],
  closed: [
    [
      'Good, that is enough for today.',
      'Then we leave it there.',
      'Enough for now.',
      'We let it stand like that.',
      'Good, it may rest.'
    ],
    [
      'Write whenever something comes up.',
      'A line is enough to start again.',
      'Come back whenever you like.',
      'I am here when you need it.',
      'Until the next thing that bothers you.'
    ]
  ],
  thanksEnd: [
    ['You are welcome.', 'Gladly.', 'With pleasure.', 'You did the work.', 'Thank you, too.'],
    [
      'Write whenever something comes up.',
      'A line is enough to start again.',
      'Come back whenever you like.',
      'I am here when you need it.',
      'Have a good day.'
    ]
  ]
}
