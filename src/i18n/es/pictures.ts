import type { picturesEn } from '../en/pictures.ts'

/** What is written in pictures and in the words for people who do not see them, in Spanish. */
export const picturesEs: Readonly<Record<keyof typeof picturesEn, string>> = {
  'picture.levels': '{role}: de {from} a {to}',
  'picture.roles': '{first} / {second}',
  'picture.rolesAt': '{first} / {second} · {level}',
  'picture.result': '{role}: tú frente a {level}',
  'picture.domains': '{role} por dominio',
  'picture.you': 'Tú',
  'picture.difference': 'Diferencia',
  'picture.same': 'igual',
  'picture.higher': '{steps, plural, one {# grado más} other {# grados más}}',
  'picture.lower': '{steps, plural, one {# grado menos} other {# grados menos}}',
  'picture.higherIn': '{steps, plural, one {# grado más en {role}} other {# grados más en {role}}}',
  'picture.met': 'cumplida',
  'picture.exceeded': '{steps, plural, one {# grado por encima} other {# grados por encima}}',
  'picture.short': '{steps, plural, one {falta # grado} other {faltan # grados}}',
  'picture.estimated': 'sin preguntar, probablemente pendiente',
  'picture.notAsked': 'sin preguntar',
  'picture.skipped': 'omitida',
  'picture.none': 'todavía nada',
  'picture.average': 'Grado medio de las habilidades de cada dominio',
  'picture.averageAnswered': 'Grado medio de las habilidades que has valorado en cada dominio',
  'picture.unavailable': 'un carácter que las imágenes no pueden mostrar; mira el texto',
}
