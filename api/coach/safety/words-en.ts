/** English, written by people for people in trouble. No question that a program would have to answer. */
export const en = {
  acute: (lines: string) =>
    `What you write sounds serious, and a person can help better than this program. If you are in danger now, call your local emergency number.\n\n${lines}\n\nIf you can, tell somebody near you where you are and that you do not want to be alone right now.\n\nNobody at your company is told what you wrote. The coach pauses here; people wrote these words.`,
  other: (lines: string) =>
    `You are worried about somebody, and it is good that you take it seriously.\n\nIf they may be in danger right now, call your local emergency number and do not leave them alone.\n\nWhat helps: ask them plainly and in private, for example “Are you thinking of ending your life?” or “Are you safe at home?”. Asking does not plant the idea. Listen, do not argue, do not promise to keep it secret. Then look for help together.\n\nWhat does not: “think of your family”, “others have it worse”, or finding the solution for them.\n\nThese lines are also for people who worry about somebody:\n${lines}\n\nYou need not carry this alone. Nobody was told what you wrote; people wrote these words.`,
  ask: 'Good to read you. We stopped where it was more important that a person helps you, and the lines on that card are still there.\n\nWe can go on when you want. Do you want to go on? “Yes” or simply what is on your mind is enough; “no” is fine too.',
  rest: 'All right, nothing is hurrying. The coach stays paused. Write when you want, and the lines on that card are there when you need them.',
  welcome: 'Good. At your pace: what would you like to look at now?',
  routes: (topics: string, routes: string) =>
    `What you describe touches ${topics}. That deserves people who know their way there; a coach is not the right one to judge it.\n\n${routes}\n\nNothing was sent and nobody was told: whom you talk to, and when, is yours to decide. Whenever you like, write on, and the coach helps you to prepare that conversation.`,
  topics: {
    harassment: 'how somebody treats you at work',
    discrimination: 'unequal treatment',
    dismissal: 'losing your job',
    medical: 'your health',
    legal: 'your rights'
  },
  and: 'and',
  kinds: {
    works_council: 'Works council',
    ethics_line: 'Ethics line',
    hr: 'Human Resources',
    doctor: 'Company doctor',
    ombuds: 'Ombudsperson',
    union: 'Union',
    assistance: 'Employee assistance'
  },
  outside: {
    harassment:
      'Outside the company: the labor or equality authority of your country, a union, or a lawyer of your own.',
    discrimination: 'Outside the company: the equality authority of your country, a union, or a lawyer of your own.',
    dismissal:
      'Outside the company: a union, or an employment lawyer. Terms for objecting can be short, a few weeks in many countries.',
    medical:
      'Outside the company: your own doctor. With strong pain, trouble breathing or a fainting spell, call your local emergency number now.',
    legal: 'Outside the company: a lawyer, a union, or the labor authority of your country.'
  },
  anyLine: { name: 'Find a line in your country', contact: 'findahelpline.com' }
}
export type SafetyWords = typeof en
