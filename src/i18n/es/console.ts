import type { consoleEn } from '../en/console.ts'

/** What only the terminal says, in Spanish. */
export const consoleEs: Readonly<Record<keyof typeof consoleEn, string>> = {
  'console.saved': 'Guardado {path}',
  'console.welcome':
    'Rung responde qué se espera en un rol. Escribe <c>/skills</c> para ver los roles, <c>/skills ayuda</c> para ver qué puedes preguntar, <c>/assess</c> para descubrir tu nivel, un número para elegir una opción, <c>/quit</c> para salir.',
  'console.noInput':
    'No se ha preguntado nada. Envía una pregunta por línea, como en <c>echo "/skills ml-engineer senior" | npm start -s</c>, o ejecuta <c>npm start</c> en una terminal. Para tener Rung en un chat, define <c>{variables}</c>.',
  'console.showAll': 'Mostrar todo',
  'console.noChoice':
    'Aquí no hay opción {number}. {count, plural, =0 {Ahora no hay nada que elegir.} one {Solo se puede elegir la 1.} other {Elige de 1 a #.}}',
  'console.ready':
    'Todo listo con {roles, plural, one {# rol} other {# roles}} y {skills, plural, one {# habilidad} other {# habilidades}} (catálogo {version}). {store}',
  'console.bye': 'Hasta luego.',
}
