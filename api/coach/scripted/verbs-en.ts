/** What people at work say they will do. */
const VERBS = new Set(
  'accept add address admit agree allow announce answer apologize apply approach arrange ask attend avoid be begin block book bring build buy call cancel change check choose clarify clean clear close collect come compare compliment confirm contact control count cover create cut decide decline define delegate delete describe discuss divide do draft draw drop eat email end exercise explain express face finish fix focus follow get give go hand help hold ignore inform invite join keep know lead learn leave let limit list listen look make map mark measure meet mention message mute name note observe offer open order organize pack pass pause pay pick plan play postpone practice practise praise prepare present prioritize propose protect push put raise reach read record reduce refuse remind remove repeat reply report request reserve respond rest return review say schedule see select send set share show shut sit skip sleep smile solve speak spend split stand start state stay step stick stop stretch structure suggest summarize support switch take talk teach tell thank think train trust try turn turn use visit wait walk watch wear work write'.split(
    ' '
  )
)

export const isVerb = (word: string): boolean => VERBS.has(word)
