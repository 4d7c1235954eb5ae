export type { CatalogSources } from './build.ts'
export type { Library } from './catalog-index.ts'
export { openLibrary } from './catalog-index.ts'
export {
  type Changed,
  type ChangeValue,
  changeCatalog,
  type Fit,
  fitOf,
  sameValue,
  valueAsked,
} from './changes/apply.ts'
export { areRivals, CatalogChange, ChangesFile, isWording, type RecordedChange } from './changes/change.ts'
export { editedText, writeChange } from './changes/write-yaml.ts'
export type { Change, LevelChange, RoleDifference, Standing } from './compare.ts'
export { changeOf, compareLevels, compareRoles, sharedLevels } from './compare.ts'
export { CHANGES, type Loaded, loadCatalog } from './load.ts'
export * from './model.ts'
export type { Match, Named } from './names/index-names.ts'
export { normalize } from './names/normalize.ts'
export type { ReadPart } from './names/parse.ts'
export type { Hit } from './names/search.ts'
export { PROFICIENCIES, PROFICIENCY_LETTER, type Proficiency, rankOf } from './proficiency.ts'
export { lineEndOf } from './text-format.ts'
export type { Problem } from './yaml-source.ts'
