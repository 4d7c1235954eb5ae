/**
 * What commands, their subcommands and options are called in Spanish: lower-case letters, digits, - and _, 32 at most. Those of
 * subcommands are also typed, so the vocabulary has them.
 */
export const SPANISH_COMMANDS: Readonly<Record<string, string>> = {
  skills: 'habilidades',
  assess: 'evaluar',
  profile: 'perfil',
  propose: 'proponer',
  proposals: 'propuestas',
  about: 'acerca',
  privacy: 'privacidad',

  start: 'empezar',
  sheet: 'hoja',
  resume: 'continuar',
  status: 'estado',
  cancel: 'cancelar',
  reminders: 'recordatorios',
  show: 'ver',
  settings: 'ajustes',
  gaps: 'lagunas',
  export: 'exportar',
  link: 'vincular',
  unlink: 'desvincular',
  delete: 'borrar',
  open: 'abiertas',
  mine: 'mías',
  review: 'revisión',
  recent: 'recientes',
  help: 'ayuda',

  role: 'rol',
  level: 'nivel',
  domain: 'dominio',
  skill: 'habilidad',
  compare: 'comparar',
  search: 'buscar',
  setting: 'ajuste',
  code: 'código',
  id: 'número',
  to: 'grado',
  reason: 'motivo',
}
