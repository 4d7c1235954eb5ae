import type { Locale } from './index.ts'

/**
 * What commands and their options are called where a platform translates the names people type. One that is missing keeps
 * its own name. Lower-case letters, digits, - and _, 32 at most.
 */
export const TYPED_NAMES: Readonly<Record<Exclude<Locale, 'en'>, Readonly<Record<string, string>>>> = {
  es: {
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
  },
}
