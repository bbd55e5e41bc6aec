/** Which people whose task it is may help with what somebody writes. Pure. */
import type { RouteTopic } from '../../contract/safety.ts'
import { ROUTE_RULES } from './lexicon-routes.ts'
import { isTopic } from './scope.ts'

/** Work about these things is work, not somebody's own case. */
const AS_WORK =
  /\b(?:(?:legal|compliance|hr|medical|health|security|privacy) (?:team|department|review|signed off|sign off|approved|approval|asked|wants|needs|counsel|meeting|call|deck|client|device|customer|sector|industry|check|training|data|records?)|(?:contract|nda|msa|sow) (?:with|for|from|draft|negotiation|renewal|review|value|template)|(?:our|the|a) (?:client|customer|vendor|supplier|partner)(?: \w+){0,3} (?:contract|agreement|lawsuit|nda|patent)|fired up|patent application for|fire drill|visa (?:card|payment)|doctor's appointment|dentist|annual check ?up|check ?up|flu shot|vaccin\w+|equipo (?:legal|juridico|medico)|departamento (?:legal|juridico|medico)|(?:area|asesor) (?:legal|juridica)|contrato (?:con (?:el|un|nuestro) (?:cliente|proveedor)|del cliente|de (?:servicios|mantenimiento|licencias|proveedor))|cliente del sector|cita (?:con el|del|en el) (?:dentista|medico|medica)|revision (?:medica )?anual|vacuna\w*|a\/b|interview(?:ed)? a|entreviste a|hired a|reviewed the|revisar el contrato|revise el contrato|chequeo)\b/u

/** The topics of a text, most pressing first. */
export function topicsIn(sentences: readonly string[]): readonly RouteTopic[] {
  const found = ROUTE_RULES.filter(({ patterns }) =>
    sentences.some(sentence =>
      patterns.some(pattern => [...sentence.matchAll(pattern)].some(([phrase]) => isOwnCase(sentence, phrase)))
    )
  )
  return found.map(({ topic }) => topic)
}

const isOwnCase = (sentence: string, phrase: string): boolean => !AS_WORK.test(sentence) && !isTopic(sentence, phrase)
