import { type BuildContext, unknownName } from './build-context.ts'
import { createTextReader, readCriteria, stepWords, type TextReader } from './build-ladder.ts'
import { cellsCode } from './compiled-role.ts'
import { checkFormerSlugs, formerlyField, rowsBySlug } from './former-slugs.ts'
import {
  type Cell,
  type Criteria,
  type Domain,
  type Level,
  type Mandatory,
  NO_DOMAIN,
  type Role,
  type RoleDomain,
  type Row,
  type Skill,
} from './model.ts'
import { UniqueNames } from './names/unique.ts'
import { rolePoints } from './points.ts'
import { type Scale, stepAt, stepOf } from './scale.ts'
import { ABSENT, type RoleFile } from './schema.ts'
import { checkTracks } from './tracks.ts'
import { roleVersion } from './version.ts'
import type { Path, Report } from './yaml-source.ts'

/** Shares equal content between roles, which repeat level names and rows. Saves memory and cache misses. */
export interface Interner {
  /** Returns one string for equal texts. */
  readonly text: (text: string) => string
  /** Returns one list for equal rows of cells. */
  readonly cells: (cells: readonly Cell[], scale: Scale) => readonly Cell[]
  /** The cells of a code, as in `cellsCode`. */
  readonly codedCells: (code: string, scale: Scale) => readonly Cell[]
  /** Returns one row for equal cells, as `cells` returned them, of a skill. */
  readonly row: (skill: Skill, cells: readonly Cell[], criteria: Row['criteria']) => Row
}

export function createInterner(): Interner {
  const texts = new Map<string, string>()
  const cellsOfScales = new Map<Scale, Map<string, readonly Cell[]>>()
  const rowsOfSkills = new Map<Skill, Map<readonly Cell[], Row>>()
  const cellsOf = (scale: Scale): Map<string, readonly Cell[]> => shared(cellsOfScales, scale, () => new Map())
  return {
    text: (text) => shared(texts, text, () => text),
    cells: (cells, scale) => shared(cellsOf(scale), cellsCode(cells), () => Object.freeze(cells)),
    codedCells: (code, scale) => shared(cellsOf(scale), code, () => decodeCells(code, scale)),
    row(skill, cells, criteria) {
      if (criteria) return Object.freeze({ skill, cells, criteria: Object.freeze(criteria) })
      return shared(
        shared(rowsOfSkills, skill, () => new Map<readonly Cell[], Row>()),
        cells,
        () => Object.freeze({ skill, cells }),
      )
    },
  }
}

const MANDATORY: Readonly<Record<string, Mandatory>> = { t: true, f: false, u: 'unknown' }

function decodeCells(code: string, scale: Scale): readonly Cell[] {
  const cells = [...code.matchAll(/-|(\d)([tfu])/gu)].map(([, rank, mandatory]): Cell => {
    const step = stepAt(scale, Number(rank))
    return step
      ? Object.freeze({ proficiency: step.slug, step, mandatory: MANDATORY[mandatory ?? ''] ?? 'unknown' })
      : null
  })
  return Object.freeze(cells)
}

function shared<K, T>(existing: Map<K, T>, key: K, create: () => T): T {
  const earlier = existing.get(key)
  if (earlier !== undefined) return earlier
  const created = create()
  existing.set(key, created)
  return created
}

export function buildRole(entry: RoleFile, context: BuildContext, interner: Interner, report: Report): Role {
  const text = createTextReader(context.ladder.languages, report)
  const levels = buildLevels(entry, interner, text, report)
  const domains = buildRoleDomains(entry, context, interner, report)
  const rows = rowsBySlug(domains)
  const points = rolePoints(entry, rows, context.ladder.levelRule, report)
  const content = {
    slug: entry.slug,
    name: entry.name,
    family: interner.text(entry.family),
    scale: context.ladder.scale,
    levelRule: context.ladder.levelRule,
    aliases: Object.freeze([...entry.aliases]),
    description: entry.description === undefined ? null : text(entry.description, ['description']),
    stated: Object.freeze({ ...entry.stated }),
    keyDomains: Object.freeze(buildDomainList(entry.keyDomains, ['keyDomains'], entry, context, report)),
    core: buildCore(entry, context, report),
    levels,
    domains,
    skillSlugs: Object.freeze([...rows.keys()]),
    rows,
    ...(points && { points }),
    ...formerlyField(entry.formerly),
  }
  return Object.freeze({ ...content, version: roleVersion(content) })
}

