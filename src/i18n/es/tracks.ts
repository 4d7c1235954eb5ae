import type { tracksEn } from '../en/tracks.ts'

/** Sentences about tracks and about levels that roles share, in Spanish. */
export const tracksEs: Readonly<Record<keyof typeof tracksEn, string>> = {
  'tracks.title': 'Trayectorias',
  'tracks.leadsTo': '{level} lleva a {levels}.',
  'tracks.end': '{level} es el último nivel de su trayectoria.',
  'tracks.shared': 'Nivel común: <b>{shared}</b>.',
  'tracks.which.title': '{role}: ¿qué trayectoria?',
  'tracks.which.text':
    'Los niveles de {role} se ramifican en trayectorias, y se te evalúa en una de ellas. Elige la tuya o la que quieras consultar.',
  'tracks.about': 'Trayectoria: <b>{track}</b> ({levels}).',
  'tracks.note.first':
    'Los niveles de {role} ahora se ramifican en trayectorias, y se te evalúa en una de ellas. Esta evaluación sigue con {track}; empieza de nuevo para elegir otra.',
}
