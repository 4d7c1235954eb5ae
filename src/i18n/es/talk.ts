import type { talkEn } from '../en/talk.ts'

// Respuestas a lo que la gente dice con sus palabras.

export const talkEs: Readonly<Record<keyof typeof talkEn, string>> = {
  'talk.greeting.title': 'Hola',
  'talk.greeting.text':
    '¡Hola! Soy Rung. Pregúntame qué pide un rol o qué separa dos niveles, o averigua en qué nivel estás.',
  'talk.thanks.title': 'Gracias',
  'talk.thanks.text': 'De nada. Aquí estoy cuando me necesites.',
  'talk.unknown.title': 'Qué puedo responder',
  'talk.unknown.text': 'Eso no lo he entendido. Lo mío es la matriz de carrera: prueba con una de estas.',
  'talk.ignored': 'No he tenido en cuenta {words}.',
  'talk.notThere': 'En la matriz no hay nada que se llame {words}.',
  'talk.privacy.title': 'Qué ven los demás',
  'talk.privacy.text':
    'Tus respuestas, resultados y notas son solo tuyos: nadie más del espacio de trabajo los ve, tampoco tu responsable. Tú decides qué compartes.',
  'talk.privacy.more':
    '<u>profile export</u> te da todo lo que hay guardado sobre ti y <u>profile delete</u> lo borra. Lo que propones y lo que votas sobre la matriz sí queda registrado.',
  'talk.process.title': 'Cómo cambia la matriz',
  'talk.process.text':
    'Cualquiera propone un cambio; otras personas lo nominan; los miembros votan; los expertos deciden; lo que aceptan entra en vigor al momento. Cada paso queda registrado con su motivo.',
  'talk.process.experts':
    'A los expertos los nombra quien administra Rung aquí. Cada decisión dice quién la tomó. <u>proposals open</u> muestra lo que se está debatiendo.',
  'talk.rule.title': 'Cómo se calcula tu nivel',
  'talk.rule.answers':
    'Se cuenta a partir de tus propias respuestas sobre lo que haces hoy. Las habilidades que omites no suman ni restan.',
  'talk.coverage.title': 'Qué abarca la matriz',
  'talk.coverage.text':
    '{roles, plural, one {# rol} other {# roles}} y {skills, plural, one {# habilidad} other {# habilidades}} en {domains, plural, one {# dominio} other {# dominios}}.',
  'talk.coverage.not':
    'No dice nada de sueldos, contratación, entrevistas, vacaciones ni años de experiencia, y no conoce más habilidades que las suyas.',
  'talk.coverage.propose': '¿Falta una habilidad? Con <u>propose</u> empiezas un cambio.',
  'talk.assess.text':
    'Unas pocas preguntas sobre lo que haces hoy te dicen tu nivel y en qué trabajar. Solo lo ves tú.',
  'talk.nextLevel': 'Cómo llegar a {level}',
  'talk.nextLevel.any': 'Cómo llegar al siguiente nivel',
  'talk.usage': 'Quién usa {skill}',
  'talk.usage.none': 'Ningún rol la usa todavía.',
  'talk.stack': 'stack',
  'talk.focus': 'enfoque',
  'talk.core': 'habilidades esenciales',
  'talk.core.none': '{role} no nombra ninguna parte esencial: todas sus habilidades cuentan igual.',
  'talk.core.text': 'Lo esencial de {role} es {core}. Decide el nivel antes que nada.',
  'talk.core.mandatory': '<b>Obligatorias:</b> {names}.',
}
