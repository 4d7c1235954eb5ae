import { AssessmentResult, RESULT_SCHEMA, type Session } from './records.ts'
import { NewerSchemaError } from './store.ts'
import { latestFirst, newestFirst, type ParseResult, parseText } from './validation.ts'

/** Returns the sessions that can be read, the one touched last first, and the roles of those with a newer schema. */
export async function collectSessions(
  roles: Iterable<readonly [role: string, read: () => Promise<Session | null>]>,
): Promise<{ readonly sessions: readonly Session[]; readonly newer: readonly string[] }> {
  const sessions: Session[] = []
  const newer: string[] = []
  for (const [role, read] of roles) {
    try {
      const session = await read()
      if (session) sessions.push(session)
    } catch (error) {
      if (!(error instanceof NewerSchemaError)) throw error
      newer.push(role)
    }
  }
  return { sessions: sessions.sort(latestFirst), newer }
}

/** Returns the results that can be read, newest first, and how many have a newer schema. `unwrap` deals with those that cannot. */
export async function collectResults(
  entries: Iterable<readonly [name: string, text: string]>,
  unwrap: (
    name: string,
    text: string,
    parsed: ParseResult<AssessmentResult>,
    onNewer: () => void,
  ) => Promise<AssessmentResult | null>,
): Promise<{ readonly results: readonly AssessmentResult[]; readonly newer: number }> {
  const results: AssessmentResult[] = []
  let newer = 0
  const countNewer = (): void => {
    newer += 1
  }
  for (const [name, text] of entries) {
    const result = await unwrap(name, text, parseText(AssessmentResult, RESULT_SCHEMA, text), countNewer)
    if (result) results.push(result)
  }
  return { results: results.sort(newestFirst), newer }
}
