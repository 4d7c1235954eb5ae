export type { CatalogSources } from './build.ts'
export type {
  CatalogIndex,
  LevelChange,
  RequirementChange,
  RequirementRelation,
  RoleDifference,
} from './catalog-index.ts'
export { compareCells, compareLevels, compareRoles, createCatalogIndex, sharedLevels } from './catalog-index.ts'
export { applyChanges, type ChangeResult } from './changes/apply.ts'
export {
  affectsRole,
  CatalogChange,
  ChangesFile,
  conflicts,
  isAddition,
  isSameMatter,
  isSameValue,
  isWording,
  proposedValue,
  type RecordedChange,
  readTarget,
  writeChange,
} from './changes/change.ts'
export { changeToday, requestToday } from './changes/current-slugs.ts'
export { editYaml } from './changes/edit-yaml.ts'
export type { ChangeTarget, ChangeValue } from './changes/kinds/kind.ts'
export { parseCompiled, serializeCompiled } from './compiled.ts'
export { findBySlug, hasSlug } from './former-slugs.ts'
export { CATALOG_FOLDERS, CHANGES_FILE, type LoadedCatalog, loadCatalog } from './load.ts'
export * from './model.ts'
export { createFuzzyIndex, type FuzzyIndex } from './names/fuzzy.ts'
export type { MatchKind, NamedEntity } from './names/index-names.ts'
export { isFormOf, type LevelLine } from './names/lines.ts'
export { closestNames, countTypos, normalize } from './names/normalize.ts'
export type { ParsedPart } from './names/parse.ts'
export type { SearchHit } from './names/search.ts'
export { type CatalogParser, createCatalogParser } from './parser.ts'
export {
  DEFAULT_SCALE,
  type DefaultProficiency,
  isDefaultScale,
  PROFICIENCIES,
  type Proficiency,
  ratingOnScale,
  type Scale,
  type Step,
  stepAt,
  stepOf,
} from './scale.ts'
export { MAX_LENGTHS } from './schema.ts'
export { lineEndingOf } from './text-format.ts'
export {
  indexBelow,
  nextLevels,
  roleOnTrack,
  roleThrough,
  type Track,
  tracksOf,
  trackThrough,
} from './tracks.ts'
export type { Problem } from './yaml-source.ts'
