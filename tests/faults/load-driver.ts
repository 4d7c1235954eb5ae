import type { BotEvent, BotResponse, Person } from '../../src/bot/index.ts'
import { hashText, seededRandom } from '../seeded-random.ts'
import {
  asReply,
  commandBy,
  exported,
  gist,
  isError,
  type Press,
  personNamed,
  pressBy,
  pressesIn,
  type Reply,
  ROLE,
  ratingsIn,
  ratingsOf,
  says,
  skillIn,
  stateIn,
} from './reply.ts'

// A simulated person who takes guided assessments through messages and remembers what was acknowledged.

/** Counts of what happened to all presses of a test. */
export interface Accounts {
  /** Answers acknowledged. */
  acknowledged: number
  /** Presses whose answer was lost and which were saved. */
  takenUnheard: number
  /** Presses whose answer was lost and which were not saved. */
  notTaken: number
  /** "I can't save right now." */
  refused: number
  finished: number
  /** Acknowledged answers that are missing. */
  lost: number
  /** Skills answered twice, and presses taken twice. */
  doubled: number
  /** Descriptions of all failures. */
  readonly wrong: string[]
}

export function newAccounts(): Accounts {
  return {
    acknowledged: 0,
    takenUnheard: 0,
    notTaken: 0,
    refused: 0,
    finished: 0,
    lost: 0,
    doubled: 0,
    wrong: [],
  }
}

export function figures({ wrong, ...counts }: Accounts): string {
  const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
  return [...words, `wrong ${wrong.length}`].join(', ')
}

/** A bot that handles events. */
export interface Listener {
  handle(incoming: BotEvent): Promise<BotResponse>
}

/** A session as its owner knows it. The id is unknown if the answer to the start was lost. */
interface KnownSession {
  readonly id: string | null
  readonly version: number
  readonly answers: readonly string[]
}

interface Memory {
  readonly session: KnownSession | null
  /** The ratings of the results, oldest first. */
  readonly results: readonly string[]
}

const RATINGS = ['0', '1', '2', '3', '4', '-'] as const

export interface SimulatedUser {
  readonly person: Person
  /** The number of assessments that this person knows to be finished. */
  readonly finished: number
  readonly results: readonly string[]
  /** Whether a press has no answer yet. */
  readonly waiting: boolean
  /** Sends the next press, or again the one without an answer, to all bots at once, and records the answers. */
  step(...to: readonly [Listener, ...Listener[]]): Promise<'taken' | 'refused'>
  /** Compares the stored data with what was acknowledged. */
  check(bot: Listener): Promise<void>
}

