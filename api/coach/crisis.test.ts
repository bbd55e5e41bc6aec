import { expect, test } from 'vitest'
import { soundsLikeCrisis } from './crisis.ts'

test.each([
  'I want to kill myself',
  'honestly i don’t want to be here anymore',
  'Everyone would be better off without me',
  'I have been thinking about suicide',
  'There is no point in living',
  'this deadline is killing me and I want to die',
  'Quiero morirme',
  'no quiero seguir viviendo así',
  'a veces pienso en quitarme la vida',
  'Mi familia estaría mejor sin mí',
  'he pensado en hacerme daño'
])('“%s” gets the human-written card', text => expect(soundsLikeCrisis(text)).toBe(true))

test.each([
  'This deadline is killing me',
  'We should kill the project before it eats the quarter',
  'I am dying to know how it went',
  'I am dead tired today',
  'Este plazo me está matando',
  'Me muero de risa con mi equipo',
  'Vamos a matar dos pájaros de un tiro',
  'My manager wants to end the meeting early'
])('“%s” is ordinary work talk', text => expect(soundsLikeCrisis(text)).toBe(false))
