/** What simulated people bring, in English. Invented, and no one's. */
import type { Scene } from './person.ts'

export const scenes: readonly Scene[] = [
  {
    goals: [
      'I want to delegate more, I do everything myself',
      'How can I hand over work without losing control of it?',
      'My team keeps coming to me with every little thing and I end up doing it'
    ],
    states: [
      'I rewrite the slides of my people at night because it is faster than explaining',
      'They wait for me to decide and I jump in every time',
      'Last week I redid a whole report that Ana could have fixed',
      'I am afraid the client notices when the quality drops'
    ],
    steps: [
      'ask Ana to write the first version of the report',
      'I will give Tom the weekly numbers and not touch them',
      'let them bring one proposal before I answer'
    ],
    cues: ['after the Monday stand-up', 'when somebody asks me what to do', 'before I open the slides again'],
    tell: 'tell my team that I will not check every slide any more',
    who: 'With Ana, about taking over the report',
    spoken: [
      'Ana, I would like you to write the report from now on.',
      'I trust you with it and I can help with the first one.',
      'Could we look at it together on Friday?'
    ],
    short: {
      goals: ['I do too much myself', 'delegate more'],
      states: ['faster myself', 'they wait for me'],
      steps: ['ask Ana', 'give Tom the numbers'],
      cues: ['after stand-up', 'Monday morning']
    },
    points: 'the monthly report, her workload, and what she wants to learn'
  },
  {
    goals: [
      'I have too much on my plate',
      'I work until nine every day and still do not finish',
      'I can not say no when a new request comes in'
    ],
    states: [
      'My boss changes the priorities twice a week and nothing is ever dropped',
      'I have three deadlines on Friday and two of them are not even mine',
      'I say yes because I do not want to disappoint anyone',
      'There is no hour in my calendar without a meeting'
    ],
    steps: [
      'I will ask my boss which two of these come first',
      'block one hour each morning and close the mail',
      'answer the next request with a date and not with yes'
    ],
    cues: ['when the next request arrives', 'at 9 on Monday', 'right after lunch'],
    tell: 'tell my boss that I cannot take on another project',
    who: 'With my boss, about my workload. He gets annoyed quickly',
    spoken: [
      'I have four projects this month and I cannot do them all well.',
      'I need you to tell me which one can wait.',
      'Can we decide that today?'
    ],
    short: {
      goals: ['too much work', 'no time'],
      states: ['priorities change daily', 'meetings all day'],
      steps: ['ask my boss what’s first', 'block an hour'],
      cues: ['9am', 'after lunch']
    },
    points: 'my workload, the deadline of the audit, holidays in August'
  },
  {
    goals: [
      'I have to give feedback to a colleague who is always late with his part',
      'I need to tell someone on my team that her tone hurts people',
      'I avoid giving criticism and then I explode'
    ],
    states: [
      'He delivers two days late and I have to work on the weekend',
      'I told him once in passing and he laughed about it',
      'She interrupts the juniors and they stop talking',
      'I am nervous because we are also friends'
    ],
    steps: [
      'ask him for fifteen minutes and tell him what the delay does to my weekend',
      'I will write down one example before I talk to her',
      'say it on the same day and not a month later'
    ],
    cues: ['after our meeting on Thursday', 'when the next part comes late', 'before our one-to-one'],
    tell: 'tell him that his delays cost me my weekends',
    who: 'My colleague Ben, about his late parts, he makes jokes and changes the subject',
    spoken: [
      'Ben, the last three parts came two days late.',
      'I had to work on Saturday because of that.',
      'I need to know by Wednesday if it gets late.'
    ],
    short: {
      goals: ['feedback to a colleague', 'he is always late'],
      states: ['he laughs', 'two days late again'],
      steps: ['tell him directly', 'write one example'],
      cues: ['Thursday meeting', 'next time it’s late']
    },
    points: 'late deliveries; how we plan; what he needs from me'
  },
  {
    goals: [
      'I am afraid of speaking up in the leadership meeting',
      'I feel like an impostor since I joined this team',
      'I want to be more confident when I present numbers'
    ],
    states: [
      'I have the idea and then somebody else says it',
      'My heart beats and I think it is not smart enough',
      'Last time I prepared three points and said none',
      'Everyone there has been in the company for ten years'
    ],
    steps: [
      'say one sentence in the first ten minutes',
      'I could ask Maria what she thinks I do well',
      'prepare one question and ask it whatever happens'
    ],
    cues: [
      'when the first topic is opened',
      'before the leadership meeting on Tuesday',
      'in the morning with my coffee'
    ],
    tell: 'tell the group that I see a risk in the plan',
    who: 'My director, about my idea. She is cold and says nothing',
    spoken: [
      'I see a risk in the plan and I would like to explain it.',
      'Two of our customers left because of this last year.',
      'What would you need to see to test it?'
    ],
    short: {
      goals: ['speaking up in meetings', 'not confident'],
      states: ['I go blank', 'others talk first'],
      steps: ['say one sentence', 'ask one question'],
      cues: ['start of the meeting', 'Tuesday']
    },
    points: 'my idea for onboarding, feedback on my presentation'
  },
  {
    goals: [
      'There is a conversation I keep avoiding with a colleague',
      'A coworker takes credit for my work',
      'The two of us in the team do not talk to each other any more'
    ],
    states: [
      'He presented my slides as his own in front of the board',
      'We have not spoken since the argument in March',
      'I get angry as soon as he opens his mouth',
      'Our manager pretends that nothing happened'
    ],
    steps: [
      'ask him for a coffee, just the two of us',
      'I will tell him what I saw and ask how it was for him',
      'write down what I want before I talk to him'
    ],
    cues: ['on Wednesday after the team lunch', 'when I see him in the kitchen', 'tomorrow morning'],
    tell: 'tell him that I want my name on those slides',
    who: 'With Marc, about the slides, he will be defensive',
    spoken: [
      'Marc, I saw my slides in your presentation without my name.',
      'That made me angry, I worked on them for two weeks.',
      'I want us to agree how we do that next time.'
    ],
    short: {
      goals: ['conflict with a colleague', 'he takes my credit'],
      states: ['we don’t talk', 'he used my slides'],
      steps: ['ask him for coffee', 'talk to him'],
      cues: ['Wednesday lunch', 'tomorrow morning']
    },
    points: 'the slides, how we share credit'
  },
  {
    goals: [
      'I cannot focus, I get distracted all day',
      'I procrastinate on the one report that matters',
      'My day is meetings and my own work starts at six'
    ],
    states: [
      'Teams pings every two minutes and I always look',
      'I start with the easy mails and then it is noon',
      'I had seven meetings yesterday and three of them without me saying a word',
      'The report is big and I do not know where to begin'
    ],
    steps: [
      'close Teams for the first hour',
      'I will write the first paragraph before I read any mail',
      'decline the Thursday status meeting'
    ],
    cues: ['I sit down at my desk', 'at 8:30 every morning', 'when I open my laptop'],
    tell: 'tell my team that I am offline from nine to ten',
    who: 'My manager, about fewer meetings',
    spoken: [
      'I am in seven meetings a day and my own work starts at six.',
      'I would like to leave two of them.',
      'Which ones do you need me in?'
    ],
    short: {
      goals: ['can’t focus', 'distracted all day'],
      states: ['Teams pings', 'too many meetings'],
      steps: ['close Teams', 'write one paragraph'],
      cues: ['8:30', 'when I sit down']
    },
    points: 'meetings I can leave, the report, home office days'
  },
  {
    goals: [
      'I was promoted and now I lead my former colleagues',
      'I have a new role as team lead and I do not know where to start',
      'My first week as a manager is on Monday'
    ],
    states: [
      'They make jokes when I say what has to be done',
      'I still do my old tasks because nobody took them over',
      'One of them wanted the job too',
      'My boss expects a plan for the first month'
    ],
    steps: [
      'ask each of them what should stay as it is',
      'I want to talk to Paula first, because she wanted the job',
      'give my old tickets to Sam this week'
    ],
    cues: ['in our first one-to-one', 'when the week begins', 'after the Monday meeting'],
    tell: 'tell them that I am their lead now and need their help',
    who: 'Paula, who wanted my job. She goes quiet',
    spoken: [
      'Paula, I know that you wanted this role as well.',
      'I would like to hear how it is for you now.',
      'I need your experience in this team.'
    ],
    short: {
      goals: ['new role', 'leading old colleagues'],
      states: ['they joke', 'still my old tasks'],
      steps: ['talk to Paula', 'ask each of them'],
      cues: ['Monday meeting', 'our one-to-one']
    },
    points: 'how she feels about it, her projects, what she expects from me'
  },
  {
    goals: [
      'I want to ask for a raise',
      'I do not know what my next career step is',
      'I would like to move to another department and nobody knows'
    ],
    states: [
      'I have taken over two projects and the pay is the same as in 2022',
      'My manager is nice and always says later',
      'I like the work with customers and hate the reports',
      'I have never asked for anything here'
    ],
    steps: [
      'write down three results with a number each',
      'I will ask Julia how she changed departments',
      'tell my manager in one sentence what I want next'
    ],
    cues: ['on Friday at four', 'before my yearly talk', 'when my manager asks how things are going'],
    tell: 'tell my manager that I expect a raise this year',
    who: 'My manager, about my salary. He avoids the topic',
    spoken: [
      'I would like to talk about my salary.',
      'I took over two projects and both were finished on time.',
      'Could you tell me by June what is possible?'
    ],
    short: {
      goals: ['a raise', 'next career step'],
      states: ['boss says later', 'same pay since 2022'],
      steps: ['write three results', 'ask Julia'],
      cues: ['Friday at four', 'before my review']
    },
    points: 'my results, my salary, what comes next'
  }
]
