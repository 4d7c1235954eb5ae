import type { Catalog } from './model.ts'
import { buildNameIndex, type NamedEntity } from './names/index-names.ts'
import { normalize } from './names/normalize.ts'
import { type ParsedPart, parseNames } from './names/parse.ts'
import { buildSearch, type CatalogSearch } from './names/search.ts'
import { stepwise } from './steps.ts'

/** A catalogue with its indexes: everything a look-up needs, from memory. Immutable; a changed catalogue is a new library. */
export interface CatalogIndex {
  readonly catalog: Catalog
  /** Reads typed words as names. `connectives` are the words, normalized, that say nothing by themselves. */
  parse(text: string, connectives: ReadonlySet<string>): readonly ParsedPart[]
  /** What a word that nobody recognises might have meant, nearest first. */
  suggest(text: string, limit: number): readonly NamedEntity[]
  /** What a text that is being typed may become: names that start with it, else contain it, else are nearly spelt so. */
  complete(text: string, kind?: NamedEntity['kind']): readonly NamedEntity[]
  readonly search: CatalogSearch
  /**
   * Builds the indexes in short steps with a `pause` after each, in which others are answered. Resolves once they are there. A look-up
   * before that builds the rest at once.
   */
  prepare(pause: () => Promise<unknown>): Promise<void>
}

/** The indexes are built when first used, so that a process is ready as soon as its content is; or before, by `prepare`. */
export function createCatalogIndex(catalog: Catalog): CatalogIndex {
  const names = stepwise(() => buildNameIndex(catalog))
  const search = stepwise(() => buildSearch(catalog))
  return {
    catalog,
    parse: (text, connectives) => parseNames(names.result(), text, connectives),
    suggest: (text, most) => names.result().suggest(normalize(text), most),
    complete(text, kind) {
      const key = normalize(text)
      return names.result().completions(key, (named) => kind === undefined || named.kind === kind)
    },
    search: { find: (text, most, options) => search.result().find(text, most, options) },
    async prepare(pause) {
      await names.prepare(pause)
      await search.prepare(pause)
    },
  }
}
