import {
  applyChanges,
  type Catalog,
  type CatalogChange,
  type CatalogIndex,
  type CatalogSources,
  createCatalogIndex,
} from '../catalog/index.ts'

/** The files of a catalog, as they were loaded. */
export interface CatalogBase {
  readonly sources: CatalogSources
  readonly catalog: Catalog
  /** The proposals whose changes the files already hold. */
  readonly recorded: ReadonlySet<string>
}

/** A change that was accepted, with its proposal. */
export interface AcceptedChange {
  readonly proposal: string
  readonly change: CatalogChange
}

/** The catalog of some files with the accepted changes. */
export interface LiveCatalog {
  readonly base: CatalogBase
  readonly catalogIndex: () => CatalogIndex
  readonly sources: () => CatalogSources
  /** Applies the changes of a growing list that were not applied yet, one at a time. Leaves out a change that does not fit the files. */
  apply(accepted: readonly AcceptedChange[]): void
}

/** Creates a catalog without any change. */
export function createLiveCatalog(base: CatalogBase, report: (problem: string, details: object) => void): LiveCatalog {
  let { sources } = base
  let catalogIndex = createCatalogIndex(base.catalog, base.sources.built)
  let appliedCount = 0
  return {
    base,
    catalogIndex: () => catalogIndex,
    sources: () => sources,
    apply(accepted) {
      for (const { proposal, change } of accepted.slice(appliedCount)) {
        appliedCount += 1
        // A change that has been written into the files may have been edited there since.
        if (base.recorded.has(proposal)) continue
        const changed = applyChanges(sources, [change])
        if (changed.ok) {
          sources = changed.sources
          catalogIndex = createCatalogIndex(changed.catalog)
        } else {
          const problems = changed.problems.map(({ file, message }) => `${file}: ${message}`)
          report('an accepted change does not fit the catalog and is left out', { proposal, problems })
        }
      }
    },
  }
}
