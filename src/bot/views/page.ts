import type { Translator } from '../../i18n/index.ts'
import { type ActionButton, type Block, note } from '../../message/index.ts'

/** One page of a long list. Pages count from 1. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly page: number
  readonly pages: number
}

/** Cuts a page out of a list; the last one for a number that is too high. */
export function pageOf<T>(all: readonly T[], requested: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(requested, pages)
  return { items: all.slice((page - 1) * size, page * size), page, pages }
}

/** Says which page this is, if there are several. */
export function pageNote({ page, pages }: Page<unknown>, count: number, t: Translator): readonly Block[] {
  return pages > 1 ? [note('info', t.rich('page.of', { page, pages, count }))] : []
}

/** Buttons for the previous and the next page. */
export function pageButtons(
  { page, pages }: Page<unknown>,
  button: (label: string, page: number) => ActionButton,
  t: Translator,
): readonly ActionButton[] {
  return [
    ...(page > 1 ? [button(t('action.previousPage'), page - 1)] : []),
    ...(page < pages ? [button(t('action.nextPage'), page + 1)] : []),
  ]
}
