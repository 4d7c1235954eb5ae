import type { CatalogIndex } from '../../catalog/catalog-index.ts'
import { type LevelLine, type NamedEntity, normalize, type Proficiency } from '../../catalog/index.ts'
import type { NamedPart } from '../commands/skills/interpret.ts'
import type { Vocabulary } from '../input.ts'
import { proficiencyNamed, stripUrls } from '../input.ts'
import { clausesOf, type LocatedPart, locate, MOST_GUESSED } from './clauses.ts'
import { CUES, REMARKS, type Topic } from './cues.ts'
import { bestLines, linesOf, linesOfAlias, pairsOfLetters } from './line-words.ts'
import { nearLevel, nearRole, numberedLevel, roleJoined, roleOfDomain } from './near-names.ts'
import type { NamedWords } from './phrases.ts'
import { readAgain } from './second-reading.ts'
import { speakerIn } from './speaker.ts'
import { topicOf } from './topics.ts'

// What a question in plain words asks for: an intent from the phrases in it, from examples and from the names of the catalog. Both are fixed,
// so the same question has the same answer. Recognized names win over unknown words; an everyday word is never read as a misspelled name.

export interface Question {
  readonly topic: Topic
  /** What the rules alone make of it. */
  readonly ruled: Topic
  /** What it may mean, the likeliest first, if that is not clear; else empty. */
  readonly rivals: readonly Topic[]
  /** The text with the words that its chat spellings stand for. */
  readonly text: string
  /** The names in it, each with all its meanings. */
  readonly named: readonly NamedPart[]
  readonly proficiencies: readonly Proficiency[]
  /** Words that have no part in the answer, as typed. */
  readonly ignored: readonly string[]
  /** The items of focus and stack that answer it. */
  readonly lines: readonly LevelLine[]
  /** Whether it is asked if something is mandatory. */
  readonly asksMandatory: boolean
  /** Whether it is asked if something is in the core. */
  readonly asksCore: boolean
  /** Whether it is about what is not expected, or leaves something out. */
  readonly isNegated: boolean
  /** Whether it asks or demands something. */
  readonly asks: boolean
  /** Whether it is a question with everyday words beside its names. */
  readonly isChatty: boolean
  /** Roles that the ladder does not have, normalized: "data scientist". */
  readonly otherRoles: readonly string[]
  /** What to search for: the words after "what mentions", or else all of them. */
  readonly wanted: string
}

/** What questions are read with. */
export interface Understanding {
  readonly catalogIndex: CatalogIndex
  readonly vocabulary: Vocabulary
}

/** The last question of each bot: a message is read to find its command, and again by the command. */
const lastQuestions = new WeakMap<Vocabulary, { typed: string; catalogIndex: CatalogIndex; question: Question }>()

/** Reads a question. Never throws. */
export function understand(typed: string, { catalogIndex, vocabulary }: Understanding): Question {
  const last = lastQuestions.get(vocabulary)
  if (last && last.typed === typed && last.catalogIndex === catalogIndex) return last.question
  const question =
    afterTitle(stripUrls(typed), { catalogIndex, vocabulary }) ?? read(typed, { catalogIndex, vocabulary })
  lastQuestions.set(vocabulary, { typed, catalogIndex, question })
  return question
}

/** What a person may ask who says what they are and names another role. */
const MOVES: ReadonlySet<Topic> = new Set(['next-level', 'gaps', 'names', 'learning', 'two-roles', 'level-above'])

/**
 * The question of a person who says first what they are; undefined if they don't, or if their title is part of the question. A role of
 * the ladder is where they come from if they name another one; a title that is no role or level of it is left out.
 */
function afterTitle(typed: string, understanding: Understanding): Question | undefined {
  const { vocabulary, catalogIndex } = understanding
  const speaker = speakerIn(vocabulary.spelling.rewrite(typed, catalogIndex).text, vocabulary)
  if (!speaker) return undefined
  const exact = catalogIndex
    .parse(speaker.title, vocabulary.fillers, vocabulary.isOrdinary)
    .filter((part): part is NamedPart => part.match === 'exact')
  const has = (named: readonly NamedPart[], kind: NamedEntity['kind']): boolean =>
    named.some(({ meanings }) => meanings.some((one) => one.kind === kind))
  const rest = read(speaker.rest, understanding)
  if (!has(exact, 'role') && !has(exact, 'level'))
    return REMARKS.has(rest.topic) || rest.topic === 'search' ? undefined : rest
  const roles = new Set(
    [...exact, ...rest.named].flatMap(({ meanings }) =>
      meanings.flatMap((one) => (one.kind === 'role' ? [one.role] : [])),
    ),
  )
  const isOwnLevel = has(exact, 'level') && rest.named.length === 0
  if (isOwnLevel && rest.topic === 'next-level')
    return { ...rest, topic: 'level-above', ruled: 'level-above', rivals: [], named: exact }
  const isMove = has(exact, 'role') && has(rest.named, 'role') && roles.size === 2 && MOVES.has(rest.topic)
  if (!isMove || has(rest.named, 'skill') || has(rest.named, 'domain')) return undefined
  const own = has(rest.named, 'level')
    ? exact.filter(({ meanings }) => meanings.some(({ kind }) => kind === 'role'))
    : exact
  return { ...rest, topic: 'two-roles', ruled: 'two-roles', rivals: [], named: [...own, ...rest.named] }
}

