/** Why something was refused, by the problem's code, wherever a page has no words of its own for it. English and Spanish. */
const en = {
  not_agreed: 'This can be answered after you said yes to the coach.',
  material_gone: 'This material does not exist any more. Load the page again.',
  nudge_gone: 'This message is no longer there, or it was taken back.',
  plan_asked: 'This asks about a plan. Say on the page “Plans” how it went.',
  campaign_gone: 'This campaign does not exist any more. Go back to the list.',
  campaign_started: 'It was started, so it stays as it is. Copy it to change the copy.',
  campaign_turned: 'Somebody was faster: it is in another state now. Load the page again.',
  language_missing:
    'People of the audience read languages that have no words yet. Look again: the page says which. Write them, or leave those languages out.',
  newer_draft: 'Somebody saved a newer draft meanwhile. Yours is still in this window.',
  experiment_small:
    'With the people you have now, this could not find what it looks for. Choose another share or length, or wait until more people take part.',
  experiment_on: 'An experiment is on already. End it first.',
  experiment_gone: 'This experiment does not exist any more. Load the page again.',
  journey_gone: 'This journey does not exist any more. Go back to the list.',
  journey_version: 'This version of the journey does not exist.',
  journey_unpublished: 'Publish the journey first, then start it for a cohort.',
  cohort_unknown: 'This cohort is not there any more. Choose one of the list.',
  pause_long: 'A pause lasts a year at most. Choose an earlier day, or stop the messages.',
  hours_outside: 'Outside of the hours above nothing may come where you work. Choose hours that reach into them.',
  install_on: 'The app is being installed already. Wait for it, or cancel it first.',
  install_turned: 'This has ended or stands as asked already. Load the page again.',
  level: 'Your company has not let us install the app. Choose level 2 first.',
  app_unknown: 'We do not know the app in your catalogue yet. Press “Check now” first.',
  not_available: 'This is not set up on our side yet. Ask us to do it.',
  incomplete: 'Something is still missing. The page lists it.'
}

const es: typeof en = {
  not_agreed: 'Podrás contestarlo cuando digas que sí al coach.',
  material_gone: 'Este material ya no existe. Vuelve a cargar la página.',
  nudge_gone: 'Este mensaje ya no está, o se retiró.',
  plan_asked: 'Esto pregunta por un plan. Cuenta en la página «Planes» cómo fue.',
  campaign_gone: 'Esta campaña ya no existe. Vuelve a la lista.',
  campaign_started: 'Ya se inició y se queda como está. Cópiala y cambia la copia.',
  campaign_turned: 'Alguien se adelantó y ahora está en otro estado. Vuelve a cargar la página.',
  language_missing:
    'Hay personas en la audiencia que leen idiomas sin palabras todavía. Mira otra vez: la página dice cuáles. Escríbelas, o deja esos idiomas fuera.',
  newer_draft: 'Mientras tanto alguien guardó un borrador más nuevo. El tuyo sigue en esta ventana.',
  experiment_small:
    'Con las personas que hay ahora no se podría encontrar lo que busca. Elige otra proporción u otra duración, o espera a que participen más.',
  experiment_on: 'Ya hay un experimento en marcha. Termínalo primero.',
  experiment_gone: 'Este experimento ya no existe. Vuelve a cargar la página.',
  journey_gone: 'Este recorrido ya no existe. Vuelve a la lista.',
  journey_version: 'Esa versión del recorrido no existe.',
  journey_unpublished: 'Publica primero el recorrido y después inícialo para un grupo.',
  cohort_unknown: 'Ese grupo ya no está. Elige uno de la lista.',
  pause_long: 'Una pausa dura un año como mucho. Elige un día anterior, o detén los mensajes.',
  hours_outside: 'Fuera de las horas de arriba no puede llegar nada donde trabajas. Elige horas que entren en ellas.',
  install_on: 'La aplicación ya se está instalando. Espera, o cancélalo primero.',
  install_turned: 'Ya terminó o ya está como pedías. Vuelve a cargar la página.',
  level: 'Tu empresa no nos permitió instalar la aplicación. Elige primero el nivel 2.',
  app_unknown: 'Aún no conocemos la aplicación de tu catálogo. Pulsa primero «Comprobar ahora».',
  not_available: 'Esto todavía no está listo de nuestro lado. Pídenos que lo hagamos.',
  incomplete: 'Todavía falta algo. La página dice qué.'
}

export const refusalWords = { en, es }
