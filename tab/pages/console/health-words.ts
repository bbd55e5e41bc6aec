/** What the product leans on beside sign-in and directory: state and remedy, by reason. */
import type { Connected, HealthReason } from '../../../api/contract/console-health.ts'

type Told = readonly [state: string, remedy: string]

const en = {
  connected: {
    title: 'Everything else',
    names: {
      learning_site: 'Learning site',
      teams: 'Teams app and bot',
      mail: 'Mail',
      coach_engine: 'Coach',
      audit_forwarding: 'Audit log forwarding',
      api_keys: 'API keys'
    } satisfies Record<Connected, string>,
    off: 'Not in use',
    lastAt: (when: string) => `Last heard: ${when}`,
    who: 'Who can be reached, and who cannot and why, is on the page “Reach”, in counts that give nobody away.',
    openReach: 'Who can be reached',
    reasons: {
      well: ['It works.', ''],
      off: ['It is switched off.', ''],
      not_set_up: ['No learning site is connected.', 'Connect it under Learning, if courses are part of the program.'],
      key_refused: ['The site does not take our key.', 'Make a new one at the site and enter it under Learning.'],
      site_renamed: ['The site has another name now.', 'Enter its name under Learning; learners stay who they are.'],
      site_unreachable: [
        'The site does not answer as it should.',
        'Nothing is lost: open work waits and goes on by itself. If it lasts, ask whoever runs the site.'
      ],
      site_busy: ['The site allows no more calls now.', 'It goes on by itself.'],
      no_tenant: ['No Microsoft 365 tenant is connected.', 'Connect it under Microsoft 365.'],
      tenant_unproved: [
        'A Microsoft 365 tenant is not proved.',
        'It goes to whichever company proves it. Prove it under Microsoft 365.'
      ],
      nobody_yet: [
        'Nobody has the app yet.',
        'Let a setup policy install it, or start the installation on the page “Reach”.'
      ],
      token_refused: [
        'Microsoft refuses us.',
        'Give consent again under Teams, then press “Check now” on the page “Reach”.'
      ],
      microsoft_unreachable: ['Microsoft did not answer when last asked.', 'Press “Check now” on the page “Reach”.'],
      mail_missing: ['Mail is not set up on our side.', 'Nudges come in Teams only. Ask us if you need mail.'],
      mail_unreachable: [
        'The mail server does not answer.',
        'We are told and look after it. Mails wait and go out later.'
      ],
      scripted: ['The scripted coach answers. It needs no service.', ''],
      not_checked: ['A language model is set and was not checked.', 'Check it under Coach.'],
      engine_failing: ['The language model failed its last check. The scripted coach answers.', 'See why under Coach.'],
      waiting: ['Events wait to be forwarded.', 'They go out by themselves. If it lasts, look at WorkOS’ state.'],
      forwarding_refused: [
        'Some events were refused for good.',
        'They are in the audit log here. Save it as a file if you need them elsewhere.'
      ],
      no_keys: ['No system of yours has a key.', ''],
      key_ended: [
        'A key came to its end lately.',
        'Whatever used it is refused. If it is still needed, make another under Operations, API keys.'
      ],
      key_ending: ['A key ends within two weeks.', 'Rotate it under Operations, API keys.'],
      key_maker_left: [
        'Somebody who has left has seen the secret of a key.',
        'Rotate the key under Operations, API keys.'
      ]
    } satisfies Record<HealthReason, Told> as Record<HealthReason, Told>
  }
}

const es: typeof en = {
  connected: {
    title: 'Todo lo demás',
    names: {
      learning_site: 'Plataforma de aprendizaje',
      teams: 'Aplicación y bot de Teams',
      mail: 'Correo',
      coach_engine: 'Coach',
      audit_forwarding: 'Reenvío del registro de auditoría',
      api_keys: 'Claves de API'
    },
    off: 'Sin usar',
    lastAt: when => `Última señal: ${when}`,
    who: 'A quién se llega, a quién no y por qué está en la página «Alcance», en cifras que no delatan a nadie.',
    openReach: 'A quién se llega',
    reasons: {
      well: ['Funciona.', ''],
      off: ['Está desactivado.', ''],
      not_set_up: ['No hay ninguna plataforma conectada.', 'Conéctala en Aprendizaje, si el programa incluye cursos.'],
      key_refused: ['La plataforma no acepta nuestra clave.', 'Crea una nueva allí y escríbela en Aprendizaje.'],
      site_renamed: [
        'La plataforma tiene ahora otro nombre.',
        'Escribe su nombre en Aprendizaje; cada persona conserva lo suyo.'
      ],
      site_unreachable: [
        'La plataforma no responde como debería.',
        'No se pierde nada: lo pendiente espera y sigue solo. Si dura, pregunta a quien la lleva.'
      ],
      site_busy: ['La plataforma no permite más llamadas ahora.', 'Sigue sola.'],
      no_tenant: ['No hay ningún inquilino de Microsoft 365 conectado.', 'Conéctalo en Microsoft 365.'],
      tenant_unproved: [
        'Un inquilino de Microsoft 365 está sin probar.',
        'Pasa a la empresa que lo pruebe. Pruébalo en Microsoft 365.'
      ],
      nobody_yet: [
        'Nadie tiene aún la aplicación.',
        'Deja que una directiva la instale, o inicia la instalación en la página «Alcance».'
      ],
      token_refused: [
        'Microsoft nos rechaza.',
        'Da de nuevo el consentimiento en Teams y pulsa «Comprobar ahora» en la página «Alcance».'
      ],
      microsoft_unreachable: [
        'Microsoft no respondió la última vez.',
        'Pulsa «Comprobar ahora» en la página «Alcance».'
      ],
      mail_missing: [
        'El correo no está preparado de nuestro lado.',
        'Los mensajes llegan solo en Teams. Pregúntanos si necesitas correo.'
      ],
      mail_unreachable: [
        'El servidor de correo no responde.',
        'Lo sabemos y lo atendemos. Los correos esperan y salen después.'
      ],
      scripted: ['Responde el coach con guion. No necesita ningún servicio.', ''],
      not_checked: ['Hay un modelo de lenguaje sin comprobar.', 'Compruébalo en Coach.'],
      engine_failing: [
        'El modelo falló su última comprobación. Responde el coach con guion.',
        'Mira por qué en Coach.'
      ],
      waiting: ['Hay eventos que esperan su reenvío.', 'Salen solos. Si dura, mira el estado de WorkOS.'],
      forwarding_refused: [
        'Algunos eventos se rechazaron definitivamente.',
        'Están aquí en el registro. Guárdalo como archivo si los necesitas en otra parte.'
      ],
      no_keys: ['Ningún sistema tuyo tiene una clave.', ''],
      key_ended: [
        'Hace poco terminó una clave.',
        'Se rechaza a quien la usaba. Si aún hace falta, crea otra en Operación, Claves de API.'
      ],
      key_ending: ['Una clave termina antes de dos semanas.', 'Rótala en Operación, Claves de API.'],
      key_maker_left: ['Alguien que se fue vio el secreto de una clave.', 'Rota la clave en Operación, Claves de API.']
    }
  }
}

export const connectedWords = { en, es }
