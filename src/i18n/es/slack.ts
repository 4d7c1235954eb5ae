import type { slackEn } from '../en/slack.ts'

/** What only Slack needs to say, in Spanish. */
export const slackEs: Readonly<Record<keyof typeof slackEn, string>> = {
  'paging.page': 'Página {page, number} de {pages, number}',
  'paging.previous': 'Página anterior',
  'paging.next': 'Página siguiente',
  'paging.leftOut': '{count, plural, one {# línea más no cabe aquí.} other {# líneas más no caben aquí.}}',
  'paging.choose': 'Elige una opción',
  'slack.cancel': 'Cancelar',
  'slack.storeAway':
    'Ahora mismo no puedo acceder a lo que guardo, así que no puedo responder aquí. Inténtalo de nuevo en un momento.',
  'slack.formBusy':
    'Este formulario aún se está guardando. Si no llega ninguna respuesta, envíalo otra vez en medio minuto.',
  'slack.nomination.unsure':
    'Has apoyado un mensaje, pero Slack no ha confirmado que mi respuesta llegara al canal. Si no la ves allí, continúa aquí.',
  'slack.onlyText': 'Solo puedo leer texto. Escríbelo en un mensaje.',
  'slack.edited': 'No leo los mensajes editados. Envía el texto nuevo en otro mensaje.',
  'slack.install.done':
    'Rung está instalado en {workspace}. Ve a Slack y escribe /skills, o abre Rung en el apartado de aplicaciones.',
  'slack.install.denied': 'Slack no ha instalado Rung ({code}). No se ha cambiado nada.',
  'slack.install.stale':
    'Esta página se ha abierto demasiado tarde, dos veces o en otro navegador que aquel en que empezó la instalación. No se ha cambiado nada.',
  'slack.install.failed': 'Slack no ha completado la instalación ({code}). No se ha guardado nada.',
  'slack.install.again': 'Empezar de nuevo',
  'slack.shortcut': 'Proponer esto',
  'slack.shortcut.description': 'Convierte este mensaje en una propuesta para cambiar la escalera',
}
