import type { Catalogue } from '../catalogue.ts'

export const play: Catalogue['play'] = {
  as: '(as {who}) “{line}”',
  lines: {
    defensive: [
      'That is not fair. I do my best here.',
      'And why is it always me?',
      'Nobody told me that it was a problem.',
      'You do that yourself, don’t you?',
      'I had my reasons. Did you think of that?',
      'So it is my fault again.',
      'Others do the same, and nobody talks to them.',
      'I don’t see it like that at all.',
      'Who says so? Has somebody complained?',
      'You were not even there.'
    ],
    evasive: [
      'Yes, sure, we should look at that some time.',
      'Can we do this another day? I have a call.',
      'It is complicated at the moment.',
      'Oh, that. It is not that important, is it?',
      'Let me think about it. What else is there?',
      'I thought we had settled that.',
      'Hm. By the way, how is the other project?',
      'We will see. It usually sorts itself out.',
      'That depends on so many things.',
      'Maybe. Let’s wait for the numbers.'
    ],
    angry: [
      'Seriously? Now you come with that?',
      'I have had enough of this topic.',
      'Do you know how much I have on my desk?',
      'This is really not the moment.',
      'So after all that I did, this is what I get?',
      'Don’t tell me how to do my work.',
      'No. That is out of the question.',
      'You make it sound so easy.',
      'I am tired of hearing that.',
      'And what do you expect me to do now?'
    ],
    silent: [
      'Hm.',
      'Okay.',
      'If you say so.',
      '… I don’t know what to say.',
      'All right. Is that it?',
      'I see.',
      'I will have to think about that.',
      '… Go on.',
      'Not sure what you want from me.',
      'Yes. Well.'
    ]
  },
  softer: [
    'Okay. I had not seen it that way. What do you propose?',
    'Fair. What would you need from me?',
    'I hear you. Give me an example, so that I can follow.',
    'All right, let us try. How do we begin?',
    'I did not know that it weighed on you. Go on.',
    'Good that you tell me directly. What now?',
    'That I can understand. What would help?',
    'Fine. What would be the first step?'
  ],
  traits: {
    question: [
      'You asked a question, and that opened the talk.',
      'You asked instead of telling; that gave them room.',
      'You left them space with a question.'
    ],
    always: [
      'You said “always” or “never”: such words invite an argument; one example is harder to deny.',
      'You used “always” or “never”; a single moment that you saw is stronger.',
      'You put it in general; one concrete case would be harder to push away.'
    ],
    own: [
      'You spoke for yourself, and that is hard to argue with.',
      'You said “I” where it would be easy to say “you”.',
      'You stayed with what it is like for you.'
    ],
    request: [
      'You said clearly what you want.',
      'You made a request that they can say yes to.',
      'You named what should happen next.'
    ],
    short: [
      'You kept it short; a little more of why might help them follow.',
      'You used few words; they might need one example.',
      'You came to the point at once.'
    ],
    long: [
      'You explained a lot; the one sentence that counts came late.',
      'You gave many reasons; the strongest alone would do.',
      'You said much at once; a pause would give them room.'
    ]
  }
}

export const drafts: Catalogue['drafts'] = {
  told: [
    'There is something I want to tell you directly: {what}. How do you see it?',
    'I would like to be open with you: {what}. What would you need from me now?',
    'Do you have five minutes? {What}. I would like to find a way with you.',
    'It matters to me that you hear it from me: {what}. Can we talk about what follows?',
    'I want to be clear about one thing: {what}. What do you think about it?'
  ],
  topics: {
    overload: [
      'I want to do this well, and right now I can’t take it on without dropping something. Which of my tasks should wait?',
      'I have more than fits into this week. Could we look together at what comes first?',
      'I can start on that next week. If it must be sooner, what should I leave for it?'
    ],
    delegation: [
      'I would like to give you this task, because I trust you with it. What do you need from me to begin?',
      'Would you take this over? The result should be ready by Friday; how you do it is yours.',
      'I have held on to this too long. Would you like to make it yours, and we look at it together once?'
    ],
    feedback: [
      'I noticed something I want to share with you. When that happened, it made my work harder. Could we agree how to do it next time?',
      'May I tell you what I saw? It cost us time, and I think you would want to know. How was it for you?',
      'One thing I value in your work, and one thing I would like to change. Shall I start with the second?'
    ],
    conflict: [
      'I don’t want this to stand between us. This is how I saw it; how was it for you?',
      'I think we both want this to work. Can we talk about what happened, without looking for who is to blame?',
      'Our last talk has stayed with me. I would like to understand your side, and tell you mine.'
    ],
    presentation: [
      'In ten minutes you will know three things: where we are, what is missing, and what I ask of you.',
      'I start with the question that most of you have, and I will answer it at the end.',
      'One number surprised me when I prepared this. I will show you why it matters to you.'
    ],
    career: [
      'I would like to grow into the next role. What would you have to see from me, and by when could we look at it again?',
      'I have delivered more this year than my role asks for. I would like to talk about what that means for my pay.',
      'I want to take on more. Which task would show you that I am ready?'
    ],
    manager: [
      'I would like to talk about how we work together. What I need is clearer priorities; what do you need from me?',
      'Can I have fifteen minutes? Something keeps me from doing my work well, and I would like to solve it with you.',
      'I value that you trust me. It would help me to know by Monday what comes first.'
    ],
    news: [
      'I have news that is not easy, so I say it directly. Ask me anything; what I know I will tell you.',
      'I must tell you something you will not like. I have decided it, and I want to explain why.',
      'This is hard to say, and you should hear it from me first. Take the time you need.'
    ],
    team: [
      'I would like us to talk for ten minutes about how we work together. What helps you, and what should change?',
      'I have the impression that something is not going well between us as a team. What do you see?',
      'Before we start: what went well since last time, and what should we do differently?'
    ],
    confidence: [
      'I am not sure about this yet, and I would like to say what I see so far.',
      'May I add a thought? It is not finished, and it may help us.',
      'Before we decide, I have one question that I think matters.'
    ],
    role: [
      'I am new in this role, and I want to learn how you work. What should stay as it is, and what would you change?',
      'What do you need from me in the first weeks, and how will we both see that it goes well?',
      'I will make mistakes at the start. Tell me early, please; that is how you help me most.'
    ],
    focus: [
      'From nine to eleven I am offline to finish one thing. If it burns, call me.',
      'I read mail at noon and at four. What must not wait, please bring to my desk.',
      'I would like to keep this hour free of meetings. Could we meet after eleven instead?'
    ],
    listening: [
      'I interrupted you just now, sorry. Please finish your thought.',
      'I want to be sure that I understood. You mean that it comes too late, right?',
      'Tell me more about that before I say anything.'
    ]
  },
  any: [
    'I would like to talk about something that matters to me. Do you have ten minutes this week?',
    'I have been thinking about this for a while and want to say it directly. How do you see it?',
    'May I be open with you? This is how it is for me, and this is what I would ask of you.'
  ]
}
