import type { homeEn } from '../en/home.ts'

export const homeEs: Readonly<Record<keyof typeof homeEn, string>> = {
  'home.level': 'A fecha de {date}, con un {percent, number} % de seguridad. Solo tú ves esto.',
  'home.goals': 'Lo siguiente que mejorar, para {level}',
  'home.assess': 'Evalúate',
  'home.assess.going':
    '{count, plural, one {Una evaluación te espera} other {# evaluaciones te esperan}} donde la dejaste.',
  'home.assess.none': 'Unas pocas preguntas sobre lo que haces, por mensaje directo. Solo tú ves el resultado.',
  'home.roles': 'Qué se espera de un rol',
  'home.roles.how':
    'Elige un rol o pregunta donde quieras: <c>/skills</c> seguido de un rol, un nivel o una habilidad.',
  'home.roles.pick': 'Roles',
  'share.button': 'Compartir en el canal',
  'share.by': 'Compartido por {user}',
  'direct.sent': 'Esto queda entre tú y yo: te lo he enviado por mensaje directo.',
  'slack.inMessages.title': 'En tus mensajes',
  'direct.open': 'Abrir mensajes',
  'slack.close': 'Cerrar',
  'direct.working': 'Un momento, esto tarda más de lo normal. La respuesta llegará aquí.',
  'slack.notAuthorised':
    'Rung ya no está autorizado en este espacio de trabajo, así que no puedo consultar ni guardar nada. Pide a un administrador que lo vuelva a instalar.',
  'slack.unsure':
    'Slack no ha confirmado que mi respuesta haya llegado. Si no la ves, vuelve a preguntar: nada se hace dos veces.',
  'slack.tooLate': 'Slack cerró la ventana antes de que pudiera abrir el formulario. Vuelve a pulsar el botón.',
  'slack.noFiles':
    'No puedo subir archivos en este espacio de trabajo. Un administrador puede permitirlo añadiendo el permiso <c>files:write</c> a la app y volviéndola a instalar.',
  'direct.fill': 'Pulsa el botón para rellenarlo: {title}.',
  'slack.failed':
    'Slack no me ha dejado hacerlo (<c>{code}</c>). Vuelve a intentarlo; si sigue pasando, avisa a quien administra Rung.',
  'slack.missingScope':
    'A la app le falta el permiso <c>{scope}</c> en este espacio de trabajo. Un administrador debe añadirlo y volver a instalar Rung.',
}
