import type { pointsEn } from '../en/points.ts'

/** Sentences about levels that are a sum of points, in Spanish. */
export const pointsEs: Readonly<Record<keyof typeof pointsEn, string>> = {
  'points.rule':
    'Tu nivel es una suma: tu grado en cada habilidad da puntos, y cada nivel pide un total determinado. Lo que no respondes no da ninguno.',
  'points.rule.steps': 'Puntos por grado: {steps}.',
  'points.rule.own': 'Excepciones: {skills}.',
  'points.rule.levels': 'Puntos para cada nivel de {role}: {levels}; como máximo puedes sumar {most, number}.',
  'points.rule.answers': 'Tu nivel sale de tus propias respuestas sobre lo que haces hoy. Lo que omites no da puntos.',
  'points.rule.target':
    'Estás a la altura de {level} si tus habilidades suman al menos {points, plural, one {# punto} other {# puntos}}; como máximo pueden sumar {most, number}.',
  'points.intro':
    'Aquí tu nivel depende de la suma de tus puntos en todas las habilidades, así que no hay atajo: <b>la hoja</b> pregunta por {skills, plural, one {la única habilidad} other {las # habilidades}}, en {cards, plural, one {# tarjeta} other {# tarjetas}}. <b>Un solo dominio</b> se limita al dominio que elijas y no da un nivel global.',
  'points.intro.domain':
    'Esta evaluación abarca solo <b>{domain}</b> y muestra cuántos puntos dan sus habilidades. No da un nivel global.',
  'points.intro.target':
    'Para esta comprobación también se suman los puntos de todas las habilidades, así que la hoja pregunta por {skills, plural, one {la única que hay} other {las #}}, en {cards, plural, one {# tarjeta} other {# tarjetas}}.',
  'points.start': 'Abrir la hoja',
  'points.note.sheet':
    'En este marco de carrera tu nivel depende de la suma de tus puntos en todas las habilidades, así que te pregunto por todas en una hoja en vez de una por una.',

  'points.takes':
    '{level} pide <b>{points, plural, one {# punto} other {# puntos}}</b> entre todas las habilidades; como máximo pueden sumar {most, number}.',
  'points.takes.from': 'desde {points, plural, one {# punto} other {# puntos}}',
  'points.takes.two':
    '{from} pide {fromPoints, plural, one {# punto} other {# puntos}}; {to}, {toPoints, plural, one {# punto} other {# puntos}}.',
  'points.row': 'Puntos por grado: {steps}.',

  'points.title.soFar': '{role}: por ahora, {level}',
  'points.bar':
    '{reached, select, yes {✓ {level} · } other {{level} · {points, number} de }}{needed, plural, one {# punto} other {# puntos}}',
  'points.level':
    '{missing, plural, =0 {✓ {needed, plural, one {# punto} other {# puntos}}} one {{needed, plural, one {# punto} other {# puntos}}; falta #} other {{needed, plural, one {# punto} other {# puntos}}; faltan #}}',
  'points.sum':
    '<b>Tus respuestas suman {points, plural, one {# punto} other {# puntos}}</b>; el máximo posible con todas las habilidades es {most, number}.',
  'points.sum.domain':
    '{domain}: <b>{points, plural, one {# punto} other {# puntos}}</b>; el máximo es {most, number}.',
  'points.open':
    '{count, plural, one {La habilidad que has omitido o dejado en blanco no da nada por ahora y podría dar} other {Las # habilidades que has omitido o dejado en blanco no dan nada por ahora y podrían dar}} hasta {points, plural, one {# punto} other {# puntos}}: aun así, tu nivel sería como mucho <b>{level}</b>.',
  'points.open.same':
    '{count, plural, one {La habilidad que has omitido o dejado en blanco no puede} other {Las # habilidades que has omitido o dejado en blanco no pueden}} cambiar el resultado.',
  'points.missing':
    '<b>{missing, plural, one {Falta # punto} other {Faltan # puntos}} para {level}</b>, que pide {needed, number}.',
  'points.spare':
    '{level} pide {needed, plural, one {# punto} other {# puntos}}; {spare, plural, =0 {{needed, plural, one {lo tienes justo} other {los tienes justos}}} one {te sobra #} other {te sobran #}}.',
  'points.top': 'Este es el nivel más alto. Tu plan recoge lo que aún puede darte puntos.',
  'points.gain': '+{gain, plural, one {# punto} other {# puntos}}',
  'points.steps.enough':
    '{count, plural, one {Este paso da} other {Estos # pasos dan}} {gain, plural, one {# punto} other {# puntos}} y {count, plural, one {basta} other {bastan}} para {level}.',
  'points.steps.part':
    '{count, plural, one {Este paso da} other {Estos # pasos dan}} {gain, number} {missing, plural, one {del punto que falta} other {de los # puntos que faltan}} para {level}. Empezando por los que más dan, {steps, plural, one {hace falta # paso} other {hacen falta # pasos}} en total.',
  'points.steps.short':
    '{count, plural, one {Este paso da} other {Estos # pasos dan}} {gain, number} {missing, plural, one {del punto que falta} other {de los # puntos que faltan}} para {level}. Las habilidades que has valorado no llegan a darlos todos.',
  'points.gaps': 'Lo que da más puntos: primero lo obligatorio, después lo que más da con menos esfuerzo',
  'points.gaps.none': 'Nada de lo que has respondido puede dar más puntos.',
  'points.levels': 'Puntos por nivel',
  'points.domains': 'Puntos por dominio',
  'points.of':
    '{points, number} de {most, number}{open, plural, =0 {} one {, # sin responder} other {, # sin responder}}',

  'points.item.soFar': '{date}: por ahora, {level}; faltan habilidades por responder',
  'points.home.soFar': 'Resultado del {date}; faltan habilidades por responder. Solo tú ves esto.',
}
