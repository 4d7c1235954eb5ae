import type { slackEn } from '../en/slack.ts'

/** What only Slack needs to say, in Spanish. */
export const slackEs: Readonly<Record<keyof typeof slackEn, string>> = {
  'slack.cancel': 'Cancelar',
  'slack.storeAway':
    'Ahora mismo no puedo acceder a mi almacenamiento, así que no puedo responder aquí. Inténtalo de nuevo en un momento.',
  'slack.formBusy':
    'Este formulario aún se está guardando. Si no llega ninguna respuesta, envíalo otra vez dentro de un minuto.',
  'slack.nomination.unsure':
    'Has apoyado un mensaje, pero Slack no ha confirmado que mi respuesta llegara al canal. Si no la ves allí, continúa aquí.',
  'slack.onlyText': 'Solo puedo leer texto. Escríbeme el mensaje, por favor.',
  'slack.edited': 'No leo los mensajes editados. Envía el texto nuevo en otro mensaje.',
  'slack.install.done':
    'Rung ya está instalado en {workspace}. Ve a Slack y escribe /skills, o abre Rung en la sección de aplicaciones.',
  'slack.install.denied': 'Slack no ha instalado Rung ({code}). No ha cambiado nada.',
  'slack.install.stale':
    'Esta página se ha abierto demasiado tarde, dos veces o en un navegador distinto del que usaste al empezar. No ha cambiado nada.',
  'slack.install.failed': 'Slack no ha completado la instalación ({code}). No se ha guardado nada.',
  'slack.install.again': 'Empezar de nuevo',
  'slack.inMessages.title': 'En tus mensajes',
  'slack.close': 'Cerrar',
  'slack.shortcut.propose': 'Proponer un cambio',
  'slack.shortcut.propose.description': 'Rellena una propuesta a partir de este mensaje',
  'slack.shortcut.assess': 'Evaluarme',
  'slack.shortcut.assess.description': 'Descubre tu nivel, en un mensaje directo que solo ves tú',
  'slack.shortcut.lookUp': 'Consultar qué se espera',
  'slack.shortcut.lookUp.description': 'Qué se espera en un rol, un nivel o una habilidad',
  'slack.lookUp': 'Consultar',
  'slack.lookUp.words': '¿Qué quieres consultar?',
  'slack.lookUp.hint': 'Un rol, un nivel, un dominio o una habilidad, como {examples}',
  'slack.lookUp.submit': 'Consultar',
  'slack.notAuthorized':
    'Rung ya no está autorizado en este espacio de trabajo, así que no puedo consultar ni guardar nada. Pide a un administrador del espacio de trabajo que vuelva a instalarlo.',
  'slack.unsure':
    'Slack no ha confirmado que mi respuesta haya llegado. Si no la ves, vuelve a preguntar; no se hará nada dos veces.',
  'slack.tooLate': 'Slack dejó de esperar antes de que yo pudiera abrir el formulario. Inténtalo de nuevo.',
  'slack.noFiles':
    'No tengo permiso para subir archivos en este espacio de trabajo. Para dármelo, un administrador tiene que añadir <c>files:write</c> y volver a instalar Rung.',
  'slack.failed':
    'Slack no me ha dejado hacerlo (<c>{code}</c>). Vuelve a intentarlo. Si sigue pasando, avisa a quien administra Rung.',
  'slack.missingScope':
    'A Rung le falta el permiso <c>{scope}</c> en este espacio de trabajo. Un administrador tiene que añadirlo y volver a instalar Rung.',
  'slack.channel.invite':
    'Aún no estoy en ese canal. Escribe allí <c>/invite @Rung</c> y publicaré en él las propuestas.',
  'slack.channel.archived': 'Ese canal está archivado. Elige otro o desarchívalo.',
  'slack.channel.refused': 'Slack no me deja publicar en ese canal (<c>{code}</c>). Elige otro.',
}
