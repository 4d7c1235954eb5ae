import type { LocalText } from '../model.ts'
import type { Path, Report } from '../yaml-source.ts'
import { normalize } from './normalize.ts'

interface NamedEntry {
  readonly slug: string
  readonly name: LocalText | string
  readonly aliases: readonly string[]
}

/** The names in use within one kind of entity. Reports a problem for each name that leads to two entities. */
export class UniqueNames {
  readonly #owners = new Map<string, string>()
  readonly #keyOf: (name: string) => string

  constructor(keyOf: (name: string) => string = normalize) {
    this.#keyOf = keyOf
  }

  reserve(name: string, owner: string, path: Path, report: Report): void {
    const key = this.#keyOf(name)
    if (key === '') {
      report(path, `"${name}" has no letter or digit in it`)
      return
    }
    const other = this.#owners.get(key)
    if (other === undefined) this.#owners.set(key, owner)
    else if (other !== owner)
      report(path, `"${name}" already names ${other}; a name or alias must lead to one thing only`)
  }

  /** Reserves the slug, the names and the aliases of an entry at a path of its file. */
  reserveAll({ slug, name, aliases }: NamedEntry, at: Path, report: Report): void {
    this.reserve(slug, slug, [...at, 'slug'], report)
    for (const each of typeof name === 'string' ? [name] : Object.values(name)) {
      this.reserve(each, slug, [...at, 'name'], report)
    }
    for (const [index, alias] of aliases.entries()) this.reserve(alias, slug, [...at, 'aliases', index], report)
  }
}
