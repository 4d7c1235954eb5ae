import type { Catalog } from './model.ts'
import { buildNameIndex, type Named, type NameIndex } from './name-index.ts'
import { normalize } from './names.ts'
import { type ReadPart, readNames } from './read.ts'
import { buildSearch, type CatalogSearch } from './search.ts'

/** A catalogue with its indexes: everything a look-up needs, from memory. Immutable; a changed catalogue is a new library. */
export interface Library {
  readonly catalog: Catalog
  /** Reads typed words as names. */
  read(text: string): readonly ReadPart[]
  /** What a word that nobody recognises might have meant, nearest first. */
  near(text: string, most: number): readonly Named[]
  /** What a text that is being typed may become: names that start with it, else contain it, else are nearly spelt so. */
  complete(text: string, kind?: Named['kind']): readonly Named[]
  readonly search: CatalogSearch
}

/** The indexes are built when first used, so that a process is ready as soon as its content is. */
export function openLibrary(catalog: Catalog): Library {
  let names: NameIndex | undefined
  let search: CatalogSearch | undefined
  const index = (): NameIndex => {
    names ??= buildNameIndex(catalog)
    return names
  }
  return {
    catalog,
    read: (text) => readNames(index(), text),
    near: (text, most) => index().near(normalize(text), most),
    complete(text, kind) {
      const key = normalize(text)
      return index().completing(key, (named) => kind === undefined || named.kind === kind)
    },
    search: {
      find(text, most, options) {
        search ??= buildSearch(catalog)
        return search.find(text, most, options)
      },
    },
  }
}
