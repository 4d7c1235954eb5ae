import type { z } from 'zod'
import { buildCatalog, type CatalogSources } from '../build.ts'
import type { Catalog } from '../model.ts'
import { RoleFile, SkillFile } from '../schema.ts'
import type { Problem, Source } from '../yaml-source.ts'
import { applyChange, type CatalogChange } from './change.ts'

/** A valid changed catalog, or the problems that the changes would cause. */
export type ChangeResult =
  | { readonly ok: true; readonly catalog: Catalog; readonly sources: CatalogSources }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Applies changes one after another. A change that has been made already, or whose target is missing, has no effect, so a log
 * of changes can be replayed over files that contain some of them.
 */
export function applyChanges(sources: CatalogSources, changes: readonly CatalogChange[]): ChangeResult {
  const changed = changes.reduce(applyChange, sources)
  const invalid = [
    ...shapeProblems(sources.roles, changed.roles, RoleFile),
    ...shapeProblems(sources.skills, changed.skills, SkillFile),
  ]
  if (invalid.length > 0) return { ok: false, problems: invalid }
  const { catalog, problems } = buildCatalog(changed)
  return catalog ? { ok: true, catalog, sources: changed } : { ok: false, problems }
}

/** Checks the shape of the files that differ: more aliases than a file may have, or no skill left. */
function shapeProblems<T>(before: readonly Source<T>[], after: readonly Source<T>[], schema: z.ZodType<T>): Problem[] {
  const unchanged = new Set(before)
  return after.flatMap((source) => {
    const parsed = unchanged.has(source) ? undefined : schema.safeParse(source.value)
    return (parsed?.error?.issues ?? []).map(({ path, message }) =>
      source.problemAt(path, `${path.join('.')}: ${message}`),
    )
  })
}