/** A person whose answers depend only on the seed and the skill, so that the same seed leads to the same result. */
export function createSimulatedUser(
  user: string,
  seed: number,
  accounts: Accounts,
  { refines = true }: { readonly refines?: boolean } = {},
): SimulatedUser {
  const person = personNamed(user)
  const chance = seededRandom(seed)
  let memory: Memory = { session: null, results: [] }
  /** The last message with buttons. */
  let seen: readonly Press[] = []
  let pending: Press | null = null
  /** Whether the pending press may have been taken already: it was sent before, and its answer was lost. */
  let unsure = false
  /** Whether a check found it saved meanwhile. */
  let landed: boolean | undefined

  const wrong = (what: string) => void accounts.wrong.push(`${user} (seed ${seed}): ${what}`)

  function answerTo(choices: readonly Press[]): Press {
    const skill = choices[0]?.code.slice(0, 6) ?? ''
    const rating = RATINGS[hashText(`${seed} ${skill}`) % 12 < 10 ? ability(seed, skill) : 5]
    return choices.find(({ code }) => code.endsWith(rating ?? '-')) ?? chance.pick(choices)
  }

  /** The next press; null if there is none, so that a command is typed. */
  function next(): Press | null {
    const of = (verb: string) => seen.filter((press) => press.verb === verb)
    const answers = of('aa')
    const [back] = of('ak')
    const [finish] = of('af')
    const [refine] = of('ag')
    if (answers.length > 0) return back && chance.happens(0.05) ? back : answerTo(answers)
    if (refines && refine && hashText(`${seed} refine`) % 3 === 0) return refine
    if (finish) return finish
    return of('ar')[0] ?? seen.find(({ payload }) => payload === `1a:b:${ROLE}:g`) ?? null
  }

  /** Records the answer that counts. Returns whether the press was saved, now or earlier. */
  function takeIn(press: Press, reply: Reply, first: boolean): boolean {
    const before = memory
    const after = effectOf(press, before)
    const state = stateIn(reply)
    const tooLate = says(reply, 'assess.note.stale') || isError(reply, 'error.assess.none')
    seen = pressesIn(reply)
    switch (press.verb) {
      case 'aa':
      case 'ak':
      case 'ag': {
        if (state?.version !== after.session?.version || state?.id !== after.session?.id) {
          wrong(`${press.payload} was answered with state ${state?.id} ${state?.version}, ${gist(reply)}`)
          return false
        }
        if (tooLate && !first && landed === undefined) accounts.takenUnheard++
        if (tooLate && first) wrong(`${press.payload} was new, and is said to come too late`)
        if (!tooLate && landed === true) {
          accounts.doubled++
          wrong(`${press.payload} was taken, and then once more`)
        }
        if (press.verb === 'aa' && after.session) {
          accounts.acknowledged++
          accounts.doubled += doubledIn(after.session.answers)
        }
        memory = after
        return true
      }
      case 'af': {
        if (tooLate ? first : reply.failed !== undefined || state !== undefined) {
          wrong(`${press.payload} was answered with ${gist(reply)}`)
          return false
        }
        accounts.finished++
        memory = after
        return true
      }
      case 'ab': {
        const exists = state === undefined && seen.some(({ verb }) => verb === 'ar')
        if (exists ? first : state?.version !== 1) {
          wrong(`${press.payload} was answered with ${gist(reply)}`)
          return false
        }
        memory = { ...before, session: { id: state?.id ?? before.session?.id ?? null, version: 1, answers: [] } }
        return true
      }
      case 'ar': {
        if (before.session?.id === null && state) memory = { ...before, session: { ...before.session, id: state.id } }
        if (state?.id !== memory.session?.id || state?.version !== memory.session?.version) {
          wrong(`resumed at ${state?.id} ${state?.version} instead of ${memory.session?.version}, ${gist(reply)}`)
        }
        return true
      }
      default:
        return true
    }
  }

  async function press(what: Press, to: readonly Listener[]): Promise<'taken' | 'refused'> {
    const first = !unsure
    pending = what
    unsure = true
    const outcomes = await Promise.allSettled(to.map((bot) => bot.handle(pressBy(person, what.payload))))
    const replies = outcomes.map((each) => {
      if (each.status === 'rejected') throw each.reason
      return asReply(each.value)
    })
    const answered = replies.filter((reply) => !isError(reply, 'error.store'))
    accounts.refused += replies.length - answered.length
    for (const reply of replies) {
      if (isError(reply, 'error.store') && pressesIn(reply)[0]?.payload !== what.payload) {
        wrong(`${what.payload} cannot be tried again from "${gist(reply)}"`)
      }
    }
    // Of several answers the one that took the press counts; the others came too late, and say so. One that comes too late
    // to finish may tell the result once more: that there is one result only, a check sees.
    const [one, ...others] = [...answered].sort((a, b) => Number(isLate(a)) - Number(isLate(b)))
    if (one === undefined) return 'refused'
    const tellsWhoTook = what.verb === 'aa' || what.verb === 'ak' || what.verb === 'ab'
    for (const other of others) {
      if (tellsWhoTook && !isLate(other)) {
        accounts.doubled++
        wrong(`${what.payload} was taken twice: ${gist(one)}; ${gist(other)}`)
      }
    }
    takeIn(what, one, first)
    pending = null
    unsure = false
    landed = undefined
    return 'taken'
  }

  async function type(to: Listener): Promise<'taken' | 'refused'> {
    const reply = asReply(await to.handle(commandBy(person, 'assess', ROLE)))
    if (isError(reply, 'error.store')) {
      accounts.refused++
      return 'refused'
    }
    if (reply.failed) wrong(`/assess ${ROLE} was answered with ${gist(reply)}`)
    seen = pressesIn(reply)
    return 'taken'
  }

  return {
    person,
    get finished() {
      return memory.results.length
    },
    get results() {
      return memory.results
    },
    get waiting() {
      return pending !== null
    },
    step(...to) {
      const what = pending ?? next()
      return what ? press(what, to) : type(to[0])
    },
    async check(bot) {
      const reply = asReply(await bot.handle(commandBy(person, 'profile', 'export')))
      const data = exported(reply)
      if (!data) throw new Error(`${user}: no export, ${gist(reply)}`)
      const stored: Memory = {
        session: data.sessions[0] ?? null,
        results: data.results.map(ratingsIn).reverse(),
      }
      if (data.sessions.length > 1) wrong(`has ${data.sessions.length} sessions`)
      if (stored.session && stored.session.version < stored.session.answers.length + 1)
        wrong('has more answers than changes')
      const after = pending ? effectOf(pending, memory) : memory
      if (sameAs(stored, memory)) {
        if (pending && after !== memory) {
          if (landed === undefined) accounts.notTaken++
          landed = false
        }
      } else if (pending && sameAs(stored, after)) {
        if (landed === undefined) accounts.takenUnheard++
        landed = true
      } else {
        accounts.lost += missing(memory, stored)
        wrong(`keeps ${JSON.stringify(stored)} where ${JSON.stringify(memory)} was acknowledged`)
      }
      const twice = doubledIn(stored.session?.answers ?? [])
      accounts.doubled += twice
      if (twice > 0) wrong(`answered a skill twice: ${stored.session?.answers.join(' ')}`)
    },
  }
}

