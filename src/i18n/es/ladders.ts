import type { laddersEn } from '../en/ladders.ts'

export const laddersEs: Record<keyof typeof laddersEn, string> = {
  'ladderChoice.title': 'El marco de carrera aquí',
  'ladderChoice.label': 'Marco de carrera',
  'ladderChoice.change': 'Elegir el marco de carrera',
  'ladderChoice.inUse': 'en uso aquí',
  'ladderChoice.use': 'Usar {ladder}',
  'ladderChoice.reset': 'Volver al que eligió quien administra Rung',
  'ladderChoice.nothingLost':
    'No se pierde nada al cambiarlo: las evaluaciones y los resultados de cada marco se conservan y vuelven con él. Las propuestas abiertas siguen en su canal.',
  'ladderChoice.chosen':
    'Aquí el marco de carrera es ahora {ladder}; se aplica en todas partes en menos de diez segundos.',
  'ladderChoice.same': 'Ese ya es el marco de carrera aquí: {ladder}.',
  'ladderChoice.missing':
    'Se eligió «{id}», que Rung ya no tiene, así que aquí se usa {ladder}. Elige otro o consulta a quien administra Rung.',
  'ladderChoice.former':
    'Aquí el marco de carrera es ahora {ladder}. Los mensajes anteriores son de {former}: no se ha perdido nada y volverán a funcionar si un administrador lo elige de nuevo.',
  'rung.ladder.summary': 'Qué marco de carrera se usa aquí (solo administradores)',
  'rung.option.ladder': 'El nombre de un marco de carrera, o «restablecer» para volver al valor inicial',
  'rung.installed.ladders':
    'El marco de carrera aquí es {ladder}. Un administrador puede elegir otro: <u>rung ladder</u>.',
  'ladderChoice.only': 'Rung tiene un único marco de carrera. Quien lo administra puede añadir otros.',
  'error.ladder.notAdmin':
    'Solo pueden elegir el marco de carrera los administradores: los de la lista y quienes administran este espacio de trabajo o servidor. El marco de carrera aquí es {ladder}.',
  'error.ladder.unknown': 'No hay ningún marco de carrera «{text}». Los marcos de carrera son: {ladders}.',
}
