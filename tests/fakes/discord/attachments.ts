import { type Fields, fieldsAt, isFields, listAt, textAt } from '../../platforms/json.ts'
import type { SentFile } from './wire.ts'

// The attachments of messages in the fake Discord: resources/message (attachment structure, edit message) and components/reference
// (media gallery, file).

/** A file of a message. */
export interface PostedFile {
  readonly id: string
  readonly name: string
  readonly content: string
  readonly data: Buffer
  readonly description: string | undefined
}

/** resources/message: 10 MiB a file, ten attachments a message. */
const MAX_BYTES = 10 * 1024 * 1024
const MAX_FILES = 10

export type Attached =
  | { readonly files: readonly PostedFile[] }
  | { readonly problem: string; readonly isTooLarge?: true }

/**
 * The files of a message after a request. Those it had stay unless `attachments` leaves them out; each `attachment://` address of a
 * component must name one of the result.
 */
export function attach(
  before: readonly PostedFile[],
  body: Fields,
  uploaded: readonly SentFile[],
  nextId: () => string,
): Attached {
  const entries = body['attachments'] === undefined ? undefined : fieldsAt(body, 'attachments')
  const indexOf = ({ field }: SentFile): string => /^files\[(\d+)\]$/u.exec(field)?.[1] ?? ''
  if (uploaded.some((file) => indexOf(file) === '')) return { problem: 'a file has no name like files[0]' }
  if (uploaded.some(({ data }) => data.length > MAX_BYTES)) return { problem: 'a file is too large', isTooLarge: true }
  const ids = new Set(entries?.map((entry) => String(entry['id'])))
  const uploads = new Set([...before.map(({ id }) => id), ...uploaded.map(indexOf)])
  const unknown = [...ids].find((id) => !uploads.has(id))
  if (unknown !== undefined) return { problem: `attachments name ${unknown}, which was not uploaded` }
  if (entries && uploaded.some((file) => !ids.has(indexOf(file))))
    return { problem: 'an uploaded file is no attachment' }
  const descriptionOf = (file: SentFile): string | undefined => {
    const entry = entries?.find(({ id }) => String(id) === indexOf(file))
    return entry === undefined ? undefined : textAt(entry, 'description') || undefined
  }
  if (uploaded.some((file) => (descriptionOf(file)?.length ?? 0) > 1024))
    return { problem: 'a description is too long' }
  const files = [
    ...before.filter(({ id }) => !entries || ids.has(id)),
    ...uploaded.map((file) => ({ ...file, id: nextId(), description: descriptionOf(file) })),
  ]
  if (files.length > MAX_FILES) return { problem: `the message would have ${files.length} attachments` }
  const names = new Set(files.map(({ name }) => name))
  const missing = referencesIn(listAt(body, 'components')).find((name) => !names.has(name))
  return missing === undefined ? { files } : { problem: `a component shows ${missing}, which was not uploaded` }
}

/** The names in `attachment://` addresses of galleries and files. */
function referencesIn(components: readonly unknown[]): readonly string[] {
  return components.filter(isFields).flatMap((component): readonly string[] => {
    const media =
      component['type'] === 12 ? fieldsAt(component, 'items').map((item) => item['media']) : [component['file']]
    const names = media.filter(isFields).map((each) => /^attachment:\/\/(.+)$/u.exec(textAt(each, 'url'))?.[1])
    return [...names.filter((name) => name !== undefined), ...referencesIn(listAt(component, 'components'))]
  })
}

/** The components without what only pictures need: their galleries and the ids of containers. */
export function withoutPictures(components: readonly unknown[]): readonly unknown[] {
  return components
    .filter(isFields)
    .filter((component) => component['type'] !== 12)
    .map((component) => {
      const { id: _, components: inner, ...rest } = component
      return inner === undefined ? rest : { ...rest, components: withoutPictures(listAt(component, 'components')) }
    })
}
