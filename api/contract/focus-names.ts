/** What focus areas are called wherever a person reads them: tab, bot, reasons. */
import type { FocusArea, NudgePreferences } from './nudges.ts'

type Locale = NudgePreferences['language']['locale']

export const FOCUS_NAMES: Readonly<Record<Locale, Readonly<Record<FocusArea, string>>>> = {
  en: {
    one_to_ones: 'One-to-ones and listening',
    feedback: 'Feedback',
    delegation: 'Delegation',
    priorities: 'Priorities',
    hard_conversations: 'Hard conversations',
    recognition: 'Recognition and belonging',
    focus_time: 'Focus and meetings',
    energy: 'Energy and limits',
    learning: 'Learning and growth'
  },
  es: {
    one_to_ones: 'Reuniones individuales y escucha',
    feedback: 'Dar y recibir comentarios',
    delegation: 'Delegar',
    priorities: 'Prioridades',
    hard_conversations: 'Conversaciones difíciles',
    recognition: 'Reconocimiento y pertenencia',
    focus_time: 'Concentración y reuniones',
    energy: 'Energía y límites',
    learning: 'Aprendizaje y desarrollo'
  }
}
