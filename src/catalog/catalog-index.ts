import type { Catalog } from './model.ts'
import { buildNameIndex, type NamedEntity } from './names/index-names.ts'
import { normalize } from './names/normalize.ts'
import { type ParsedPart, parseNames } from './names/parse.ts'
import { buildSearch, type CatalogSearch } from './names/search.ts'
import { stepwise } from './steps.ts'

/** A catalog with its in-memory indexes: everything a look-up needs. Immutable; a changed catalog gets a new index. */
export interface CatalogIndex {
  readonly catalog: Catalog
  /** Parses typed words as names. `connectives` are normalized words that mean nothing by themselves. */
  parse(text: string, connectives: ReadonlySet<string>): readonly ParsedPart[]
  /** What an unknown word may have meant, nearest first. */
  suggest(text: string, limit: number): readonly NamedEntity[]
  /** Completes a text that is being typed: names that start with it, else that contain it, else that it is a typo of. */
  complete(text: string, kind?: NamedEntity['kind']): readonly NamedEntity[]
  readonly search: CatalogSearch
  /**
   * Builds the indexes in short steps and awaits `pause` after each, so the process can serve requests meanwhile. A look-up
   * during that builds the rest at once.
   */
  prepare(pause: () => Promise<unknown>): Promise<void>
}

/** Creates an index that is built on first use or by `prepare`, so a process is ready as soon as its content is loaded. */
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
    search: { find: (text, limit, options) => search.result().find(text, limit, options) },
    async prepare(pause) {
      await names.prepare(pause)
      await search.prepare(pause)
    },
  }
}
