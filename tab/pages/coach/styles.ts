/** Names in coach.css, which is there before any script is. */
export const coachStyles = {
  thread: 'ci-thread',
  turn: 'ci-turn',
  mine: 'ci-mine',
  theirs: 'ci-theirs',
  note: 'ci-note',
  under: 'ci-under',
  composer: 'ci-composer',
  end: 'ci-end',
  spoken: 'ci-spoken'
}
