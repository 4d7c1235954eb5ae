import type { laddersEn } from '../en/ladders.ts'

export const laddersEs: Record<keyof typeof laddersEn, string> = {
  'ladderChoice.title': 'El marco de carrera que se usa aquí',
  'ladderChoice.label': 'Marco de carrera',
  'ladderChoice.change': 'Elegir el marco de carrera',
  'ladderChoice.inUse': 'en uso aquí',
  'ladderChoice.use': 'Usar {ladder}',
  'ladderChoice.reset': 'Volver al valor inicial',
  'ladderChoice.nothingLost':
    'No se pierde nada al cambiar de marco de carrera: las evaluaciones y los resultados de cada uno se conservan y vuelven con él. Las propuestas abiertas siguen en su canal.',
  'ladderChoice.chosen':
    'El marco de carrera que se usa aquí es ahora {ladder}. El cambio se aplica en menos de diez segundos.',
  'ladderChoice.same': 'Aquí ya se usa ese marco de carrera: {ladder}.',
  'ladderChoice.missing':
    'Un administrador eligió el marco de carrera «{id}», que Rung ya no tiene, así que aquí se usa {ladder}. Elige otro o consulta a quien administra Rung.',
  'ladderChoice.former':
    'El marco de carrera que se usa aquí es ahora {ladder}. Los mensajes anteriores son de {former} y volverán a funcionar si un administrador elige de nuevo ese marco. No se ha perdido nada.',
  'rung.ladder.summary': 'Elige qué marco de carrera se usa aquí (solo administradores)',
  'rung.option.ladder': 'El nombre de un marco de carrera, o «restablecer» para volver al valor inicial',
  'rung.installed.ladders':
    'El marco de carrera que se usa aquí es {ladder}. Un administrador puede elegir otro: <u>rung ladder</u>.',
  'ladderChoice.only': 'Rung tiene un único marco de carrera. Quien administra Rung puede añadir otros.',
  'error.ladder.notAdmin':
    'Solo pueden elegir el marco de carrera los administradores: quienes figuran como tales en Rung y quienes administran este espacio de trabajo o servidor. El marco de carrera que se usa aquí es {ladder}.',
  'error.ladder.unknown': 'No hay ningún marco de carrera que se llame «{text}». Los que hay aquí son: {ladders}.',
}
