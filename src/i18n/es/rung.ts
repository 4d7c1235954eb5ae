import type { rungEn } from '../en/rung.ts'

export const rungEs: Record<keyof typeof rungEn, string> = {
  'rung.summary': 'Ayuda, ajustes y lo que Rung guarda sobre ti',
  'rung.help.summary': 'Todo lo que sabe hacer Rung',
  'rung.help.title': 'Qué sabe hacer Rung',
  'rung.help.plain':
    'Pregunta con tus palabras{channels, select, yes {, aquí o mencionándome} other {}}: «¿qué se espera de un senior?», «¿necesito Docker?», «evalúame». O usa un comando:',
  'rung.help.examples': 'Más ejemplos',
  'rung.settings': 'Ajustes',
  'rung.privacy': 'Privacidad',
  'rung.about': 'Acerca de Rung',
  'rung.about.summary': 'Qué es Rung y qué marco de carrera usa',
  'rung.about.title': 'Acerca de Rung',
  'rung.about.text':
    'Rung te dice qué se espera en cada nivel de un rol, averigua tu nivel con una evaluación breve y privada, y permite que quienes usan el marco de carrera lo cambien por votación. Interpreta lo que escribes con reglas y preguntas de ejemplo, sin modelos de lenguaje.',
  'rung.about.ladder': 'Roles',
  'rung.about.size': 'Tamaño',
  'rung.about.counts':
    '{skills, plural, one {# habilidad} other {# habilidades}} en {domains, plural, one {# dominio} other {# dominios}}',
  'rung.about.version': 'Versión del contenido',
  'rung.privacy.summary': 'Qué guarda Rung y quién lo ve',
  'rung.status.summary': 'Comprueba si Rung funciona (para quienes lo administran)',
  'rung.status.ok': 'Todo funciona.',
  'rung.status.notes': 'Rung funciona, pero hay algo que revisar.',
  'rung.status.problems': 'Algo no funciona.',
  'rung.status.admins': 'Los detalles solo los ven los administradores; también están en el registro.',
  'rung.installed.title': 'Rung está instalado',
  'rung.installed.text': 'Ya puede usarlo todo el mundo, en cualquier canal y por mensaje directo. Siguientes pasos:',
  'rung.installed.try': 'Pruébalo: <u>skills</u> muestra los roles y <u>assess</u> averigua tu nivel.',
  'rung.installed.invite': 'Mencióname en un canal en el que esté y te responderé en un hilo.',
  'rung.installed.proposals':
    'Para que la gente pueda cambiar el marco de carrera, elige un canal de propuestas y a los especialistas que decidirán: <u>rung settings</u>.',
  'rung.installed.ladder': 'Para usar un marco de carrera propio, pide a quien administra Rung que lo configure.',
  'error.rung.unknown':
    '«{text}» no es una opción de este comando. <u>rung</u> muestra lo que sé hacer; <u>skills</u> admite cualquier pregunta.',
}
