import * as claims from './claims.ts'
import * as eventLog from './event-log.ts'
import * as keyValue from './key-value.ts'
import { probe } from './probe.ts'
import { quarantine } from './quarantine.ts'
import * as schedule from './schedule.ts'
import * as sessions from './sessions.ts'
import * as settings from './settings.ts'

// Lua that Redis runs. Each script is one command on the wire, and the server does nothing else meanwhile. All keys of a call
// share a hash tag. Whatever can fail (a key that holds another type) comes before what must not be done by halves: a script
// that fails has changed nothing that matters and may be run again.

export const SCRIPTS = {
  rungCreateSession: sessions.create,
  rungAppendAnswers: sessions.append,
  rungReplaceSession: sessions.replace,
  rungEndSession: sessions.end,
  rungListSessions: sessions.list,
  rungExpireResults: sessions.expireResults,
  rungErase: sessions.erase,
  rungChangeSettings: settings.change,
  rungReplaceText: settings.replaceText,
  rungLimitTtl: settings.limitTtl,
  rungClaim: claims.claim,
  rungReleaseClaim: claims.release,
  rungWriteValue: keyValue.write,
  rungRemoveValue: keyValue.remove,
  rungAppendToLog: eventLog.append,
  rungLockLog: eventLog.lock,
  rungCopyLog: eventLog.copy,
  rungUnlockLog: eventLog.unlock,
  rungReplaceLog: eventLog.replace,
  rungSchedule: schedule.schedule,
  rungSettle: schedule.settle,
  rungClaimDue: schedule.claimDue,
  rungEraseSchedule: schedule.eraseSchedule,
  rungQuarantine: quarantine,
  rungProbe: probe,
} as const

export type ScriptName = keyof typeof SCRIPTS

type Script = (keyCount: number, ...keysAndValues: (string | number)[]) => Promise<unknown>

// The type of the commands that `defineCommand` adds to ioredis.
declare module 'ioredis' {
  interface RedisCommander<Context> extends Record<ScriptName, Script> {}
}