/** A person's rating of a skill: close to the person's overall ability. */
function ability(seed: number, skill: string): number {
  const whole = hashText(`${seed} whole`) % 5
  const difference = (hashText(`${seed} apart ${skill}`) % 3) - 1
  return Math.max(0, Math.min(4, whole + difference))
}

/** Whether a press came too late, or an assessment was already in progress. */
function isLate(reply: Reply): boolean {
  if (says(reply, 'assess.note.stale') || isError(reply, 'error.assess.none')) return true
  return stateIn(reply) === undefined && pressesIn(reply).some(({ verb }) => verb === 'ao')
}

/** The data after a press; the same memory if it changes nothing. */
function effectOf({ verb, code }: Press, memory: Memory): Memory {
  const { session, results } = memory
  if (verb === 'ab') return session ? memory : { session: { id: null, version: 1, answers: [] }, results }
  if (!session) return memory
  const { id, version, answers } = session
  switch (verb) {
    case 'aa':
      return { session: { id, version: version + 1, answers: [...answers, code] }, results }
    case 'ak':
      return { session: { id, version: version + 1, answers: answers.slice(0, -1) }, results }
    case 'ag':
      return { session: { id, version: version + 1, answers }, results }
    case 'af':
      return { session: null, results: [...results, ratingsOf(answers)] }
    default:
      return memory
  }
}

function sameAs(stored: Memory, expected: Memory): boolean {
  if ((stored.session === null) !== (expected.session === null)) return false
  if (expected.session?.id && stored.session?.id !== expected.session.id) return false
  return (
    stored.session?.version === expected.session?.version &&
    stored.session?.answers.join() === expected.session?.answers.join() &&
    stored.results.join() === expected.results.join()
  )
}

/** The number of acknowledged answers that are missing. */
function missing(expected: Memory, stored: Memory): number {
  const answers = new Set(stored.session?.answers)
  return (expected.session?.answers ?? []).filter((code) => !answers.has(code)).length
}

function doubledIn(answers: readonly string[]): number {
  return answers.length - new Set(answers.map(skillIn)).size
}
