import { LRUCache } from 'lru-cache'
import type { LocalText } from '../model.ts'
import type { Path, Problem, Source } from '../yaml-source.ts'
import { normalize } from './normalize.ts'

/** The names taken so far within one kind of entity. Reports a problem for each name that is taken twice. */
export class UniqueNames {
  readonly #owners = new Map<string, string>()

  reserve(source: Source<unknown>, path: Path, name: string, owner: string, problems: Problem[]): void {
    const key = keyOf(name)
    if (key === '') {
      problems.push(source.problemAt(path, `"${name}" has no letter or digit in it`))
      return
    }
    const other = this.#owners.get(key)
    if (other === undefined) this.#owners.set(key, owner)
    else if (other !== owner) {
      problems.push(
        source.problemAt(path, `"${name}" already names ${other}; a name or alias must lead to one thing only`),
      )
    }
  }
}

const MAX_KEYS = 50_000
const KEYS = new LRUCache<string, string>({ max: MAX_KEYS })

/** `normalize` with a cache: after a change nearly all names of a catalog are the same. */
function keyOf(name: string): string {
  const cached = KEYS.get(name)
  if (cached !== undefined) return cached
  const key = normalize(name)
  KEYS.set(name, key)
  return key
}

interface NamedEntry {
  readonly slug: string
  readonly name: LocalText | string
  readonly aliases: readonly string[]
}

/** Reserves the slug, the names and the aliases of an entry at a path of its file. */
export function reserveNames(
  uniqueNames: UniqueNames,
  source: Source<unknown>,
  at: Path,
  entry: NamedEntry,
  problems: Problem[],
): void {
  uniqueNames.reserve(source, [...at, 'slug'], entry.slug, entry.slug, problems)
  const names = typeof entry.name === 'string' ? [entry.name] : [entry.name.en, entry.name.es]
  for (const name of names) {
    if (name !== undefined) uniqueNames.reserve(source, [...at, 'name'], name, entry.slug, problems)
  }
  for (const [index, alias] of entry.aliases.entries()) {
    uniqueNames.reserve(source, [...at, 'aliases', index], alias, entry.slug, problems)
  }
}
