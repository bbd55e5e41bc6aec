/** What each file of the pack is. English and Spanish. Pure. */
import type { PackPaper } from '../contract/it-pack.ts'
import { heading, table, text, type Paper } from './document.ts'
import type { Facts } from './facts.ts'
import type { PaperLanguage } from './steps.ts'

type Listed = { readonly name: string; readonly paper: PackPaper }

type Words = {
  readonly title: string
  readonly intro: string
  readonly demo: string
  readonly head: readonly [file: string, what: string]
  readonly papers: Readonly<Record<PackPaper, string>>
  readonly checkTitle: string
  readonly check: string
}

const words: Readonly<Record<PaperLanguage, Words>> = {
  en: {
    title: 'IT pack: start here',
    intro:
      'Made from the running product and your own settings. Making it again with the same settings gives the same bytes; what you change in the console changes here.',
    demo: 'A demo company on the maker’s own machine: addresses are local and nobody in it is real.',
    head: ['File', 'What it is, and for whom'],
    papers: {
      readme: 'this list',
      package: 'the app package with your looks, for the Teams admin center (Teams administrator)',
      steps: 'upload, consent, setup policy, pinning, and what to do if something does not show (Teams administrator)',
      permissions:
        'everything that is asked of Microsoft 365, what each step buys, and what changed (identity, security)',
      endpoints: 'hosts, and the headers that the pages come with (network, security)',
      flow: 'who sends what to whom (security, data protection)',
      sbom: 'software bill of materials, CycloneDX 1.6 (security)',
      subProcessors: 'who else works on personal data, and where (data protection, purchasing; also in German)',
      answers:
        'answers to the usual questionnaire and to Microsoft’s attestation; what is not there says so (security)',
      annex: 'annex to a works agreement, written from the product’s own register (works council, HR; also in German)',
      assessment: 'draft of the data protection impact assessment (data protection officer; also in German)',
      inventory: 'every table with data about people, as CSV (data protection officer)',
      sums: 'checksums (SHA-256) of every other file'
    },
    checkTitle: 'Checking it',
    check:
      'The checksum of the whole pack stands on the page “IT pack” in the console. Those of its files are in `SHA256SUMS`: `shasum -a 256 -c SHA256SUMS`.'
  },
  es: {
    title: 'Paquete para TI: empieza aquí',
    intro:
      'Hecho a partir del producto en marcha y de tus propios ajustes. Hacerlo otra vez con los mismos ajustes da los mismos bytes; lo que cambias en la consola cambia aquí.',
    demo: 'Empresa de demostración en la máquina del fabricante: las direcciones son locales y nadie en ella es real.',
    head: ['Archivo', 'Qué es y para quién'],
    papers: {
      readme: 'esta lista',
      package:
        'el paquete de la aplicación con el aspecto de tu empresa, para el centro de administración de Teams (administración de Teams)',
      steps: 'carga, consentimiento, directiva, anclaje y qué hacer si algo no aparece (administración de Teams)',
      permissions:
        'todo lo que se pide a Microsoft 365, qué aporta cada paso y qué cambió (identidad, seguridad; en inglés)',
      endpoints: 'servidores y las cabeceras con las que llegan las páginas (redes, seguridad; en inglés)',
      flow: 'quién envía qué a quién (seguridad, protección de datos; en inglés)',
      sbom: 'lista de componentes de software, CycloneDX 1.6 (seguridad)',
      subProcessors: 'quién más trata datos personales y dónde (protección de datos, compras; también en alemán)',
      answers:
        'respuestas al cuestionario habitual y a la certificación de Microsoft; lo que no hay, se dice (seguridad; en inglés)',
      annex:
        'anexo para un acuerdo con la representación de los trabajadores, escrito desde el registro del propio producto (representación, Recursos Humanos; también en alemán)',
      assessment: 'borrador de la evaluación de impacto (delegado de protección de datos; también en alemán)',
      inventory: 'todas las tablas con datos sobre personas, en CSV (delegado de protección de datos; en inglés)',
      sums: 'sumas de comprobación (SHA-256) de los demás archivos'
    },
    checkTitle: 'Comprobarlo',
    check:
      'La suma de comprobación del paquete entero está en la página «Paquete para TI» de la consola. Las de sus archivos, en `SHA256SUMS`: `shasum -a 256 -c SHA256SUMS`.'
  }
}

export function readme(language: PaperLanguage, { company }: Facts, files: readonly Listed[]): Paper {
  const said = words[language]
  return {
    language,
    title: said.title,
    about: company.name,
    blocks: [
      ...(company.demo ? [text(said.demo)] : []),
      text(said.intro),
      table(
        said.head,
        files.map(({ name, paper }) => [`\`${name}\``, said.papers[paper]])
      ),
      heading(said.checkTitle),
      text(said.check)
    ]
  }
}