function read(typed: string, { catalogIndex, vocabulary }: Understanding): Question {
  const { text, typedAs } = vocabulary.spelling.rewrite(stripUrls(typed), catalogIndex)
  const isFiller = (word: string): boolean => vocabulary.fillers.has(word) || /^\d+$/u.test(word)
  const clauses = clausesOf(text, { catalogIndex, vocabulary })
  const words = clauses.flatMap((clause) => clause.words)
  const bare = vocabulary.phrases.match(words, [], isFiller)
  const inPhrases = new Set(words.filter((_, at) => CUES.some((cue) => bare.covers(cue, at))))

  const nouns = vocabulary.words('levelNouns')
  const isGuess = ({ text: raw, match, meanings }: NamedPart, around: readonly string[]): boolean => {
    const keys = normalize(raw).split(' ')
    if (match === 'exact') return false
    if (match === 'typo' && isLineWord(keys, catalogIndex)) return true
    // "Cursos" is no typo of Cursor.
    if (match === 'typo' && keys.every((key) => vocabulary.phrases.words.has(key))) return true
    const isLevel = meanings.every(({ kind }) => kind === 'level')
    if (isLevel && [...keys, ...around].some((word) => nouns.has(word) || levelWords.has(word))) return false
    if (keys.every((key) => isFiller(key) || inPhrases.has(key))) return true
    return (match === 'typo' || keys.length === 1) && keys.every(vocabulary.isOrdinary)
  }
  const located = clauses.flatMap(({ parts, words: all, start }) =>
    locate(parts, all).map((entry) => ({ ...entry, from: entry.from + start, to: entry.to + start })),
  )
  const levelWords = new Set(
    located.flatMap(({ part, from, to }) =>
      part.match === 'exact' && part.meanings.every(({ kind }) => kind === 'level') ? words.slice(from, to) : [],
    ),
  )
  const beside = { levelWords, vocabulary }
  const parts = located.map(({ part }) => part)
  const hasRole = located.some(
    ({ part }) => part.match === 'exact' && part.meanings.some(({ kind }) => kind === 'role'),
  )
  const names = withoutOwners(
    located.flatMap(({ part, from, to }, index) => {
      const numbered = numberedLevel(part, located[index - 1]?.part)
      if (numbered) return [{ part: numbered, from, to }]
      const isOfTools = from < to && words.slice(from, to + 1).every((_, at) => bare.covers('askStack', from + at))
      if (isOfTools && part.meanings.every(({ kind }) => kind === 'domain')) return []
      const around = [...words.slice(Math.max(0, from - 2), from), ...words.slice(to, to + 2)]
      const joined = roleJoined({ part, from, to }, [located[index - 1], located[index + 1]], words, {
        catalogIndex,
        vocabulary,
      })
      if (joined) return [{ part: joined, from, to }]
      const inRole = hasRole ? undefined : nearRole(part, [words.slice(0, from), words.slice(to)], catalogIndex, beside)
      if (inRole && part.match === 'exact') return [{ part: inRole, from, to }]
      const ofDomain = hasRole ? undefined : roleOfDomain(part, parts, catalogIndex)
      if (ofDomain) return [{ part: ofDomain, from, to }]
      if (part.match !== 'none' && !isGuess(part, around)) return [{ part, from, to }]
      const role = nearRole(part, [words.slice(0, from), words.slice(to)], catalogIndex, beside)
      if (role) return [{ part: role, from, to }]
      const level = around.some((word) => nouns.has(word) || levelWords.has(word)) && nearLevel(part, catalogIndex)
      return level ? [{ part: level, from, to }] : []
    }),
    words,
    vocabulary,
  )
  const named = names.map(({ part }) => part)
  const proficiencies = words.flatMap((word) => proficiencyNamed(word, catalogIndex, vocabulary) ?? [])
  const spans = spansOf(names, words, { catalogIndex, vocabulary })
  const cues = vocabulary.phrases.match(words, spans, isFiller)
  // A role that the ladder may not have is no phrase: its words are left out like other names that nobody knows.
  const inAnyPhrase = (at: number): boolean => CUES.some((cue) => cue !== 'askOtherRole' && cues.covers(cue, at))
  const covered = new Set(words.filter((_, at) => inAnyPhrase(at)))
  const isNoName = (word: string): boolean => isFiller(word) || covered.has(word)

  const inNames = new Set(names.flatMap(({ from, to }) => words.slice(from, to)))
  const isContent = (raw: string): boolean =>
    !normalize(raw)
      .split(' ')
      .every(
        (word) => isNoName(word) || inNames.has(word) || proficiencyNamed(word, catalogIndex, vocabulary) !== undefined,
      )
  const asks = clauses.some(({ isQuestion }) => isQuestion)
  const isOrdinary = (raw: string): boolean => vocabulary.isOrdinary(normalize(raw))
  // Words that the texts of the ladder have may be what a question with no names is about.
  const isChatter = (raw: string): boolean =>
    isOrdinary(raw) && (names.length > 0 || !catalogIndex.search.has(normalize(raw)))
  // Everyday words of a sentence that asks nothing are no part of the question.
  const singles = clauses.flatMap(({ parts, isQuestion }) =>
    parts.flatMap((part) => {
      const raw = part.text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, '')
      return !isContent(raw) || (asks && !isQuestion && isChatter(raw)) ? [] : [raw]
    }),
  )
  const content = [...singles, ...pairsOfLetters(text, catalogIndex)]
  const aliasLines = linesOfAlias(named, catalogIndex)
  const otherLines = linesOf(content, named, catalogIndex)
  const needVerbs = vocabulary.words('needVerbs')
  const isBrief = words.length < MOST_GUESSED / 2
  const ruled = topicOf({
    roleWords: vocabulary.words('roleWords'),
    workWords: vocabulary.words('workWords'),
    isObject(raw) {
      const at = words.indexOf(normalize(raw).split(' ')[0] ?? '')
      return at >= 0 && [words[at - 1], words[at + 1]].some((word) => word !== undefined && needVerbs.has(word))
    },
    cues,
    words,
    named,
    proficiencies,
    content,
    isNoName,
    isOrdinary,
    isYesOrNo: vocabulary.words('auxiliaries').has(words[0] ?? ''),
    isQuestion: asks,
    hasQuestionWord: words.some((word) => vocabulary.words('questionWords').has(word)),
    lines: otherLines,
    aliasLines,
    catalogIndex,
  })
  const isOfAlias = aliasLines.some(({ kind }) => kind === ruled)
  const lines = isOfAlias ? aliasLines : otherLines
  // Names with hardly a word beside them, or with one that may be a misspelled name, are looked up.
  const areNames =
    ruled === 'names' && !asks && (content.length <= MOST_BESIDE_NAMES || (isBrief && !content.every(isOrdinary)))
  // An item of a focus or stack that has all the words is what they are about.
  const areLines =
    (ruled === 'focus' || ruled === 'stack') &&
    lines.length > 0 &&
    (isOfAlias || content.length > 1 || !content.every(isOrdinary))
  const isCertain =
    ruled === 'all-skills' ||
    ruled === 'only-here' ||
    (ruled === 'duration' && named.every(({ meanings }) => meanings.every(({ kind }) => kind === 'level'))) ||
    (ruled === 'people' && cues.has('askExperts')) ||
    (ruled === 'core' && cues.has('askMandatory')) ||
    (ruled === 'usage' && (cues.has('askWhoNeeds') || words.some((word) => vocabulary.words('roleWords').has(word)))) ||
    (ruled === 'rule' && cues.has('askOwnLevel')) ||
    (ruled === 'gaps' && hasRole && content.length === 0 && named.length === 1) ||
    (ruled === 'absent' && !content.some(isOrdinary))
  const {
    topic: readTopic,
    byExamples,
    rivals,
  } = areNames || areLines || isCertain
    ? { topic: ruled, byExamples: null, rivals: [] }
    : readAgain(
        { topic: ruled, named, isWhole: content.length === 0 },
        vocabulary.phrases.tokensOf(words, spans),
        vocabulary.classifier,
      )
  // What the ladder leaves out is named, whatever examples leave out.
  const isMissing = (raw: string): boolean =>
    !isOrdinary(raw) && !catalogIndex.search.has(normalize(raw)) && !catalogIndex.isInStack(normalize(raw))
  // Where examples decide, the words that some of them have are part of it.
  const isRead = (raw: string): boolean =>
    byExamples !== null &&
    !(byExamples === 'coverage' && isMissing(raw)) &&
    vocabulary.phrases
      .tokensOf(normalize(raw).split(' '), [])
      .every((token) => vocabulary.classifier.countIn(byExamples, token) >= LEAST_EXAMPLES)
  const left = content.filter((raw) => !isRead(raw))
  const leftWords = new Set(left.flatMap((raw) => normalize(raw).split(' ')))
  // Of "how do I cook rice", examples know no more than "how do I".
  const isUnread = left.length > 0 && named.length === 0 && words.every((word) => isFiller(word) || leftWords.has(word))
  const isMissed = readTopic === 'coverage' && cues.has('askNeed') && !left.some(isOrdinary)
  const isNothing = byExamples !== null && isUnread && !isMissed && (left.length > 1 || !ABOUT_PERSON.has(readTopic))
  const topic = isNothing ? 'unknown' : readTopic
  return {
    topic,
    ruled,
    rivals: isNothing ? [] : rivals,
    text,
    named,
    proficiencies: [...new Set(proficiencies)],
    ignored: topic === 'search' || topic === 'people' ? [] : left.map((raw) => typedAs.get(normalize(raw)) ?? raw),
    lines:
      topic === ruled && (topic === 'focus' || topic === 'stack')
        ? bestLines({ lines, words, content, isOrdinary })
        : [],
    asksMandatory: cues.has('askMandatory'),
    asksCore: cues.has('askCore') && !cues.has('askMandatory'),
    isNegated: cues.has('askNot') && (topic === 'usage' || (EXPECTATIONS.has(topic) && !named.some(isSkill))),
    asks,
    isChatty: asks && !cues.has('askSearch') && !cues.has('askNeed'),
    otherRoles: runsOf(words, (at) => cues.covers('askOtherRole', at)),
    wanted: isOfAlias
      ? named.map((part) => part.text).join(' ')
      : content.length > 0
        ? content.join(' ')
        : typed.trim(),
  }
}

