import { anySkillOfCode, type QuestionRange } from '../../../assessment/index.ts'
import { hasSlug, type Role } from '../../../catalog/index.ts'
import type { Message } from '../../../message/index.ts'
import type { AssessmentResult } from '../../../store/records.ts'
import type { CommandContext } from '../../command.ts'
import { UserError } from '../../errors.ts'
import { type BotResponse, replaceWith } from '../../events.ts'
import type { ResultSection } from './actions.ts'
import { deferredIn, resultToday } from './current-slugs.ts'
import { roleOfResult } from './result-track.ts'
import { ruleKey } from './rule.ts'
import { gapsOffer, planOffer } from './views/plan-offer.ts'
import { hasFocusLeft } from './views/planned-gaps.ts'
import { resultView } from './views/result.ts'
import { detailsOf, type ResultContext, statedLevel } from './views/result-details.ts'

// A stored result, shown to its owner with what they have chosen to work on.

/** Shows a result of a person, or a part of it. `results` are all of theirs, newest first, if they have been read. */
export async function resultMessage(
  stored: AssessmentResult,
  given: Role,
  context: CommandContext,
  { section, results }: { readonly section?: ResultSection; readonly results?: readonly AssessmentResult[] } = {},
): Promise<Message> {
  const { results: store, settings } = context.services.store
  const result = resultToday(stored, given.whole ?? given)
  const role = roleOfResult(result, given)
  const [own, all] = await Promise.all([
    settings.read(context.person),
    // Only a check of one level says what an earlier assessment told.
    results ?? (result.ready === undefined ? [] : store.list(context.person)),
  ])
  const deferredSkills = deferredIn(own, role)
  const ownLevel = ownLevelIn(all, result, role, context)
  return resultView(
    result,
    role,
    { t: context.t, deferredSkills, ownLevel, isRecent: isRecent(result, context) },
    section,
  )
}

/** The last level that a person was told of a role, up to a result. */
function ownLevelIn(
  results: readonly AssessmentResult[],
  { finishedAt }: AssessmentResult,
  role: Role,
  { t }: Pick<CommandContext, 't'>,
): ResultContext['ownLevel'] {
  const latest = results
    .filter(
      (each) =>
        hasSlug(role, each.role) && each.grade !== null && each.rule === ruleKey(role) && each.finishedAt <= finishedAt,
    )
    .toSorted((a, b) => b.finishedAt - a.finishedAt)[0]
  if (!latest) return null
  return {
    name: statedLevel(resultToday(latest, role.whole ?? role), role.whole ?? role, t),
    finishedAt: latest.finishedAt,
  }
}

const isRecent = ({ finishedAt }: AssessmentResult, { services }: Pick<CommandContext, 'services'>): boolean =>
  services.now() - finishedAt <= services.sessionMs

/** Shows a part of a stored result in place of the one that is shown. Throws a UserError if the result was deleted. */
export async function showResultSection(
  id: string,
  section: ResultSection,
  context: CommandContext,
): Promise<BotResponse> {
  const { result, role, results } = await readResult(id, context)
  return replaceWith(await resultMessage(result, role, context, { section, results }))
}

/** Defers a skill, so that the plan names the next one instead. When all others are deferred too, the plan begins again. */
export function swapFocusSkill(id: string, code: string, context: CommandContext): Promise<BotResponse> {
  return changeDeferred(id, code, context, (skill, own, { result, role }) => {
    const after = [...own.filter((slug) => slug !== skill), skill]
    return hasFocusLeft(result, role, after) ? after : [skill]
  })
}

/** Puts a deferred skill back into the plan. */
export function restoreFocusSkill(id: string, code: string, context: CommandContext): Promise<BotResponse> {
  return changeDeferred(id, code, context, (skill, own) => own.filter((slug) => slug !== skill))
}

/** Changes which skills of a role are deferred, and shows the plan. A skill that the role no longer has changes nothing. */
async function changeDeferred(
  id: string,
  code: string,
  context: CommandContext,
  change: (skill: string, deferredSkills: readonly string[], stored: StoredResult) => readonly string[],
): Promise<BotResponse> {
  const stored = await readResult(id, context)
  const { result, role, results } = stored
  const { settings } = context.services.store
  const skill = anySkillOfCode(role, code)
  if (skill !== undefined) {
    const own = await settings.read(context.person)
    const after = change(skill, deferredIn(own, role), stored)
    const before = Object.entries(own.deferredSkills ?? {}).filter(([slug]) => !hasSlug(role, slug))
    await settings.change(context.person, {
      deferredSkills: { ...Object.fromEntries(before), [role.slug]: [...after] },
    })
  }
  return replaceWith(await resultMessage(result, role, context, { section: 'plan', results }))
}

interface StoredResult {
  readonly result: AssessmentResult
  readonly role: Role
  /** All results of the person. */
  readonly results: readonly AssessmentResult[]
  /** The questions that its plan and its list of gaps still take; undefined if none can be asked. */
  readonly offers: { readonly plan: QuestionRange | undefined; readonly gaps: number | undefined }
}

/** Throws a UserError if the result was deleted or its role is no longer in the catalog. */
export async function readResult(id: string, context: CommandContext): Promise<StoredResult> {
  const results = await context.services.store.results.list(context.person)
  const stored = results.find((entry) => entry.id === id)
  const whole = stored && context.catalogIndex.catalog.roles.get(stored.role)
  if (!stored || !whole) throw new UserError('error.profile.gone')
  const result = resultToday(stored, whole)
  const role = roleOfResult(result, whole)
  const details = detailsOf(result, role)
  const age = { isRecent: isRecent(result, context) }
  return { result, role, results, offers: { plan: planOffer(details, age), gaps: gapsOffer(details, age) } }
}
