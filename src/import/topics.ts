import { MAX_STEPS, MIN_STEPS } from '../catalog/scale.ts'
import { MAX_LEVELS } from '../catalog/schema.ts'
import { groupBy, levelsOf, NOWHERE } from './build-draft.ts'
import type { Draft, DraftRole, DraftSkill, DraftStatement, Findings, Place } from './draft.ts'
import { keyOf } from './table.ts'

// Ladders that say in words what a level expects of a topic, without proficiencies: each topic is a skill, and its steps are the levels.

/** What a level of a role expects of a topic; an empty statement expects nothing. */
export interface TopicCell {
  readonly role: string
  readonly family: string | null
  readonly level: string
  readonly topic: string
  readonly domain: string | null
  readonly statement: DraftStatement
  readonly place: Place
}

interface Topic {
  readonly name: string
  readonly domain: string | null
  readonly levels: readonly string[]
  readonly statements: readonly (DraftStatement | null)[]
  readonly cells: readonly number[]
  readonly place: Place
}

/** Builds a ladder whose levels say in words what they expect. */
export function draftOfTopics(
  cells: readonly TopicCell[],
  { name, family }: { readonly name: string | null; readonly family: string },
  findings: Findings,
): Draft {
  const roles = groupBy(cells, ({ role }) => keyOf(role)).map((own) => ({ own, topics: topicsOf(own, findings) }))
  const scale = mostLevels(roles.map(({ topics }) => topics[0]?.levels ?? []))
  const nameOf = skillNames(roles.map(({ own, topics }) => ({ role: own[0]?.role ?? '', topics })))
  const skills = new Map<string, DraftSkill>()
  const drafted = roles.map(({ own, topics }): DraftRole => {
    const [first] = own
    const role = first?.role ?? ''
    for (const topic of topics) {
      const skill = nameOf(role, topic)
      const steps = topic.levels.join('\n') === scale.join('\n') ? {} : { scale: stepsOf(topic.levels) }
      if (!skills.has(keyOf(skill))) skills.set(keyOf(skill), { ...topic, ...steps, name: skill })
    }
    const rows = topics.map((topic) => ({ skill: nameOf(role, topic), cells: topic.cells, place: topic.place }))
    const levels = levelsOf(own).map((level) => ({ name: level }))
    return { name: role, family: first?.family ?? family, levels, rows, place: first?.place ?? NOWHERE }
  })
  const comment =
    'The ladder has no proficiencies: the steps of a skill are the levels, each with what the ladder says there.'
  return { name, scale: stepsOf(scale), scaleComment: comment, skills: [...skills.values()], roles: drafted }
}

/** A step for each level: a letter for the last number in its name. */
function stepsOf(levels: readonly string[]): { name: string }[] {
  return levels.map((level) => ({ name: /^\d+$/u.test(level) ? `Level ${level}` : level }))
}

function mostLevels(all: readonly (readonly string[])[]): readonly string[] {
  const counts = groupBy(all, (levels) => levels.join('\n'))
  return counts.reduce((a, b) => (b.length > a.length ? b : a), counts[0] ?? [])[0] ?? []
}

function topicsOf(cells: readonly TopicCell[], findings: Findings): readonly Topic[] {
  const levels = levelsOf(cells)
  const [first] = cells
  const place = first?.place ?? NOWHERE
  if (levels.length < MIN_STEPS || levels.length > Math.min(MAX_STEPS, MAX_LEVELS)) {
    const message = `"${first?.role}" has ${levels.length} levels with text; only ${MIN_STEPS} to ${MAX_STEPS} levels can be the steps of its skills`
    findings.problem(place, message)
    return []
  }
  return groupBy(cells, ({ topic }) => keyOf(topic)).flatMap((own) => topicOf(own, levels, findings) ?? [])
}

const isEmpty = (statement: DraftStatement): boolean => typeof statement === 'string' && statement === ''

const textOf = (statement: DraftStatement): string =>
  typeof statement === 'string' ? statement : [...statement.must, ...statement.examples].join('\n')

/** A topic with its statements. A level that says the same as a lower one expects the same step. */
function topicOf(cells: readonly TopicCell[], levels: readonly string[], findings: Findings): Topic | undefined {
  const [first] = cells
  if (!first) return undefined
  const statements: (DraftStatement | null)[] = levels.map(() => null)
  const ranks = levels.map(() => 0)
  const ranksByText = new Map<string, number>()
  for (const { level, statement, topic, place } of cells) {
    if (isEmpty(statement)) continue
    const index = levels.findIndex((each) => keyOf(each) === keyOf(level))
    const key = keyOf(textOf(statement))
    const earlier = ranksByText.get(key)
    if (statements[index]) findings.problem(place, `"${topic}" appears twice at ${level}`)
    if (earlier === undefined) statements[index] = statement
    else
      findings.guess(place, `"${topic}" says the same at ${level} as at ${levels[earlier - 1]}, and expects the same`)
    ranks[index] = earlier ?? index + 1
    ranksByText.set(key, ranks[index] ?? 0)
  }
  if (ranks.every((rank) => rank === 0)) {
    findings.guess(first.place, `"${first.topic}" is left out of ${first.role}: it has no text`)
    return undefined
  }
  const { topic: name, domain, place } = first
  return { name, domain, levels, statements, cells: ranks, place }
}

/** The name of a topic's skill: with the role behind it if other roles say something else of the topic. */
function skillNames(
  roles: readonly { readonly role: string; readonly topics: readonly Topic[] }[],
): (role: string, topic: Topic) => string {
  const contents = new Map<string, Set<string>>()
  for (const { topics } of roles) {
    for (const topic of topics) {
      const own = contents.get(keyOf(topic.name)) ?? new Set<string>()
      contents.set(keyOf(topic.name), own.add(JSON.stringify([topic.levels, topic.statements])))
    }
  }
  return (role, { name }) => ((contents.get(keyOf(name))?.size ?? 0) > 1 ? `${name} (${role})` : name)
}
