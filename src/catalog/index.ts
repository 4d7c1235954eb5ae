export type { CatalogSources } from './build.ts'
export { areRivals, CatalogChange, ChangesFile, isWording, type RecordedChange } from './change.ts'
export {
  type Changed,
  type ChangeValue,
  changeCatalog,
  type Fit,
  fitOf,
  sameValue,
  valueAsked,
} from './changing.ts'
export type { Change, LevelChange, RoleDifference, Standing } from './compare.ts'
export { changeOf, compareLevels, compareRoles, sharedLevels } from './compare.ts'
export type { Library } from './library.ts'
export { openLibrary } from './library.ts'
export { CHANGES, type Loaded, loadCatalog } from './load.ts'
export * from './model.ts'
export type { Match, Named } from './name-index.ts'
export { normalize } from './names.ts'
export { PROFICIENCIES, PROFICIENCY_LETTER, type Proficiency, rankOf } from './proficiency.ts'
export type { ReadPart } from './read.ts'
export type { Hit } from './search.ts'
export type { Problem } from './source.ts'
export { lineEndOf } from './text-format.ts'
export { editedText, writeChange } from './writing.ts'
