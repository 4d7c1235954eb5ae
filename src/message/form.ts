/** A form: a dialog on a chat platform, one question after the other in a terminal. */
export interface Form {
  readonly title: string
  /** Comes back with the values: at most 100 characters, made by the action codec. */
  readonly payload: string
  readonly fields: readonly FormField[]
  readonly submit: string
}

export type FormField = TextField | ChoiceField | ChannelField | PeopleField

interface Field {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional: boolean
  /** What it holds now. */
  readonly initial?: string
}

export interface TextField extends Field {
  readonly type: 'text'
  readonly maxLength: number
}

export interface ChoiceField extends Field {
  readonly type: 'choice'
  readonly options: readonly FieldOption[]
}

export interface FieldOption {
  readonly value: string
  readonly label: string
  /** The normalized words that can be typed for it, besides its label. */
  readonly words?: ReadonlySet<string>
}

/** A channel of the workspace, by its id. */
export interface ChannelField extends Field {
  readonly type: 'channel'
}

/** Any number of people and, if the platform offers them, groups: the value has their ids with spaces between them. */
export interface PeopleField extends Field {
  readonly type: 'people'
  /** Who is chosen now. */
  readonly chosen: readonly { readonly id: string; readonly isGroup: boolean }[]
}

/** The fields that can be filled in, each name once. */
export function usableFields({ fields }: Form): readonly FormField[] {
  const names = new Set<string>()
  return fields.filter((field) => {
    const isNew = !names.has(field.name)
    names.add(field.name)
    return isNew && (field.type !== 'choice' || field.options.length > 0)
  })
}
