import type { SafetyWords } from './words-en.ts'

/** Español, escrito por personas para quien lo está pasando mal. */
export const es: SafetyWords = {
  acute: lines =>
    `Lo que escribes suena serio, y una persona puede ayudarte mejor que este programa. Si estás en peligro ahora, llama al número de emergencias de tu país.\n\n${lines}\n\nSi puedes, dile a alguien cercano dónde estás y que ahora no quieres quedarte a solas.\n\nNadie de tu empresa recibe lo que has escrito. El coach hace una pausa; estas palabras las escribieron personas.`,
  other: lines =>
    `Te preocupa alguien, y haces bien en tomarlo en serio.\n\nSi puede estar en peligro ahora mismo, llama al número de emergencias de tu país y no dejes sola a esa persona.\n\nLo que ayuda: pregunta con claridad y a solas, por ejemplo «¿Estás pensando en quitarte la vida?» o «¿Estás a salvo en casa?». Preguntar no mete la idea en la cabeza. Escucha, no discutas, no prometas guardar el secreto. Después busquen ayuda en compañía.\n\nLo que no ayuda: «piensa en tu familia», «otros están peor» o darle tú la solución.\n\nEstas líneas también atienden a quien se preocupa por alguien:\n${lines}\n\nNo tienes que cargar con esto a solas. Nadie ha recibido lo que has escrito; estas palabras las escribieron personas.`,
  ask: 'Qué bueno leerte. Lo dejamos donde era más importante que te ayudara una persona, y las líneas de esa tarjeta siguen ahí.\n\nPodemos seguir cuando quieras. ¿Quieres seguir? Basta un «sí» o contar lo que tienes en mente; un «no» también está bien.',
  rest: 'De acuerdo, no hay prisa. El coach sigue en pausa. Escribe cuando quieras; las líneas de esa tarjeta están ahí cuando las necesites.',
  welcome: 'Bien. A tu ritmo: ¿qué te gustaría mirar ahora?',
  routes: (topics, routes) =>
    `Lo que cuentas tiene que ver con ${topics}. Eso merece personas que conozcan el camino; a un coach no le toca juzgarlo.\n\n${routes}\n\nNo se ha enviado nada ni se ha avisado a nadie: con quién hablas, y cuándo, lo decides tú. Cuando quieras, sigue escribiendo y el coach te ayuda a preparar esa conversación.`,
  topics: {
    harassment: 'cómo te trata alguien en el trabajo',
    discrimination: 'un trato desigual',
    dismissal: 'perder tu empleo',
    medical: 'tu salud',
    legal: 'tus derechos'
  },
  and: 'y',
  kinds: {
    works_council: 'Comité de empresa',
    ethics_line: 'Línea ética',
    hr: 'Recursos Humanos',
    doctor: 'Servicio médico de la empresa',
    ombuds: 'Defensoría interna',
    union: 'Sindicato',
    assistance: 'Programa de ayuda al empleado'
  },
  outside: {
    harassment:
      'Fuera de la empresa: la autoridad laboral o de igualdad de tu país, un sindicato o una abogada o un abogado de tu confianza.',
    discrimination:
      'Fuera de la empresa: la autoridad de igualdad de tu país, un sindicato o una abogada o un abogado de tu confianza.',
    dismissal:
      'Fuera de la empresa: un sindicato o alguien que ejerza el derecho laboral. Los plazos para reclamar pueden ser cortos, de pocas semanas en muchos países.',
    medical:
      'Fuera de la empresa: tu propio médico o médica. Con dolor fuerte, dificultad para respirar o un desmayo, llama ya al número de emergencias de tu país.',
    legal: 'Fuera de la empresa: una abogada o un abogado, un sindicato o la autoridad laboral de tu país.'
  },
  anyLine: { name: 'Encuentra una línea en tu país', contact: 'findahelpline.com' }
}
