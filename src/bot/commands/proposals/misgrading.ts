import { type Misgrading, newMisgradings } from '../../../assessment/index.ts'
import { affectsRole, type Catalog, type CatalogChange, isWording } from '../../../catalog/index.ts'
import { type Note, note, plain } from '../../../message/index.ts'
import type { ProposalViewContext } from '../../../proposals/views.ts'

/**
 * What changes would misgrade, by the catalog before them. The publisher renders every open card each second, and applying a change
 * takes milliseconds.
 */
const misgradingsByCatalog = new WeakMap<Catalog, WeakMap<CatalogChange, readonly Misgrading[]>>()

/** The levels that a change would misgrade, in all roles that it affects. */
export function misgradings(
  change: CatalogChange,
  { catalog, previewChange }: Pick<ProposalViewContext, 'catalog' | 'previewChange'>,
): readonly Misgrading[] {
  if (isWording(change)) return []
  const cache = misgradingsByCatalog.get(catalog) ?? new WeakMap<CatalogChange, readonly Misgrading[]>()
  misgradingsByCatalog.set(catalog, cache)
  const cached = cache.get(change)
  if (cached) return cached
  const after = previewChange(change)
  const all = [...catalog.roles.values()].flatMap((role) => {
    const changed = affectsRole(change, role) ? after?.roles.get(role.slug) : undefined
    return changed ? newMisgradings(role, changed) : []
  })
  cache.set(change, all)
  return all
}

/** Says for each level that a change would misgrade what a person gets who meets it exactly. */
export function misgradingTexts(
  change: CatalogChange,
  view: Pick<ProposalViewContext, 'catalog' | 'previewChange' | 't'>,
): readonly string[] {
  return misgradings(change, view).map(({ level, grade }) =>
    grade === null
      ? view.t('proposal.misgrades.below', { level: level.name })
      : view.t('proposal.misgrades', { level: level.name, grade: grade.name }),
  )
}

/** The texts of `misgradingTexts` as a note; none if every level is graded as before. */
export function misgradingNotes(...args: Parameters<typeof misgradingTexts>): readonly Note[] {
  const texts = misgradingTexts(...args)
  return texts.length === 0 ? [] : [note('warning', plain(texts.join(' ')))]
}
