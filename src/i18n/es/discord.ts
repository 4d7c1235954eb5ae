import type { discordEn } from '../en/discord.ts'

/** What only Discord needs to say, in Spanish. */
export const discordEs: Readonly<Record<keyof typeof discordEn, string>> = {
  'inDiscord.closed': 'No puedo enviarte mensajes directos, así que seguimos aquí. Solo tú ves esto.',
  'inDiscord.late': 'He tardado demasiado para Discord, así que aquí tienes la respuesta en un mensaje nuevo.',
  'inDiscord.failed':
    'Discord ha rechazado mi respuesta (<c>{code}</c>). Puede que lo que has hecho sí se haya registrado: compruébalo y vuelve a intentarlo; no se hará dos veces. Si sigue pasando, avisa a quien administra Rung.',
  'inDiscord.unsure':
    'Discord no ha confirmado que mi respuesta haya llegado. Si no la ves, vuelve a intentarlo; no se hará nada dos veces.',
  'inDiscord.onlyText': 'Solo puedo leer texto. Escríbeme el mensaje, por favor.',
  'inDiscord.edited': 'No leo los mensajes editados. Envía el texto nuevo en otro mensaje.',
  'inDiscord.parts':
    '«{title}» tiene {count, number} preguntas, pero en un formulario de Discord solo caben {most, number}. Rellénalo por partes.',
  'inDiscord.typed': 'Esto es lo que habías escrito, para que no se pierda:',
  'inDiscord.kept': 'Guardado. Te queda por rellenar la parte siguiente.',
  'inDiscord.whichServer': 'Tienes más de una evaluación abierta. ¿Con cuál quieres seguir?',
  'inDiscord.otherServer': 'otro servidor',
  'inDiscord.reactionUnsure':
    'No he podido terminar de procesar tu {emoji}. Puede que no se haya registrado: compruébalo o elige <b>Aplicaciones</b> > <b>Proponer esto</b> en el menú del mensaje.',
  'inDiscord.reactionClosed':
    'No puedo enviarte mensajes directos, así que no he podido responder a tu {emoji}. Permítelos en este servidor (<b>Ajustes de privacidad</b> en su menú) o elige <b>Aplicaciones</b> > <b>Proponer esto</b> en el menú del mensaje: esa respuesta solo la verás tú.',
  'inDiscord.mention.closed':
    'No puedo enviarte un mensaje directo, y esto queda entre tú y yo. Usa aquí el comando: solo tú verás la respuesta.',
  'inDiscord.channel.invisible':
    'No veo ese canal. Concede el permiso <b>Ver canal</b> a mi rol (<b>Editar canal</b> > <b>Permisos</b>) y elígelo otra vez.',
  'inDiscord.channel.type': 'No puedo publicar en ese canal. Elige un canal de texto.',
  'inDiscord.channel.archived': 'Ese hilo está archivado. Elige un canal de texto.',
  'inDiscord.channel.elsewhere': 'Ese canal es de otro servidor. Elige uno de este.',
  'inDiscord.channel.permissions':
    'Para publicar en ese canal, a mi rol le falta esto: <b>{names}</b>. Concédeselo en <b>Editar canal</b> > <b>Permisos</b> y publicaré allí las propuestas.',
  'inDiscord.formInServer':
    'En los mensajes directos, Discord no puede mostrar la lista de canales y personas de un servidor. Usa <u>rung settings</u> en un canal del servidor; solo tú verás el formulario.',
}
