/** The card for acute danger in languages that the product does not speak otherwise: in need nobody should translate. */
import type { Spoken } from './spoken.ts'

export const ACUTE_ELSEWHERE: Readonly<Record<Exclude<Spoken, 'en' | 'es'>, (lines: string) => string>> = {
  de: lines =>
    `Was du schreibst, klingt ernst, und ein Mensch kann besser helfen als dieses Programm. Wenn du jetzt in Gefahr bist, ruf den Notruf an (in Europa 112).\n\n${lines}\n\nNiemand in deinem Unternehmen erfährt, was du geschrieben hast. Der Coach macht hier eine Pause; diese Worte haben Menschen geschrieben.`,
  fr: lines =>
    `Ce que tu écris semble grave, et une personne peut mieux t’aider que ce programme. Si tu es en danger maintenant, appelle les urgences (en Europe, le 112).\n\n${lines}\n\nPersonne dans ton entreprise n’apprend ce que tu as écrit. Le coach s’arrête ici ; ces mots ont été écrits par des personnes.`,
  pt: lines =>
    `O que você escreve parece sério, e uma pessoa pode ajudar melhor do que este programa. Se você está em perigo agora, ligue para o número de emergência do seu país.\n\n${lines}\n\nNinguém na sua empresa fica sabendo do que você escreveu. O coach faz uma pausa aqui; estas palavras foram escritas por pessoas.`,
  it: lines =>
    `Quello che scrivi sembra serio, e una persona può aiutarti meglio di questo programma. Se sei in pericolo adesso, chiama il numero di emergenza (in Europa il 112).\n\n${lines}\n\nNessuno nella tua azienda viene a sapere che cosa hai scritto. Il coach si ferma qui; queste parole le hanno scritte delle persone.`
}

/** Before the numbers of the person's country. */
export const EMERGENCY: Readonly<
  Record<Spoken, { readonly any: string; readonly ambulance: string; readonly police: string }>
> = {
  en: { any: 'Emergency number', ambulance: 'Ambulance', police: 'Police' },
  es: { any: 'Emergencias', ambulance: 'Ambulancia', police: 'Policía' },
  de: { any: 'Notruf', ambulance: 'Rettungsdienst', police: 'Polizei' },
  fr: { any: 'Urgences', ambulance: 'Ambulance', police: 'Police' },
  pt: { any: 'Emergência', ambulance: 'Ambulância', police: 'Polícia' },
  it: { any: 'Emergenza', ambulance: 'Ambulanza', police: 'Polizia' }
}
