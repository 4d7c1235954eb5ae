import type { homeEn } from '../en/home.ts'

export const homeEs: Readonly<Record<keyof typeof homeEn, string>> = {
  'home.level': 'A fecha de {date}, con un {percent, number} % de certeza. Solo tú ves esto.',
  'home.level.between': 'A fecha de {date}, lo más probable es {likelier} ({percent, number} %). Solo tú ves esto.',
  'home.level.certain': 'A fecha de {date}, seguro según la regla. Solo tú ves esto.',
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
  'direct.open': 'Abrir mensajes',
  'direct.working': 'Un momento, esto tarda más de lo normal. La respuesta llegará aquí.',
  'direct.fill': 'Pulsa el botón para rellenarlo: {title}.',
}
