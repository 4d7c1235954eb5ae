import type { Person } from '../../src/store/person.ts'
import type { AssessmentResult, ScheduleEntry, Session } from '../../src/store/records.ts'
import type { AppendRequest, SessionRef } from '../../src/store/store.ts'

// Records for tests of stores.

export const DAYS = 86_400_000

export const ada: Person = { platform: 'slack', workspace: 'T1', user: 'U-ada' }
export const bo: Person = { platform: 'slack', workspace: 'T1', user: 'U-bo' }

export function session(changes: Partial<Session> = {}): Session {
  return {
    schema: 1,
    id: 'session-1',
    version: 1,
    role: 'ml-engineer',
    roleVersion: 'v-7',
    mode: 'guided',
    domain: null,
    refine: false,
    paused: false,
    locale: 'en-GB',
    startedAt: 1000,
    touchedAt: 1000,
    evidence: {},
    answers: [],
    ...changes,
  }
}

/** Returns an answer code for a number below 100,000. */
export function answer(n: number): string {
  return `s${String(n).padStart(5, '0')}abcd${n % 5}`
}

export function answers(count: number): string[] {
  return Array.from({ length: count }, (_, n) => answer(n))
}

export function append(from: Session, changes: Partial<AppendRequest> = {}): AppendRequest {
  return { id: from.id, version: from.version, answers: [answer(1)], at: 2000, idleMs: DAYS, ...changes }
}

export function sessionRef({ role, id, version }: Session): SessionRef {
  return { role, id, version }
}

export function result(changes: Partial<AssessmentResult> = {}): AssessmentResult {
  return {
    schema: 1,
    id: 'result-1',
    role: 'ml-engineer',
    roleName: 'ML Engineer',
    roleVersion: 'v-7',
    catalogVersion: 'c-1',
    mode: 'guided',
    domain: null,
    startedAt: 1000,
    finishedAt: 5000,
    grade: 3,
    level: 'senior',
    target: 'lead-staff',
    confidence: 0.97,
    ratings: [{ skill: 'redis', name: 'Redis', rating: 3, evidence: 'ran a cluster' }],
    gaps: [{ skill: 'kafka', name: 'Apache Kafka', required: 3, estimated: false }],
    ...changes,
  }
}

export function scheduleEntry(id: string, at: number, changes: Partial<ScheduleEntry> = {}): ScheduleEntry {
  return { schema: 1, id, at, kind: 'idle', person: ada, role: 'ml-engineer', ...changes }
}
