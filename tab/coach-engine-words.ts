/** What an admin reads about who answers as the coach. English and Spanish, each written for its readers. */
import type { ModelCheck, ModelFailure, ModelProvider } from '../api/contract/coach-engine.ts'

const seconds = ({ ms }: Pick<ModelCheck, 'ms'>, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ms / 1000)

const en = {
  coachEngine: {
    title: 'Who answers as the coach',
    intro:
      'The coach comes with dialogues written by people, and asks no language model. You can have a model of your company answer instead, such as one at Azure OpenAI in the European Union. Then what people write to the coach, and what they let it know of their work, goes there. The text that people agree to names the service: as soon as it answers, whoever said yes before is asked once more, and nothing is sent to them until they answer. Signs of danger are answered by people’s words before any model, always.',
    scripted: 'The scripted coach answers. No language model is set.',
    active: (model: string) =>
      `“${model}” answers. When it fails or is late, the scripted coach does, and the answer says so.`,
    waiting: (model: string) =>
      `“${model}” is saved and answers nobody yet: it begins when a check goes well. Until then the scripted coach answers.`,
    provider: 'Service',
    providers: {
      azure: 'Azure OpenAI',
      compatible: 'Another, compatible with OpenAI'
    } satisfies Readonly<Record<ModelProvider, string>>,
    endpoint: { azure: 'Endpoint of the resource', compatible: 'Address of the service' },
    endpointHelp: {
      azure:
        'Such as https://name.openai.azure.com. Choose a deployment of the type “Data Zone Standard” in a region of the EU.',
      compatible:
        'As far as /v1, such as https://models.example.com/v1. It speaks OpenAI’s chat completions, with tools and streaming.'
    },
    model: { azure: 'Name of the deployment', compatible: 'Name of the model' },
    key: 'Key',
    keyNew: 'It is kept sealed, and nobody can read it here again.',
    keyKept: 'One is stored. Leave this empty to keep it; another service or address needs it again.',
    save: 'Save and check',
    saving: 'Checking. It takes up to ten seconds …',
    check: 'Check again',
    well: (check: ModelCheck, locale: string) => `The check went well: it said hello in ${seconds(check, locale)} s.`,
    failed: 'The check failed.',
    keeps: 'It stays in use, and the scripted coach answers in its place whenever it fails.',
    at: (when: string) => `Checked: ${when}`,
    failures: {
      late: 'It said nothing for ten seconds. Try again; if it stays so, choose a faster model or ask for more capacity.',
      busy: 'It takes no more calls at present. Wait a minute, or raise the limit of the deployment.',
      filtered:
        'Its content filter refused our hello. Set the filter of the deployment to Microsoft’s default, and check again.',
      key_refused: 'It does not take the key. Copy the key once more from the service, enter it here, and save.',
      not_found:
        'It does not know this name, or this is not its address. Compare both with what the service shows, and save.',
      rejected: 'It did not understand the request. Choose a model for chat that can call tools and stream.',
      broken: 'It answered with a fault of its own. Try again in a few minutes; its status page may say more.',
      unreachable:
        'Nothing answers at this address from the internet. Compare it, or open the service to our addresses.',
      garbled: 'Something answers there, but not as chat completions do. Compare the address.',
      empty: 'It answered without a word. Choose another model, or check again.'
    } satisfies Readonly<Record<ModelFailure, string>>,
    back: 'Back to the scripted coach',
    backTitle: (model: string) => `Let “${model}” go?`,
    backBody: 'The scripted coach answers from the next message on. The settings and the key are deleted here.',
    backKeep: 'Keep it',
    gone: 'Done: the scripted coach answers. The settings and the key are deleted.',
    refusals: {
      address_refused: 'This address cannot be used. It begins with https:// and is reached from the public internet.',
      key_needed: 'Enter the key as well: the stored one is kept for its own service and address only.'
    }
  }
}

