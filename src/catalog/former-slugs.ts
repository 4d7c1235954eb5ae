import type { Role, RoleDomain, Row } from './model.ts'
import type { Path, Report } from './yaml-source.ts'

// Slugs that an entry of the ladder had before. What people have stored names slugs, and follows them to the entry of today.

/** An entry that may have had other slugs. */
export interface Renamed {
  readonly slug: string
  /** Absent if it never had another slug. */
  readonly formerly?: readonly string[] | undefined
}

/** Whether an entry has a slug, or had it. */
export function hasSlug({ slug, formerly }: Renamed, wanted: string): boolean {
  return slug === wanted || formerly?.includes(wanted) === true
}

/** The index of the entry with a slug, or that had it; -1 if there is none. */
function indexOfSlug(entries: readonly Renamed[], slug: string): number {
  const own = entries.findIndex((entry) => entry.slug === slug)
  return own < 0 ? entries.findIndex((entry) => hasSlug(entry, slug)) : own
}

/** The entry with a slug, or that had it. */
export function findBySlug<T extends Renamed>(entries: readonly T[], slug: string | null | undefined): T | undefined {
  return slug === null || slug === undefined ? undefined : entries[indexOfSlug(entries, slug)]
}

/** The field of an entry: nothing if it never had another slug, so that its version does not change. */
export function formerlyField(formerly: readonly string[] | undefined): { readonly formerly?: readonly string[] } {
  return formerly && formerly.length > 0 ? { formerly: Object.freeze([...formerly]) } : {}
}

/** A map by slug whose lookups also accept former slugs. Iteration and size cover the current slugs only. */
class SlugMap<T> extends Map<string, T> {
  readonly #former: ReadonlyMap<string, string>

  constructor(entries: Iterable<readonly [string, T]>, former: ReadonlyMap<string, string>) {
    super(entries)
    this.#former = former
  }

  override get(slug: string): T | undefined {
    return super.get(this.#currentSlug(slug))
  }

  override has(slug: string): boolean {
    return super.has(this.#currentSlug(slug))
  }

  #currentSlug(slug: string): string {
    return super.has(slug) ? slug : (this.#former.get(slug) ?? slug)
  }
}

/** The same entries, found by their former slugs too. Returns the map itself if none was renamed. */
export function followingSlugs<T>(
  entries: ReadonlyMap<string, T>,
  renamed: (entry: T) => Renamed,
): ReadonlyMap<string, T> {
  const former = new Map<string, string>()
  for (const entry of entries.values()) {
    const { slug, formerly = [] } = renamed(entry)
    for (const each of formerly) former.set(each, slug)
  }
  return former.size === 0 ? entries : new SlugMap(entries, former)
}

/** The rows of a role by the slugs of their skills. */
export function rowsBySlug(domains: readonly RoleDomain[]): Role['rows'] {
  const rows = new Map<string, Row>()
  let isAnyRenamed = false
  for (const domain of domains) {
    for (const row of domain.rows) {
      rows.set(row.skill.slug, row)
      isAnyRenamed ||= row.skill.formerly !== undefined
    }
  }
  return isAnyRenamed ? followingSlugs(rows, ({ skill }) => skill) : rows
}

/** Reports former slugs that lead to two entries of a kind. `at` is the path of an entry and `reportOf` its file's report. */
export function checkFormerSlugs(
  kind: string,
  entries: readonly { readonly entry: Renamed; readonly at: Path; readonly report: Report }[],
  alsoInUse: Iterable<string> = [],
): void {
  const inUse = new Set([...entries.map(({ entry }) => entry.slug), ...alsoInUse])
  const owners = new Map<string, string>()
  for (const { entry, at, report } of entries) {
    for (const [index, slug] of (entry.formerly ?? []).entries()) {
      const path = [...at, 'formerly', index]
      const owner = owners.get(slug)
      if (inUse.has(slug)) report(path, `there is a ${kind} "${slug}": a former slug must not be in use`)
      else if (owner !== undefined) report(path, `"${slug}" is already a former slug of "${owner}"`)
      else owners.set(slug, entry.slug)
    }
  }
}
