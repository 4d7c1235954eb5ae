import type { Catalog } from '../catalog/index.ts'

/** A link of the ladder, with the skills that name it. */
export interface LinkOfSkills {
  readonly url: string
  readonly skills: readonly string[]
}

/** Why a link cannot be followed. */
export interface BrokenLink extends LinkOfSkills {
  readonly problem: string
}

/** Milliseconds that a page may take to answer. */
const TIMEOUT_MS = 15_000

/** Requests at the same time: enough to be done in a minute, and no burst at any one host. */
const PARALLEL = 8

/** Statuses that say that a page is there, though not for a program: many sites refuse those. */
const REFUSED = new Set([401, 403, 405, 429])

/** Every address that the skills of a catalog link to, once, by address. */
export function linksOf({ skills }: Pick<Catalog, 'skills'>): readonly LinkOfSkills[] {
  const byUrl = new Map<string, string[]>()
  for (const { slug, links } of skills.values()) {
    for (const { url } of links) byUrl.set(url, [...(byUrl.get(url) ?? []), slug])
  }
  return [...byUrl].map(([url, slugs]) => ({ url, skills: slugs })).toSorted((a, b) => (a.url < b.url ? -1 : 1))
}

/** Follows every link. Resolves with those that do not lead to a page, in the given order; never rejects. */
export async function findBrokenLinks(links: readonly LinkOfSkills[]): Promise<readonly BrokenLink[]> {
  const waiting = [...links.entries()]
  const problems = new Map<number, string>()
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, { url }] = next
      const problem = await problemOf(url)
      if (problem !== undefined) problems.set(at, problem)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
  return links.flatMap((link, at) => {
    const problem = problems.get(at)
    return problem === undefined ? [] : [{ ...link, problem }]
  })
}

/** Why an address does not lead to a page; undefined if it does, also by redirects. */
async function problemOf(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), headers: { accept: 'text/html' } })
    await response.body?.cancel()
    return response.ok || REFUSED.has(response.status) ? undefined : `status ${response.status}`
  } catch (error) {
    if (!(error instanceof Error)) return String(error)
    if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} seconds`
    return error.cause instanceof Error ? error.cause.message : error.message
  }
}
