import type { ReportTexts } from './words.ts'

export const en: ReportTexts = {
  fewerThan: (limit, of) => `fewer than ${limit} of ${of}`,
  moreThan: (limit, of) => `more than ${limit} of ${of}`,
  countOf: (count, of) => `${count} of ${of}`,
  between: (low, high) => `${low} to ${high}`,
  said: (figure, label) => `${figure}: ${label} people`,
  andBefore: (said, before) => `${said}; in the report before: ${before}`,
  asHint: said => `${said}. With so few people, read it as a hint`,
  mostChosen: (area, label) => `Most chosen to grow in: ${area}, ${label} people`,
  counted: people =>
    `${people} people are counted. Figures appear once enough of them did something, and enough did not`,
  notEnough: 'Not enough people yet to say anything without pointing at someone',
  waiting:
    'Some people came since and are not counted yet: they begin to be once enough of them wait, in a month’s report.',
  unbroken: 'Not broken down: the company, or each of its groups, is too small. Broken down, it would be told less.',
  whyNotAll: dimensions =>
    dimensions === 1
      ? 'Everybody is counted in one group, the one they were in when they began to be counted.'
      : `So that two tables cannot be taken from one another, everybody is counted in only one of the ${dimensions} tables. Who is counted here was drawn by chance; the figures above count all.`,
  blankedWhy: (count, smallest) =>
    count === 0
      ? 'Nothing is blank in this report.'
      : `${count === 1 ? '1 figure is' : `${count} figures are`} blank: fewer than ${smallest} people are counted there or did what it is about, or nearly nobody or everybody did.`,
  dimensions: { cohort: 'Cohort', country: 'Country', department: 'Department' },
  focus: 'People who have this on the list of areas that they chose to grow in. It never follows from what they wrote',
  deeds: {
    installed: { name: 'Can be reached', definition: 'People with access who have the coach in their Teams' },
    agreed: { name: 'Agreed to coaching', definition: 'People who said yes to the current agreement' },
    started: {
      name: 'Had a first conversation',
      definition: 'People who ever wrote to the coach. Sessions without a trace are not counted, here or anywhere'
    },
    active: {
      name: 'Talked with the coach',
      definition: 'People who wrote to the coach at least once in the week, or month, of the report'
    },
    nudge_planned: {
      name: 'Nudge planned',
      definition: 'People for whom a nudge came due in the period, whether it went out or not'
    },
    nudge_sent: { name: 'Nudge sent', definition: 'Of those, people to whom one went out' },
    nudge_answered: {
      name: 'Nudge answered',
      definition:
        'Of those, people who had pressed an answer when the report was made. Whether somebody read it is not known'
    },
    nudge_acted: { name: 'Acted on a nudge', definition: 'Of those, people who answered that they did it' },
    plan_made: { name: 'Made a plan', definition: 'People who made an if-then plan in the period' },
    plan_kept: {
      name: 'Kept a plan',
      definition: 'Of those, people who had said, when the report was made, that a plan of the period happened'
    },
    enrolled: { name: 'Enrolled', definition: 'People who take or completed at least one course' },
    completed: { name: 'Completed a course', definition: 'Of those, people who completed at least one' },
    chat_ended: { name: 'Ended the chat', definition: 'People who blocked or removed the coach in their Teams' },
    unreached: {
      name: 'Not reached',
      definition: 'People to whom at least one message of the period could not be delivered in Teams'
    },
    pulse_answered: {
      name: 'Answered whether it helps',
      definition: 'People who answered at least one of the two questions that are asked once a month'
    },
    pulse_helped: {
      name: 'Said that coaching helped',
      definition: 'Of those, people who said “yes” or “a little” to: has coaching helped you at work?'
    },
    pulse_second: {
      name: 'Did something differently',
      definition: 'Of those, people who said “yes” to: have you done something differently because of it?'
    }
  },
  lift: {
    none: points =>
      points === null
        ? 'No experiment is on. With the people there are, none could find anything.'
        : `No experiment is on. The best one could find a difference of ${points} points.`,
    running: 'An experiment is on; its first figures come at a date that was fixed when it began.',
    verdicts: {
      helps: 'Nudges help, by the experiment’s own measure.',
      harms: 'Nudges harm, by the experiment’s own measure.',
      not_enough: 'Not enough evidence yet to say that nudges help.',
      blocked: 'The experiment’s groups are not as they were drawn: nothing may be read from it.',
      halted: 'The experiment was halted: nudges drove away more people than was agreed.'
    }
  }
}
