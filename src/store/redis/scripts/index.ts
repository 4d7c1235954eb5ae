import * as eventLog from './event-log.ts'
import { quarantine } from './quarantine.ts'
import * as schedule from './schedule.ts'
import * as sessions from './sessions.ts'
import * as settings from './settings.ts'
import * as texts from './texts.ts'

// Lua that Redis runs. Each script is one command on the wire, and the server does nothing else meanwhile. All keys of a call
// share a hash tag. Whatever can fail (a key that holds another type) comes before what must not be done by halves: a script
// that fails has changed nothing that matters and may be run again.
//
// Nearly all decide what to write by what they read, which MULTI cannot do in one round trip. The others: `rungExpireResults` sends
// no result over the wire, `rungLimitTtl` is PEXPIRE LT for Redis 6.2, and `rungProbe` tries the right to run scripts too.

export const SCRIPTS = {
  rungAppendAnswers: sessions.append,
  rungWriteSession: sessions.write,
  rungEndSession: sessions.end,
  rungListSessions: sessions.list,
  rungExpireResults: sessions.expireResults,
  rungErase: sessions.erase,
  rungChangeSettings: settings.change,
  rungReplaceText: texts.replaceText,
  rungLimitTtl: settings.limitTtl,
  rungClaim: texts.claim,
  rungWriteValue: texts.writeValue,
  rungDeleteIf: texts.deleteIf,
  rungAppendToLog: eventLog.append,
  rungLockLog: eventLog.lock,
  rungCopyLog: eventLog.copy,
  rungReplaceLog: eventLog.replace,
  rungSchedule: schedule.schedule,
  rungSettle: schedule.settle,
  rungClaimDue: schedule.claimDue,
  rungEraseSchedule: schedule.eraseSchedule,
  rungQuarantine: quarantine,
  rungProbe: texts.probe,
} as const

export type ScriptName = keyof typeof SCRIPTS

type Script = (keyCount: number, ...keysAndValues: (string | number)[]) => Promise<unknown>

// The type of the commands that `defineCommand` adds to ioredis.
declare module 'ioredis' {
  interface RedisCommander<Context> extends Record<ScriptName, Script> {}
}
