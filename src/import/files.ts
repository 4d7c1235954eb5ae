import { DEFAULT_SCALE, MAX_LENGTHS, PROFICIENCIES } from '../catalog/index.ts'
import { ABSENT } from '../catalog/schema.ts'
import type { Draft, DraftRole, DraftSkill, DraftStatement, DraftStep, Findings } from './draft.ts'
import { levelShare } from './level-rule.ts'
import { createUnique, lettersOf, shortened, shortOf, slugOf } from './names.ts'
import { keyOf } from './table.ts'
import { type Comment, yamlText } from './yaml-text.ts'

// The files of a ladder, as a person likes to edit them.

const LIMITS = { role: 32, skill: 40, domain: 40, level: 16, step: 16, levelName: 40, short: 8, track: 40 } as const

interface Named {
  readonly slug: string
  readonly name: string
}

/** A scale with its slugs, and the words that stand for its steps in a row. */
interface Steps {
  readonly slugs: readonly string[]
  readonly inFile: readonly { readonly slug: string; readonly name: string; readonly letter: string }[]
  readonly areNumbers: boolean
}

interface Names {
  readonly skills: ReadonlyMap<string, Named>
  readonly domains: ReadonlyMap<string, Named>
  readonly head: string
  readonly scale: Steps | undefined
  /** The scales of skills that have their own, by the key of the skill. */
  readonly ownScales: ReadonlyMap<string, Steps>
}

/** The comment at the top of each file. */
export const headOf = (origin: string): string => `Imported from ${origin}.`

/** The files of a draft, by path. `origin` says where it comes from, in the comment at the top of each file. */
export function filesOf(draft: Draft, origin: string, findings: Findings): ReadonlyMap<string, string> {
  // Letters of all scales, so that one letter in a picture means one step.
  const letterNames = new Map<string, string>()
  const scale = draft.scale && stepsOf(draft.scale, letterNames)
  const ownScales = new Map(
    draft.skills.flatMap(({ name, scale: own }) => (own ? [[keyOf(name), stepsOf(own, letterNames)] as const] : [])),
  )
  const domains = namesOf(domainsOf(draft), LIMITS.domain, 'domain')
  const skills = namesOf(draft.skills, LIMITS.skill, 'skill', findings)
  const names: Names = { skills, domains, head: headOf(origin), scale, ownScales }
  const roles = namesOf(draft.roles, LIMITS.role, 'role', findings)
  const files = new Map<string, string>([['ladder.yaml', ladderFile(draft, names, findings)]])
  if (domains.size > 0) files.set('domains.yaml', domainsFile(names))
  for (const skill of draft.skills) {
    files.set(`skills/${skills.get(keyOf(skill.name))?.slug}.yaml`, skillFile(skill, names))
  }
  for (const role of draft.roles) {
    const named = roles.get(keyOf(role.name))
    if (named) files.set(`roles/${named.slug}.yaml`, roleFile(role, named, draft, names))
  }
  return files
}

const domainsOf = ({ skills }: Draft): { name: string }[] =>
  skills.flatMap(({ domain }) => (domain === null ? [] : [{ name: domain }]))

/** Gives each name a slug. Too long names are cut at a word. */
function namesOf(
  entries: readonly { readonly name: string; readonly place?: DraftSkill['place'] }[],
  max: number,
  kind: string,
  findings?: Findings,
): Map<string, Named> {
  const unique = createUnique(max)
  const names = new Map<string, Named>()
  for (const { name, place } of entries) {
    if (names.has(keyOf(name))) continue
    const short = shortened(name, MAX_LENGTHS.name)
    if (short !== name && place)
      findings?.guess(place, `a name has more than ${MAX_LENGTHS.name} characters and was shortened: "${short}"`)
    names.set(keyOf(name), { slug: unique(slugOf(short, max, kind)), name: short })
  }
  return names
}

function stepsOf(steps: readonly DraftStep[], letterNames: Map<string, string>): Steps {
  const unique = createUnique(LIMITS.step)
  const letters = lettersOf(
    steps.map(({ name }) => name),
    letterNames,
  )
  const inFile = steps.map(({ name, letter, slug, description }, index) => ({
    slug: unique(slug ?? slugOf(name, LIMITS.step, 'step')),
    name: shortened(name, MAX_LENGTHS.step),
    letter: letter ?? letters[index] ?? String(index + 1),
    ...(description !== undefined && { description: shortened(description, MAX_LENGTHS.rubric) }),
  }))
  const slugs = inFile.map(({ slug }) => slug)
  return { slugs, inFile, areNumbers: inFile.every(({ letter }, index) => letter === String(index + 1)) }
}

const isDefault = ({ slugs }: Steps): boolean => slugs.join() === DEFAULT_SCALE.steps.map(({ slug }) => slug).join()

function ladderFile(draft: Draft, { scale, head }: Names, findings: Findings): string {
  const { levelRule, words } = ruleOf(draft, findings)
  const text = `A level is reached with ${words}. See docs/ladders.md for other rules.`
  const comments: Comment[] = [{ path: ['levelRule'], text }]
  if (draft.scaleComment !== undefined) comments.push({ path: ['scale'], text: draft.scaleComment })
  const value = {
    ...(draft.name !== null && { name: shortened(draft.name, MAX_LENGTHS.name) }),
    ...(draft.languages && { languages: draft.languages }),
    ...(scale && !isDefault(scale) && { scale: scale.inFile }),
    levelRule,
  }
  return yamlText(value, { head, comments })
}