const es: typeof en = {
  coachEngine: {
    title: 'Quién responde como coach',
    intro:
      'El coach trae diálogos escritos por personas y no pregunta a ningún modelo de lenguaje. Puedes hacer que en su lugar responda un modelo de tu empresa, por ejemplo de Azure OpenAI en la Unión Europea. Entonces va allí lo que las personas escriben al coach y lo que le dejan saber de su trabajo. El texto que las personas aceptan nombra el servicio: en cuanto responde, a quien ya dijo que sí se le pregunta otra vez, y hasta que responda no le llega nada. A las señales de peligro responden siempre palabras de personas, antes que cualquier modelo.',
    scripted: 'Responde el coach con guion. No hay ningún modelo de lenguaje.',
    active: model => `Responde «${model}». Cuando falla o tarda, responde el coach con guion, y la respuesta lo dice.`,
    waiting: model =>
      `«${model}» está guardado y todavía no responde a nadie: empieza cuando una prueba salga bien. Hasta entonces responde el coach con guion.`,
    provider: 'Servicio',
    providers: {
      azure: 'Azure OpenAI',
      compatible: 'Otro, compatible con OpenAI'
    },
    endpoint: { azure: 'Punto de conexión del recurso', compatible: 'Dirección del servicio' },
    endpointHelp: {
      azure:
        'Por ejemplo https://nombre.openai.azure.com. Elige una implementación del tipo «Data Zone Standard» en una región de la UE.',
      compatible:
        'Hasta /v1, por ejemplo https://modelos.example.com/v1. Habla las «chat completions» de OpenAI, con herramientas y transmisión.'
    },
    model: { azure: 'Nombre de la implementación', compatible: 'Nombre del modelo' },
    key: 'Clave',
    keyNew: 'Se guarda sellada, y aquí nadie puede volver a leerla.',
    keyKept:
      'Hay una guardada. Deja esto vacío para conservarla; otro servicio u otra dirección la necesitan de nuevo.',
    save: 'Guardar y probar',
    saving: 'Probando. Tarda diez segundos como mucho …',
    check: 'Probar otra vez',
    well: (check, locale) => `La prueba salió bien: saludó en ${seconds(check, locale)} s.`,
    failed: 'La prueba no salió bien.',
    keeps: 'Sigue en uso, y cuando falla responde en su lugar el coach con guion.',
    at: when => `Probado: ${when}`,
    failures: {
      late: 'No dijo nada en diez segundos. Prueba otra vez; si sigue así, elige un modelo más rápido o pide más capacidad.',
      busy: 'Ahora no acepta más llamadas. Espera un minuto, o sube el límite de la implementación.',
      filtered:
        'Su filtro de contenido rechazó nuestro saludo. Pon el filtro de la implementación en el predeterminado de Microsoft y prueba otra vez.',
      key_refused: 'No acepta la clave. Cópiala de nuevo del servicio, escríbela aquí y guarda.',
      not_found:
        'No conoce este nombre, o esta no es su dirección. Compara ambos con lo que muestra el servicio y guarda.',
      rejected: 'No entendió la petición. Elige un modelo de chat que sepa llamar a herramientas y transmitir.',
      broken: 'Respondió con un fallo propio. Prueba otra vez en unos minutos; su página de estado puede decir más.',
      unreachable:
        'Nada responde en esta dirección desde internet. Compárala, o abre el servicio a nuestras direcciones.',
      garbled: 'Allí responde algo, pero no como las «chat completions». Compara la dirección.',
      empty: 'Respondió sin una palabra. Elige otro modelo, o prueba otra vez.'
    },
    back: 'Volver al coach con guion',
    backTitle: model => `¿Dejar «${model}»?`,
    backBody: 'Desde el próximo mensaje responde el coach con guion. Los ajustes y la clave se borran aquí.',
    backKeep: 'Conservarlo',
    gone: 'Hecho: responde el coach con guion. Los ajustes y la clave están borrados.',
    refusals: {
      address_refused: 'Esta dirección no sirve. Empieza por https:// y se llega a ella desde internet.',
      key_needed: 'Escribe también la clave: la guardada vale solo para su servicio y su dirección.'
    }
  }
}

export const coachEngineWords = { en, es }