/** The core of a role. A share of all requirements, and a sum of points, know no core. */
function buildCore(entry: RoleFile, context: BuildContext, report: Report): Role['core'] {
  const core = {
    domains: Object.freeze(buildDomainList(entry.core.domains, ['core', 'domains'], entry, context, report)),
    skills: Object.freeze(buildCoreSkills(entry, context, report)),
  }
  const { kind } = context.ladder.levelRule
  return Object.freeze(kind === 'share' || kind === 'points' ? { domains: [], skills: [] } : core)
}

/** The domains of a list, each of which must be a domain of the role. */
function buildDomainList(
  slugs: readonly string[],
  at: Path,
  { requirements }: RoleFile,
  { domains, skills }: BuildContext,
  report: Report,
): Domain[] {
  const slugsOf = ({ domain, skills: rows }: RoleFile['requirements'][number]): readonly (string | undefined)[] =>
    domain === undefined ? Object.keys(rows).map((skill) => skills.get(skill)?.domain.slug) : [domain]
  const inRole = new Set(requirements.flatMap(slugsOf))
  return slugs.flatMap((slug, index) => {
    const path = [...at, index]
    if (slugs.indexOf(slug) < index) report(path, `"${slug}" appears twice`)
    else if (inRole.has(slug)) return domains.get(slug) ?? []
    else if (!inRole.has(undefined))
      report(path, `"${slug}" is not a domain of this role; its domains: ${[...inRole].join(', ')}`)
    return []
  })
}

/** The single skills of the core, each of which must be a skill of the role outside the core's domains. */
function buildCoreSkills({ core, requirements }: RoleFile, { skills }: BuildContext, report: Report): Skill[] {
  const domainOf = new Map(
    requirements.flatMap((group) =>
      Object.keys(group.skills).map(
        (slug) => [slug, group.domain ?? skills.get(slug)?.domain.slug ?? NO_DOMAIN] as const,
      ),
    ),
  )
  return core.skills.flatMap((slug, index) => {
    const path = ['core', 'skills', index]
    const domain = domainOf.get(slug)
    if (core.skills.indexOf(slug) < index) report(path, `"${slug}" appears twice`)
    else if (domain === undefined) report(path, unknownName('skill of this role', slug, domainOf))
    else if (core.domains.includes(domain)) report(path, `"${slug}" is already in the core with its domain "${domain}"`)
    else return skills.get(slug) ?? []
    return []
  })
}

function buildLevels({ levels }: RoleFile, interner: Interner, text: TextReader, report: Report): readonly Level[] {
  const names = new UniqueNames()
  const seen = new Set<string>()
  checkTracks(levels, report)
  checkFormerSlugs(
    'level',
    levels.map((entry, index) => ({ entry, at: ['levels', index], report })),
  )
  return Object.freeze(
    levels.map((entry, index) => {
      const at = ['levels', index]
      if (seen.has(entry.slug)) report([...at, 'slug'], `the level "${entry.slug}" appears twice`)
      seen.add(entry.slug)
      names.reserveAll(entry, at, report)
      names.reserve(entry.short, entry.slug, [...at, 'short'], report)
      return Object.freeze({
        slug: interner.text(entry.slug),
        name: interner.text(entry.name),
        short: interner.text(entry.short),
        aliases: Object.freeze(entry.aliases.map(interner.text)),
        focus: entry.focus === undefined ? null : text(entry.focus, [...at, 'focus']),
        stack: entry.stack === undefined ? null : text(entry.stack, [...at, 'stack']),
        ...(entry.sharedLevel !== undefined && { sharedLevel: entry.sharedLevel }),
        ...(entry.track !== undefined && { track: text(entry.track, [...at, 'track']) }),
        ...(entry.leadsTo && { leadsTo: Object.freeze([...entry.leadsTo]) }),
        ...formerlyField(entry.formerly),
      })
    }),
  )
}

