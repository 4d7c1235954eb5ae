import type { assessEn } from '../en/assess.ts'

/** What the assessment and the profile say, in Spanish. */
export const assessEs: Readonly<Record<keyof typeof assessEn, string>> = {
  'assess.summary': 'Descubre tu nivel y en qué trabajar ahora',
  'assess.option.role': 'El rol para el que quieres evaluarte',
  'assess.option.domain': 'Solo un dominio',
  'assess.option.level': 'Comprueba si estás a la altura de este nivel, con menos preguntas',
  'assess.option.setting': 'Activa o desactiva los recordatorios',
  'assess.start.summary': 'Descubre tu nivel, pregunta a pregunta',
  'assess.sheet.summary': 'Valora tus habilidades en formularios, varias a la vez',
  'assess.resume.summary': 'Sigue donde lo dejaste, en cualquier dispositivo',
  'assess.status.summary': 'Consulta las evaluaciones que tienes en curso',
  'assess.cancel.summary': 'Descarta una evaluación (te pide confirmación)',
  'assess.reminders.summary': 'Activa o desactiva los recordatorios de evaluaciones inactivas',
  'assess.reminders.choice.on': 'Activar',
  'assess.reminders.choice.off': 'Desactivar',

  'usage.assess.role.answer': 'Tu nivel, pregunta a pregunta',
  'usage.assess.domain.answer': 'Un solo dominio, sin nivel global',
  'usage.assess.target.answer': 'Comprueba si estás a la altura de ese nivel, con menos preguntas',

  'assess.rule':
    'Tu nivel es el más alto en el que, igual que en todos los inferiores, cumples lo que se espera en tres de cada cuatro habilidades esenciales y en la mitad de las demás.',
  'assess.rule.core': 'Lo esencial de {role}: {core}.',
  'assess.rule.whole':
    'Tu nivel es el más alto en el que, igual que en todos los inferiores, cumples lo que se espera en cuatro de cada cinco habilidades.',
  'assess.rule.target':
    'Estás a la altura de {level} si, en ese nivel y en todos los inferiores, cumples lo que se espera en tres de cada cuatro habilidades esenciales y en la mitad de las demás.',
  'assess.rule.target.whole':
    'Estás a la altura de {level} si, en ese nivel y en todos los inferiores, cumples lo que se espera en cuatro de cada cinco habilidades.',
  'assess.rule.allCore':
    'Tu nivel es el más alto en el que, igual que en todos los inferiores, cumples lo que se espera en todas las habilidades esenciales.',
  'assess.rule.target.allCore':
    'Estás a la altura de {level} si, en ese nivel y en todos los inferiores, cumples lo que se espera en todas las habilidades esenciales.',
  'assess.rule.share':
    'Tu nivel es el más alto en el que, igual que en todos los inferiores, cumples lo que se espera en {percent, plural, =100 {todas las habilidades} other {al menos el # % de las habilidades}}.',
  'assess.rule.target.share':
    'Estás a la altura de {level} si, en ese nivel y en todos los inferiores, cumples lo que se espera en {percent, plural, =100 {todas las habilidades} other {al menos el # % de las habilidades}}.',
  'assess.modest':
    'Esto es una autoevaluación: muestra cómo ves tu propio trabajo en relación con este marco de carrera. No debe usarse para contratar ni para fijar sueldos.',

  'assess.which.title': '¿Qué rol?',
  'assess.which.text': 'Elige el rol para el que quieres evaluarte.',
  'assess.which.last': '{role} (la última vez)',

  'assess.intro.title': 'Evaluación: {role}',
  'assess.intro.takes':
    'Normalmente, {questions, select, one {{usual, plural, one {# pregunta} other {unas # preguntas}}} other {de {least, number} a {usual, number} preguntas}} ({time, select, one {{to, plural, one {# minuto} other {# minutos}}} other {de {from, number} a {to, number} minutos}}){tail, select, none {} other {; hasta {most, plural, one {# pregunta} other {# preguntas}} si estás entre dos niveles}}.',
  'assess.intro.how':
    'Para cada habilidad, elige la descripción que mejor encaje con lo que haces hoy. Basta con que hagas la mayor parte de lo que dice, de forma habitual. Responde como lo haría alguien que conozca tu trabajo.',
  'assess.intro.ways':
    '<b>Descubrir mi nivel</b> {core, select, none {} other {empieza por lo esencial y }}solo pregunta lo que aún puede cambiar el resultado. <b>¿Estoy a la altura de…?</b> comprueba un nivel con menos preguntas. <b>Rellenar una hoja</b> muestra {skills, plural, one {la única habilidad} other {las # habilidades}} en {cards, plural, one {# tarjeta} other {# tarjetas}}. <b>Un solo dominio</b> se limita al dominio que elijas.',
  'assess.intro.domain': 'Esta evaluación abarca solo <b>{domain}</b> y muestra cuáles de sus expectativas cumples.',
  'assess.intro.others': 'También en curso, con tus respuestas guardadas: {roles}.',
  'assess.intro.title.target': '{role}: ¿a la altura de {level}?',
  'assess.intro.takes.target':
    'Normalmente, {questions, select, one {{usual, plural, one {# pregunta} other {unas # preguntas}}} other {de {least, number} a {usual, number} preguntas}} ({time, select, one {{to, plural, one {# minuto} other {# minutos}}} other {de {from, number} a {to, number} minutos}}){tail, select, none {} other {; hasta {most, plural, one {# pregunta} other {# preguntas}} si el resultado es muy ajustado}}.',
  'assess.intro.takes.all':
    '{questions, plural, one {# pregunta} other {# preguntas}}, {minutes, plural, one {un minuto} other {unos # minutos}}.',
  'assess.intro.private': 'Haz una pausa cuando quieras y sigue donde lo dejaste. Solo tú ves tus respuestas.',
  'assess.start.guided': 'Descubrir mi nivel',
  'assess.start.sheet': 'Rellenar una hoja',
  'assess.start.domain': 'Un solo dominio…',
  'assess.start.targets': '¿Estoy a la altura de…?',
  'assess.start.target': '¿Estoy a la altura de {level}?',
  'assess.start.domainNow': 'Empezar',
  'assess.domains.title': '¿Qué dominio de {role}?',

  'assess.exists.title': '{role}: evaluación ya en curso',
  'assess.exists.text':
    'Empezaste esta evaluación el {date} y {answers, plural, =0 {aún no has respondido nada} one {has respondido # pregunta} other {has respondido # preguntas}}. ¿Continúas, o empiezas de nuevo{answers, plural, =0 {} one { y pierdes esa respuesta} other { y pierdes esas respuestas}}?',
  'assess.action.resume': 'Continuar',
  'assess.action.resumeRole': 'Continuar con {role}',
  'assess.action.restart': 'Empezar de nuevo',

  'assess.card.asks': '¿Cuál describe mejor lo que haces hoy?',
  'assess.card.progress':
    'Pregunta {number, number} · {left, plural, =0 {casi al final} one {quedan una o dos} other {quedan unas #}}',
  'assess.card.progressPlan':
    'Pregunta {number, number} · para tu plan · {left, plural, =0 {casi al final} one {queda # como mucho} other {quedan # como mucho}}',
  'assess.card.progressEdge':
    'Pregunta {number, number} · por ahora, {leaning, select, level {probablemente {level}} ready {probablemente a la altura} notReady {probablemente aún no} other {resultado muy ajustado}}',
  'assess.card.progressCore':
    'Pregunta {number, number} · sobre lo esencial · {left, plural, =0 {casi al final} one {quedan una o dos} other {quedan unas #}}',
  'assess.card.progressTarget':
    'Pregunta {number, number} · {left, plural, =0 {casi al final} one {quedan una o dos} other {quedan unas #}}',
  'assess.card.progressGaps':
    'Pregunta {number, number} · para descubrir todo lo pendiente · {left, plural, =0 {casi al final} one {quedan una o dos} other {quedan unas #}}',
  'assess.card.progressDomain': 'Pregunta {number, number} de {total, number}',
  'assess.card.rating': '{number, number} · {rating}',
  'assess.card.answered': '✓ {skill}: {rating}',
  'assess.card.skipped': '– {skill}: omitida',
  'assess.card.below': 'La evaluación sigue en otro mensaje.',
  'assess.change': 'Cambiar',
  'assess.card.full': 'Leer el texto completo',
  'assess.card.more': 'Más que esto',
  'assess.card.less': 'Menos que esto',
  'assess.none': 'Todavía nada: no lo conozco.',
  'assess.none.short': 'Todavía nada',
  'assess.skip': 'Omitir',
  'assess.why': '¿Por qué esta?',
  'assess.evidence': 'Añadir nota o enlace',
  'assess.evidence.change': 'Cambiar la nota o el enlace',
  'assess.pause': 'Pausar',
  'assess.stop': 'Parar aquí',
  'assess.cancel': 'Cancelar',
  'assess.evidence.for': 'Nota o enlace sobre {skill}',
  'assess.evidence.have': 'Evidencia: {text}',
  'assess.evidence.invite':
    '{skill} parece uno de tus puntos fuertes. Añade una nota o un enlace que lo demuestre: nadie más lo verá.',
  'assess.edge':
    '{core, select, settled {Lo esencial está claro; las demás habilidades deciden tu nivel: {lower} o bien {upper}.} half {Lo esencial está claro y cumples lo que se espera en más o menos la mitad de las demás habilidades, así que aún no está claro tu nivel: {lower} o bien {upper}.} near {Cumples más o menos lo que pide {upper}, así que aún no está claro tu nivel: {lower} o bien {upper}.} other {Aún no está claro tu nivel: {lower} o bien {upper}.}} {most, plural, one {La última pregunta lo aclara.} other {{bound, select, open {Se aclara con {left, plural, one {una o dos preguntas} other {unas # preguntas}} más, {most, number} como mucho.} other {Se aclara con {most, plural, one {# pregunta} other {# preguntas}} más.}}}} Si paras ahora, el resultado indica el nivel más probable y su probabilidad, o los dos niveles si ninguno pasa del 50 %.',
  'assess.edge.target':
    '{core, select, settled {Lo esencial está claro; las demás habilidades deciden si estás a la altura de {level}.} half {Lo esencial está claro y cumples lo que se espera en más o menos la mitad de las demás habilidades: todavía no se sabe si estás a la altura de {level}.} near {Cumples más o menos lo que pide {level}: todavía no se sabe si estás a la altura.} other {Todavía no se sabe si estás a la altura de {level}.}} {most, plural, one {La última pregunta lo aclara.} other {{bound, select, open {Se aclara con {left, plural, one {una o dos preguntas} other {unas # preguntas}} más, {most, number} como mucho.} other {Se aclara con {most, plural, one {# pregunta} other {# preguntas}} más.}}}} Si paras ahora, el resultado indica qué es lo más probable y con qué certeza.',

  'assess.why.text':
    'En {level}, {role} espera <b>{proficiency}</b> en {skill}: eso o más cuenta a favor de {level}; menos, en contra. Ninguna otra pregunta pendiente dice más sobre el resultado.',
  'assess.why.plan':
    '{level} espera <b>{proficiency}</b> en {skill}. Si hoy haces menos, puede entrar en tu plan de crecimiento; si haces eso o más, el plan se centra en otras habilidades.',
  'assess.why.gaps':
    '{level} espera <b>{proficiency}</b> en {skill}. Si hoy haces menos, entra en la lista de lo pendiente; si haces eso o más, no.',
  'assess.why.domain':
    '{skill} es una de las habilidades que {role} espera en {domain}. Esta evaluación pregunta por todas.',
  'assess.why.core':
    '{skill} es parte de lo esencial de {role}, y cada nivel pide tres de cada cuatro habilidades esenciales. {level} espera <b>{proficiency}</b>: eso o más cuenta a favor de {level}; menos, en contra.',
  'assess.belowFirst': 'por debajo de {level}',

  'assess.note.stale': 'Ese botón era de una pregunta anterior, así que no ha cambiado nada. Vas por aquí.',
  'assess.note.questionGone':
    'Esa pregunta ha cambiado desde que la viste, así que tu respuesta no se ha registrado. Vas por aquí.',
  'assess.note.undoGone': 'Tu última respuesta ya no cuenta, así que no hay nada que deshacer.',
  'assess.note.back': 'He deshecho tu última respuesta. Aquí tienes otra vez la pregunta.',
  'assess.note.firstQuestion': 'Esta es la primera pregunta; no hay ninguna anterior.',
  'assess.note.resumed':
    'Hola de nuevo. {answers, plural, =0 {Aún no has respondido nada} one {Hasta ahora has respondido # pregunta} other {Hasta ahora has respondido # preguntas}}.',
  'assess.note.evidence': 'Evidencia de {skill} guardada.',
  'assess.note.noEvidence': 'Evidencia de {skill} borrada.',
  'assess.note.changed':
    '{role} ha cambiado desde que empezaste. {count, plural, =0 {} one {Volveré a preguntarte por esta habilidad: {skills}.} other {Volveré a preguntarte por estas habilidades: {skills}.}}{rest, select, none {} all {Todas tus respuestas siguen contando.} only {Tus respuestas sobre las habilidades que quedan en el rol siguen contando.} other { Tus respuestas sobre las demás habilidades del rol siguen contando.}}',
  'assess.note.gone':
    '{count, plural, one {# habilidad sobre la que respondiste ya no forma} other {# habilidades sobre las que respondiste ya no forman}} parte del rol. {count, plural, one {Tu respuesta queda guardada y contará de nuevo si la habilidad vuelve} other {Tus respuestas quedan guardadas y contarán de nuevo si las habilidades vuelven}}.',
  'assess.note.returned':
    '{count, plural, one {Tu respuesta anterior vuelve a contar} other {Tus respuestas anteriores vuelven a contar}}: {skills}.',
  'assess.note.levelGone': 'El nivel que elegiste ya no forma parte de {role}, así que averiguaré cuál es el tuyo.',
  'assess.note.typed':
    '«{text}» no es una de las respuestas; no se ha perdido nada. Escribe un número del {first, number} al {most, number} o una palabra: {words}. También puedes escribir «omitir», «atrás», «por qué», «evidencia», «pausa», «parar», «cancelar» o «ayuda», o hacer una pregunta, como «¿Qué es {skill}?».',
  'assess.open.question':
    'La pregunta {number, number} ({skill}) sigue abierta: escribe un número del {first, number} al {most, number} para responderla.',
  'assess.open.other': 'Tu evaluación de {role} sigue abierta.',
  'assess.note.allStatements':
    'Esta tarjeta ya muestra todas las descripciones; <c>más</c> y <c>menos</c> son para las que muestran solo algunas. Escribe el número de la que encaje.',
  'assess.note.typedSettled':
    '«{text}» no es una de las opciones; no se ha perdido nada. No hay ninguna pregunta abierta: elige o escribe {labels}.',
  'assess.note.similar':
    '«{text}» no es una de las respuestas. ¿Querías decir <b>{name}</b>? Escribe <c>{input}</c> o elige esa opción.',
  'assess.note.stopEarly':
    'Podré decirte {about, select, check {si estás a la altura de {level}} other {tu nivel}} cuando {core, select, none {} other {hayas respondido lo esencial y }}lleves {answers, plural, one {# respuesta} other {# respuestas}}, así que podrás parar {left, plural, one {tras # pregunta más} other {tras unas # preguntas más}}. Hasta entonces, <c>pausa</c> guarda tus respuestas.',
  'assess.note.stopAtEnd':
    'Todavía no puedes parar: podré decirte {about, select, check {si estás a la altura de {level}} other {tu nivel}} {left, plural, one {tras esta pregunta} other {tras unas # preguntas más}}. Hasta entonces, <c>pausa</c> guarda tus respuestas.',
  'assess.note.nothingOpen':
    'No hay ninguna pregunta abierta. Elige una de las opciones o escribe <c>terminar</c> para ver el resultado, <c>atrás</c> para cambiar la última respuesta o <c>pausa</c> para seguir más tarde.',
  'assess.note.sheet':
    'En la hoja se responde tarjeta a tarjeta: rellena una o escribe <c>terminar</c> para ver el resultado.',
  'assess.note.scale':
    'El marco de carrera usa ahora otros grados: {steps}. Las respuestas cuyo grado sigue existiendo cuentan como antes; volveré a preguntarte por las demás habilidades.',
  'assess.note.rule':
    'La regla que decide tu nivel ha cambiado desde que empezaste. Tus respuestas siguen guardadas y ahora cuentan según la nueva.',
  'assess.help.typed':
    'Escribe el número de la descripción que encaje, o su nombre ({words}). <c>omitir</c> pasa a la siguiente sin responder, <c>atrás</c> deshace la última respuesta, <c>por qué</c> explica por qué te lo pregunto, <c>evidencia</c> añade una nota o un enlace, <c>pausa</c> lo guarda todo para después y <c>cancelar</c> descarta la evaluación (te pide confirmación). Mientras tanto, puedes preguntar sobre el marco de carrera; <c>/rung</c> muestra todo lo demás.',

  'assess.evidence.title': 'Evidencia',
  'assess.evidence.label': 'Nota o enlace sobre {skill}',
  'assess.evidence.hint':
    'Un pull request, un documento o lo que hiciste. Solo lo ves tú. Para borrarlo, deja el campo vacío.',
  'assess.evidence.submit': 'Guardar',

  'assess.settled.level':
    '{questions, plural, one {Ha sido # pregunta} other {Han sido # preguntas}}{skipped, plural, =0 {} one {, # omitida} other {, # omitidas}}.',
  'assess.settled.domain':
    'Eso era todo sobre <b>{domain}</b>: {questions, plural, one {# pregunta} other {# preguntas}}{skipped, plural, =0 {} one {, # omitida} other {, # omitidas}}.',
  'assess.settled.offer':
    'Tu resultado está listo. {focus, select, answered {Ya has valorado las habilidades en las que conviene trabajar primero; con más respuestas sabrás cuántas de las demás hacen falta para el nivel siguiente y qué viene después.} other {Con más respuestas, tu plan se basará en lo que digas y no en estimaciones.}}',
  'assess.settled.early':
    'Has omitido demasiadas preguntas, así que no puedo saber {about, select, check {si estás a la altura de {level}} other {tu nivel}}. Vuelve atrás y responde algunas, o mira lo que puedo decirte por ahora.',
  'assess.finish': 'Ver mi resultado',
  'assess.refine':
    'Descubrir todo lo pendiente ({left, plural, one {una o dos preguntas más} other {unas # preguntas más}})',

  'assess.paused.title': 'En pausa',
  'assess.paused.text':
    '{role}: {answers, plural, =0 {sin respuestas todavía} one {# respuesta guardada} other {# respuestas guardadas}}. Puedes seguir con <u>assess resume</u> en cualquier dispositivo hasta el {date}.',

  'assess.cancel.which': '¿Qué evaluación quieres descartar?',
  'assess.cancel.title': '¿Descartar esta evaluación?',
  'assess.cancel.text':
    '{role}: {answers, plural, =0 {no perderías ninguna respuesta} one {perderías # respuesta} other {perderías # respuestas}}. No se puede deshacer.',
  'assess.cancel.yes': 'Descartar',
  'assess.cancel.no': 'No, continuar',
  'assess.canceled': 'Evaluación descartada. No se ha conservado nada.',

  'assess.status.title': 'En curso',
  'assess.status.none': 'No tienes ninguna evaluación en curso.',
  'assess.status.item':
    '{answers, plural, =0 {sin respuestas todavía} one {# respuesta} other {# respuestas}}, última actividad el {date}, guardada hasta el {until}',
  'assess.status.paused': 'en pausa',
  'assess.status.domain': 'solo {domain}',

  'assess.reminders.off': 'Ya no te recordaré las evaluaciones inactivas.',
  'assess.reminders.on':
    'Te enviaré un solo recordatorio de cada evaluación que lleve {days, plural, one {# día} other {# días}} sin actividad.',

  'assess.sheet.title': '{role} · {domain}',
  'assess.sheet.progress':
    'Tarjeta {card, number} de {cards, number} · {answered, number} de {skills, number} respondidas',
  'assess.sheet.how':
    'Rellena la tarjeta: en cada habilidad, elige la descripción que mejor encaje con lo que haces hoy. Lo que dejes en blanco no cuenta.',
  'assess.sheet.open': 'sin responder',
  'assess.sheet.fill': 'Rellenar esta tarjeta',
  'assess.sheet.next': 'Tarjeta siguiente',
  'assess.sheet.previous': 'Tarjeta anterior',
  'assess.sheet.form': '{card, number}/{cards, number} {domain}',
  'assess.sheet.submit': 'Guardar',
  'assess.sheet.lost':
    '{count, plural, one {# respuesta no se ha registrado porque su pregunta ha cambiado} other {# respuestas no se han registrado porque sus preguntas han cambiado}} desde que abriste la tarjeta.',
  'assess.sheet.saved':
    '{count, plural, =0 {No ha cambiado nada.} one {# respuesta guardada.} other {# respuestas guardadas.}}',

  'assess.reminder.text':
    'Tu evaluación de {role} te espera desde el {date}: {answers, plural, =0 {sin respuestas todavía} one {# respuesta guardada} other {# respuestas guardadas}}{scope, select, gone {} other {; {left, plural, =0 {ya puedes ver el resultado} one {quedan una o dos preguntas} other {quedan unas # preguntas}}}}. Está guardada hasta el {until}.',
  'assess.reminder.off': 'Desactivar recordatorios',
  'assess.expired.text':
    'Tu evaluación de {role} se ha borrado tras {days, plural, one {# día} other {# días}} sin actividad{answers, plural, =0 {} one {, junto con su respuesta} other {, junto con sus # respuestas}}. Puedes empezar otra cuando quieras.',
  'assess.targets.title': '¿Qué nivel de {role} quieres comprobar?',
  'assess.plan':
    'Hacer mi plan ({range, select, one {{most, plural, one {# pregunta} other {# preguntas}}} other {de {least, number} a {most, number} preguntas}} más)',

  'result.title': '{role}: {level}',
  'result.title.below': '{role}: por debajo de {level}',
  'result.title.domain': '{role}: {domain}',
  'result.bar':
    '{reached, select, yes {✓ } other {}}{level} · {answered, plural, =0 {sin preguntar} other {{met, number} de {answered, plural, one {# cumplida} other {# cumplidas}}}}{estimated, plural, =0 {} one {, # por cumplir según la estimación} other {, # por cumplir según la estimación}}',
  'result.sure': '<b>{percent, number} % de certeza</b> de que el resto de las habilidades no cambiaría el resultado.',
  'result.likelier':
    '<b>Lo más probable: {level} ({percent, number} %)</b>, pero con lo que has respondido no queda claro.',
  'result.thin':
    '{mode, select, guided {Has parado pronto, así que el resultado se basa} other {El resultado se basa}} en pocas respuestas: {answered, number} de las {expected, number} {part, select, others {habilidades no esenciales} other {habilidades}}. Con más, podría cambiar.',
  'result.certain': '<b>Seguro según la regla:</b> el resto de las habilidades no puede cambiar el resultado.',
  'result.domain.noLevel': 'Un solo dominio no da un nivel global.',
  'result.domain.levels': 'De lo que cada nivel espera en {domain}, cumples:',
  'result.levels': 'Por nivel: expectativas cumplidas',
  'result.domains': 'Por dominio, en {level}',
  'result.coverage':
    '{answered, plural, =0 {{skipped, plural, =0 {{mode, select, sheet {en blanco} other {sin preguntar}}} one {# omitida{left, plural, =0 {} other {, # {mode, select, sheet {en blanco} other {sin preguntar}}}}} other {# omitidas{left, plural, =0 {} other {, # {mode, select, sheet {en blanco} other {sin preguntar}}}}}}} other {{met, number} de {answered, plural, one {# cumplida} other {# cumplidas}}{skipped, plural, =0 {} one {, # omitida} other {, # omitidas}}{left, plural, =0 {} other {, # {mode, select, sheet {en blanco} other {sin preguntar}}}}}}',
  'result.strengths': 'Puntos fuertes',
  'result.strength': '{above, plural, one {un grado} other {# grados}} por encima de lo que espera {level}',
  'result.gaps': 'Pendiente en {level}, según tus respuestas',
  'result.gaps.domain': 'Pendiente en {domain} para {level}, según tus respuestas',
  'result.gaps.none': 'No queda nada pendiente en {level}.',
  'result.gaps.estimated': '<b>Estimado</b> a partir de tus otras respuestas; sin preguntar',
  'result.gaps.skipped': 'Omitidas, así que no cuentan: {skills}.',
  'result.edge':
    'Estás cerca de {level}: que llegues o no {left, plural, one {lo decide la única habilidad {mode, select, sheet {que dejaste en blanco} other {que falta por preguntar}}} other {lo deciden las # habilidades {mode, select, sheet {que dejaste en blanco} other {que faltan por preguntar}}}}.',
  'result.gaps.expected': 'se espera {to}',
  'result.plan.ready': 'En qué vale la pena seguir trabajando',
  'result.plan': 'En qué trabajar ahora',
  'result.plan.domain': 'En qué trabajar ahora para {level}',
  'result.plan.same':
    '{reason, select, answered {{count, plural, one {Tu plan mantiene su única habilidad; ahora se basa en tu respuesta.} other {Tu plan mantiene sus # habilidades; ahora se basa en tus respuestas.}}} other {{count, plural, one {Tu plan mantiene su única habilidad; lo que has respondido después trata de otras habilidades.} other {Tu plan mantiene sus # habilidades; lo que has respondido después trata de otras habilidades.}}}}',
  'result.plan.more':
    'Ya has valorado {count, plural, one {esta habilidad} other {estas # habilidades}}. Con más respuestas sabrás cuántas de las demás hacen falta para {level} y qué viene después.',
  'result.gaps.answer':
    'Responder el resto ({left, plural, one {una o dos preguntas más} other {unas # preguntas más}})',
  'result.steps.first':
    '{count, plural, one {Este es el primero} other {Estos son los # primeros}} de {about, select, about {{steps, plural, one {aproximadamente # paso} other {unos # pasos}}} other {{steps, plural, one {# paso} other {# pasos}}}} hasta {level}{several, select, yes {, repartidos en {skills, plural, one {una habilidad} other {{about, select, about {unas # habilidades} other {# habilidades}}}}} other {}}.',
  'result.steps.some':
    'Para {level} {steps, plural, one {hace} other {hacen}} falta {about, select, about {{steps, plural, one {aproximadamente # paso} other {unos # pasos}}} other {{steps, plural, one {# paso} other {# pasos}}}} en total{several, select, yes {, repartidos en {skills, plural, one {una habilidad} other {{about, select, about {unas # habilidades} other {# habilidades}}}}} other {}}; {leading, plural, one {uno de ellos está} other {# de ellos están}} en esta lista: {names}.',
  'result.steps.whole':
    'Con {count, plural, one {este paso} other {estos # pasos}} llegas a {level}{about, select, about {, según tus respuestas hasta ahora} other {}}.',
  'result.steps.enough':
    'Para llegar a {level} {steps, plural, one {basta con uno de estos pasos} other {basta con # de estos pasos}}{about, select, about {, según tus respuestas hasta ahora} other {}}: {names}.',
  'result.steps.any':
    '{of, select, listed {{need, plural, one {uno} other {#}} de estos: {skills}} other {{need, plural, one {cualquiera} other {# cualesquiera}} de ellos}}',
  'result.steps.other':
    'Después de {count, plural, one {este} other {estos}} {steps, plural, one {queda} other {quedan}} {about, select, about {{steps, plural, one {aproximadamente # paso} other {unos # pasos}}} other {{steps, plural, one {# paso} other {# pasos}}}} hasta {level}{several, select, yes {, repartidos en {skills, plural, one {una habilidad} other {{about, select, about {unas # habilidades} other {# habilidades}}}}} other {}}.',
  'result.steps.unknown':
    '{count, plural, one {Este es un primer paso} other {Estos son los primeros pasos}} hacia {level}; has valorado muy pocas de las demás habilidades, así que no puedo decir cuántos pasos hacen falta en total.',
  'result.recheck':
    'Vuelve a evaluarte hacia el <b>{date}</b>: para entonces podrías haber completado {count, plural, one {este paso} other {estos pasos, uno tras otro}}.',
  'result.recheck.enough':
    'Vuelve a evaluarte hacia el <b>{early}</b>: para entonces podrías haber completado {leading, plural, one {el paso que necesitas para el nivel} other {los # pasos que necesitas para el nivel}}. Si {count, plural, one {lo haces} other {haces los # pasos del plan, uno tras otro}}, terminarás hacia el {date}.',
  'result.saved': 'Guardado en tu historial; solo lo ves tú.',
  'result.gone': 'Resultado del {date}. El rol {role} ya no existe; estas son tus respuestas originales.',
  'result.again': 'Evaluarme de nuevo',
  'result.export': 'Exportar',
  'result.profile': 'Mi historial',
  'result.meaning': 'Qué significa aquí {level}: {focus}',
  'result.early.title': '{role}: aún es pronto para saberlo',
  'result.early':
    'Has valorado {core, select, none {muy pocas habilidades} other {muy pocas habilidades esenciales o muy pocas de las demás}}, así que no puedo saber tu nivel. Tus respuestas quedan en tu historial, que solo ves tú; un nivel, no.',
  'result.early.more':
    'Vuelve a evaluarte y responde más preguntas{core, select, none {} other {, sobre todo las de lo esencial}}; te llevará unos minutos.',
  'result.ready.title': '{role}: estás a la altura de {level}',
  'result.notReady.title': '{role}: todavía no estás a la altura de {level}',
  'result.ready.notAsked': 'Esta evaluación solo comprueba si estás a la altura de {level}; no dice cuál es tu nivel.',
  'result.ready.ownLevel': 'Tu nivel, según tu resultado del {date}: {level}.',
  'result.count.core':
    '<b>{level, select, none {Esenciales} other {Esenciales en {level}}}: {answered, plural, =0 {0 de {total, plural, one {# respondida} other {# respondidas}}} other {{met, number} de {answered, plural, one {# cumplida} other {# cumplidas}}}}</b>{answered, plural, =0 {} other { ({needed, plural, one {hace falta #} other {hacen falta #}}){skipped, plural, =0 {} one {, # omitida} other {, # omitidas}}{left, plural, =0 {} other {, # {mode, select, sheet {en blanco} other {sin preguntar}}}}}}.',
  'result.count.others':
    '<b>Las demás: {answered, plural, =0 {0 de {total, plural, one {# respondida} other {# respondidas}}} other {{of, select, some {{answered, plural, one {{met, number} cumplida de la única respondida} other {{met, plural, one {# cumplida} other {# cumplidas}} de las # respondidas}}} other {{met, number} de {answered, plural, one {# cumplida} other {# cumplidas}}}}}}</b>{answered, plural, =0 {} other { ({needed, plural, one {hace falta #} other {hacen falta #}}{of, select, some { de esas} other {}}){skipped, plural, =0 {} one {, # omitida} other {, # omitidas}}{left, plural, =0 {} other {, # {mode, select, sheet {en blanco} other {sin preguntar}}}}}}.',
  'result.count.all':
    '<b>{level, select, none {Habilidades} other {{level}}}: {answered, plural, =0 {0 de {total, plural, one {# respondida} other {# respondidas}}} other {{of, select, some {{answered, plural, one {{met, number} cumplida de la única respondida} other {{met, plural, one {# cumplida} other {# cumplidas}} de las # respondidas}}} other {{met, number} de {answered, plural, one {# cumplida} other {# cumplidas}}}}}}</b>{answered, plural, =0 {} other { ({needed, plural, one {hace falta #} other {hacen falta #}}{of, select, some { de esas} other {}}){skipped, plural, =0 {} one {, # omitida} other {, # omitidas}}{left, plural, =0 {} other {, # {mode, select, sheet {en blanco} other {sin preguntar}}}}}}.',
  'result.count.onlyNew':
    'En {level} lo esencial no pide nada nuevo, así que {count, plural, one {solo cuenta la habilidad no esencial cuya expectativa sube, y tienes que cumplirla} other {solo cuentan las # habilidades no esenciales cuya expectativa sube, y tienes que cumplir la mitad}}.',
  'result.margin.core':
    'Tus respuestas deciden el resultado, y por poco: con una habilidad esencial menos, sería «{below}».',
  'result.margin.others':
    'Tus respuestas deciden el resultado, y por poco: con {part, select, others {una menos de las demás habilidades} other {una habilidad menos}}, sería «{below}».',
  'result.margin.unasked':
    'Solo con lo que has respondido no llegarías a {level}: el resultado se basa en estimaciones de las habilidades {mode, select, sheet {que dejaste en blanco} other {que faltan por preguntar}}.',
  'result.asked':
    '{mode, select, sheet {En la hoja has rellenado} other {Te he preguntado por}} {questions, plural, one {# habilidad} other {# habilidades}}{skipped, plural, =0 {} one { (# omitida)} other { (# omitidas)}}; {left, plural, =0 {no queda ninguna} one {queda # {mode, select, sheet {en blanco} other {sin preguntar}}} other {quedan # {mode, select, sheet {en blanco} other {sin preguntar}}}}.',
  'result.mandatory':
    '{count, plural, one {Obligatoria en {level} y aún pendiente} other {Obligatorias en {level} y aún pendientes}}: {skills}.{place, select, first {{count, plural, one { Va} other { Van}} primero en el plan.} other {}}',
  'result.mandatory.notAsked':
    '{count, plural, one {Obligatoria} other {Obligatorias}} en {level}, pero {mode, select, sheet {en blanco} other {sin preguntar}}: {skills}{more, plural, =0 {} other { y # más}}. No {count, plural, one {cambia} other {cambian}} el nivel; en una hoja puedes valorar todas las habilidades.',
  'result.need': '<b>Para {level}: {needs}.</b>',
  'result.need.core':
    '{need, plural, one {una habilidad esencial más} other {# habilidades esenciales más}} ({list, select, all {{skills}} some {de estas: {skills}} other {{gaps, plural, one {de # pendiente} other {de las # pendientes}}}})',
  'result.need.others':
    '{gaps, plural, one {{part, select, others {la única pendiente de las demás habilidades} other {la única habilidad pendiente}}} other {{about, select, all {{part, select, others {las # pendientes de las demás habilidades} other {las # habilidades pendientes}}} about {{need, plural, one {una o dos} other {unas {need, number}}} más {part, select, others {de las demás habilidades (de las # pendientes)} other {de las # habilidades pendientes}}} other {{need, plural, one {una} other {{need, number}}} más {part, select, others {de las demás habilidades (de las # pendientes)} other {de las # habilidades pendientes}}}}}}',
  'result.need.othersAbout':
    '{need, plural, one {una más {part, select, others {de las demás habilidades} other {de las habilidades}}, aproximadamente} other {unas # más {part, select, others {de las demás habilidades} other {de las habilidades}}}} (de {low, number} a {high, number})',
  'result.need.assumed':
    'Eso supone que cumples {left, plural, one {la única habilidad} other {{assumed, plural, one {una} other {unas #}} de las # habilidades}} {mode, select, sheet {que dejaste en blanco} other {que faltan por preguntar}}.',
  'result.need.assumedFor':
    'La cuenta para {level} supone que cumples {left, plural, one {la única habilidad} other {{assumed, plural, one {una} other {unas #}} de las # habilidades}} {mode, select, sheet {que dejaste en blanco} other {que faltan por preguntar}}.',
  'result.need.othersVague':
    'algunas {part, select, others {de las demás habilidades} other {de las habilidades}} (has valorado demasiado pocas para saber cuántas)',
  'result.need.restNotAsked': 'Lo que falta está en {core}; de las demás habilidades no has valorado ninguna.',
  'result.need.restMet':
    'Todo lo que falta está en {core}; en las demás habilidades que has valorado, cumples todo lo que se espera.',
  'result.top': 'Este es el nivel más alto. Tu plan recoge lo que aún queda pendiente en {level}.',
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
  'result.focus.evidence': '<b>Muestra:</b> {text}',
  'result.focus.reached': '<b>Objetivo:</b> {text}',
  'result.focus.read': 'Lee:',
  'result.swap': 'Ahora no: {skill}',
  'result.restore': 'Recuperar {skill}',
  'result.formerRule':
    'Este resultado se calculó con la regla anterior (cuatro de cada cinco habilidades). Una evaluación nueva usa la actual.',
  'result.otherRule':
    'Este resultado se calculó con una regla anterior del marco de carrera. Una evaluación nueva usa la actual.',
  'result.open': 'Has omitido demasiadas habilidades de {level}, así que no puedo saber si también alcanzas ese nivel.',
  'effort.days': 'unos días',
  'effort.weeks': 'unas semanas',
  'effort.quarter': 'unos tres meses',

  'profile.summary': 'Tus resultados, tus datos y cómo borrarlos',
  'profile.option.code': 'El código de tu otra cuenta; déjalo vacío para obtener uno para esta cuenta',
  'profile.show.summary': 'Tus resultados y lo que ha cambiado entre uno y otro',
  'profile.export.summary': 'Todo lo que se guarda sobre ti, en JSON, Markdown y CSV',
  'profile.delete.summary': 'Borra todo lo que se guarda sobre ti (te pide confirmación)',
  'profile.title': 'Tu historial',
  'profile.none': 'Todavía no tienes resultados. Una evaluación lleva unos minutos y solo tú ves el resultado.',
  'profile.newer.results':
    '{count, plural, one {# resultado se guardó} other {# resultados se guardaron}} con una versión más reciente de Rung, y esta no puede {count, plural, one {mostrarlo} other {mostrarlos}}. No se ha perdido nada: inténtalo de nuevo en unos minutos.',
  'profile.item': '{date}: {level}, {percent, number} % de certeza',
  'profile.item.between': '{date}: {level}; lo más probable, {likelier} ({percent, number} %)',
  'profile.item.certain': '{date}: {level}, seguro según la regla',
  'profile.item.domain': '{date}: solo {domain}',
  'profile.item.early': '{date}: aún era pronto para saberlo',
  'profile.item.ready': '{date}: estabas a la altura de {level}',
  'profile.item.notReady': '{date}: todavía no estabas a la altura de {level}',
  'profile.changed': 'Desde el {date}: {changes}.',
  'profile.changed.level': 'has pasado de «{from}» a «{to}»',
  'profile.changed.rule': 'ha cambiado la regla que decide el nivel',
  'profile.changed.same': 'sigues en el mismo nivel',
  'profile.changed.up': '{count, plural, one {# habilidad ha subido} other {# habilidades han subido}} ({names})',
  'profile.changed.down': '{count, plural, one {# habilidad ha bajado} other {# habilidades han bajado}} ({names})',
  'profile.changed.gaps':
    '{after, plural, =0 {no te queda nada pendiente} one {te queda # habilidad pendiente} other {te quedan # habilidades pendientes}} (antes, {before, number})',
  'profile.open': 'Resultado del {date}',
  'profile.action.export': 'Exportar mis datos',
  'profile.action.delete': 'Borrar mis datos',
  'profile.export.text':
    'Esto es todo lo que se guarda sobre ti: tus ajustes, las propuestas en las que has participado, {results, plural, =0 {ningún resultado} one {# resultado} other {# resultados}} y {sessions, plural, =0 {ninguna evaluación en curso} one {# evaluación en curso} other {# evaluaciones en curso}}.',
  'profile.delete.title': '¿Borrarlo todo?',
  'profile.delete.text':
    'Se borrarán para siempre tus ajustes{results, plural, =0 {} one {, # resultado} other {, # resultados}}{sessions, plural, =0 {} one {, # evaluación en curso} other {, # evaluaciones en curso}} y todo lo demás que se guarda sobre ti.',
  'profile.delete.yes': 'Borrarlo todo',
  'profile.delete.no': 'Cancelar',
  'profile.delete.kept': 'No se ha borrado nada.',
  'profile.deleted':
    'Se han borrado tus resultados, evaluaciones, ajustes y recordatorios de todas tus cuentas. El registro de propuestas ya no te nombra ni conserva tus motivos. Los mensajes ya enviados se quedan donde están.',

  'action.tryAgain': 'Intentar de nuevo',
  'action.assess': 'Evaluarme',
  'error.store':
    'Ahora mismo no puedo guardar nada. No sé si se ha guardado lo que acabas de hacer: compruébalo antes de volver a intentarlo.',
  'error.newer.session':
    'Tu evaluación de <b>{role}</b> se empezó con una versión más reciente de Rung, y esta no puede abrirla. No se ha perdido nada: inténtalo de nuevo en unos minutos.',
  'error.newer.settings':
    'Tus ajustes se guardaron con una versión más reciente de Rung, y esta no puede leerlos. No se ha perdido nada: inténtalo de nuevo en unos minutos.',
  'error.assess.none': 'Esa evaluación no está en curso. Puede que haya terminado, se haya descartado o haya caducado.',
  'error.assess.roleGone':
    'El rol <b>{role}</b> ya no está en el marco de carrera, así que esta evaluación no puede continuar. Tus respuestas quedan guardadas por si el rol vuelve; <u>assess cancel</u> las descarta.',
  'error.assess.domainAndLevel': 'Una evaluación es de un dominio o de un nivel, no de ambos. ¿Cuál quieres?',
  'error.assess.whichRole': '¿A qué rol se refiere «{text}»?',
  'error.assess.whichRoleOfDomain': '¿Para qué rol quieres evaluarte en {domain}?',
  'error.assess.noScope': '{role} no tiene ningún nivel ni dominio que se llame «{text}».',
  'error.assess.unknown': 'No sé qué evaluar en «{text}». Indica un rol, o un rol con uno de sus niveles o dominios.',
  'error.assess.empty': '{role} no tiene requisitos que evaluar.',
  'error.assess.rating': '«{value}» no es una de las respuestas posibles para {skill}. Elige una de las descripciones.',
  'error.assess.noAnswers': 'Todavía no hay nada en que basarse. Responde al menos una pregunta.',
  'error.assess.levelNotInRole': '{role} no tiene ese nivel. Sus niveles: {levels}.',
  'error.evidence.long': 'Son {length, number} caracteres; el límite es de {most, number}.',
  'error.evidence.gone': 'Esa habilidad ya no forma parte de {role}, así que tu nota o enlace no se ha guardado.',
  'error.profile.unknown':
    '«{text}» no es una opción de este comando. Prueba con <u>profile</u>, <u>profile gaps</u>, <u>profile settings</u>, <u>profile export</u>, <u>profile link</u> o <u>profile delete</u>.',
  'error.profile.gone': 'Ese resultado ya no existe.',

  'form.choice': 'Escribe un número, o pulsa Enter para mantener la opción actual.',
  'form.text': 'Escribe el texto en una sola línea.',
  'form.leave': 'Escribe <c>cancelar</c> para salir sin enviar nada.',
  'form.left': 'Cancelado. No se ha enviado nada.',
  'form.bad': 'Escribe un número del 1 al {most, number}.',
  'form.long': 'Son {length, number} caracteres; el límite es de {most, number}.',
  'form.current': 'Opción actual: {value}',
}
