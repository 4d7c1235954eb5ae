import type { consoleEn } from '../en/console.ts'

/** What only the terminal says, in Spanish. */
export const consoleEs: Readonly<Record<keyof typeof consoleEn, string>> = {
  'console.saved': 'Guardado en {path}',
  'console.welcome':
    'Pregúntale a Rung qué se espera en un rol. <c>/skills</c> muestra los roles; <c>/skills ayuda</c>, todo lo que puedes preguntar. Con <c>/assess</c> descubres tu nivel, con un número eliges una opción y con <c>/quit</c> sales.',
  'console.noInput':
    'No hay ninguna pregunta. Envía una por línea, como en <c>echo "/skills ml-engineer senior" | npm start -s</c>, o ejecuta <c>npm start</c> en una terminal. Para usar Rung en una plataforma de chat, define <c>{variables}</c>.',
  'console.cardOpen':
    'Tu evaluación sigue abierta: {last, plural, one {el número 1 es su opción} other {los números hasta el # son sus opciones}}.',
  'console.cardBehind': 'Por ahora, los números eligen estas opciones y no las de tu evaluación, que sigue abierta.',
  'console.formStep': '{title} ({at, number} de {count, number})',
  'console.required': 'Hace falta una respuesta.',
  'console.showAll': 'Mostrar todo',
  'console.noChoice':
    'No hay ninguna opción {number}. {count, plural, =0 {Ahora no hay nada que elegir.} one {Elige la 1.} other {Elige de la 1 a la #.}}',
  'console.ready':
    'Todo listo con {roles, plural, one {# rol} other {# roles}} y {skills, plural, one {# habilidad} other {# habilidades}} (marco de carrera {version}). {store, select, none {No se guarda nada.} redis {Tus datos se guardan en Redis.} other {Tus datos se guardan en <c>{folder}</c>.}}',
  'console.bye': 'Hasta luego.',
}