function buildRoleDomains(
  { levels, requirements }: RoleFile,
  { domains, skills, broken, ladder }: BuildContext,
  interner: Interner,
  report: Report,
): readonly RoleDomain[] {
  const groups = new Map<Domain, Row[]>()
  const rowsOf = (domain: Domain): Row[] => {
    const rows = groups.get(domain) ?? []
    groups.set(domain, rows)
    return rows
  }
  const seenDomains = new Set<string>()
  const seenSkills = new Set<string>()
  for (const [index, group] of requirements.entries()) {
    const at = ['requirements', index]
    const domain = group.domain === undefined ? undefined : domains.get(group.domain)
    if (domain) rowsOf(domain)
    if (group.domain !== undefined) {
      if (seenDomains.has(group.domain)) {
        report([...at, 'domain'], `the domain "${group.domain}" appears twice; put its skills together`)
      }
      seenDomains.add(group.domain)
      if (!domain && broken.domainsLoaded) report([...at, 'domain'], unknownName('domain', group.domain, domains))
    }
    for (const [slug, shape] of Object.entries(group.skills)) {
      const path = [...at, 'skills', slug]
      const skill = skills.get(slug)
      if (!skill) {
        const isUnknown = broken.brokenSkills?.has(slug) === false && broken.domainsLoaded
        if (isUnknown) report(path, unknownName('skill', slug, skills))
      } else if (domain && skill.domain !== domain) {
        report(path, `"${slug}" belongs to the domain "${skill.domain.slug}", not to "${domain.slug}"`)
      }
      if (seenSkills.has(slug)) report(path, `the skill "${slug}" appears twice in this role`)
      seenSkills.add(slug)
      const countsPoints = ladder.levelRule.kind === 'points'
      const cells = buildCells(levels, shape, { scale: skill?.scale ?? null, countsPoints }, path, report)
      const criteria = buildCriteria(levels, shape, path, createTextReader(ladder.languages, report), report)
      if (skill) {
        const row = interner.row(skill, interner.cells(cells, skill.scale), criteria)
        rowsOf(domain ?? skill.domain).push(row)
      }
    }
    if (Object.keys(group.skills).length === 0) {
      report([...at, 'skills'], 'a domain of a role needs at least one skill')
    }
  }
  return Object.freeze([...groups].map(([domain, rows]) => Object.freeze({ domain, rows: Object.freeze(rows) })))
}

type RowShape = RoleFile['requirements'][number]['skills'][string]

/** What the role says of a skill at each level; undefined if it says nothing. */
function buildCriteria(
  levels: RoleFile['levels'],
  shape: RowShape,
  path: Path,
  text: TextReader,
  report: Report,
): readonly (Criteria | null)[] | undefined {
  if (Array.isArray(shape) || !shape.criteria) return undefined
  const at = [...path, 'criteria']
  if (shape.criteria.length !== levels.length) {
    report(
      at,
      `has ${shape.criteria.length} entries; the role has ${levels.length} levels (null for one without criteria)`,
    )
  }
  if (shape.criteria.every((each) => each === null)) return undefined
  return Object.freeze(
    shape.criteria.map((each, index) =>
      each === null ? null : Object.freeze(readCriteria(each, [...at, index], text)),
    ),
  )
}

interface CellOptions {
  /** Null for a skill that could not be read: then nothing is expected. */
  readonly scale: Scale | null
  /** Whether a skill brings points at any step: a row may expect nothing, or be empty. */
  readonly countsPoints: boolean
}

/** The cells of a row. */
function buildCells(
  levels: RoleFile['levels'],
  shape: RowShape,
  { scale, countsPoints }: CellOptions,
  path: Path,
  report: Report,
): readonly Cell[] {
  const isBare = Array.isArray(shape)
  const stated = isBare ? shape : shape.proficiency
  const words = countsPoints && stated.length === 0 ? levels.map(() => ABSENT) : stated
  const marks: readonly Mandatory[] | undefined = isBare ? undefined : shape.mandatory
  const wordPath = isBare ? path : [...path, 'proficiency']
  const levelNames = levels.map((level) => level.slug).join(', ')

  if (words.length !== levels.length) {
    report(wordPath, `has ${words.length} proficiencies; the role has ${levels.length} levels (${levelNames})`)
  }
  if (marks && marks.length !== words.length) {
    report([...path, 'mandatory'], `has ${marks.length} values; there must be one per level (${levelNames})`)
  }
  if (!countsPoints && words.every((word) => word === ABSENT)) {
    report(wordPath, 'is absent at every level; leave the skill out instead')
  }

  for (const [index, word] of words.entries()) {
    if (word === ABSENT && marks?.[index] === true) {
      report([...path, 'mandatory', index], 'cannot be mandatory: the level expects nothing here')
    }
  }
  return words.map((word, index): Cell => {
    if (word === ABSENT || !scale) return null
    const step = stepOf(scale, word)
    if (!step) {
      const numbers = `a number from 1 to ${scale.steps.length}`
      report([...wordPath, index], `"${word}" must be one of: ${stepWords(scale)}, ${ABSENT}; or ${numbers}`)
      return null
    }
    return Object.freeze({ proficiency: step.slug, step, mandatory: marks?.[index] ?? 'unknown' })
  })
}
