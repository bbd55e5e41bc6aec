import type { Catalogue } from '../catalogue.ts'

/** Ideas are verbs that follow "you could", so that each can be planned as it stands. */
export const topics: Catalogue['topics'] = {
  overload: {
    reality: [
      'What is on your plate that nobody would miss?',
      'Who decides what comes first, and do they know all of it?',
      'Which of these tasks keeps you up?'
    ],
    options: [
      'What could wait a week without harm?',
      'To whom could you say “not this week”?',
      'Which one thing would you take off the list first?'
    ],
    ideas: [
      'write all of it down and ask your manager which two come first',
      'answer the next request with “what should wait for it?”',
      'block one hour a day in which nothing new comes in',
      'give one task back with a date by which you could do it'
    ]
  },
  delegation: {
    reality: [
      'What holds you back when you could hand something over?',
      'What do you fear would happen if somebody else did it?',
      'Which task do you still do that somebody could learn from?'
    ],
    options: [
      'Which one task could leave your desk first, and to whom?',
      'What could somebody on your team do at 80% of your quality?',
      'What would you have to explain, so that you can let go?'
    ],
    ideas: [
      'hand over one small task and agree when you both look at it',
      'say what the result should look like, and leave the way open',
      'ask one person which of your tasks they would like to learn',
      'let the next one finish it, and give feedback afterwards'
    ]
  },
  feedback: {
    reality: [
      'What did you see or hear, as a camera would have seen it?',
      'What does it do to you or to the work?',
      'What have you told them so far?'
    ],
    options: [
      'What is the one thing they should hear?',
      'When would be a calm moment to say it?',
      'What would you like them to do next time?'
    ],
    ideas: [
      'say one thing you saw, what it caused, and what you wish for',
      'ask first whether this is a good moment',
      'begin with what works, if you mean it',
      'ask how they see it before you say how you see it'
    ]
  },
  conflict: {
    reality: [
      'What would the other person say it is about?',
      'What do you need that you are not getting?',
      'Which moment still bothers you?'
    ],
    options: [
      'What could you say that is true and does not blame?',
      'What do you both want?',
      'What would be a first small sign from your side?'
    ],
    ideas: [
      'ask for fifteen minutes, just the two of you',
      'tell what you saw and ask how it was for them',
      'say what you both want before you say what divides you',
      'write down the one sentence they should hear, and nothing else'
    ]
  },
  focus: {
    reality: [
      'What pulls you away most often?',
      'At what time of day do you work best?',
      'Which task has been waiting longest?'
    ],
    options: [
      'Which hour this week could be without interruptions?',
      'What could you switch off for half an hour?',
      'Which task deserves the first hour of a day?'
    ],
    ideas: [
      'close the mail for the first half hour of the day',
      'put the hardest task before the first meeting',
      'block two hours and tell one colleague about it',
      'work 25 minutes on one thing with the phone in another room'
    ]
  },
  listening: {
    reality: [
      'In which meeting do you notice it most?',
      'What goes through your mind right before you speak?',
      'What do people do when you jump in?'
    ],
    options: [
      'What would help you wait a moment longer?',
      'With whom would you like to try it first?',
      'What could you do instead of answering at once?'
    ],
    ideas: [
      'count to three before you answer',
      'ask one question before you give a view',
      'say back what you heard in one sentence first',
      'write your thought down instead of saying it'
    ]
  },
  confidence: {
    reality: [
      'In which moment is it strongest?',
      'What would others say you do well there?',
      'What exactly do you fear would happen?'
    ],
    options: [
      'What could you say or do while you still feel unsure?',
      'When did it go better than you feared?',
      'What would be a small test of that fear?'
    ],
    ideas: [
      'say one sentence in the first ten minutes of the meeting',
      'ask one person you trust what you do well',
      'write down three things that went right this week',
      'prepare one question that you will ask, whatever happens'
    ]
  },
  career: {
    reality: [
      'What do you want more of in your work, and less of?',
      'What have you done this year that you are proud of?',
      'Who knows that you want this?'
    ],
    options: [
      'Whom could you ask how they got there?',
      'What would show that you are ready?',
      'What could you find out this week?'
    ],
    ideas: [
      'tell your manager in one sentence what you want next',
      'ask somebody who does that work for twenty minutes',
      'write down three results of this year with a number each',
      'ask what would have to be true for that step'
    ]
  },
  role: {
    reality: [
      'What is most different from before?',
      'What do people expect from you that nobody said aloud?',
      'What do you still do from your old role?'
    ],
    options: [
      'What would you like to have learned by the end of next week?',
      'Whom could you ask what they need from you?',
      'Which old task would you let go first?'
    ],
    ideas: [
      'ask each person on the team what should stay as it is',
      'agree with your manager what counts as a good first month',
      'drop one task of your old role this week',
      'take half an hour on Friday to note what you learned'
    ]
  },
  presentation: {
    reality: [
      'What should people do or know when you are done?',
      'Which part makes you nervous?',
      'Who will be in the room?'
    ],
    options: [
      'What is the one sentence they should remember?',
      'With whom could you try the first two minutes?',
      'What could you leave out?'
    ],
    ideas: [
      'say the first two sentences aloud three times',
      'cut it to three points, one slide each',
      'try it with one colleague who asks hard questions',
      'start with the question that the room has anyway'
    ]
  },
  manager: {
    reality: [
      'What do you need from your manager that you don’t get?',
      'What might it look like from their side?',
      'What have you said to them about it?'
    ],
    options: [
      'What could you ask for, in one sentence?',
      'When is a good moment to raise it?',
      'What is in your hands, whatever your manager does?'
    ],
    ideas: [
      'ask which of your tasks comes first this week',
      'say what you need in order to do it well',
      'ask for fifteen minutes about how you two work together',
      'send a short note on Friday: done, next, where you need help'
    ]
  },
  news: {
    reality: [
      'What exactly do they need to know?',
      'What do you fear most about that moment?',
      'What will they probably ask first?'
    ],
    options: [
      'What is the first sentence, without any detour?',
      'What can you offer them afterwards?',
      'When and where would it be fair to tell them?'
    ],
    ideas: [
      'say it in the first two sentences, then be quiet',
      'write down the three questions they will ask, with honest answers',
      'choose a place where they can leave without an audience',
      'say what you know, what you don’t, and when they hear more'
    ]
  },
  team: {
    reality: [
      'What do you notice in the team, day to day?',
      'Who is it hardest with, and who is it easy with?',
      'What did it look like when it went well?'
    ],
    options: [
      'What could you ask the team next time you meet?',
      'What would be one thing you do differently from your side?',
      'Whom could you talk to first?'
    ],
    ideas: [
      'ask each of them what helps and what hinders',
      'begin the next meeting with what went well',
      'thank one person for something exact',
      'agree on one rule together, and look at it in two weeks'
    ]
  }
}

export const ideas: Catalogue['ideas'] = [
  'do the first ten minutes of it and then decide',
  'tell one person what you are going to try',
  'write down what a good end would look like',
  'ask somebody who has done it how they began',
  'take the smallest part of it and finish that',
  'put half an hour for it into your calendar'
]
