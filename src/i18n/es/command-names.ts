/** What commands and their options are called in Spanish: lower-case letters, digits, - and _, 32 at most. */
export const SPANISH_COMMANDS: Readonly<Record<string, string>> = {
  skills: 'habilidades',
  assess: 'evaluar',
  profile: 'perfil',
  propose: 'proponer',
  proposals: 'propuestas',
  change: 'cambio',
  which: 'cuáles',
  role: 'rol',
  level: 'nivel',
  domain: 'dominio',
  skill: 'habilidad',
  compare: 'comparar',
  mode: 'modo',
  what: 'qué',
}
