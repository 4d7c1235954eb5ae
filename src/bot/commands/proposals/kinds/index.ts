import type { CatalogChange } from '../../../../catalog/index.ts'
import { CELL_FORMS } from './cells.ts'
import type { ChangeForm, ChangeKindName } from './kind.ts'
import { NAME_FORMS } from './names.ts'
import { ROW_FORMS } from './rows.ts'
import { TEXT_FORMS } from './texts.ts'

/** The form of each kind of change, in the order in which people are offered them. */
const FORMS: { readonly [Kind in ChangeKindName]: ChangeForm<Extract<CatalogChange, { kind: Kind }>> } = {
  ...CELL_FORMS,
  ...ROW_FORMS,
  ...TEXT_FORMS,
  ...NAME_FORMS,
}

/** The form of a kind of change. Only pass it changes of that kind. */
export function changeForm(kind: ChangeKindName): ChangeForm<CatalogChange> {
  return FORMS[kind]
}

export const CHANGE_KINDS = keysOf(FORMS)

function keysOf<T extends object>(table: T): readonly Extract<keyof T, string>[] {
  const keys: Extract<keyof T, string>[] = []
  for (const key in table) keys.push(key)
  return keys
}
