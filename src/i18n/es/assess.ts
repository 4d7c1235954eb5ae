import type { assessEn } from '../en/assess.ts'

/** What the assessment and the profile say, in Spanish. */
export const assessEs: Readonly<Record<keyof typeof assessEn, string>> = {
  'assess.summary': 'Descubre tu nivel y qué desarrollar después',
  'assess.option.role': 'El rol para el que evaluarte',
  'assess.option.domain': 'Solo un dominio',
  'assess.option.mode': 'guiada u hoja; continuar, estado o cancelar',

  'usage.assess.role': 'rol',
  'usage.assess.role.answer': 'empieza: guiada, en una hoja o un solo dominio',
  'usage.assess.domain': 'rol dominio',
  'usage.assess.domain.answer': 'un solo dominio, sin nivel global',
  'usage.assess.resume': 'continuar',
  'usage.assess.resume.answer': 'sigue donde estabas, en cualquier dispositivo',
  'usage.assess.status': 'estado',
  'usage.assess.status.answer': 'lo que está en curso',
  'usage.assess.cancel': 'cancelar',
  'usage.assess.cancel.answer': 'descarta una evaluación, tras preguntarte',
  'usage.assess.reminders': 'recordatorios no (o sí)',
  'usage.assess.reminders.answer': 'sin recordatorio de una evaluación parada',

  'assess.rule':
    'Tu nivel es el más alto en el que, en él y en todos los inferiores, cumples al menos cuatro de cada cinco requisitos.',
  'assess.modest':
    'Esto es una autoevaluación. Dice cómo ves tu propio trabajo frente a esta escala y no sirve de base para contratar ni para fijar sueldos.',

  'assess.which.title': '¿Qué rol?',
  'assess.which.text': 'Elige el rol para el que quieres evaluarte.',
  'assess.which.last': '{role} (la última vez)',

  'assess.intro.title': 'Evaluación: {role}',
  'assess.intro.takes':
    '{questions, plural, one {Aproximadamente # pregunta} other {Unas # preguntas}}, {minutes, plural, one {# minuto} other {# minutos}}. Puedes pausar cuando quieras y seguir más tarde. Solo la ves tú.',
  'assess.intro.how':
    'En cada habilidad, elige la frase que describe lo que haces hoy. Responde como lo haría alguien que conoce bien tu trabajo.',
  'assess.intro.ways':
    '<b>Guiada</b> pregunta por una habilidad cada vez y solo por las que aportan algo. <b>Hoja</b> muestra {skills, plural, one {la única habilidad} other {las # habilidades}} en {cards, plural, one {# tarjeta} other {# tarjetas}}. <b>Un dominio</b> da una imagen de ese dominio, sin nivel.',
  'assess.intro.domain':
    'Aquí se mira solo <b>{domain}</b>: dice qué expectativas cumples en él y no da un nivel global.',
  'assess.intro.others': 'También en curso, y guardado: {roles}.',
  'assess.start.guided': 'Empezar',
  'assess.start.sheet': 'Ver todo en una hoja',
  'assess.start.domain': 'Un solo dominio…',
  'assess.domains.title': '¿Qué dominio de {role}?',

  'assess.exists.title': '{role}: ya empezada',
  'assess.exists.text':
    'Empezaste esta evaluación el {date} y has dado {answers, plural, =0 {cero respuestas} one {# respuesta} other {# respuestas}}. ¿Sigues con ella, o empiezas de nuevo y {answers, plural, =0 {la descartas} one {descartas esa respuesta} other {descartas esas respuestas}}?',
  'assess.action.resume': 'Seguir',
  'assess.action.resumeRole': 'Seguir con {role}',
  'assess.action.restart': 'Empezar de nuevo',

  'assess.card.asks': '¿Cuál describe lo que haces hoy?',
  'assess.card.progress':
    'Pregunta {number, number} · {left, plural, =0 {casi está} one {queda aproximadamente #} other {quedan unas #}}',
  'assess.card.progressPlan':
    'Pregunta {number, number} · tu nivel ya está claro · {left, plural, =0 {casi está} one {queda aproximadamente # para el plan} other {quedan unas # para el plan}}',
  'assess.none': 'Todavía nada: no he trabajado con esto.',
  'assess.none.short': 'Todavía nada',
  'assess.skip': 'Saltar',
  'assess.back': 'Atrás',
  'assess.why': '¿Por qué esta?',
  'assess.evidence': 'Añadir evidencia',
  'assess.pause': 'Pausar',
  'assess.stop': 'Parar aquí: {level}, {percent, number} % de certeza',
  'assess.stopDomain': 'Parar aquí',
  'assess.cancel': 'Cancelar',
  'assess.evidence.for': 'Añadir evidencia de {skill}',
  'assess.evidence.have': 'Evidencia: {text}',
  'assess.evidence.invite':
    '{skill}: eso está por encima de lo que sugieren tus otras respuestas. Si quieres, añade una nota o un enlace que lo muestre.',
  'assess.edge': 'Estás justo al borde de {level}; por eso hacen falta algunas preguntas más para estar seguros.',

  'assess.why.text':
    'Por ahora lo más probable es {level} ({percent, number} %). {role} espera <b>{proficiency}</b> en {skill} a partir de {from}, y tu respuesta aquí dice más de tu nivel que cualquier otra pendiente.',
  'assess.why.plan':
    'Tu nivel ya está claro. Esta decide si {skill} entra en la lista de lo que desarrollar para {level}.',
  'assess.why.domain': '{role} espera <b>{proficiency}</b> en {skill} a partir de {from}.',
  'assess.belowFirst': 'todavía no {level}',

  'assess.note.stale': 'Esa pulsación era de una pregunta anterior. No ha cambiado nada; estás aquí.',
  'assess.note.back': 'Respuesta retirada. Aquí tienes otra vez la pregunta.',
  'assess.note.firstQuestion': 'Esta es la primera pregunta; no hay nada a lo que volver.',
  'assess.note.resumed':
    'Hola de nuevo. Has dado {answers, plural, =0 {cero respuestas} one {# respuesta} other {# respuestas}}.',
  'assess.note.evidence': 'Evidencia de {skill} guardada.',
  'assess.note.noEvidence': 'Evidencia de {skill} borrada.',
  'assess.note.changed':
    '{role} ha cambiado desde que empezaste. {count, plural, =0 {Se conservan todas tus respuestas.} one {Se vuelve a preguntar por esta habilidad: {skills}. Las demás respuestas se conservan.} other {Se vuelve a preguntar por estas habilidades: {skills}. Las demás respuestas se conservan.}}',
  'assess.note.gone':
    '{count, plural, one {# habilidad que respondiste ya no forma} other {# habilidades que respondiste ya no forman}} parte del rol.',
  'assess.note.typed':
    'No he tomado «{text}» como respuesta, y no se pierde nada. Escribe de 1 a 5, una palabra como {words}, o saltar, atrás, por qué, evidencia, pausa, cancelar, ayuda. Los comandos como /skills también funcionan.',
  'assess.note.nothingOpen':
    'Aquí no queda nada por preguntar. Escribe <c>terminar</c> para ver el resultado, <c>atrás</c> para cambiar la última respuesta o <c>pausa</c>.',
  'assess.note.sheet':
    'En una hoja se responde tarjeta a tarjeta: rellena una, o escribe <c>terminar</c> para ver el resultado.',
  'assess.help.typed':
    'Escribe el número de la frase que encaja, o su nombre ({words}). <c>saltar</c> deja fuera una habilidad, <c>atrás</c> retira la última respuesta, <c>por qué</c> explica la pregunta, <c>evidencia</c> añade una nota o un enlace, <c>pausa</c> lo guarda todo para después, <c>cancelar</c> lo descarta tras preguntarte.',

  'assess.evidence.title': 'Evidencia',
  'assess.evidence.label': 'Una nota o un enlace sobre {skill}',
  'assess.evidence.hint': 'Un pull request, un documento, lo que hiciste. Solo la ves tú. Vacía, se borra.',
  'assess.evidence.submit': 'Guardar',

  'assess.settled.title': 'Tu nivel está claro',
  'assess.settled.level':
    '<b>{level}</b>, con un {percent, number} % de certeza, tras {questions, plural, one {# pregunta} other {# preguntas}}.',
  'assess.settled.domain':
    'Con esto basta para hablar de <b>{domain}</b>, tras {questions, plural, one {# pregunta} other {# preguntas}}.',
  'assess.settled.offer':
    '{left, plural, one {Con # pregunta más el plan será exacto. Sin ella,} other {Con unas # preguntas más el plan será exacto. Sin ellas,}} parte de la lista de lo que desarrollar es una estimación.',
  'assess.settled.exact': 'La lista de lo que desarrollar también está clara.',
  'assess.finish': 'Ver mi resultado',
  'assess.refine': '{left, plural, one {Preguntar # más} other {Preguntar unas # más}}',

  'assess.paused.title': 'En pausa',
  'assess.paused.text':
    '{role}: {answers, plural, =0 {sin respuestas todavía} one {# respuesta guardada} other {# respuestas guardadas}}. Sigue con <c>/assess continuar</c>, aquí o en otro dispositivo, hasta el {date}.',

  'assess.cancel.title': '¿Descartar esta evaluación?',
  'assess.cancel.text':
    '{role}: {answers, plural, =0 {no se perdería ninguna respuesta} one {se perdería # respuesta} other {se perderían # respuestas}}. No se puede deshacer.',
  'assess.cancel.yes': 'Descartarla',
  'assess.cancel.no': 'No, seguir',
  'assess.canceled': 'Descartada. No se guarda nada de ella.',

  'assess.status.title': 'En curso',
  'assess.status.none': 'No tienes ninguna evaluación en curso.',
  'assess.status.item':
    '{answers, plural, =0 {sin respuestas todavía} one {# respuesta} other {# respuestas}}, última vez el {date}, se guarda hasta el {until}',
  'assess.status.paused': 'en pausa',
  'assess.status.domain': 'solo {domain}',

  'assess.reminders.off': 'No habrá más recordatorios de evaluaciones paradas.',
  'assess.reminders.on': 'Recibirás un único recordatorio de una evaluación parada durante tres días.',

  'assess.sheet.title': '{role} · {domain}',
  'assess.sheet.progress':
    'Tarjeta {card, number} de {cards, number} · {answered, number} de {skills, number} respondidas',
  'assess.sheet.how':
    'Rellena la tarjeta: en cada habilidad, la frase que describe lo que haces hoy. Lo que dejes sin responder cuenta como saltado.',
  'assess.sheet.open': 'sin responder',
  'assess.sheet.fill': 'Rellenar esta tarjeta',
  'assess.sheet.next': 'Tarjeta siguiente',
  'assess.sheet.previous': 'Tarjeta anterior',
  'assess.sheet.submit': 'Guardar',
  'assess.sheet.kept':
    '{count, plural, =0 {No ha cambiado nada.} one {# respuesta guardada.} other {# respuestas guardadas.}}',

  'assess.reminder.text':
    'Tu evaluación de {role} espera desde el {date}: {answers, plural, =0 {sin respuestas todavía} one {# respuesta guardada} other {# respuestas guardadas}}, {left, plural, =0 {casi está} one {queda aproximadamente # pregunta} other {quedan unas # preguntas}}. Se guarda hasta el {until}.',
  'assess.reminder.off': 'Sin más recordatorios',
  'assess.expired.text':
    'Nadie ha tocado tu evaluación de {role} en {days, plural, one {# día} other {# días}}, así que se ha descartado{answers, plural, =0 {} one { con su respuesta} other { con sus # respuestas}}. Puedes empezar otra cuando quieras.',

  'result.title': '{role}: {level}',
  'result.title.domain': '{role}: {domain}',
  'result.sure':
    '<b>{percent, number} % de certeza</b> de que responder {skills, plural, one {la única pregunta} other {las # preguntas}} daría el mismo nivel; has respondido {answered, number}.',
  'result.summary': '{role}: {level} ({percent, number} % de certeza)',
  'result.belowFirst': 'Por algo se empieza: el plan de abajo lleva a {level}.',
  'result.domain.noLevel': 'Un solo dominio no da un nivel global.',
  'result.levels': 'Por nivel: expectativas cumplidas',
  'result.domains': 'Por dominio, en {level}',
  'result.coverage':
    '{met, number} de {expected, number}{notAsked, plural, =0 {} one {, # sin preguntar} other {, # sin preguntar}}{skipped, plural, =0 {} one {, # saltada} other {, # saltadas}}',
  'result.strengths': 'Puntos fuertes',
  'result.strength': '{above, plural, one {un paso} other {# pasos}} por encima de lo que espera {level}',
  'result.gaps': 'Qué desarrollar para {level}',
  'result.gaps.top': 'Lo que queda en {level}',
  'result.gap': 'de {from} a {to}',
  'result.gap.skipped': 'saltada; se espera {to}',
  'result.gap.estimated': 'estimada, no se te preguntó; se espera {to}',
  'result.gap.today': 'Hoy: {text}',
  'result.gap.target': 'Meta: {text}',
  'result.gaps.more': 'y {count, plural, one {# más} other {# más}}: {names}.',
  'result.gaps.none': 'No queda nada pendiente en {level}.',
  'result.change': '<b>{need, plural, one {Una más} other {# más}} de estas {gaps, number}</b> y el nivel es {level}.',
  'result.edge':
    'Estás justo al borde de {level}: {count, plural, one {lo decide la # habilidad sin responder} other {lo deciden las # habilidades sin responder}}.',
  'result.change.estimated': 'De ellas, {count, plural, one {# es estimada} other {# son estimadas}}.',
  'result.plan': 'Plan de desarrollo',
  'result.goal': '{skill}: hasta {to}',
  'result.goal.practise.1':
    'Practica: sigue un ejemplo pequeño con alguien que la use y úsala una vez en tu propio trabajo.',
  'result.goal.practise.2': 'Practica: lleva tú un trabajo real de principio a fin y pide que te lo revisen.',
  'result.goal.practise.3':
    'Practica: hazte cargo del próximo caso difícil (un fallo, algo lento, una decisión de diseño) y escribe por qué decidiste así.',
  'result.goal.practise.4':
    'Practica: define cómo lo hacen varios equipos, empezando por un problema que compartan, y enseña a dos personas a continuarlo.',
  'result.goal.shows': 'Lo demostraría: {text}',
  'result.recheck': 'Vuelve a evaluarte hacia el <b>{date}</b>, cuando parte de esto sea ya tu día a día.',
  'result.saved': 'Guardado en tu historial; solo lo ves tú. <c>/profile</c> lo muestra de nuevo.',
  'result.gone': 'Del {date}. El rol {role} ya no está en el catálogo; estas son las respuestas tal como se dieron.',
  'result.again': 'Evaluarme otra vez',
  'result.profile': 'Mi historial',

  'profile.summary': 'Tus resultados, tus datos y cómo borrarlos',
  'usage.profile.nothing': '(nada)',
  'usage.profile.nothing.answer': 'tus resultados y lo que ha cambiado desde el anterior',
  'usage.profile.export': 'exportar',
  'usage.profile.export.answer': 'todo lo que se guarda de ti, en JSON, Markdown y CSV',
  'usage.profile.delete': 'borrar',
  'usage.profile.delete.answer': 'lo borra todo, tras preguntarte',
  'profile.option.what': 'exportar, vincular, desvincular o borrar',
  'profile.title': 'Tu historial',
  'profile.none': 'Todavía no hay resultados. Una evaluación lleva unos minutos y solo la ves tú.',
  'profile.newer.results':
    '{count, plural, one {# resultado se guardó} other {# resultados se guardaron}} con una versión más reciente de Rung, y esta no puede {count, plural, one {mostrarlo} other {mostrarlos}}. No se ha perdido nada: prueba de nuevo en unos minutos.',
  'profile.item': '{date}: {level}, {percent, number} % de certeza',
  'profile.item.domain': '{date}: solo {domain}',
  'profile.changed': 'Desde el {date}: {changes}.',
  'profile.changed.level': 'de {from} a {to}',
  'profile.changed.same': 'el mismo nivel',
  'profile.changed.up': '{count, plural, one {# habilidad más alta} other {# habilidades más altas}} ({names})',
  'profile.changed.down': '{count, plural, one {# habilidad más baja} other {# habilidades más bajas}} ({names})',
  'profile.changed.gaps': 'de {before, number} a {after, number} pendientes para el nivel siguiente',
  'profile.open': 'Resultado del {date}',
  'profile.action.export': 'Exportar mis datos',
  'profile.action.delete': 'Borrar mis datos',
  'profile.export.text':
    'Todo lo que se guarda de ti: {results, plural, =0 {ningún resultado} one {# resultado} other {# resultados}}, {sessions, plural, =0 {nada en curso} one {# evaluación en curso} other {# evaluaciones en curso}}, tus ajustes.',
  'profile.delete.title': '¿Borrarlo todo?',
  'profile.delete.text':
    'Se borrarían {results, plural, =0 {cero resultados} one {# resultado} other {# resultados}}, {sessions, plural, =0 {cero evaluaciones en curso} one {# evaluación en curso} other {# evaluaciones en curso}} y tus ajustes. No se puede deshacer.',
  'profile.delete.yes': 'Borrarlo todo',
  'profile.delete.no': 'Conservarlo',
  'profile.delete.kept': 'No se ha borrado nada.',
  'profile.deleted':
    'Borrado: tus resultados, evaluaciones, ajustes y recordatorios, en todas las cuentas que has vinculado, y tu cuenta y tus motivos en el registro de propuestas. Los mensajes ya enviados se quedan donde están.',

  'action.tryAgain': 'Intentar de nuevo',
  'action.assess': 'Evaluarme',
  'error.store':
    'Ahora mismo no puedo guardar. No sé si tu última respuesta se ha tomado: compruébalo antes de volver a intentarlo.',
  'error.newer.session':
    'Tu evaluación de <b>{role}</b> se empezó con una versión más reciente de Rung, y esta no puede abrirla. No se ha perdido nada: prueba de nuevo en unos minutos.',
  'error.newer.settings':
    'Tus ajustes se guardaron con una versión más reciente de Rung, y esta no puede leerlos. No se ha perdido nada: prueba de nuevo en unos minutos.',
  'error.assess.none':
    'No hay ninguna evaluación así en curso. Puede que haya terminado, se haya descartado o haya caducado.',
  'error.assess.roleGone': 'El rol <b>{role}</b> ya no está en el catálogo, así que esta evaluación no puede seguir.',
  'error.assess.unknown': 'No sé qué evaluar en «{text}». Nombra un rol, o un rol y uno de sus dominios.',
  'error.assess.empty': 'El rol {role} no espera nada que se pueda evaluar.',
  'error.assess.rating': 'En {skill}, «{value}» no es una respuesta. Elige una de las frases.',
  'error.assess.noAnswers': 'Todavía no hay ninguna respuesta de la que sacar algo. Responde al menos una pregunta.',
  'error.evidence.long': 'Son {length, number} caracteres; una nota puede tener {most, number} como máximo.',
  'error.profile.unknown':
    'Aquí no conozco «{text}». Prueba <c>/profile</c>, <c>/profile exportar</c>, <c>/profile vincular</c> o <c>/profile borrar</c>.',
  'error.profile.gone': 'Ese resultado ya no está.',

  'form.choice': 'Escribe un número, o nada para dejarlo como está.',
  'form.text': 'Escríbelo en una línea.',
  'form.bad': 'Escribe un número de 1 a {most, number}.',
  'form.long': 'Son {length, number} caracteres; este campo admite {most, number} como máximo.',
  'form.current': 'ahora: {value}',
}
