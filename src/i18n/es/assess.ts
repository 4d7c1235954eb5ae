import type { assessEn } from '../en/assess.ts'

/** What the assessment and the profile say, in Spanish. */
export const assessEs: Readonly<Record<keyof typeof assessEn, string>> = {
  'assess.summary': 'Descubre tu nivel y qué desarrollar después',
  'assess.option.role': 'El rol para el que evaluarte',
  'assess.option.domain': 'Solo un dominio',
  'assess.option.level': '¿Estás a la altura de este nivel? Con menos preguntas',
  'assess.option.setting': 'Si quieres recordatorios',
  'assess.start.summary': 'Descubre tu nivel, pregunta a pregunta',
  'assess.sheet.summary': 'Valora tus habilidades en formularios, varias a la vez',
  'assess.resume.summary': 'Sigue donde lo dejaste, en cualquier dispositivo',
  'assess.status.summary': 'Mira lo que está en curso',
  'assess.cancel.summary': 'Descarta una evaluación; pregunta antes',
  'assess.reminders.summary': 'Activa o desactiva los recordatorios de evaluaciones paradas',
  'assess.reminders.choice.on': 'Sí',
  'assess.reminders.choice.off': 'No',

  'usage.assess.role.answer': 'Tu nivel, pregunta a pregunta',
  'usage.assess.domain.answer': 'Un solo dominio, sin nivel global',
  'usage.assess.target.answer': '¿Estás a la altura de ese nivel? Menos preguntas',

  'assess.rule':
    'Tu nivel es el más alto en el que cumples tres de cada cuatro habilidades esenciales y la mitad de las demás, en él y en todos los inferiores.',
  'assess.rule.core': 'Lo esencial de {role}: {core}.',
  'assess.rule.whole':
    'Tu nivel es el más alto en el que cumples cuatro de cada cinco habilidades, en él y en todos los inferiores.',
  'assess.rule.target':
    'Estás a la altura de {level} si cumples tres de cada cuatro habilidades esenciales y la mitad de las demás, en él y en todos los inferiores.',
  'assess.rule.target.whole':
    'Estás a la altura de {level} si cumples cuatro de cada cinco habilidades, en él y en todos los inferiores.',
  'assess.rule.allCore':
    'Tu nivel es el más alto en el que cumples todas las habilidades esenciales, en él y en todos los inferiores.',
  'assess.rule.target.allCore':
    'Estás a la altura de {level} si cumples todas las habilidades esenciales, en él y en todos los inferiores.',
  'assess.rule.share':
    'Tu nivel es el más alto en el que cumples al menos el {percent} % de las habilidades, en él y en todos los inferiores.',
  'assess.rule.target.share':
    'Estás a la altura de {level} si cumples al menos el {percent} % de las habilidades, en él y en todos los inferiores.',
  'assess.modest':
    'Esto es una autoevaluación. Dice cómo ves tu propio trabajo frente a este marco de carrera y no sirve de base para contratar ni para fijar sueldos.',

  'assess.which.title': '¿Qué rol?',
  'assess.which.text': 'Elige el rol para el que quieres evaluarte.',
  'assess.which.last': '{role} (la última vez)',

  'assess.intro.title': 'Evaluación: {role}',
  'assess.intro.takes':
    'Unas {least, number} a {usual, number} preguntas, de {from, number} a {to, number} minutos; hasta {most, number} si estás entre dos niveles.',
  'assess.intro.how':
    'Para cada habilidad, elige la frase que describe lo que haces hoy: la mayor parte, de forma habitual. Responde como lo haría alguien que conoce tu trabajo.',
  'assess.intro.ways':
    '<b>Descubrir mi nivel</b> empieza por lo esencial y solo pregunta lo que aún puede cambiar el resultado. <b>¿Estoy a la altura de…?</b> comprueba un nivel con menos preguntas. <b>Hoja</b> muestra {skills, plural, one {la # habilidad} other {las # habilidades}} en {cards, plural, one {# tarjeta} other {# tarjetas}}. <b>Un dominio</b> mira solo ese dominio.',
  'assess.intro.domain': 'Esto mira solo <b>{domain}</b> y dice cuáles de sus expectativas cumples.',
  'assess.intro.others': 'También en curso, y guardado: {roles}.',
  'assess.intro.title.target': '¿A la altura de {level}? {role}',
  'assess.intro.takes.target':
    'Unas {least, number} a {usual, number} preguntas, de {from, number} a {to, number} minutos; hasta {most, number} si la respuesta está muy ajustada.',
  'assess.intro.takes.all':
    '{questions, plural, one {# pregunta} other {# preguntas}}, {minutes, plural, one {un minuto} other {unos # minutos}}.',
  'assess.intro.private': 'Puedes pausar cuando quieras y seguir más tarde. Solo lo ves tú.',
  'assess.start.guided': 'Descubrir mi nivel',
  'assess.start.sheet': 'Hoja',
  'assess.start.domain': 'Un solo dominio…',
  'assess.start.targets': '¿Estoy a la altura de…?',
  'assess.start.target': '¿Estoy a la altura de {level}?',
  'assess.start.domainNow': 'Empezar',
  'assess.domains.title': '¿Qué dominio de {role}?',

  'assess.exists.title': '{role}: ya empezada',
  'assess.exists.text':
    'Empezaste esta evaluación el {date} y {answers, plural, =0 {aún no has respondido nada} one {has dado # respuesta} other {has dado # respuestas}}. ¿Sigues con ella, o empiezas de nuevo y {answers, plural, =0 {la descartas} one {descartas esa respuesta} other {descartas esas respuestas}}?',
  'assess.action.resume': 'Seguir',
  'assess.action.resumeRole': 'Seguir con {role}',
  'assess.action.restart': 'Empezar de nuevo',

  'assess.card.asks': '¿Cuál describe lo que haces hoy?',
  'assess.card.progress':
    'Pregunta {number, number} · {left, plural, =0 {casi al final} one {quedan una o dos} other {quedan unas #}}',
  'assess.card.progressPlan':
    'Pregunta {number, number} · para tu plan · {left, plural, =0 {casi al final} one {queda # como mucho} other {quedan # como mucho}}',
  'assess.card.progressEdge': 'Pregunta {number, number} · hasta que quede claro',
  'assess.card.progressCore':
    'Pregunta {number, number} · lo esencial · {left, plural, =0 {casi al final} one {quedan una o dos} other {quedan unas #}}',
  'assess.card.progressTarget':
    'Pregunta {number, number} · {left, plural, =0 {casi al final} one {quedan una o dos} other {quedan unas #}}',
  'assess.card.progressGaps':
    'Pregunta {number, number} · para la lista completa · {left, plural, =0 {casi al final} one {quedan una o dos} other {quedan unas #}}',
  'assess.card.progressDomain': 'Pregunta {number, number} de {total, number}',
  'assess.card.rating': '{number, number} · {rating}',
  'assess.card.answered': '✓ {skill}: {rating}',
  'assess.card.skipped': '– {skill}: saltada',
  'assess.card.below': 'Sigue en otro mensaje.',
  'assess.change': 'Cambiar',
  'assess.card.full': 'Leer completo',
  'assess.card.more': 'Más que esto',
  'assess.card.less': 'Menos que esto',
  'assess.none': 'Todavía nada: no lo conozco.',
  'assess.none.short': 'Todavía nada',
  'assess.skip': 'Saltar',
  'assess.why': '¿Por qué esta?',
  'assess.evidence': 'Añadir nota o enlace',
  'assess.evidence.change': 'Cambiar la nota o el enlace',
  'assess.pause': 'Pausar',
  'assess.stop': 'Parar aquí',
  'assess.cancel': 'Cancelar',
  'assess.evidence.for': 'Nota o enlace de {skill}',
  'assess.evidence.have': 'Evidencia: {text}',
  'assess.evidence.invite':
    '{skill} parece uno de tus puntos fuertes. Puedes mostrarlo con una nota o un enlace; solo lo ves tú.',
  'assess.edge':
    '{core, select, settled {Lo esencial está claro; las demás deciden entre {lower} y {upper}.} half {Lo esencial está claro y cumples más o menos la mitad de las demás: {lower} o {upper}.} near {Cumples más o menos lo que pide {upper}: {lower} o {upper}.} other {Está entre {lower} y {upper}.}} {most, plural, one {La última pregunta lo aclara.} other {{bound, select, open {Se aclara con {left, plural, one {una o dos preguntas} other {unas # preguntas}} más, {most, number} como mucho.} other {Se aclara con {most, plural, one {# pregunta} other {# preguntas}} más.}}}} Si paras ahora, el resultado dice qué es lo más probable y cuánto; nombra los dos si ninguno pasa del 50 %.',
  'assess.edge.target':
    '{core, select, settled {Lo esencial está claro; las demás deciden si estás a la altura de {level}.} half {Lo esencial está claro y cumples más o menos la mitad de las demás: todavía no se sabe si estás a la altura de {level}.} near {Cumples más o menos lo que pide {level}: todavía no se sabe si estás a la altura.} other {Todavía no se sabe si estás a la altura de {level}.}} {most, plural, one {La última pregunta lo aclara.} other {{bound, select, open {Se aclara con {left, plural, one {una o dos preguntas} other {unas # preguntas}} más, {most, number} como mucho.} other {Se aclara con {most, plural, one {# pregunta} other {# preguntas}} más.}}}} Si paras ahora, el resultado dice qué es lo más probable y cuánto.',

  'assess.why.text':
    'En {level}, {role} espera <b>{proficiency}</b> en {skill}: eso o más cuenta a favor de {level}; menos, en contra. Ninguna otra pregunta pendiente dice más sobre tu nivel.',
  'assess.why.plan':
    '{level} espera <b>{proficiency}</b> en {skill}. Si hoy haces menos, puede ser una de las habilidades que trabajar; si haces eso o más, tu plan irá a otras.',
  'assess.why.gaps':
    '{level} espera <b>{proficiency}</b> en {skill}. Si hoy haces menos, entra en la lista de lo pendiente; si haces eso o más, no.',
  'assess.why.domain': '{skill} es una de las habilidades que {role} espera en {domain}; se preguntan todas.',
  'assess.why.core':
    '{skill} es parte de lo esencial de {role}, y un nivel pide tres de cada cuatro habilidades esenciales. {level} espera <b>{proficiency}</b>: eso o más cuenta a favor de {level}; menos, en contra.',
  'assess.belowFirst': 'por debajo de {level}',

  'assess.note.stale': 'Esa pulsación era de una pregunta anterior. No ha cambiado nada; estás aquí.',
  'assess.note.back': 'Respuesta retirada. Aquí tienes otra vez la pregunta.',
  'assess.note.firstQuestion': 'Esta es la primera pregunta; no hay nada a lo que volver.',
  'assess.note.resumed':
    'Hola de nuevo. {answers, plural, =0 {Aún no has respondido nada} one {Has dado # respuesta} other {Has dado # respuestas}}.',
  'assess.note.evidence': 'Evidencia de {skill} guardada.',
  'assess.note.noEvidence': 'Evidencia de {skill} borrada.',
  'assess.note.changed':
    '{role} ha cambiado desde que empezaste. {count, plural, =0 {Se conservan todas tus respuestas.} one {Se vuelve a preguntar por esta habilidad: {skills}. Las demás respuestas se conservan.} other {Se vuelve a preguntar por estas habilidades: {skills}. Las demás respuestas se conservan.}}',
  'assess.note.gone':
    '{count, plural, one {# habilidad que respondiste ya no forma} other {# habilidades que respondiste ya no forman}} parte del rol.',
  'assess.note.typed':
    '«{text}» no es una de las respuestas; no se ha perdido nada. Escribe de 1 a 5, una palabra como {words}, o saltar, atrás, por qué, evidencia, pausa, parar, cancelar, ayuda. Los comandos como <c>/skills</c> también funcionan.',
  'assess.note.typedSettled':
    '«{text}» no es una de las respuestas; no se ha perdido nada. No hay ninguna pregunta abierta: pulsa o escribe {labels}.',
  'assess.note.similar':
    '«{text}» no es una de las respuestas. ¿Querías decir <b>{name}</b>? Escribe <c>{input}</c> o pulsa su botón.',
  'assess.note.stopEarly':
    'Se puede decir un nivel cuando lo esencial está respondido y hay diez respuestas, así que podrás parar {left, plural, one {tras # pregunta más} other {tras unas # preguntas más}}. <c>pausa</c> lo guarda todo hasta entonces.',
  'assess.note.nothingOpen':
    'Aquí no queda nada por preguntar. Escribe <c>terminar</c> para ver el resultado, <c>atrás</c> para cambiar la última respuesta o <c>pausa</c>.',
  'assess.note.sheet':
    'En una hoja se responde tarjeta a tarjeta: rellena una, o escribe <c>terminar</c> para ver el resultado.',
  'assess.note.scale':
    'La escalera se mide ahora con otros grados: {steps}. Una respuesta cuyo grado está en ambas cuenta como antes; las demás se vuelven a preguntar.',
  'assess.note.rule':
    'La regla que decide el nivel ha cambiado desde que empezaste. Tus respuestas se conservan y cuentan con la nueva.',
  'assess.help.typed':
    'Escribe el número de la frase que encaja, o su nombre ({words}). <c>saltar</c> deja fuera una habilidad, <c>atrás</c> retira la última respuesta, <c>por qué</c> explica la pregunta, <c>evidencia</c> añade una nota o un enlace, <c>pausa</c> lo guarda todo para después, <c>cancelar</c> lo descarta tras preguntarte.',

  'assess.evidence.title': 'Evidencia',
  'assess.evidence.label': 'Nota o enlace sobre {skill}',
  'assess.evidence.hint': 'Un pull request, un documento, lo que hiciste. Solo la ves tú. Vacía, se borra.',
  'assess.evidence.submit': 'Guardar',

  'assess.settled.level':
    'Han sido {questions, plural, one {# pregunta} other {# preguntas}}{skipped, plural, =0 {} one {, # omitida} other {, # omitidas}}.',
  'assess.settled.domain':
    'Has respondido a todo lo de <b>{domain}</b>: {questions, plural, one {# pregunta} other {# preguntas}}.',
  'assess.settled.offer':
    'Tu resultado está listo. {focus, select, answered {Lo primero en lo que trabajar ya está respondido; con más respuestas se sabe cuántas de las demás pide el nivel siguiente y qué viene después.} other {Con más respuestas, el plan se hace con lo que has dicho tú y no con estimaciones.}}',
  'assess.settled.early':
    'Se ha omitido demasiado para saber el nivel. Vuelve atrás y responde una parte, o mira lo que se puede decir.',
  'assess.finish': 'Ver mi resultado',
  'assess.refine': 'Todo lo pendiente ({left, plural, one {una o dos más} other {unas # más}})',

  'assess.paused.title': 'En pausa',
  'assess.paused.text':
    '{role}: {answers, plural, =0 {sin respuestas todavía} one {# respuesta guardada} other {# respuestas guardadas}}. Sigue con <u>assess resume</u>, aquí o en otro dispositivo, hasta el {date}.',

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
    'Rellena la tarjeta: en cada habilidad, la frase que describe lo que haces hoy. Lo que dejes sin responder no cuenta.',
  'assess.sheet.open': 'sin responder',
  'assess.sheet.fill': 'Rellenar esta tarjeta',
  'assess.sheet.next': 'Tarjeta siguiente',
  'assess.sheet.previous': 'Tarjeta anterior',
  'assess.sheet.form': '{card, number}/{cards, number} {domain}',
  'assess.sheet.submit': 'Guardar',
  'assess.sheet.kept':
    '{count, plural, =0 {No ha cambiado nada.} one {# respuesta guardada.} other {# respuestas guardadas.}}',

  'assess.reminder.text':
    'Tu evaluación de {role} espera desde el {date}: {answers, plural, =0 {sin respuestas todavía} one {# respuesta guardada} other {# respuestas guardadas}}, {left, plural, =0 {casi está} one {queda aproximadamente # pregunta} other {quedan unas # preguntas}}. Se guarda hasta el {until}.',
  'assess.reminder.off': 'Sin más recordatorios',
  'assess.expired.text':
    'Nadie ha tocado tu evaluación de {role} en {days, plural, one {# día} other {# días}}, así que se ha descartado{answers, plural, =0 {} one { con su respuesta} other { con sus # respuestas}}. Puedes empezar otra cuando quieras.',
  'assess.targets.title': '¿Para qué nivel de {role}?',
  'assess.plan':
    'Hacer mi plan ({range, select, one {{most, number}} other {de {least, number} a {most, number}}} más)',

  'result.title': '{role}: {level}',
  'result.title.below': '{role}: aún no llegas a {level}',
  'result.title.domain': '{role}: {domain}',
  'result.bar':
    '{reached, select, yes {✓ } other {}}{level} · {answered, plural, =0 {sin preguntar} other {{met, number} de {answered, number} cumplidas}}{estimated, plural, =0 {} one {, # pendiente estimada} other {, # pendientes estimadas}}',
  'result.sure':
    '<b>{percent, number} % de certeza</b> de que {left, plural, one {no cambiaría} other {no cambiarían}} nada.',
  'result.likelier':
    '<b>Lo más probable es {level} ({percent, number} %)</b>; con lo que se ha respondido no queda claro.',
  'result.thin':
    '{mode, select, guided {Has parado pronto, así que esto se apoya} other {Esto se apoya}} en pocas respuestas: {answered, number} de las {expected, number} {part, select, others {demás} other {habilidades}}. Con más, puede cambiar.',
  'result.certain':
    '<b>Seguro según la regla:</b> {left, plural, one {no puede cambiar} other {no pueden cambiar}} nada.',
  'result.domain.noLevel': 'Un solo dominio no da un nivel global.',
  'result.levels': 'Por nivel: expectativas cumplidas',
  'result.domains': 'Por dominio, en {level}',
  'result.coverage':
    '{answered, plural, =0 {sin preguntar} other {{met, number} de {answered, number} cumplidas{notAsked, plural, =0 {} other {, # sin preguntar}}}}{skipped, plural, =0 {} one {, # omitida} other {, # omitidas}}',
  'result.strengths': 'Puntos fuertes',
  'result.strength': '{above, plural, one {un grado} other {# grados}} por encima de lo que espera {level}',
  'result.gaps': 'Pendiente en {level}, según tus respuestas',
  'result.gaps.domain': 'Pendiente en {domain}, según tus respuestas',
  'result.gaps.none': 'No queda nada pendiente en {level}.',
  'result.gaps.estimated': '<b>Estimado</b> a partir de tus otras respuestas; no se ha preguntado',
  'result.gaps.skipped': 'Omitido, así que no cuenta: {skills}.',
  'result.edge':
    'Estás cerca de {level}: {left, plural, one {lo decide la # habilidad sin preguntar} other {lo deciden las # habilidades sin preguntar}}.',
  'result.gaps.expected': 'se espera {to}',
  'result.plan.ready': 'Lo que aún merece la pena trabajar',
  'result.plan': 'En qué trabajar ahora',
  'result.plan.same':
    '{reason, select, answered {{count, plural, one {Tu habilidad sigue igual; ahora se basa en una respuesta tuya.} other {Tus # habilidades siguen igual; ahora se basan en tus respuestas.}}} other {{count, plural, one {Tu habilidad sigue igual; lo que has respondido después trata del resto de la lista.} other {Tus # habilidades siguen igual; lo que has respondido después trata del resto de la lista.}}}}',
  'result.plan.more':
    '{count, plural, one {Esta habilidad ya está respondida} other {Estas # habilidades ya están respondidas}}. Con más respuestas se sabe cuántas de las demás pide {level} y qué viene después.',
  'result.gaps.answer': 'Responder el resto ({left, plural, one {una o dos más} other {unas # más}})',
  'result.steps.first':
    '{count, plural, one {Este es el primero} other {Estos son los # primeros}} de {about, select, about {aproximadamente {steps, plural, one {# paso} other {# pasos}}} other {{steps, plural, one {# paso} other {# pasos}}}} hasta {level}.',
  'result.steps.some':
    'Para {level} hacen falta {about, select, about {aproximadamente {steps, plural, one {# paso} other {# pasos}}} other {{steps, plural, one {# paso} other {# pasos}}}} en total; {leading, plural, one {uno de ellos está} other {# de ellos están}} aquí.',
  'result.steps.whole':
    'Con {count, plural, one {este paso} other {estos # pasos}} llegas a {level}{about, select, about {, hasta donde se ha preguntado} other {}}.',
  'result.steps.enough':
    '{steps, plural, one {Uno de estos pasos te lleva} other {# de estos pasos te llevan}} a {level}{about, select, about {, hasta donde se ha preguntado} other {}}.',
  'result.steps.other':
    'Hasta {level} hay {about, select, about {aproximadamente {steps, plural, one {# paso} other {# pasos}}} other {{steps, plural, one {# paso} other {# pasos}}}}; {count, plural, one {este va} other {estos van}} antes.',
  'result.steps.unknown':
    '{count, plural, one {Este es un primer paso} other {Estos son los primeros pasos}} hacia {level}; se han preguntado muy pocas de las demás para contarlos todos.',
  'result.recheck':
    'Vuelve a comprobarlo hacia el <b>{date}</b>, cuando puedas haber completado {count, plural, one {este paso} other {estos pasos, uno tras otro}}.',
  'result.recheck.enough':
    'Vuelve a comprobarlo hacia el <b>{early}</b>, cuando puedas haber completado {leading, plural, one {el paso que basta} other {los # pasos que bastan}}; los {count, number}, uno tras otro, llevan hasta el {date}, más o menos.',
  'result.saved': 'Guardado en tu historial; solo lo ves tú.',
  'result.gone': 'Del {date}. El rol {role} ya no está en el catálogo; estas son las respuestas tal como se dieron.',
  'result.again': 'Evaluarme otra vez',
  'result.export': 'Exportar',
  'result.profile': 'Mi historial',
  'result.meaning': 'Qué significa aquí {level}: {focus}',
  'result.early.title': '{role}: aún es pronto para saberlo',
  'result.early':
    'Podría estar entre «{from}» y «{to}»: se ha respondido muy poco de lo esencial o de lo demás. No se guarda ningún nivel.',
  'result.early.more': 'Empieza de nuevo y responde primero lo esencial; son unos minutos.',
  'result.ready.title': '{role}: a la altura de {level}',
  'result.notReady.title': '{role}: todavía no a la altura de {level}',
  'result.ready.notAsked': 'Esto comprueba solo {level}; no se ha preguntado por tu nivel.',
  'result.ready.ownLevel': 'Tu nivel, a {date}: {level}.',
  'result.count.core':
    '<b>{level, select, none {Esencial} other {Esencial en {level}}}: {answered, plural, =0 {sin responder} other {{met, number} de {answered, plural, one {# cumplida} other {# cumplidas}}}}</b>{answered, plural, =0 { ({left, number})} other { ({needed, plural, one {hace falta #} other {hacen falta #}}){left, plural, =0 {} other {, # sin responder}}}}.',
  'result.count.others':
    '<b>Las demás: {answered, plural, =0 {sin responder} other {{met, number} de {answered, plural, one {# cumplida} other {# cumplidas}}}}</b>{answered, plural, =0 { ({left, number})} other { ({needed, plural, one {hace falta #} other {hacen falta #}}){left, plural, =0 {} other {, # sin responder}}}}.',
  'result.count.all':
    '<b>{level, select, none {Habilidades} other {{level}}}: {answered, plural, =0 {sin responder} other {{met, number} de {answered, plural, one {# cumplida} other {# cumplidas}}}}</b>{answered, plural, =0 { ({left, number})} other { ({needed, plural, one {hace falta #} other {hacen falta #}}){left, plural, =0 {} other {, # sin responder}}}}.',
  'result.count.onlyNew':
    'En {level} lo esencial no pide nada nuevo, así que solo cuentan {count, plural, one {la # habilidad restante} other {las # habilidades restantes}} con una expectativa más alta, y hace falta la mitad.',
  'result.margin.core':
    'Deciden tus respuestas, y está ajustado: con una respuesta esencial menos, el resultado sería «{below}».',
  'result.margin.others':
    'Deciden tus respuestas, y está ajustado: con una respuesta menos entre las demás, el resultado sería «{below}».',
  'result.margin.unasked':
    'De las demás que se han preguntado, cumples menos de las necesarias: {level} se apoya en lo que se estima de las que no se han preguntado.',
  'result.asked':
    '{questions, plural, one {# habilidad preguntada} other {# habilidades preguntadas}}{skipped, plural, =0 {} one {, # de ellas omitida} other {, # de ellas omitidas}}; {left, plural, =0 {no queda ninguna} one {# sin preguntar} other {# sin preguntar}}.',
  'result.mandatory':
    '{level} marca {count, plural, one {esta habilidad como obligatoria y aún no la cumples} other {estas habilidades como obligatorias y aún no las cumples}}: {skills}.{place, select, first {{count, plural, one { Va} other { Van}} primero en el plan.} other {}}',
  'result.need': '<b>Para {level}: {needs}.</b>',
  'result.need.core':
    '{need, plural, one {una habilidad esencial más} other {# habilidades esenciales más}} ({list, select, all {{skills}} some {de entre {skills}} other {de {gaps, number} pendientes}})',
  'result.need.others':
    '{about, select, about {unas {need, number}} other {{need, number}}} más de {gaps, plural, one {la # restante pendiente} other {las # restantes pendientes}}',
  'result.need.othersAbout': 'unas {need, number} (de {low, number} a {high, number}) de las demás',
  'result.need.othersVague': 'algunas de las demás (se han preguntado muy pocas para decir cuántas)',
  'result.need.restNotAsked': 'Lo que falta es {core}; lo demás no se ha preguntado.',
  'result.need.restMet': 'Lo que falta es {core}; todo lo que se ha preguntado de lo demás se cumple.',
  'result.top': 'Es el nivel más alto. El plan es lo que aún queda pendiente en {level}.',
  'result.section.summary': 'Volver al resultado',
  'result.section.gaps': 'Todo lo pendiente',
  'result.section.plan': 'Plan de crecimiento',
  'result.section.domains': 'Por dominio',
  'result.core.mark': 'esencial',
  'result.focus.step': '{from} → {to}',
  'result.focus.firstOf':
    'primero de {steps, plural, one {# paso} =2 {dos pasos} =3 {tres pasos} =4 {cuatro pasos} other {# pasos}}',
  'result.focus.estimated': 'estimación; se espera {to}',
  'result.focus.exercise': '<b>Haz:</b> {text}',
  'result.focus.evidence': '<b>Enseña:</b> {text}',
  'result.focus.reached': '<b>Se alcanza cuando:</b> {text}',
  'result.focus.read': 'Lee:',
  'result.swap': 'Ahora no: {skill}',
  'result.restore': 'Recuperar {skill}',
  'result.formerRule':
    'Este resultado sigue la regla anterior (cuatro de cada cinco de todas las habilidades). Una evaluación nueva sigue la actual.',
  'result.open': 'Se ha omitido demasiado de {level} para saber si también lo alcanzas.',
  'effort.days': 'unos días',
  'effort.weeks': 'unas semanas',
  'effort.quarter': 'un trimestre',

  'profile.summary': 'Tus resultados, tus datos y cómo borrarlos',
  'profile.option.code': 'El código de tu otra cuenta; déjalo vacío para obtener uno de esta cuenta',
  'profile.show.summary': 'Tus resultados y lo que ha cambiado desde el anterior',
  'profile.export.summary': 'Todo lo que se guarda de ti, en JSON, Markdown y CSV',
  'profile.delete.summary': 'Borra todo lo que se guarda de ti; pregunta antes',
  'profile.title': 'Tu historial',
  'profile.none': 'Todavía no hay resultados. Una evaluación lleva unos minutos y solo la ves tú.',
  'profile.newer.results':
    '{count, plural, one {# resultado se guardó} other {# resultados se guardaron}} con una versión más reciente de Rung, y esta no puede {count, plural, one {mostrarlo} other {mostrarlos}}. No se ha perdido nada: prueba de nuevo en unos minutos.',
  'profile.item': '{date}: {level}, {percent, number} % de certeza',
  'profile.item.between': '{date}: {level}; lo más probable, {likelier} ({percent, number} %)',
  'profile.item.certain': '{date}: {level}, seguro según la regla',
  'profile.item.domain': '{date}: solo {domain}',
  'profile.item.early': '{date}: aún sin nivel',
  'profile.item.ready': '{date}: a la altura de {level}',
  'profile.item.notReady': '{date}: todavía no a la altura de {level}',
  'profile.changed': 'Desde el {date}: {changes}.',
  'profile.changed.level': 'antes {from}, ahora {to}',
  'profile.changed.rule': 'el nivel se decide con otra regla',
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
  'error.assess.domainAndLevel': 'Una evaluación es de un dominio o de un nivel, no de los dos. ¿Cuál quieres?',
  'error.assess.unknown': 'No sé qué evaluar en «{text}». Nombra un rol, o un rol con uno de sus niveles o dominios.',
  'error.assess.empty': 'El rol {role} no espera nada que se pueda evaluar.',
  'error.assess.rating': 'En {skill}, «{value}» no es una respuesta. Elige una de las frases.',
  'error.assess.noAnswers': 'Todavía no hay ninguna respuesta de la que sacar algo. Responde al menos una pregunta.',
  'error.assess.levelNotInRole': '{role} no tiene ese nivel. Sus niveles: {levels}.',
  'error.evidence.long': 'Son {length, number} caracteres; una nota puede tener {most, number} como máximo.',
  'error.profile.unknown':
    'Aquí no conozco «{text}». Prueba <u>profile</u>, <u>profile export</u>, <u>profile link</u> o <u>profile delete</u>.',
  'error.profile.gone': 'Ese resultado ya no está.',

  'form.choice': 'Escribe un número, o nada para dejarlo como está.',
  'form.text': 'Escríbelo en una línea.',
  'form.bad': 'Escribe un número de 1 a {most, number}.',
  'form.long': 'Son {length, number} caracteres; este campo admite {most, number} como máximo.',
  'form.current': 'ahora: {value}',
}
