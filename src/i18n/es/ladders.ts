import type { laddersEn } from '../en/ladders.ts'

export const laddersEs: Record<keyof typeof laddersEn, string> = {
  'ladder.former':
    'Ahora el marco de carrera aquí es {ladder}. Los mensajes anteriores son de {former}: no se ha perdido nada y volverán a funcionar si alguien de administración vuelve a elegirlo.',
}
