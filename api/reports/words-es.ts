import type { ReportTexts } from './words.ts'

export const es: ReportTexts = {
  fewerThan: (limit, of) => `menos de ${limit} de ${of}`,
  moreThan: (limit, of) => `más de ${limit} de ${of}`,
  countOf: (count, of) => `${count} de ${of}`,
  between: (low, high) => `entre ${low} y ${high}`,
  said: (figure, label) => `${figure}: ${label} personas`,
  andBefore: (said, before) => `${said}; en el informe anterior: ${before}`,
  asHint: said => `${said}. Con tan pocas personas, tómalo como un indicio`,
  mostChosen: (area, label) => `Lo más elegido para crecer: ${area}, ${label} personas`,
  counted: people =>
    `Se cuentan ${people} personas. Las cifras aparecen cuando bastantes de ellas han hecho algo y bastantes no`,
  notEnough: 'Aún no hay suficientes personas para decir algo sin señalar a alguien',
  waiting:
    'Algunas personas llegaron después y aún no se cuentan: empezarán a contarse en un informe mensual, cuando sean suficientes.',
  unbroken:
    'Sin desglose: la empresa, o cada uno de sus grupos, es demasiado pequeña. Desglosado, se podría contar menos.',
  whyNotAll: dimensions =>
    dimensions === 1
      ? 'Cada persona se cuenta en un solo grupo, el que tenía cuando empezó a contarse.'
      : `Para que no se pueda restar una tabla de otra, cada persona se cuenta en una sola de las ${dimensions} tablas. Quién se cuenta aquí se decidió al azar; las cifras de arriba cuentan a todas.`,
  blankedWhy: (count, smallest) =>
    count === 0
      ? 'Nada está en blanco en este informe.'
      : `${count === 1 ? '1 cifra está' : `${count} cifras están`} en blanco: allí se cuentan menos de ${smallest} personas, o menos de ${smallest} hicieron aquello de lo que se trata, o lo hizo casi nadie o casi todo el mundo.`,
  dimensions: { cohort: 'Cohorte', country: 'País', department: 'Departamento' },
  focus:
    'Personas que tienen esto en la lista de áreas en las que eligieron crecer. Nunca se deduce de lo que escribieron',
  deeds: {
    installed: { name: 'Localizables', definition: 'Personas con acceso que tienen al coach en su Teams' },
    agreed: { name: 'Aceptaron el coaching', definition: 'Personas que aceptaron el acuerdo vigente' },
    started: {
      name: 'Tuvieron una primera conversación',
      definition:
        'Personas que alguna vez escribieron al coach. Las sesiones sin rastro no se cuentan, ni aquí ni en ninguna parte'
    },
    active: {
      name: 'Conversaron con el coach',
      definition: 'Personas que escribieron al coach al menos una vez en la semana, o el mes, del informe'
    },
    nudge_planned: {
      name: 'Mensaje previsto',
      definition: 'Personas a las que en el periodo les tocaba un mensaje del coach, saliera o no'
    },
    nudge_sent: { name: 'Mensaje enviado', definition: 'De ellas, personas a las que les salió uno' },
    nudge_answered: {
      name: 'Mensaje respondido',
      definition:
        'De ellas, personas que habían pulsado una respuesta cuando se hizo el informe. Si alguien lo leyó, no se sabe'
    },
    nudge_acted: { name: 'Lo hicieron', definition: 'De ellas, personas que respondieron que lo hicieron' },
    plan_made: {
      name: 'Hicieron un plan',
      definition: 'Personas que hicieron un plan «si…, entonces…» en el periodo'
    },
    plan_kept: {
      name: 'Cumplieron un plan',
      definition: 'De ellas, personas que habían dicho, cuando se hizo el informe, que un plan del periodo se cumplió'
    },
    enrolled: { name: 'Inscritas', definition: 'Personas que siguen o completaron al menos un curso' },
    completed: { name: 'Completaron un curso', definition: 'De ellas, personas que completaron al menos uno' },
    chat_ended: {
      name: 'Cerraron el chat',
      definition: 'Personas que bloquearon o quitaron al coach en su Teams'
    },
    unreached: {
      name: 'Sin alcanzar',
      definition: 'Personas a las que no se pudo entregar en Teams al menos un mensaje del periodo'
    },
    pulse_answered: {
      name: 'Respondieron si sirve',
      definition: 'Personas que respondieron al menos una de las dos preguntas que se hacen una vez al mes'
    },
    pulse_helped: {
      name: 'Dijeron que el coaching sirvió',
      definition: 'De ellas, personas que dijeron «sí» o «un poco» a: ¿te ha servido el coaching en el trabajo?'
    },
    pulse_second: {
      name: 'Hicieron algo de otra manera',
      definition: 'De ellas, personas que dijeron «sí» a: ¿has hecho algo de otra manera gracias a eso?'
    }
  },
  lift: {
    none: points =>
      points === null
        ? 'No hay ningún experimento en marcha. Con las personas que hay, ninguno podría averiguar nada.'
        : `No hay ningún experimento en marcha. El mejor podría detectar una diferencia de ${points} puntos.`,
    running: 'Hay un experimento en marcha; sus primeras cifras llegan en una fecha que se fijó al empezar.',
    verdicts: {
      helps: 'Los mensajes ayudan, según la medida del propio experimento.',
      harms: 'Los mensajes perjudican, según la medida del propio experimento.',
      not_enough: 'Aún no hay pruebas suficientes para decir que los mensajes ayudan.',
      blocked: 'Los grupos del experimento no son como se sortearon: no se puede concluir nada.',
      halted: 'El experimento se detuvo: los mensajes alejaron a más personas de lo acordado.'
    }
  }
}
