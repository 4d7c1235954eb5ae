import { type BuiltEntries, buildOnce } from './build-context.ts'
import { checkFormerSlugs, formerlyField } from './former-slugs.ts'
import {
  CONTENT_LOCALES,
  type Criteria,
  DEFAULT_LEVEL_RULE,
  type LadderFacts,
  type LevelRule,
  type LocalText,
  localized,
} from './model.ts'
import { normalize } from './names/normalize.ts'
import { buildLevelRule } from './points.ts'
import { createScale, DEFAULT_SCALE, type Scale } from './scale.ts'
import type { LadderFile, ScaleShape, StatementInFile, TextInFile } from './schema.ts'
import { type Path, type Problem, type Report, reporterFor, type Source } from './yaml-source.ts'

/** What `ladder.yaml` says of the whole catalog, or what holds without it. */
export interface Ladder {
  readonly scale: Scale
  readonly languages: readonly string[]
  readonly levelRule: LevelRule
  readonly facts: LadderFacts
}

const NO_FACTS: LadderFacts = Object.freeze({ name: null, version: null, author: null, source: null, license: null })

/** What holds in a catalog without `ladder.yaml`. */
export const DEFAULT_LADDER: Ladder = Object.freeze({
  scale: DEFAULT_SCALE,
  languages: CONTENT_LOCALES,
  levelRule: DEFAULT_LEVEL_RULE,
  facts: NO_FACTS,
})

/** Reads a text of a file at a path, and reports languages that the catalog does not have. */
export type TextReader = (text: TextInFile, path: Path) => LocalText

/** Creates a reader of texts. A plain text is in the first language; others are put in the order of the languages. */
export function createTextReader(languages: readonly string[], report: Report): TextReader {
  const [first = 'en'] = languages
  return (text, path) => {
    if (typeof text === 'string') return Object.freeze({ [first]: text })
    for (const language of Object.keys(text)) {
      if (languages.includes(language)) continue
      const all = languages.join(', ')
      report([...path, language], `"${language}" is not a language of this ladder; they are: ${all} (see ladder.yaml)`)
    }
    const entries = languages.flatMap((language) => {
      const own = text[language]
      return own === undefined ? [] : [[language, own] as const]
    })
    return Object.freeze(Object.fromEntries(entries))
  }
}

/** Reads a statement: a text, or criteria and examples, which become the lines of a text in each language. */
export function readCriteria(statement: StatementInFile, path: Path, text: TextReader): Criteria {
  if (typeof statement === 'string' || !isCriteria(statement)) return { text: text(statement, path), examples: null }
  const lines = (key: 'must' | 'examples'): LocalText | null =>
    linesOf(statement[key].map((each, index) => text(each, [...path, key, index])))
  return { text: lines('must') ?? {}, examples: lines('examples') }
}

type CriteriaInFile = Extract<StatementInFile, { must: unknown }>

/** Whether a statement is criteria and examples, not a text by language. */
export const isCriteria = (statement: Exclude<StatementInFile, string>): statement is CriteriaInFile =>
  Array.isArray(statement['must'])

/** Texts as the lines of one. A language that some of them lack has the others only. */
function linesOf(texts: readonly LocalText[]): LocalText | null {
  const languages = [...new Set(texts.flatMap((each) => Object.keys(each)))]
  if (languages.length === 0) return null
  const inOne = (language: string): string => texts.flatMap((each) => localized(each, language) ?? []).join('\n')
  return Object.freeze(Object.fromEntries(languages.map((language) => [language, inOne(language)])))
}

/** Builds what holds for the whole catalog, once for a file. */
export function buildLadder(
  source: Source<LadderFile> | undefined,
  { ladders }: Pick<BuiltEntries, 'ladders'>,
  problems: Problem[],
): Ladder {
  if (!source) return DEFAULT_LADDER
  return buildOnce(
    ladders,
    source,
    () => true,
    problems,
    () => ladderOf(source, reporterFor(source, problems)),
  )
}

function ladderOf(source: Source<LadderFile>, report: Report): Ladder {
  const { languages = CONTENT_LOCALES, scale, levelRule, name } = source.value
  const { version = null, author = null, source: origin = null, license = null } = source.value
  const text = createTextReader(languages, report)
  for (const [index, language] of languages.entries()) {
    if (languages.indexOf(language) < index) report(['languages', index], `"${language}" appears twice`)
  }
  return Object.freeze({
    scale: scale ? buildScale(scale, ['scale'], text, report) : DEFAULT_SCALE,
    languages: Object.freeze([...languages]),
    levelRule: buildLevelRule(levelRule, report),
    facts: Object.freeze({
      name: name === undefined ? null : text(name, ['name']),
      ...{ version, author, source: origin, license },
    }),
  })
}

/** Builds a scale. Its slugs, and in each language its names and its letters, must differ: people choose steps by them. */
export function buildScale(shape: ScaleShape, at: Path, text: TextReader, report: Report): Scale {
  const seen = new Map<string, string>()
  const reserve = (kind: string, value: string, slug: string, path: Path): void => {
    const key = `${kind} ${kind === 'letter' ? value : normalize(value)}`
    const other = seen.get(key)
    if (other !== undefined)
      report(path, `"${value}" is already the ${kind} of "${other}"; those of a scale must differ`)
    seen.set(key, slug)
  }
  const renamed = shape.map((entry, index) => ({ entry, at: [...at, index], report }))
  checkFormerSlugs('step', renamed)
  return createScale(
    shape.map(({ slug, name, letter, description, color = null, formerly }, index) => {
      const path = [...at, index]
      const step = {
        slug,
        name: text(name, [...path, 'name']),
        letter: text(letter, [...path, 'letter']),
        description: description === undefined ? null : text(description, [...path, 'description']),
        color,
        ...formerlyField(formerly),
      }
      reserve('slug', slug, slug, [...path, 'slug'])
      for (const [language, own] of Object.entries(step.name))
        reserve(`name (${language})`, own, slug, [...path, 'name'])
      for (const own of new Set(Object.values(step.letter))) reserve('letter', own, slug, [...path, 'letter'])
      return step
    }),
  )
}

/** The steps of a scale as an author may write them. */
export function stepWords({ steps }: Scale): string {
  return steps.map(({ slug }) => slug).join(', ')
}
