export type { CatalogSources } from './build.ts'
export type { CatalogIndex as Library } from './catalog-index.ts'
export { createCatalogIndex as openLibrary } from './catalog-index.ts'
export {
  applyChanges as changeCatalog,
  type ChangeResult as Changed,
  type ChangeTarget as Fit,
  type ChangeValue,
  isSameValue as sameValue,
  proposedValue as valueAsked,
  readTarget as fitOf,
} from './changes/apply.ts'
export { CatalogChange, ChangesFile, conflicts as areRivals, isWording, type RecordedChange } from './changes/change.ts'
export { editYaml as editedText, writeChange } from './changes/write-yaml.ts'
export type {
  LevelChange,
  RequirementChange as Change,
  RequirementRelation as Standing,
  RoleDifference,
} from './compare.ts'
export { compareCells as changeOf, compareLevels, compareRoles, sharedLevels } from './compare.ts'
export { CHANGES_FILE as CHANGES, type LoadedCatalog as Loaded, loadCatalog } from './load.ts'
export * from './model.ts'
export type { MatchKind as Match, NamedEntity as Named } from './names/index-names.ts'
export { normalize } from './names/normalize.ts'
export type { ParsedPart as ReadPart } from './names/parse.ts'
export type { SearchHit as Hit } from './names/search.ts'
export { PROFICIENCIES, PROFICIENCY_LETTER, type Proficiency, rankOf } from './proficiency.ts'
export { lineEndingOf as lineEndOf } from './text-format.ts'
export type { Problem } from './yaml-source.ts'