/** The rule by which a level is reached, as it stands in the file, and in words. */
function ruleOf(draft: Draft, findings: Findings): { readonly levelRule: unknown; readonly words: string } {
  if (draft.points) {
    const { steps } = draft.points
    return { levelRule: steps ? { points: { steps } } : 'points', words: 'a total of points' }
  }
  const { levelRule } = draft
  if (levelRule === 'core-and-breadth') {
    return { levelRule, words: 'three in four of its core and half of its other skills' }
  }
  if (levelRule === 'all-core') return { levelRule, words: 'all of its core' }
  if (levelRule) return { levelRule, words: `${Math.round(100 * levelRule.share)} % of what it expects` }
  const { share, words } = levelShare(draft, findings)
  return { levelRule: { share }, words }
}

/** The core of a role, by slugs. */
function coreInFile(core: NonNullable<DraftRole['core']>, { domains, skills }: Names): Record<string, string[]> {
  const slugIn = (names: ReadonlyMap<string, Named>, name: string): string[] => {
    const slug = names.get(keyOf(name))?.slug
    return slug === undefined ? [] : [slug]
  }
  return 'domain' in core ? { domains: slugIn(domains, core.domain) } : { skills: slugIn(skills, core.skill) }
}

function domainsFile({ domains, head }: Names): string {
  return yamlText({ domains: [...domains.values()].map(({ slug, name }) => ({ slug, name })) }, { head })
}

function skillFile(skill: DraftSkill, { skills, domains, head, scale, ownScales }: Names): string {
  const own = ownScales.get(keyOf(skill.name))
  const { slugs } = own ?? scale ?? { slugs: PROFICIENCIES }
  const statements = Object.fromEntries(
    skill.statements.flatMap((each, index) => (each === null ? [] : [[slugs[index] ?? '', statementInFile(each)]])),
  )
  const domain = skill.domain === null ? undefined : domains.get(keyOf(skill.domain))?.slug
  const value = {
    ...skills.get(keyOf(skill.name)),
    ...(domain !== undefined && { domain }),
    ...(own && { scale: own.inFile }),
    ...(Object.keys(statements).length > 0 && { statements }),
  }
  const missing = `No statements yet: say for each step what a person can be seen doing (docs/ladders.md).`
  return yamlText(value, { head: Object.keys(statements).length > 0 ? head : `${head} ${missing}` })
}

function statementInFile(statement: DraftStatement): unknown {
  if (typeof statement === 'string') return statement
  const { must, examples } = statement
  return { must, ...(examples.length > 0 && { examples }) }
}

function roleFile(role: DraftRole, named: Named, draft: Draft, names: Names): string {
  const groups = new Map<string, [string, unknown][]>()
  for (const { skill, cells, criteria } of role.rows) {
    const steps = names.ownScales.get(keyOf(skill)) ?? names.scale
    const words = cells.map((rank) =>
      rank === 0 ? ABSENT : steps?.areNumbers ? rank : (steps?.slugs[rank - 1] ?? rank),
    )
    const row = criteria
      ? { proficiency: words, criteria: criteria.map((each) => (each === null ? null : statementInFile(each))) }
      : words
    const domain = draft.skills.find(({ name }) => keyOf(name) === keyOf(skill))?.domain ?? ''
    const slug = names.skills.get(keyOf(skill))?.slug ?? ''
    groups.set(keyOf(domain), [...(groups.get(keyOf(domain)) ?? []), [slug, row]])
  }
  const value = {
    ...named,
    family: shortened(role.family, MAX_LENGTHS.name),
    ...(role.description !== undefined && { description: shortened(role.description, MAX_LENGTHS.description) }),
    ...(role.core && { core: coreInFile(role.core, names) }),
    levels: levelsInFile(role),
    requirements: [...groups].map(([domain, rows]) => {
      const slug = names.domains.get(domain)?.slug
      return { ...(slug !== undefined && { domain: slug }), skills: Object.fromEntries(rows) }
    }),
  }
  const comments = [{ path: ['requirements'], text: 'What each level expects, lowest first: a step, or absent.' }]
  if (role.core) comments.push({ path: ['core'], text: 'What makes the role what it is: `domains` and `skills`.' })
  return yamlText(value, { head: names.head, comments })
}

/** The levels of a role; names that differ in their numbers only keep them in slug and head. */
function levelsInFile({ levels }: DraftRole): Record<string, unknown>[] {
  const uniqueSlug = createUnique(LIMITS.level)
  const uniqueShort = createUnique(LIMITS.short)
  const slugs = new Map<string, string>()
  const inFile = levels.map(({ name, short, slug, focus, points, track, leadsTo }) => {
    const title = /^\d+$/u.test(name) ? `Level ${name}` : name
    const cut = shortened(title, LIMITS.levelName)
    const heading = short ?? (title === name ? shortOf(cut, LIMITS.short) : `L${name}`)
    const own = uniqueSlug(slug ?? slugOf(title, LIMITS.level, 'level'))
    slugs.set(name, own)
    const value = {
      slug: own,
      name: cut,
      short: uniqueShort(heading.slice(0, LIMITS.short)),
      ...(focus !== undefined && { focus }),
      ...(points !== undefined && { points }),
      ...(track !== undefined && { track: shortened(track, LIMITS.track) }),
    }
    return { value, leadsTo }
  })
  return inFile.map(({ value, leadsTo }) => ({
    ...value,
    ...(leadsTo && { leadsTo: leadsTo.flatMap((name) => slugs.get(name) ?? []) }),
  }))
}
