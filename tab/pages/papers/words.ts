/** What an admin reads about the IT pack, the looks of the package and its permissions. English and Spanish. */
import type { IconKind, IconProblem } from '../../../api/contract/branding.ts'
import type { PackPaper } from '../../../api/contract/it-pack.ts'
import type { PermissionStep } from '../../../api/contract/permissions.ts'

type Permission = PermissionStep['permission']
type Size = { readonly width: number; readonly height: number }

const en = {
  itPack: {
    title: 'IT pack',
    intro:
      'One download for IT, security, data protection and the works council: the app package with your looks, the steps to bring it into Teams, and the papers they ask for. It is made from the running product and your own settings.',
    none: 'The app’s id is not set up on our side yet, so there is no package to hand over. Ask us to do it.',
    about: (packageVersion: string, register: number, size: string) =>
      `App package ${packageVersion} · works-council register version ${register} · ${size}`,
    download: 'Download the IT pack',
    done: (name: string) => `${name} was handed to your browser.`,
    sum: 'Checksum (SHA-256)',
    sumHelp: 'The same settings give the same file. Compare it before you pass it on.',
    copy: 'Copy checksum',
    copied: 'Copied.',
    notCopied: 'Your browser does not allow it. Mark the checksum and copy it.',
    inside: 'What is inside',
    file: 'File',
    what: 'What it is',
    size: 'Size',
    papers: {
      readme: 'What each file is',
      package: 'The app package for the Teams admin center',
      steps: 'Upload, consent, setup policy and pinning, step by step',
      permissions: 'Everything that is asked of Microsoft 365',
      endpoints: 'Hosts, and the headers that pages come with',
      flow: 'Data flows as a picture',
      sbom: 'Software bill of materials (CycloneDX)',
      subProcessors: 'Sub-processors and their regions',
      answers: 'Answers to security questionnaires',
      annex: 'Annex to a works agreement',
      assessment: 'Draft of the data protection impact assessment',
      inventory: 'Inventory of data about people',
      sums: 'Checksums of all files'
    } satisfies Readonly<Record<PackPaper, string>>
  },
  branding: {
    title: 'Looks of the app in Teams',
    intro:
      'How the app is called and looks in your Teams. What is empty is ours. Each change makes a higher version of the package: download the IT pack again and upload it in the Teams admin center.',
    version: (version: string) => `Version of the package now: ${version}`,
    shortName: 'Name, up to 30 characters',
    fullName: 'Full name, up to 100 characters',
    accent: 'Accent color',
    accentHelp: 'As #rrggbb. Teams shows it behind the icon in some places.',
    accentWrong: 'Write a color such as #0b6a6f',
    short: { en: 'Short description in English', es: 'Short description in Spanish' },
    full: { en: 'Description in English', es: 'Description in Spanish' },
    shortHelp: 'Up to 80 characters.',
    fullHelp: 'Up to 4,000 characters.',
    tooLong: (most: number) => `Write ${most} characters at most, without control characters`,
    save: 'Save looks',
    saved: 'Saved. The package has a new version.',
    unchanged: 'Nothing has changed.',
    icons: 'Icons',
    icon: {
      color: { name: 'Color icon', help: 'PNG, 192 × 192 pixels, the whole square filled: Teams rounds it.' },
      outline: { name: 'Outline icon', help: 'PNG, 32 × 32 pixels, white lines on a transparent ground.' }
    } satisfies Readonly<Record<IconKind, { readonly name: string; readonly help: string }>>,
    own: 'Your own.',
    ours: 'Ours.',
    choose: (icon: string) => `Choose a file: ${icon}`,
    back: (icon: string) => `Use ours again: ${icon}`,
    taken: (icon: string) => `${icon} saved. The package has a new version.`,
    tooLarge: 'This file is larger than 128 kB. Save it smaller.',
    changed: 'Somebody else changed this meanwhile. Load the page again; what you wrote is lost then.',
    problems: {
      not_png: () => 'This is no PNG. Save it as PNG and choose it again.',
      damaged: () => 'This PNG is damaged: it cannot be read to its end. Save it again.',
      size: found =>
        found
          ? `This picture has ${found.width} × ${found.height} pixels. It needs the size below.`
          : 'The size does not fit.',
      unsupported: () =>
        'This kind of PNG cannot be read by Teams everywhere. Save it with 8 bits a color, not interlaced.',
      not_square_filled: () => 'Some of it is transparent. Fill the whole square with color.',
      no_transparency: () => 'Nothing of it is transparent. Teams needs white lines on a transparent ground.',
      empty: () => 'There is nothing to see in it: everything is transparent.',
      not_white: () => 'Its lines are not white. Teams colors them itself: draw them in white.'
    } satisfies Readonly<Record<IconProblem, (found: Size | null) => string>>
  },
  permissions: {
    title: 'Permissions',
    intro:
      'Level 0 works with no permission of Microsoft Graph at all: a setup policy installs the app. Each step below adds exactly one. Our server makes no call that a step does not allow, whatever was granted in Entra.',
    base: 'In the package: silent sign-in, chat, team',
    baseBody: 'Asks for nothing of Microsoft 365.',
    notAvailable: 'The steps are not set up on our side yet. Ask us to do it.',
    allowed: 'Allowed',
    off: 'Off',
    delegated: 'delegated: in the name of the person who signs in',
    application: 'application: in the name of the app',
    buys: 'What it buys',
    without: 'Without it',
    calls: 'Calls it is used for',
    steps: {
      'User.Read': {
        buys: 'Matching by employee number: one’s own number is read once, when nothing else knows the account.',
        without: 'People connect once by a code.',
        where: 'Switch it in “Match by employee number”'
      },
      'TeamsActivity.Send': {
        buys: 'A neutral line in the activity feed of people who have the app.',
        without: 'Mail comes next, or nothing.',
        where: 'Choose level 1 on “Reach”'
      },
      'TeamsAppInstallation.ReadWriteSelfForUser.All': {
        buys: 'Installing our own app for people, and no other.',
        without: 'The setup policy installs it.',
        where: 'Choose level 2 on “Reach”'
      }
    } satisfies Readonly<
      Record<Permission, { readonly buys: string; readonly without: string; readonly where: string }>
    >
  }
}

