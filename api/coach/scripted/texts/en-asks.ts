import type { Catalogue } from '../catalogue.ts'

export const asks: Catalogue['asks'] = {
  goal: [
    'What would you like to be a little different by the end of this week?',
    'What is on your mind today?',
    'What would make this talk worth your five minutes?',
    'What would you like to get clearer about?',
    'Where would a small change help you most right now?',
    'What are you carrying around that deserves some thought?'
  ],
  goalMore: [
    'What is it about, in one sentence?',
    'If it went better by Friday, what would you notice first?',
    'Which moment of this week comes to mind?',
    'What would you want instead?',
    'Who or what is it mostly about?',
    'Where does it show up in your day?'
  ],
  reality: [
    'What happens at the moment?',
    'What does an ordinary day look like?',
    'When did it last show up?',
    'What have you tried so far?',
    'What makes it hard?',
    'What does it cost you?',
    'What would be better without it?'
  ],
  more: [
    'What happened the last time?',
    'Can you give me one example?',
    'What is the hardest part of it?',
    'What part of it is yours to change?',
    'What goes through your mind then?',
    'How do you usually respond?'
  ],
  options: [
    'What small thing could you try?',
    'Which first step is almost too small to fail?',
    'What has worked before, even a little?',
    'What could you do about it this week?',
    'What would be a good start?',
    'What would you change first?'
  ],
  friend: [
    'What would you tell a friend to try?',
    'Who handles this well, and what do they do?',
    'When was it easier, and what was different?',
    'What would you try if it could not go wrong?',
    'What would the calm version of you do first?',
    'What is the smallest thing that would still count?'
  ],
  scale: [
    'From 0 to 10, how likely is it?',
    'From 0 to 10, how sure are you?',
    'On a scale of 0 to 10, how ready are you?',
    'If 10 is “surely”, where are you now, from 0 to 10?',
    'What number from 0 to 10 do you give it?'
  ],
  why: [
    'What makes it {n}, and not lower?',
    'Why {n}, and not two points less?',
    'What speaks for it, that you say {n}?',
    'What is already in that {n}?',
    'What keeps it from being less than {n}?'
  ],
  smaller: [
    'What would a smaller version look like?',
    'What would make it one point easier?',
    'Which part of it would you do without thinking twice?',
    'How could it be half as big?',
    'What would have to change for you to want it?'
  ],
  cue: [
    'When would that fit: after stand-up, say?',
    'When would that fit?',
    'At which moment will you do it?',
    'What could remind you: a place, a time?',
    'When is the next good chance for it?',
    'Which moment will be your signal?'
  ],
  cueMore: [
    'Which day, and what happens right before it?',
    'Before or after which meeting would it fit?',
    'The morning or the afternoon, and after what?',
    'What do you do every day that it could follow?',
    'When will you have two free minutes?'
  ],
  confirm: [
    'Is that it?',
    'Does that say it right?',
    'Is this the plan?',
    'Shall it stand like that?',
    'Would you sign that?',
    'Does it fit as it is?'
  ],
  reopen: [
    'What would fit better?',
    'How would you put it?',
    'What should be different: the moment or the step?',
    'Which part does not sit right?',
    'What would you rather do?'
  ],
  when: [
    'When shall I ask: tomorrow, in three days, next week?',
    'Shall I ask tomorrow, in three days, or never?',
    'Look back tomorrow, in three days, next week?',
    'Ask you tomorrow, in three days, next week?',
    'Shall I ask today, tomorrow, in three days?'
  ],
  whenAgain: [
    'Which is nearest: tomorrow, in three days, next week?',
    'So tomorrow, in three days, or next week?',
    'Tomorrow, in three days, next week, or not at all?',
    'Of these, which: today, tomorrow, in three days, next week?',
    'Better tomorrow, in three days, or next week?'
  ],
  whenPlan: [
    'If it fits: shall I ask tomorrow, in three days, next week?',
    'If that says it, when shall I ask: tomorrow, in three days, next week?',
    'If it stands like that: ask you tomorrow, in three days, next week?',
    'Change it, or tell me when to ask: tomorrow, in three days, next week?',
    'If you agree: shall I ask today, tomorrow, in three days?'
  ],
  repair: [
    'What did I miss?',
    'What is it, in your words?',
    'What matters most in it?',
    'What should I have heard?',
    'How is it really?'
  ],
  permission: [
    'May I offer two ideas from others?',
    'Would two ideas from others help?',
    'Shall I name two things that people try?',
    'Do you want to hear two options?',
    'May I put two ideas on the table?'
  ],
  pick: [
    'Which is nearer to you, or what would you change?',
    'What would you make of that?',
    'Which of them could work with you?',
    'What speaks to you in it?',
    'What would be your own version?'
  ],
  own: [
    'How would you say that step in your own words?',
    'What would that be with you, concretely?',
    'With whom or with what would you start?',
    'What exactly would you do?',
    'How would it sound as your own step?'
  ],
  use: [
    'What exactly would you do with it?',
    'With whom or with what would you begin?',
    'What exactly would you do next?',
    'And your own step with it?',
    'In your own words, what exactly would you do?'
  ],
  helped: [
    'What helped you do it?',
    'What did you do that made it work?',
    'What surprised you about it?',
    'What would you keep for the next time?',
    'What did it change?'
  ],
  build: [
    'Do you want to build on it, or is that enough for today?',
    'Would you like to go a step further, or leave it there?',
    'Is there a next step in it, or shall we stop here?',
    'Shall we take it further, or is it enough for now?',
    'Do you want to plan something more, or leave it at that?'
  ],
  gotInWay: [
    'What got in the way?',
    'What happened instead?',
    'What was going on at that moment?',
    'What made it harder than it looked?',
    'Where did it stop?'
  ],
  which: [
    'Which one do you want to look at first?',
    'Where do you want to begin?',
    'Which of them would change most for you?',
    'What matters most in that?',
    'Which part is most in your hands?'
  ],
  playWho: [
    'Who shall I be, and what is it about?',
    'Whom do you want to talk to, and about what?',
    'Which person shall I play, and what do you need to say?',
    'Who sits across from you, and what is the matter?',
    'Who is it, and what do you want them to understand?'
  ],
  playHow: [
    'How do they usually react: defensive, evasive, angry, silent?',
    'What do they do when it gets difficult?',
    'How will they take it, do you think?',
    'What reaction do you fear most?',
    'How do you expect them to answer?'
  ],
  playStart: [
    'I am in the role now; “stop” ends it. You begin.',
    'I play along from here; write “stop” when you have enough. Your first sentence, please.',
    'From now on I answer in the role, until you write “stop”. Go ahead.',
    'I take the role; “stop” brings me back. How you begin is up to you.',
    'Say it as you would say it there. “Stop” ends the role.'
  ],
  playOut: [
    'What worked in the way you said it?',
    'What did you like about what you said?',
    'Which of your sentences would you keep?',
    'What felt right in it?',
    'Where were you closest to what you wanted to say?'
  ],
  playNext: [
    'What will you do or say when it is real?',
    'What is the one sentence you take with you?',
    'What will you change when it counts?',
    'What is your first step toward the real talk?',
    'What do you want to do differently there?'
  ],
  onePoints: [
    'Which three points must not be missed?',
    'What has to be talked about, three points at most?',
    'What are your three points, in a few words each?',
    'What do you want to have said when you walk out? Up to three points.',
    'Which topics matter most, three at most?'
  ],
  oneMore: [
    'What else belongs on the list?',
    'What else would you regret not raising?',
    'Is there another point, or is that all?',
    'What is missing, if anything?',
    'Which point would they bring?'
  ],
  oneOpening: [
    'With which sentence will you open?',
    'How do you want to begin, in one sentence?',
    'What will your first sentence be?',
    'What do you say once you both sit down?',
    'How would you start, so that it feels like you?'
  ],
  oneAsk: [
    'Which open question do you want to ask them?',
    'What would you like to hear from them?',
    'What do you want to ask, and then just listen?',
    'What do you need to find out from them?',
    'Which question would show you where they stand?'
  ],
  fitsYou: [
    'What would you change in it?',
    'How does that sound in your mouth?',
    'Which word is not yours?',
    'What would make it more yours?',
    'Does that come close?'
  ]
}
