/** The coach's English, written for people between two meetings: short, plain, one question at most. */
import type { Catalogue } from '../catalogue.ts'
import { asks } from './en-asks.ts'
import { opens, ends } from './en-opens.ts'
import { own, ownEnds } from './en-own.ts'
import { drafts, play } from './en-play.ts'
import { ideas, topics } from './en-topics.ts'

export const en: Catalogue = {
  asks,
  opens,
  ends: { ...ends, ...ownEnds },
  own,
  frames: {
    you: [
      '{You}.',
      'So {you}.',
      'It sounds like {you}.',
      'As I hear it, {you}.',
      '{You}, then.',
      'The way you tell it, {you}.',
      'If I follow you, {you}.'
    ],
    said: [
      '“{Said}”: you put it plainly.',
      'So for you it is “{said}”.',
      'You say “{said}”.',
      '“{Said}”, as you put it.',
      'What you bring is “{said}”.',
      'You name “{said}”.',
      '“{Said}”: you see where it sits.'
    ],
    asked: [
      'You wonder: “{asked}”',
      'What you turn over: “{asked}”',
      'You would like to know: “{asked}”',
      'On your mind: “{asked}”',
      'It leaves you with this: “{asked}”'
    ],
    both: [
      '{One}, and at the same time {two}.',
      'On one side {one}; on the other, {two}.',
      '{One}, and yet {two}.',
      'Two things at once: {one}, and {two}.',
      '{One}; still, {two}.'
    ],
    two: [
      'I hear two things: {one}; and {two}.',
      '{One}. Also, {two}.',
      'Two things stand out: {one}, and {two}.',
      'So {one}, and {two}.',
      'In short: {one}; and {two}.'
    ]
  },
  topics,
  ideas,
  leads: ['Right.', 'All right.', 'I see.', 'Thank you.', 'Good to know.', 'Understood.', 'Let’s see.', 'Fair enough.'],
  moments: { today: 'later today', tomorrow: 'tomorrow', three_days: 'in three days', next_week: 'next week' },
  play,
  drafts,
  openings: [
    'Thank you for taking the time. I have a few things, and the first matters most to me.',
    'I would like to use our time well. May I tell you what is on my mind first?',
    'Before we go through the list: how are you with the work at the moment?'
  ],
  listed: [
    'Thank you for your time. On my list: {points}.',
    'My list for today: {points}. And yours?',
    'I came with this: {points}. May I begin?'
  ],
  and: 'and',
  someMoment: 'it is tomorrow morning',
  questionsAbout: [
    'How do you see {point}?',
    'What should I know about {point}?',
    'What matters most to you in {point}?'
  ],
  questions: [
    'What is hardest for you right now?',
    'What should I do more of, and what less?',
    'What would you do in my place?',
    'What have I not asked that I should know?'
  ],
  them: 'the other person',
  material: {
    found: [
      'In “{title}” your company says: “{quote}”',
      'From your company’s “{title}”: “{quote}”',
      '“{title}” of your company has this: “{quote}”',
      'Your company wrote in “{title}”: “{quote}”'
    ],
    none: [
      'I find nothing on that in what your company gave me to read. Your manager or HR may know.',
      'What your company gave me to read does not answer that. HR may.',
      'I looked, and your company’s material has nothing on that. Ask HR or your manager.'
    ]
  },
  meeting: {
    cue: 'the one-to-one starts',
    say: 'say “{line}”',
    found: 'say it as we wrote it',
    ask: ' and ask “{line}”'
  }
}