const es: typeof en = {
  itPack: {
    title: 'Paquete para TI',
    intro:
      'Una sola descarga para TI, seguridad, protección de datos y la representación de los trabajadores: el paquete de la aplicación con el aspecto de tu empresa, los pasos para llevarlo a Teams y los documentos que piden. Se hace a partir del producto en marcha y de los ajustes de tu empresa.',
    none: 'El id de la aplicación aún no está configurado por nuestra parte, así que no hay paquete que entregar. Pídenoslo.',
    about: (packageVersion, register, size) =>
      `Paquete de la aplicación ${packageVersion} · registro para la representación, versión ${register} · ${size}`,
    download: 'Descargar el paquete para TI',
    done: name => `${name} se entregó a tu navegador.`,
    sum: 'Suma de comprobación (SHA-256)',
    sumHelp: 'Los mismos ajustes dan el mismo archivo. Compárala antes de entregarlo.',
    copy: 'Copiar la suma',
    copied: 'Copiada.',
    notCopied: 'Tu navegador no lo permite. Marca la suma y cópiala.',
    inside: 'Qué contiene',
    file: 'Archivo',
    what: 'Qué es',
    size: 'Tamaño',
    papers: {
      readme: 'Qué es cada archivo',
      package: 'El paquete para el centro de administración de Teams',
      steps: 'Carga, consentimiento, directiva y anclaje, paso a paso',
      permissions: 'Todo lo que se pide a Microsoft 365',
      endpoints: 'Servidores y cabeceras de las páginas',
      flow: 'Los flujos de datos en una imagen',
      sbom: 'Lista de componentes de software (CycloneDX)',
      subProcessors: 'Otros encargados y sus regiones',
      answers: 'Respuestas a cuestionarios de seguridad',
      annex: 'Anexo a un acuerdo con la representación',
      assessment: 'Borrador de la evaluación de impacto',
      inventory: 'Inventario de datos sobre personas',
      sums: 'Sumas de comprobación de todos los archivos'
    }
  },
  branding: {
    title: 'Aspecto de la aplicación en Teams',
    intro:
      'Cómo se llama y se ve la aplicación en el Teams de tu empresa. Lo que queda vacío es lo nuestro. Cada cambio hace una versión más alta del paquete: descarga otra vez el paquete para TI y cárgalo en el centro de administración de Teams.',
    version: version => `Versión del paquete ahora: ${version}`,
    shortName: 'Nombre, hasta 30 caracteres',
    fullName: 'Nombre completo, hasta 100 caracteres',
    accent: 'Color de acento',
    accentHelp: 'Como #rrggbb. Teams lo muestra detrás del icono en algunos lugares.',
    accentWrong: 'Escribe un color como #0b6a6f',
    short: { en: 'Descripción corta en inglés', es: 'Descripción corta en español' },
    full: { en: 'Descripción en inglés', es: 'Descripción en español' },
    shortHelp: 'Hasta 80 caracteres.',
    fullHelp: 'Hasta 4000 caracteres.',
    tooLong: most => `Escribe ${most} caracteres como máximo, sin caracteres de control`,
    save: 'Guardar el aspecto',
    saved: 'Guardado. El paquete tiene una versión nueva.',
    unchanged: 'No ha cambiado nada.',
    icons: 'Iconos',
    icon: {
      color: {
        name: 'Icono de color',
        help: 'PNG, 192 × 192 píxeles, con todo el cuadrado relleno: Teams lo redondea.'
      },
      outline: { name: 'Icono de contorno', help: 'PNG, 32 × 32 píxeles, líneas blancas sobre fondo transparente.' }
    },
    own: 'El de tu empresa.',
    ours: 'El nuestro.',
    choose: icon => `Elegir un archivo: ${icon}`,
    back: icon => `Volver al nuestro: ${icon}`,
    taken: icon => `${icon}: guardado. El paquete tiene una versión nueva.`,
    tooLarge: 'Este archivo pasa de 128 kB. Guárdalo más pequeño.',
    changed: 'Alguien lo cambió mientras tanto. Carga la página otra vez; lo que escribiste se pierde entonces.',
    problems: {
      not_png: () => 'No es un PNG. Guárdalo como PNG y elígelo otra vez.',
      damaged: () => 'Este PNG está dañado: no se puede leer hasta el final. Guárdalo otra vez.',
      size: found =>
        found
          ? `Esta imagen tiene ${found.width} × ${found.height} píxeles. Necesita el tamaño de abajo.`
          : 'El tamaño no encaja.',
      unsupported: () =>
        'Teams no lee este tipo de PNG en todas partes. Guárdalo con 8 bits por color, sin entrelazar.',
      not_square_filled: () => 'Una parte es transparente. Rellena de color todo el cuadrado.',
      no_transparency: () => 'Nada es transparente. Teams necesita líneas blancas sobre fondo transparente.',
      empty: () => 'No se ve nada: todo es transparente.',
      not_white: () => 'Sus líneas no son blancas. Teams las colorea: dibújalas en blanco.'
    }
  },
  permissions: {
    title: 'Permisos',
    intro:
      'El nivel 0 funciona sin ningún permiso de Microsoft Graph: una directiva instala la aplicación. Cada paso añade exactamente uno. Nuestro servidor no hace ninguna llamada que un paso no permita, se haya concedido lo que se haya concedido en Entra.',
    base: 'En el paquete: acceso silencioso, chat, equipo',
    baseBody: 'No pide nada de Microsoft 365.',
    notAvailable: 'Los pasos aún no están configurados por nuestra parte. Pídenoslo.',
    allowed: 'Permitido',
    off: 'Apagado',
    delegated: 'delegado: en nombre de la persona que entra',
    application: 'de aplicación: en nombre de la aplicación',
    buys: 'Qué aporta',
    without: 'Sin él',
    calls: 'Llamadas para las que se usa',
    steps: {
      'User.Read': {
        buys: 'Reconocer por número de empleado: se lee una vez el propio número, si nada más reconoce la cuenta.',
        without: 'Las personas se conectan una vez con un código.',
        where: 'Se activa en «Unir por número de empleado»'
      },
      'TeamsActivity.Send': {
        buys: 'Una línea neutra en la actividad de quien tiene la aplicación.',
        without: 'Sigue el correo, o nada.',
        where: 'Elige el nivel 1 en «Alcance»'
      },
      'TeamsAppInstallation.ReadWriteSelfForUser.All': {
        buys: 'Instalar nuestra propia aplicación a las personas, y ninguna otra.',
        without: 'La instala la directiva.',
        where: 'Elige el nivel 2 en «Alcance»'
      }
    }
  }
}

export const paperWords = { en, es }
