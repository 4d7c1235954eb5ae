import type { slackEn } from './slack.en.ts'

/** What only Slack needs to say, in Spanish. */
export const slackEs: Readonly<Record<keyof typeof slackEn, string>> = {
  'slack.page': 'Página {page, number} de {pages, number}',
  'slack.previous': 'Página anterior',
  'slack.next': 'Página siguiente',
  'slack.leftOut': '{count, plural, one {# línea más no cabe aquí.} other {# líneas más no caben aquí.}}',
  'slack.choose': 'Elige una opción',
  'slack.cancel': 'Cancelar',
}
