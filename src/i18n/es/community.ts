import type { communityEn } from '../en/community.ts'

export const communityEs: Record<keyof typeof communityEn, string> = {
  'community.title': 'Ajustes de propuestas',
  'community.channel': 'Canal de propuestas',
  'community.experts': 'Especialistas',
  'community.experts.domain': 'Especialistas en {domain}',
  'community.admins': 'Administradores',
  'community.locale': 'Idioma de las tarjetas de propuestas',
  'community.none': 'sin definir',
  'community.source.here': 'valor definido aquí',
  'community.source.operator': 'valor definido por quien administra Rung',
  'community.source.default': 'valor predeterminado',
  'community.group': 'grupo {id}',
  'community.platformAdmins':
    'Quienes administran este espacio de trabajo o servidor también pueden cambiar estos ajustes.',
  'community.change': 'Cambiar estos ajustes',
  'community.change.domain': 'Especialistas de un dominio',
  'community.saved': 'Guardado. El cambio se aplica en unos segundos.',
  'community.unchanged': 'No ha cambiado nada.',
  'community.operator.remains': 'Eso lo ha definido quien administra Rung: aquí puedes sustituirlo, pero no quitarlo.',
  'community.channel.here':
    'A partir de ahora, las propuestas para cambiar el marco de carrera se publicarán en este canal.',
  'community.form.title': 'Ajustes de propuestas',
  'community.form.submit': 'Guardar',
  'community.form.channel.hint':
    'Aquí se publican las propuestas nuevas. Las tarjetas existentes se quedan donde están.',
  'community.form.experts.hint': 'Deciden sobre las propuestas. Si dejas el campo vacío, se vuelve al valor inicial.',
  'community.form.admins.hint':
    'Pueden cambiar esto e intervienen si los especialistas se retrasan. Vacío: vuelve al valor inicial.',
  'community.form.locale.process': 'El predeterminado de Rung',
  'community.form.domain.title': 'Especialistas de dominio',
  'community.form.domain': 'Dominio',
  'community.form.people': 'Especialistas',
  'community.form.people.hint':
    'Sustituyen a los especialistas de este dominio. Si dejas el campo vacío, se vuelve al valor inicial.',
  'rung.channel.summary': 'Define dónde se publican las propuestas (solo administradores)',
  'rung.experts.summary': 'Define quién decide sobre las propuestas (solo administradores)',
  'rung.admins.summary': 'Define quién decide cuando los especialistas no lo hacen a tiempo (solo administradores)',
  'rung.language.summary': 'Define el idioma de las tarjetas de propuestas (solo administradores)',
  'rung.option.channel': 'Un canal, como #propuestas, o «restablecer» para volver al valor inicial',
  'rung.option.people': 'Personas y grupos, como @ana @bo, o «restablecer» para volver al valor inicial',
  'rung.option.domain': 'Solo los especialistas de este dominio',
  'rung.option.language': 'Un idioma, o «restablecer» para volver al valor inicial',
  'error.community.elsewhere':
    'Estos ajustes corresponden a un espacio de trabajo o servidor donde se debaten las propuestas. Usa el comando allí.',
  'error.community.unread':
    'No veo el canal de propuestas que ha definido quien administra Rung, así que aún no sé quién puede cambiar estos ajustes. Inténtalo de nuevo en un momento.',
  'error.community.other':
    'El marco de carrera es de otro espacio de trabajo o servidor. Solo sus administradores pueden cambiar estos ajustes.',
  'error.community.notAdmin':
    'Solo pueden cambiar esto los administradores: quienes figuran como tales en Rung y quienes administran este espacio de trabajo o servidor. <u>rung settings</u> muestra tus propios ajustes.',
  'error.community.unchecked': 'No he podido comprobar si eso está permitido. Inténtalo de nuevo en un momento.',
  'error.community.noChannel': 'Elige primero el canal de propuestas: <u>rung channel</u>.',
  'error.community.newer':
    'Estos ajustes los ha guardado una versión más reciente de Rung, así que no los he tocado. Pide a quien administra Rung que lo actualice en todas partes.',
  'error.community.long': 'Has indicado más personas de las que puedo guardar.',
  'error.community.emoji':
    'En esta plataforma no puedo reconocer el emoji con el que se apoyan las propuestas. Pide a quien administra Rung que defina otro en <c>RUNG_NOMINATE_EMOJI</c>.',
  'error.community.channel':
    'No sé qué canal es «{text}». Elígelo en la lista que aparece al escribir #, o en el formulario.',
  'error.community.people':
    'No sé quién es «{text}». Elige a las personas en la lista que aparece al escribir @, o en el formulario.',
  'error.community.domain': 'No conozco el dominio «{text}». Los dominios son: {domains}.',
  'error.community.language': 'No hablo «{text}». Mis idiomas: {languages}.',
}
