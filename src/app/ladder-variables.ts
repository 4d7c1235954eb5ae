import { z } from 'zod'
import { PLATFORMS, TERMINAL } from '../platforms/registry.ts'
import { excerpt, MAX_LISTED, optionalText } from '../runtime/env.ts'

// The settings that say which ladders there are, and which one a workspace or server uses.

/** A ladder of the configuration. */
export interface LadderFolder {
  /** Undefined for the one of a deployment that names none. */
  readonly id: string | undefined
  readonly folder: string
}

const ID = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/u
const ID_RULE = 'must be 1 to 40 lowercase letters, digits or -'

/** Whether a value of RUNG_DATA names ladders. A folder with an equals sign in its name is written as `./a=b`. */
function namesLadders(text: string): boolean {
  return /^[^/\\=]*=/u.test(text)
}

/** Parses RUNG_DATA: a folder, or ladders as `id=folder`, separated by commas. */
export const LadderFolders = optionalText.transform((text, context): readonly LadderFolder[] | undefined => {
  if (text === undefined) return undefined
  if (!namesLadders(text)) return [{ id: undefined, folder: text }]
  const problems: string[] = []
  const folders = new Map<string, string>()
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue
    const [, id = '', folder = ''] = /^([^=]*)=([\s\S]*)$/u.exec(part)?.map((each) => each.trim()) ?? []
    if (!part.includes('=')) problems.push(`"${excerpt(part)}" has no id: write it as id=folder`)
    else if (!ID.test(id)) problems.push(`"${excerpt(id)}" can’t be the id of a ladder: it ${ID_RULE}`)
    else if (folder === '') problems.push(`"${id}=" has no folder`)
    else if (folders.has(id)) problems.push(`two ladders have the id "${id}"`)
    else folders.set(id, folder)
  }
  if (problems.length === 0) return [...folders].map(([id, folder]) => ({ id, folder }))
  for (const problem of problems.slice(0, MAX_LISTED)) context.addIssue(problem)
  const more = problems.length - MAX_LISTED
  if (more > 0) context.addIssue(`and ${more} more ${more === 1 ? 'problem' : 'problems'}`)
  return z.NEVER
})

/** A workspace or server in the configuration, as in `workspaceKey`. */
const WORKSPACE = /^([a-z]+)\/([\w.-]{1,64})$/u

/** Parses RUNG_WORKSPACE_LADDERS: the id of a ladder for each `platform/workspace`, separated by commas. */
export const WorkspaceLadders = optionalText.transform((text, context): ReadonlyMap<string, string> => {
  const ladders = new Map<string, string>()
  const platforms = [...PLATFORMS.keys(), TERMINAL.id]
  for (const part of (text ?? '').split(',').map((each) => each.trim())) {
    if (part === '') continue
    const [place = '', id = '', ...more] = part.split('=').map((each) => each.trim())
    const platform = WORKSPACE.exec(place)?.[1]
    if (platform === undefined || more.length > 0 || id === '') {
      context.addIssue(`"${excerpt(part)}" must be platform/workspace=ladder, such as ${EXAMPLE_ASSIGNMENT}`)
    } else if (!platforms.includes(platform)) {
      context.addIssue(`"${excerpt(place)}" does not start with a platform of Rung: ${platforms.join(', ')}`)
    } else if (ladders.has(place)) context.addIssue(`"${place}" appears twice`)
    else ladders.set(place, id)
  }
  return ladders
})

/** One assignment, for examples. */
export const EXAMPLE_ASSIGNMENT = `${[...PLATFORMS.keys()][0]}/T0ABC=design`
