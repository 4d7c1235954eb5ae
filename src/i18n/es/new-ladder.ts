import type { newLadderEn } from '../en/new-ladder.ts'

/** What `cli new` asks in a terminal, and the answers it suggests, in Spanish. */
export const newLadderEs: Readonly<Record<keyof typeof newLadderEn, string>> = {
  'new.intro':
    'Vas a crear un marco de carrera en {folder}. Pulsa Enter para aceptar la sugerencia entre corchetes o Ctrl-C para salir sin guardar nada.',
  'new.name': '¿Cómo se llama el marco de carrera?',
  'new.name.default': 'Nuestro marco de carrera',
  'new.languages': '¿En qué idiomas están los textos del marco de carrera? Escribe primero el principal.',
  'new.role': '¿Cuál es el primer rol del marco de carrera?',
  'new.role.default': 'Ingeniería',
  'new.levels': '¿Qué niveles tiene el rol, del más bajo al más alto?',
  'new.levels.default': 'Júnior, Intermedio, Sénior',
  'new.scale': '¿Con qué grados se mide una habilidad, del más bajo al más alto?',
  'new.skills': '¿Qué habilidades tiene el rol, por dominio?',
  'new.skills.default': 'Oficio: Entrega, Retroalimentación',
  'new.rule':
    '¿Qué hace falta para alcanzar un nivel: una parte de sus habilidades (por ejemplo, 80%), core-and-breadth, all-core o points?',
  'new.left': 'No se ha guardado nada.',
}
