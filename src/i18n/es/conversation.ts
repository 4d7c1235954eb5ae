import type { conversationEn } from '../en/conversation.ts'

// Respuestas a lo que la gente dice con sus palabras.

export const conversationEs: Readonly<Record<keyof typeof conversationEn, string>> = {
  'conversation.greeting.title': 'Hola',
  'conversation.greeting.text':
    '¡Hola! Soy Rung. Pregúntame qué se espera en un rol o qué separa dos niveles, o descubre tu nivel.',
  'conversation.thanks.title': 'Gracias',
  'conversation.thanks.text': 'De nada. Aquí estoy si me necesitas.',
  'conversation.bye.title': 'Hasta luego',
  'conversation.bye.text': '¡Hasta luego! Aquí estoy si me necesitas.',
  'conversation.unknown.title': 'Qué puedo responder',
  'conversation.unknown.text':
    'Puedo responder a preguntas sobre el marco de carrera. Prueba con una de estas opciones.',
  'conversation.notUnderstood': 'No entiendo «{text}».',
  'conversation.quoted': '«{text}»',
  'conversation.ignored': 'No he tenido en cuenta {words}.',
  'conversation.notThere': 'En el marco de carrera no hay nada que se llame {words}.',
  'conversation.negated': 'Esto es lo que se espera. No puedo mostrar lo que no se espera ni dejar nada fuera.',
  'conversation.nor': 'ni',
  'conversation.unanswered': '«{text}» es otra pregunta: hazla aparte.',
  'conversation.privacy.title': 'Qué ven los demás',
  'conversation.privacy.text':
    'Rung solo te muestra a ti tus respuestas, resultados y notas; no se los muestra a tu responsable ni a nadie más. Tú decides qué compartes.',
  'conversation.privacy.more':
    '<u>profile export</u> te da todo lo que se guarda sobre ti y <u>profile delete</u> lo borra. Tus propuestas y votos sobre el marco de carrera sí quedan registrados. Todo se guarda en una base de datos o carpeta de quien administra Rung, que tiene acceso a ella.',
  'conversation.privacy.retention':
    'Una evaluación en curso se borra {session, plural, one {# día} other {# días}} después de tu última respuesta; un resultado, {years, plural, =0 {{days, plural, one {# día} other {# días}}} one {# año} other {# años}} después de la evaluación, o antes si lo borras tú.',
  'conversation.process.title': 'Cómo cambia el marco de carrera',
  'conversation.process.text':
    'Cualquiera puede proponer un cambio. Los demás lo apoyan, los miembros votan y los especialistas deciden; los cambios aceptados entran en vigor de inmediato. Cada paso queda registrado con su motivo.',
  'conversation.process.numbers':
    'Una votación se abre con {nominations, plural, one {# apoyo} other {# apoyos}} como mínimo. Dura {days, plural, one {# día} other {# días}} y se aprueba con {share} de los votos a favor, si {votes, plural, one {ha votado al menos # persona} other {han votado al menos # personas}}; puedes cambiar tu voto hasta que se cierre. Después, {approvals, plural, one {# especialista debe} other {# especialistas deben}} aprobar el cambio.',
  'conversation.process.experts':
    'A los especialistas los nombran los administradores de este espacio de trabajo o servidor, o bien quien administra Rung. Cada decisión muestra quién la tomó. <u>proposals open</u> muestra lo que se está debatiendo.',
  'conversation.rule.title': 'Cómo se calcula tu nivel',
  'conversation.rule.answers':
    'Tu nivel sale de tus propias respuestas sobre lo que haces hoy. Las habilidades que omites no suman ni restan. Las habilidades obligatorias no cambian tu nivel: las que tienes pendientes van primero en tu plan. Si te ascienden o no, lo decide tu empresa.',
  'conversation.ownLadder.title': 'Importar y exportar un marco de carrera',
  'conversation.ownLadder.text':
    'Rung funciona con cualquier marco de carrera. Quien administra Rung puede crear uno nuevo con <b>npm run -s cli -- new</b>, importarlo de una hoja de cálculo con <b>npm run -s cli -- import ladder.csv</b> o exportarlo a una hoja de cálculo o a JSON con <b>npm run -s cli -- export</b>.',
  'conversation.answers.title': 'Durante la evaluación',
  'conversation.answers.text':
    '«Atrás», como botón o escrito, te lleva a la pregunta anterior, y solo cuenta tu última respuesta. Puedes hacer una pausa cuando quieras: tus respuestas se guardan y con «continuar» sigues donde lo dejaste. Repite la evaluación cuando algo haya cambiado; si tu resultado incluye un plan, este te propone una fecha.',
  'conversation.marks.title': 'Qué significan los signos',
  'conversation.coverage.title': 'Qué abarca el marco de carrera',
  'conversation.coverage.text':
    '{roles, plural, one {# rol} other {# roles}} y {skills, plural, one {# habilidad} other {# habilidades}} en {domains, plural, one {# dominio} other {# dominios}}.',
  'conversation.coverage.not':
    'El marco de carrera no dice nada de sueldos, contratación, entrevistas, titulaciones, vacaciones, años de experiencia ni de cuánto se tarda en alcanzar un nivel. Solo abarca las habilidades que figuran en él y no registra quién domina cada una.',
  'conversation.coverage.propose': '¿Falta una habilidad? Usa <u>propose</u> para proponerla.',
  'conversation.assess.text':
    'Responde unas preguntas sobre lo que haces hoy y verás tu nivel y en qué trabajar. Solo tú ves el resultado.',
  'conversation.nextLevel': 'Cómo llegar a {level}',
  'conversation.nextLevel.any': 'Cómo llegar al siguiente nivel',
  'conversation.usage': 'Roles que usan {skill}',
  'conversation.usage.none': 'Ningún rol usa todavía esta habilidad.',
  'conversation.stack': 'stack',
  'conversation.stack.none': 'El marco de carrera no indica aquí ningún stack.',
  'conversation.focus': 'enfoque',
  'conversation.focus.none': 'El marco de carrera no indica aquí ningún enfoque.',
  'conversation.lines': 'Dónde aparece «{text}»',
  'conversation.lines.more': '{count, plural, one {Aparece en # nivel más.} other {Aparece en # niveles más.}}',
  'conversation.cores': 'Lo que más cuenta en cada rol',
  'conversation.cores.none': 'todas las habilidades cuentan igual',
  'conversation.core': 'habilidades esenciales',
  'conversation.core.none': '{role} no tiene habilidades esenciales: todas cuentan igual.',
  'conversation.core.text':
    'Lo esencial de {role} {count, plural, one {es} other {son}} {core}. {rule, select, core {Para el nivel solo cuenta eso.} other {Es lo que más cuenta para el nivel.}}',
  'conversation.core.mandatory':
    '<b>Obligatorias:</b> {names}{unstated, plural, =0 {} one {; de la otra, el marco de carrera no dice si lo es} other {; de las otras #, el marco de carrera no dice si lo son}}.',
}
