import { basename } from 'node:path'
import type { Document } from 'yaml'
import type { z } from 'zod'
import type { CatalogSources } from '../../build.ts'
import type { Catalog, Role, Skill } from '../../model.ts'
import type { RoleFile, SkillFile } from '../../schema.ts'
import type { Source } from '../../yaml-source.ts'
import { editYaml } from '../edit-yaml.ts'

/** A value that a change replaces or sets: a proficiency or `absent` (one, or one per level), a text, a flag; null for nothing. */
export type ChangeValue = string | boolean | readonly string[] | null

/** What a change would replace in a catalog, or the name it uses that the catalog does not have. */
export type ChangeTarget =
  | {
      readonly exists: true
      readonly value: ChangeValue
      /** Of the role or skill that is changed; null for a new skill. */
      readonly version: string | null
      /** The domain whose experts decide; null if the change concerns a whole role. */
      readonly domain: string | null
    }
  | { readonly exists: false; readonly missing: string }

/** A file of a catalog folder and its new text. */
export interface WrittenFile {
  readonly file: string
  readonly text: string
}

/** The files of a catalog folder: parsed, and as text by their name (undefined if there is no such file). */
export interface CatalogFiles {
  readonly sources: CatalogSources
  readonly read: (file: string) => string | undefined
}

/** Everything the catalog does with one kind of change. A new kind is one more of these, in one of the files of this folder. */
export interface ChangeKind<Change> {
  /** Whether only a sentence changes, which its author may publish without a vote. Names, aliases and groupings are not wording. */
  readonly isWording?: boolean
  /** Whether it adds something that must not exist yet: it is refused if `read` returns a value. */
  readonly isAddition?: boolean
  /** What is changed, as a path from the role or skill down. A path contains every path that starts with it. */
  path(change: Change): string
  /**
   * What an author may change who is asked for changes, as a path; `path` if absent. Where the value is part of `path`, it is the path
   * without it, or another value could never be proposed instead.
   */
  matter?(change: Change): string
  /** Whether the change shows in a role: a change of the role itself or of a skill it requires. */
  affects(change: Change, role: Role): boolean
  /** The current value in a catalog. */
  read(change: Change, catalog: Catalog): ChangeTarget
  /** The proposed value, comparable with the one that `read` returns. */
  proposed(change: Change): ChangeValue
  /** Makes the change. Returns equal sources if it has been made already or its target is missing. */
  apply(change: Change, sources: CatalogSources): CatalogSources
  /** Writes the change into the text of its file; undefined if that file does not exist. */
  write(change: Change, files: CatalogFiles): WrittenFile | undefined
}

/** A kind of change together with the schema of its data. */
export function defineKind<Schema extends z.ZodType>(
  schema: Schema,
  kind: ChangeKind<z.infer<Schema>>,
): ChangeKind<z.infer<Schema>> & { readonly schema: Schema } {
  return { schema, ...kind }
}

export function missing(name: string): ChangeTarget {
  return { exists: false, missing: name }
}

export function roleTarget(role: Role, value: ChangeValue, domain: string | null = null): ChangeTarget {
  return { exists: true, value, version: role.version, domain }
}

export function skillTarget(skill: Skill, value: ChangeValue): ChangeTarget {
  return { exists: true, value, version: skill.version, domain: skill.domain.slug }
}

export function updateRole(sources: CatalogSources, slug: string, update: (role: RoleFile) => RoleFile) {
  return { ...sources, roles: updateSource(sources.roles, slug, update) }
}

export function updateSkill(sources: CatalogSources, slug: string, update: (skill: SkillFile) => SkillFile) {
  return { ...sources, skills: updateSource(sources.skills, slug, update) }
}

function updateSource<T extends { slug: string }>(
  sources: readonly Source<T>[],
  slug: string,
  update: (value: T) => T,
): readonly Source<T>[] {
  return sources.map((source) => (isFileOf(source, slug) ? detachedSource(source.file, update(source.value)) : source))
}

/** Whether a file of a valid catalog has a slug: it is its name. */
function isFileOf({ file }: Source<{ slug: string }>, slug: string): boolean {
  return basename(file, '.yaml') === slug
}

/** A source without a file behind it: its problems are reported at the top. */
export function detachedSource<T>(file: string, value: T): Source<T> {
  return { file, value, problemAt: (_, message) => ({ file, line: 1, column: 1, message }) }
}

export function editRole({ sources, read }: CatalogFiles, slug: string, edit: (document: Document) => void) {
  return editSource(sources.roles, slug, read, edit)
}

export function editSkill({ sources, read }: CatalogFiles, slug: string, edit: (document: Document) => void) {
  return editSource(sources.skills, slug, read, edit)
}

function editSource(
  sources: readonly Source<{ slug: string }>[],
  slug: string,
  read: CatalogFiles['read'],
  edit: (document: Document) => void,
): WrittenFile | undefined {
  const source = sources.find((each) => isFileOf(each, slug))
  const text = source && read(source.file)
  return source && text !== undefined ? { file: source.file, text: editYaml(text, edit) } : undefined
}
