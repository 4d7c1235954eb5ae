import type { conversationEn } from '../en/conversation.ts'

// Respuestas a lo que la gente dice con sus palabras.

export const conversationEs: Readonly<Record<keyof typeof conversationEn, string>> = {
  'conversation.greeting.title': 'Hola',
  'conversation.greeting.text':
    '¡Hola! Soy Rung. Pregúntame qué pide un rol o qué separa dos niveles, o averigua en qué nivel estás.',
  'conversation.thanks.title': 'Gracias',
  'conversation.thanks.text': 'De nada. Aquí estoy cuando me necesites.',
  'conversation.unknown.title': 'Qué puedo responder',
  'conversation.unknown.text': 'Lo mío es la matriz de carrera. Prueba con una de estas opciones.',
  'conversation.notUnderstood': 'No entiendo «{text}».',
  'conversation.quoted': '«{text}»',
  'conversation.ignored': 'No he tenido en cuenta {words}.',
  'conversation.notThere': 'En la matriz no hay nada que se llame {words}.',
  'conversation.privacy.title': 'Qué ven los demás',
  'conversation.privacy.text':
    'Tus respuestas, resultados y notas son solo tuyos: nadie más del espacio de trabajo los ve, tampoco tu responsable. Tú decides qué compartes.',
  'conversation.privacy.more':
    '<u>profile export</u> te da todo lo que hay guardado sobre ti y <u>profile delete</u> lo borra. Lo que propones y lo que votas sobre la matriz sí queda registrado.',
  'conversation.process.title': 'Cómo cambia la matriz',
  'conversation.process.text':
    'Cualquiera propone un cambio; otras personas lo nominan; los miembros votan; los expertos deciden; lo que aceptan entra en vigor al momento. Cada paso queda registrado con su motivo.',
  'conversation.process.experts':
    'A los expertos los nombra quien administra Rung aquí. Cada decisión dice quién la tomó. <u>proposals open</u> muestra lo que se está debatiendo.',
  'conversation.rule.title': 'Cómo se calcula tu nivel',
  'conversation.rule.answers':
    'Se cuenta a partir de tus propias respuestas sobre lo que haces hoy. Las habilidades que omites no suman ni restan.',
  'conversation.coverage.title': 'Qué abarca la matriz',
  'conversation.coverage.text':
    '{roles, plural, one {# rol} other {# roles}} y {skills, plural, one {# habilidad} other {# habilidades}} en {domains, plural, one {# dominio} other {# dominios}}.',
  'conversation.coverage.not':
    'No dice nada de sueldos, contratación, entrevistas, vacaciones ni años de experiencia, y no conoce más habilidades que las suyas.',
  'conversation.coverage.propose': '¿Falta una habilidad? Con <u>propose</u> empiezas un cambio.',
  'conversation.assess.text':
    'Unas pocas preguntas sobre lo que haces hoy te dicen tu nivel y en qué trabajar. Solo lo ves tú.',
  'conversation.nextLevel': 'Cómo llegar a {level}',
  'conversation.nextLevel.any': 'Cómo llegar al siguiente nivel',
  'conversation.usage': 'Quién usa {skill}',
  'conversation.usage.none': 'Ningún rol la usa todavía.',
  'conversation.stack': 'stack',
  'conversation.stack.none': 'La escalera no indica aquí ningún stack.',
  'conversation.focus': 'enfoque',
  'conversation.focus.none': 'La escalera no indica aquí ningún enfoque.',
  'conversation.core': 'habilidades esenciales',
  'conversation.core.none': '{role} no nombra ninguna parte esencial: todas sus habilidades cuentan igual.',
  'conversation.core.text': 'Lo esencial de {role} es {core}. Decide el nivel antes que nada.',
  'conversation.core.mandatory': '<b>Obligatorias:</b> {names}.',
}
