import { isCriteria } from '../../catalog/build-ladder.ts'
import type { Catalog, CatalogSources, Cell, RecordedChange } from '../../catalog/index.ts'
import {
  ABSENT,
  type RoleFile,
  type ScaleShape,
  type SkillFile,
  type StatementInFile,
  type TextInFile,
} from '../../catalog/schema.ts'
import { canonicalRule } from './points-table.ts'
import {
  type DocumentInFile,
  FORMAT,
  FORMAT_VERSION,
  type RoleInFile,
  type RowInFile,
  type SkillInFile,
  type StatementInDocument,
} from './schema.ts'

/** A valid catalog with the files it was built from. */
export interface LadderSources {
  readonly catalog: Catalog
  readonly sources: CatalogSources
  readonly recorded: readonly RecordedChange[]
}

/**
 * The document of a catalog, in one spelling: equal ladders have equal documents. A proficiency is the slug of its step, a text in the
 * first language alone is a plain text, and a key that has its default is absent.
 */
export function documentOf({ catalog, sources, recorded }: LadderSources): DocumentInFile {
  const text = textWriter(catalog.languages)
  const { ladder, domains, skills, roles } = sources
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    ...(ladder && { ladder: ladderOf(ladder.value, text) }),
    ...(domains && {
      domains: domains.value.domains.map(({ slug, name, aliases, formerly }) => ({
        slug,
        name: text(name),
        ...(aliases.length > 0 && { aliases }),
        ...formerlyOf(formerly),
      })),
    }),
    skills: skills.map(({ value }) => skillOf(value, catalog, text)).toSorted(bySlug),
    roles: roles.map(({ value }) => roleOf(value, catalog, text)).toSorted(bySlug),
    ...(recorded.length > 0 && { changes: [...recorded] }),
  }
}

/** The former slugs of an entry, if it has any. */
const formerlyOf = (formerly: readonly string[] = []): { readonly formerly?: string[] } =>
  formerly.length > 0 ? { formerly: [...formerly] } : {}

const bySlug = (a: { readonly slug: string }, b: { readonly slug: string }): number => (a.slug < b.slug ? -1 : 1)

type TextWriter = (text: TextInFile) => TextInFile

function textWriter(languages: readonly string[]): TextWriter {
  const [first = 'en'] = languages
  return (text) => {
    if (typeof text === 'string') return text
    const own = languages.filter((language) => text[language] !== undefined)
    if (own.length === 1 && own[0] === first) return text[first] ?? ''
    return Object.fromEntries(own.map((language) => [language, text[language] ?? '']))
  }
}

/** The level rule is always there: `ladder.yaml` may have nothing else. */
function ladderOf(file: NonNullable<CatalogSources['ladder']>['value'], text: TextWriter): DocumentInFile['ladder'] {
  const { name, version, author, source, license, languages, scale, levelRule = 'core-and-breadth' } = file
  return {
    ...(name !== undefined && { name: text(name) }),
    ...(version !== undefined && { version }),
    ...(author !== undefined && { author }),
    ...(source !== undefined && { source }),
    ...(license !== undefined && { license }),
    ...(languages && { languages }),
    ...(scale && { scale: scaleOf(scale, text) }),
    levelRule: canonicalRule(levelRule),
  }
}

function scaleOf(scale: ScaleShape, text: TextWriter): ScaleShape {
  return scale.map(({ slug, name, letter, description, color, formerly }) => ({
    slug,
    name: text(name),
    letter: text(letter),
    ...(description !== undefined && { description: text(description) }),
    ...(color !== undefined && { color }),
    ...formerlyOf(formerly),
  }))
}

function statementOf(statement: StatementInFile, text: TextWriter): StatementInDocument {
  if (typeof statement === 'string' || !isCriteria(statement)) return text(statement)
  const { must, examples } = statement
  return { must: must.map(text), ...(examples.length > 0 && { examples: examples.map(text) }) }
}

