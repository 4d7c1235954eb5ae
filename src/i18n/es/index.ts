import type { en } from '../en/index.ts'
import { accountsEs } from './accounts.ts'
import { assessEs } from './assess.ts'
import { communityEs } from './community.ts'
import { consoleEs } from './console.ts'
import { conversationEs } from './conversation.ts'
import { discordEs } from './discord.ts'
import { exportEs } from './export.ts'
import { homeEs } from './home.ts'
import { laddersEs } from './ladders.ts'
import { newLadderEs } from './new-ladder.ts'
import { picturesEs } from './pictures.ts'
import { pointsEs } from './points.ts'
import { proposalsEs } from './proposals.ts'
import { rungEs } from './rung.ts'
import { slackEs } from './slack.ts'
import { tracksEs } from './tracks.ts'

/** Every sentence of the bot in Spanish. */
export const es: Readonly<Record<keyof typeof en, string>> = {
  ...accountsEs,
  ...assessEs,
  ...exportEs,
  ...homeEs,
  ...slackEs,
  ...tracksEs,
  ...discordEs,
  ...consoleEs,
  ...newLadderEs,
  ...picturesEs,
  ...pointsEs,
  ...proposalsEs,
  ...conversationEs,
  ...communityEs,
  ...laddersEs,
  ...rungEs,

  'proficiency.awareness': 'Nociones',
  'proficiency.working': 'Competente',
  'proficiency.advanced': 'Avanzado',
  'proficiency.expert': 'Experto',
  'proficiency.absent': 'no se espera nada',

  // One letter each in a matrix. V is aVanzado, as in English: people share what they see, and there A is awareness.
  'letter.awareness': 'N',
  'letter.working': 'C',
  'letter.advanced': 'V',
  'letter.expert': 'E',

  'rubric.title': 'Los grados',
  'rubric.awareness': 'sabes para qué sirve la habilidad y has seguido un ejemplo',
  'rubric.working': 'aplicas la habilidad sin ayuda en los casos habituales',
  'rubric.advanced': 'resuelves los casos difíciles y explicas qué falla',
  'rubric.expert': 'te traen los casos más difíciles o defines cómo aplican la habilidad varios equipos',
  'rubric.most': 'Basta con hacer la mayor parte de lo que dice la descripción, de forma habitual.',

  'legend.mandatory': 'obligatoria',
  'legend.rises': 'sube respecto al nivel anterior',

  'kind.role': 'rol',
  'kind.skill': 'habilidad',
  'kind.domain': 'dominio',

  'field.family': 'Familia',
  'field.skills': 'Habilidades',
  'field.author': 'Autoría',
  'field.ladder': 'Marco de carrera',
  'field.license': 'Licencia',
  'field.source': 'Fuente',
  'field.version': 'Versión',
  'field.skill': 'Habilidad',
  'field.mandatory': 'Obligatorios',
  'field.keyDomains': 'Dominios clave',

  'page.of': 'Página {page, number} de {pages, number} ({count, number} en total).',

  'paging.page': 'Página {page, number} de {pages, number}',
  'paging.previous': 'Página anterior',
  'paging.next': 'Página siguiente',
  'paging.leftOut':
    '{count, plural, one {Hay # línea más que no cabe aquí.} other {Hay # líneas más que no caben aquí.}}',
  'paging.choose': 'Elige una opción',

  'action.roles': 'Todos los roles',
  'action.help': '¿Qué puedo preguntar?',
  'action.next': 'Siguiente: {level}',
  'action.previous': 'Anterior: {level}',
  'action.allSkills': '{count, plural, one {La habilidad} other {Las # habilidades}}',
  'action.allChanges': '{count, plural, one {El cambio} other {Los # cambios}}',
  'action.about': 'Sobre {role}',
  'action.learn': 'Cómo aprender {skill}',
  'action.changes': 'Qué ha cambiado',
  'action.compare': '{from} → {to}',
  'action.wholeRole': '{role}, todos los niveles',
  'action.wholeLevel': 'Todo el nivel {level}',
  'action.allLevels': '{domain}, todos los niveles',
  'action.inFull': '{step}: texto completo',
  'action.everyLevel': 'Todos los niveles',
  'action.everywhere': '{skill} en todos los roles',
  'action.nextPage': 'Página siguiente',
  'action.previousPage': 'Página anterior',

  'actions.levels': 'Por nivel',
  'actions.domains': 'Por dominio',
  'actions.skills': 'Por habilidad',
  'actions.roles': 'Por rol',
  'actions.statements': 'Qué significa en la práctica',
  'actions.statementsAt': 'Qué significa en la práctica, por nivel',
  'actions.compareAt': 'Comparar en un solo nivel',

  'option.role': 'Un rol, como ml-engineer',
  'option.level': 'Un nivel, como senior',
  'option.domain': 'Un dominio, como seguridad',
  'option.skill': 'Una habilidad, como pytorch',
  'option.search': 'Cualquier palabra, para buscarla en roles, habilidades, dominios y descripciones',
  'help.summary': 'Cómo se usa este comando, con ejemplos',
  'option.compare': 'Otro nivel o rol con el que comparar',

  'skills.summary': 'Consulta qué se espera en un rol, un nivel o una habilidad',

  'usage.nothing.answer': 'Todos los roles y qué puedes preguntar',
  'usage.role.answer': 'Qué es el rol, y cada nivel en una línea',
  'usage.level.answer': 'Lo que se espera en el nivel, dominio a dominio, y qué hay de nuevo respecto al anterior',
  'usage.levelDomain.answer': 'Solo ese dominio, con lo que cada expectativa significa en la práctica',
  'usage.levels.answer': 'Lo que cambia entre los dos niveles',
  'usage.cell.answer': 'Esa habilidad en ese nivel: grado y comportamiento (si no indicas el nivel, en todos)',
  'usage.skill.answer': 'La habilidad en todos los roles',
  'usage.twoRoles.answer': 'Los dos roles en paralelo: qué comparten, en qué pide más cada uno y qué es solo de uno',
  'usage.search.answer': 'En qué roles, habilidades, dominios y descripciones aparecen esas palabras',
  'usage.help.answer': 'Esta lista',

  'skills.help.title': 'Qué puedes preguntar',
  'skills.help.note':
    'Un nombre puede ir abreviado (<c>mle</c>, <c>sr</c>, <c>k8s</c>), incompleto o mal escrito. Si puede significar varias cosas, te pregunto.',

  'skills.roles.title': 'Roles',
  'skills.roles.summary': '{count, plural, =0 {Aún no hay roles} one {# rol} other {# roles}}',
  'skills.roles.item':
    '<c>{slug}</c>, {skills, plural, one {# habilidad} other {# habilidades}} en {levels, plural, one {# nivel} other {# niveles}}',
  'skills.roles.hint':
    'Pregunta por un rol (<u>skills role:{role}</u>), por uno de sus niveles (<u>skills role:{role} level:{level}</u>) o por una habilidad. También puedes escribir las palabras que quieras; <u>skills search:ayuda</u> muestra todo lo que puedes preguntar.',

  'skills.role.summary':
    '{role}: {skills, plural, one {# habilidad} other {# habilidades}} en {levels, plural, one {# nivel} other {# niveles}}',
  'skills.role.counts':
    '{skills, number} en {domains, plural, one {# dominio} other {# dominios}} y {levels, plural, one {# nivel} other {# niveles}}: {requirements, plural, one {# requisito} other {# requisitos}}{absent, plural, =0 {} one {, # celda vacía} other {, # celdas vacías}}',
  'skills.role.levels': 'Niveles',
  'skills.role.counted':
    '{levels, plural, one {# nivel} other {# niveles}}, {skills, plural, one {# habilidad} other {# habilidades}} en {domains, plural, one {# dominio} other {# dominios}}',

  'mandatory.known': '{mandatory, number} de {requirements, plural, one {# requisito} other {# requisitos}}',
  'mandatory.unknown':
    '{mandatory, plural, =0 {ninguno marcado} one {# marcado} other {# marcados}}; sin especificar en {mandatoryUnknown, plural, one {# requisito} other {# requisitos}}',
  'mandatory.stated':
    '{stated, number} de {requirements, plural, one {# requisito} other {# requisitos}}, según la fuente ({mandatory, plural, =0 {no nombra ninguno} one {de ellos, nombra #} other {de ellos, nombra #}})',
  'mandatory.cell.true': 'Obligatoria en este nivel.',
  'mandatory.cell.false': 'No es obligatoria en este nivel.',
  'mandatory.at':
    'Obligatoria: {places}{unstated, plural, =0 {} one {; en otro nivel, el marco de carrera no dice si lo es} other {; en otros # niveles, el marco de carrera no dice si lo es}}.',
  'core.in': '{skill} es una de las habilidades esenciales de {roles}.',
  'core.none': 'Aquí no hay habilidades esenciales: todas cuentan igual.',
  'core.nowhere': '{skill} no es una habilidad esencial en ningún rol.',
  'core.notIn': '{skill} no es una habilidad esencial de {role}.',
  'mandatory.unstated': 'El marco de carrera no dice si esta habilidad es obligatoria.',
  'mandatory.nowhere': 'Esta habilidad no es obligatoria en ningún rol.',
  'mandatory.noneIn': 'En {role}, esta habilidad no es obligatoria en ningún nivel.',

  'skills.level.summary':
    '{role}, {level}: {count, plural, =0 {no se espera nada} one {# habilidad} other {# habilidades}}',
  'skills.level.stack': '<b>Stack:</b> {stack}',
  'skills.level.count': '<b>{count, plural, one {# habilidad} other {# habilidades}}:</b> {steps}.',
  'skills.level.none': 'No se espera nada.',
  'skills.all': 'todas las habilidades',
  'skills.more': '{count, number} más',
  'skills.moreDomains': '{count, plural, one {# dominio más} other {# dominios más}}',
  'skills.spread.all': 'todas en {proficiency}',
  'skills.level.changes': 'Qué cambia respecto a {below}',
  'skills.level.gained': '<b>Nuevas:</b> {names}.',
  'skills.level.raised': '<b>{count, plural, one {# sube} other {# suben}}:</b> {names}.',
  'skills.level.allRaised': '<b>Suben las {count, number} habilidades.</b>',
  'skills.level.allRise':
    '<b>{count, plural, one {Sube la única habilidad} =2 {Suben las dos habilidades} other {Suben las # habilidades}}</b> respecto a {below}.',
  'skills.level.jumps': 'Suben más de un grado: {names}.',
  'skills.level.less': '<b>Bajan o ya no se esperan:</b> {names}.',
  'skills.level.same': 'Las mismas habilidades, con los mismos grados que en {below}.',
  'skills.level.mandatory':
    '<b>Obligatorias {sign}:</b> {names}{unstated, plural, =0 {} one {; de la otra, el marco de carrera no dice si lo es} other {; de las otras #, el marco de carrera no dice si lo son}}.',

  'skills.levelDomain.summary': '{role}, {level}, {domain}: {count, plural, one {# habilidad} other {# habilidades}}',
  'skills.roleDomain.summary': '{role}, {domain}: {count, plural, one {# habilidad} other {# habilidades}}',

  'skills.levels.summary':
    '{role}, de {from} a {to}: {changes, plural, =0 {ningún cambio} one {# cambio} other {# cambios}}',
  'skills.levels.changes': 'Qué cambia',
  'skills.levels.differences': 'En qué se diferencian',
  'skills.levels.largest': 'Las mayores diferencias',
  'skills.levels.core': 'En lo esencial de {role}',
  'skills.levels.largestOthers': 'Las mayores diferencias fuera de lo esencial',
  'skills.levels.less': 'Se pide menos, o deja de pedirse',
  'skills.twoRoles.main': 'Las diferencias principales, primero las habilidades esenciales',
  'skills.levels.others': '<b>El resto, por dominio:</b> {domains}.',
  'skills.twoRoles.both': 'Habilidades comunes a {first} y {second}',
  'skills.twoRoles.onlyFirst': 'Habilidades de {first} que no están en {second}',
  'skills.shared.title': 'Habilidades comunes a todos los roles',
  'skills.own.title': 'Habilidades que solo tiene {role}',
  'skills.twoRoles.part': '{count, plural, =0 {Ninguna.} one {# habilidad.} other {# habilidades.}}',
  'skills.twoRoles.noneIn': 'Ninguno de los dos roles tiene habilidades en <b>{domain}</b>.',
  'skills.twoRoles.nothingIn': 'Ninguno de los dos roles pide aquí nada en <b>{domain}</b>.',
  'skills.levels.rest': '<b>{change}, por dominio:</b> {domains}.',
  'skills.levels.counts': '<b>{counts}</b>; {same, plural, =0 {ninguna sigue} one {# sigue} other {# siguen}} igual.',
  'change.none': 'No cambia nada',
  'change.gained.count': '{count, plural, one {# es nueva} other {# son nuevas}}',
  'change.raised.count': '{count, plural, one {# sube} other {# suben}}',
  'change.lowered.count': '{count, plural, one {# baja} other {# bajan}}',
  'change.dropped.count': '{count, plural, one {# desaparece} other {# desaparecen}}',
  'change.gained.title': 'Nuevas',
  'change.raised.title': 'Suben',
  'change.lowered.title': 'Bajan',
  'change.dropped.title': 'Desaparecen',

  'skills.row.summary': '{skill} en {role}: {row}',
  'skills.row.domain': 'Dominio: <b>{domain}</b>',
  'skills.cell.summary': '{skill}, {role} {level}: {proficiency}',
  'skills.examples': 'Ejemplos',
  'skills.cell.around': 'Niveles contiguos',

  'skills.skill.summary': '{skill}, en {roles, plural, =0 {ningún rol} one {# rol} other {# roles}}',
  'skills.skill.roles': '{count, plural, =0 {Todavía en ningún rol} one {En # rol} other {En # roles}}',

  'skills.domain.summary':
    '{domain}: {skills, plural, one {# habilidad} other {# habilidades}}, {roles, plural, =0 {ningún rol} one {# rol} other {# roles}}',
  'skills.domain.counts':
    '<b>{skills, plural, one {# habilidad} other {# habilidades}}</b>; {skills, plural, one {{roles, plural, =0 {no la usa ningún rol} one {la usa # rol} other {la usan # roles}}} other {{roles, plural, =0 {no las usa ningún rol} one {las usa # rol} other {las usan # roles}}}}.',
  'skills.domain.skills': 'Habilidades, y qué significa <b>{proficiency}</b> en cada una',
  'skills.step.summary': '{role} · {level}: {count, plural, one {# habilidad} other {# habilidades}} en {proficiency}',
  'skills.step.count':
    '{level} pide <b>{proficiency}</b> en {count, plural, =0 {ninguna habilidad} one {# habilidad} other {# habilidades}}.',
  'skills.levelNames':
    '{count, plural, one {# nivel{roles, plural, one {} other {, el mismo en los # roles}}} other {# niveles, del más bajo al más alto{roles, plural, one {} other {; son los mismos en los # roles}}}}.',
  'skills.domains':
    'Un dominio es un grupo de habilidades relacionadas. El marco de carrera tiene {skills, plural, one {# habilidad} other {# habilidades}} en {domains, plural, one {# dominio} other {# dominios}}.',
  'skills.domains.title': 'Dominios',
  'skills.learning.exercises': 'Un ejercicio para alcanzar cada grado',
  'skills.learning.none': 'El marco de carrera no tiene ejercicios ni enlaces para esta habilidad.',

  'skills.twoRoles.summary':
    '{first} frente a {second}: {count, plural, one {# habilidad comparada} other {# habilidades comparadas}}',
  'skills.twoRoles.counts': 'De {total, plural, one {# habilidad} other {# habilidades}}: <b>{counts}</b>.',
  'skills.twoRoles.levels': 'Grados en los niveles que comparten: {levels}.',
  'standing.same.count': '{count, plural, one {# igual} other {# iguales}}',
  'standing.higher.count': '{count, number} con un grado más alto en {first}',
  'standing.lower.count': '{count, number} con un grado más alto en {second}',
  'standing.mixed.count': '{count, plural, one {# varía} other {# varían}} según el nivel',
  'standing.onlyFirst.count': '{count, number} solo en {first}',
  'standing.onlySecond.count': '{count, number} solo en {second}',
  'standing.same.title': 'Iguales en ambos',
  'standing.higher.title': 'Grado más alto en {first}',
  'standing.lower.title': 'Grado más alto en {second}',
  'standing.mixed.title': 'Varían según el nivel',
  'standing.onlyFirst.title': 'Solo en {first}',
  'standing.onlySecond.title': 'Solo en {second}',

  'skills.search.title': 'Resultados para «{text}»',
  'skills.search.titleIn': 'Resultados para «{text}» en {role}',
  'skills.search.summary': '{count, plural, one {# resultado} other {# resultados}} para «{text}»',
  'skills.choice.which': '¿A qué rol te refieres?',
  'skills.choice.one': '¿A cuál te refieres?',
  'skills.choice.summary': '«{text}» puede significar varias cosas',
  'skills.choice.text': '«{text}» puede significar varias cosas. ¿A cuál te refieres?',
  'skills.readAs': 'He interpretado «{typed}» como <b>{name}</b>.',

  'error.skills.noWords': 'No he encontrado ninguna palabra. Escribe un rol, un nivel, un dominio o una habilidad.',
  'error.skills.unknown':
    'No conozco ningún rol, nivel, dominio ni habilidad que se llame «{word}», y esa palabra tampoco aparece en el marco de carrera.',
  'error.skills.unknownHere':
    'No conozco ningún rol, nivel, dominio ni habilidad que se llame «{word}». Sin esa palabra, puedo mostrarte esto.',
  'error.skills.noRoleHas': 'Ningún rol combina todo esto: {names}.',
  'error.skills.unknownNear':
    'No conozco ningún rol, nivel, dominio ni habilidad que se llame «{word}». ¿Querías decir {count, plural, one {esto} other {algo de esto}}?',
  'error.skills.levelNotInRole': '{role} no tiene el nivel <b>{level}</b>. Sus niveles: {levels}.',
  'error.skills.skillNotInRole': '{role} no incluye <b>{skill}</b>.',
  'error.skills.domainNotInRole': '{role} no tiene habilidades de <b>{domain}</b>.',
  'error.skills.noSharedLevel': '{first} no comparte ese nivel con {second}. Míralos por separado.',
  'error.skills.whichRole': 'Varios roles tienen ese nivel. Indica también el rol.',
  'error.skills.oneLevel': 'Comparo dos roles en un solo nivel. ¿En cuál?',
  'error.skills.tooMany':
    'No puedo mostrar todo esto a la vez: {names}. Indica uno o dos roles, hasta dos niveles y una habilidad o un dominio.',
  'error.command.unknown': '/{name} no es un comando. Prueba con <c>{commands}</c>.',
  'error.share': 'Solo puedo compartir respuestas que sean iguales para todos, así que no he publicado nada.',
  'error.input.long':
    'Son {length, number} caracteres; puedo leer hasta {most, number} de una vez. Acorta el texto e inténtalo de nuevo.',
  'error.input.words':
    'Son {words, number} palabras; puedo leer hasta {most, number} de una vez. Acorta el texto e inténtalo de nuevo.',
  'error.action.unreadable': 'Ese botón o formulario ya no sirve. Vuelve a preguntar para obtener uno nuevo.',
  'error.action.gone': '<b>{name}</b> ya no está en el marco de carrera. Vuelve a preguntar para ver lo que hay ahora.',
  'error.internal':
    'Algo ha fallado. Inténtalo de nuevo. Si sigue pasando, dale esta referencia a quien administra Rung: <c>{id}</c>.',
}