/** What people ask in words of their own, of which examples know some. */
const ABOUT_PERSON: ReadonlySet<Topic> = new Set(['assess', 'gaps', 'privacy', 'process', 'rule'])

/** What is answered by what is expected. */
const EXPECTATIONS: ReadonlySet<Topic> = new Set(['names', 'focus', 'stack', 'core', 'step', 'next-level'])

const isSkill = ({ meanings }: NamedPart): boolean => meanings.some(({ kind }) => kind === 'skill')

/** In so many examples of a view a word is no chance. */
const LEAST_EXAMPLES = 2

/** The most words beside names that are looked up. */
const MOST_BESIDE_NAMES = 1

/** The words next to each other whose indices fit, as texts. */
function runsOf(words: readonly string[], isIn: (at: number) => boolean): readonly string[] {
  const runs = words.map((word, at) => (isIn(at) ? word : '\n')).join(' ')
  return runs.split('\n').flatMap((run) => (run.trim() === '' ? [] : [run.trim()]))
}

/** Whether an item of a focus or stack has some words as they are. */
function isLineWord(keys: readonly string[], { lines }: CatalogIndex): boolean {
  return lines.find(keys).some((line) => keys.every((key) => line.words.has(key)))
}

/** Leaves out levels that are people ("my lead told me") if another level is named. */
function withoutOwners(
  names: readonly LocatedPart<NamedPart>[],
  words: readonly string[],
  vocabulary: Vocabulary,
): readonly LocatedPart<NamedPart>[] {
  const owners = vocabulary.words('possessives')
  const isLevel = ({ part }: LocatedPart<NamedPart>): boolean => part.meanings.every(({ kind }) => kind === 'level')
  const isOwned = (name: LocatedPart<NamedPart>): boolean => isLevel(name) && owners.has(words[name.from - 1] ?? '')
  const hasOther = names.some((name) => isLevel(name) && !isOwned(name))
  return hasOther ? names.filter((name) => !isOwned(name)) : names
}

function spansOf(
  names: readonly LocatedPart<NamedPart>[],
  words: readonly string[],
  { catalogIndex, vocabulary }: Understanding,
): readonly NamedWords[] {
  const spans = names.map(
    ({ part, from, to }): NamedWords => ({ from, to, kinds: new Set(part.meanings.map(({ kind }) => kind)) }),
  )
  const inNames = new Set(spans.map(({ from }) => from))
  const steps = words.flatMap((word, from): readonly NamedWords[] =>
    proficiencyNamed(word, catalogIndex, vocabulary) !== undefined && !inNames.has(from)
      ? [{ from, to: from + 1, kinds: new Set(['proficiency']) }]
      : [],
  )
  return [...spans, ...steps]
}