function skillOf(file: SkillFile, { skills, scale: ladderScale }: Catalog, text: TextWriter): SkillInFile {
  const { slug, name, domain, aliases, formerly, scale, statements = {}, growth = {}, links = [] } = file
  const steps = (skills.get(slug)?.scale ?? ladderScale).steps.map((step) => step.slug)
  const ordered = <T, R>(entries: Readonly<Record<string, T>>, write: (entry: T) => R): Record<string, R> =>
    Object.fromEntries(steps.flatMap((step) => (entries[step] === undefined ? [] : [[step, write(entries[step])]])))
  return {
    slug,
    name,
    ...(domain !== undefined && { domain }),
    ...(aliases.length > 0 && { aliases }),
    ...formerlyOf(formerly),
    ...(scale && { scale: scaleOf(scale, text) }),
    ...(Object.keys(statements).length > 0 && { statements: ordered(statements, (each) => statementOf(each, text)) }),
    ...(Object.keys(growth).length > 0 && {
      growth: ordered(growth, ({ effort, exercise, evidence }) => ({
        effort,
        exercise: text(exercise),
        evidence: text(evidence),
      })),
    }),
    ...(links.length > 0 && { links }),
  }
}

function roleOf(file: RoleFile, { roles }: Catalog, text: TextWriter): RoleInFile {
  const { slug, name, family, aliases, formerly, description, core, stated, keyDomains, levels, requirements } = file
  const rows = roles.get(slug)?.rows
  return {
    slug,
    name,
    family,
    ...(aliases.length > 0 && { aliases }),
    ...formerlyOf(formerly),
    ...(description !== undefined && { description: text(description) }),
    ...(core.domains.length + core.skills.length > 0 && {
      core: {
        ...(core.domains.length > 0 && { domains: core.domains }),
        ...(core.skills.length > 0 && { skills: core.skills }),
      },
    }),
    ...(Object.keys(stated).length > 0 && { stated }),
    ...(keyDomains.length > 0 && { keyDomains }),
    levels: levels.map((level) => levelOf(level, text)),
    requirements: requirements.map(({ domain, skills }) => ({
      ...(domain !== undefined && { domain }),
      skills: Object.fromEntries(
        Object.entries(skills).map(([skill, row]) => [skill, rowOf(row, rows?.get(skill)?.cells ?? [], text)]),
      ),
    })),
  }
}

function levelOf(level: RoleFile['levels'][number], text: TextWriter): RoleInFile['levels'][number] {
  const { slug, name, short, aliases, formerly, focus, stack, points, sharedLevel, track, leadsTo } = level
  return {
    slug,
    name,
    short,
    ...(aliases.length > 0 && { aliases }),
    ...formerlyOf(formerly),
    ...(focus !== undefined && { focus: text(focus) }),
    ...(stack !== undefined && { stack: text(stack) }),
    ...(points !== undefined && { points }),
    ...(sharedLevel !== undefined && { sharedLevel }),
    ...(track !== undefined && { track: text(track) }),
    ...(leadsTo && { leadsTo }),
  }
}

type Row = RoleFile['requirements'][number]['skills'][string]

function rowOf(row: Row, cells: readonly Cell[], text: TextWriter): RowInFile {
  const proficiency = cells.map((cell) => cell?.proficiency ?? ABSENT)
  const mandatory = cells.map((cell) => cell?.mandatory ?? 'unknown')
  const criteria = (Array.isArray(row) ? undefined : row.criteria) ?? []
  const isMarked = mandatory.some((each) => each !== 'unknown')
  const hasCriteria = criteria.some((each) => each !== null)
  if (!isMarked && !hasCriteria) return proficiency
  return {
    proficiency,
    ...(isMarked && { mandatory }),
    ...(hasCriteria && { criteria: criteria.map((each) => (each === null ? null : statementOf(each, text))) }),
  }
}
