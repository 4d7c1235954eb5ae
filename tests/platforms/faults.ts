/** What goes wrong with a request of the bot. */
export interface FaultOptions {
  /** A Web API method, `response_url`, `upload`, or `*` for all Web API methods. */
  readonly method: string
  /**
   * `429` with Retry-After, `500`, `hang`: never answered, `reset`: cut before the effect, `lost`: cut after the effect,
   * `404`: for a response address that is used up, `slow`: answered after `ms`, `held`: answered after `until`, `late`: carried out at once and answered after `until` (Discord only), `garbage`: 200 with what is no JSON, `error:CODE`: refused with that code.
   */
  readonly kind:
    | '404'
    | '429'
    | '500'
    | 'hang'
    | 'reset'
    | 'lost'
    | 'slow'
    | 'held'
    | 'late'
    | 'garbage'
    | `error:${string}`
  /** How many requests it meets; 1 unless told. */
  readonly times?: number
  /** How many requests pass before; none unless told. */
  readonly after?: number
  /** Only requests that name this channel, or this user and no channel; in Discord also those that are for this user. */
  readonly channel?: string
  /** Seconds, for `429`; 1 unless told. */
  readonly retryAfter?: number
  /** For `slow`; 1,000 unless told. */
  readonly ms?: number
  /** For `held` and `late`. */
  readonly until?: Promise<void>
}

export interface Fault {
  /** Requests met so far. */
  hits(): number
  remove(): void
}

export interface Faults {
  add(options: FaultOptions): Fault
  /** The fault that meets this request, counted; undefined where it goes well. */
  meet(method: string, channel: string): FaultOptions | undefined
  clear(): void
}

export function createFaults(): Faults {
  const active = new Set<{ readonly options: FaultOptions; passed: number; hits: number }>()
  return {
    add(options) {
      const fault = { options, passed: 0, hits: 0 }
      active.add(fault)
      return { hits: () => fault.hits, remove: () => void active.delete(fault) }
    },
    meet(method, channel) {
      for (const fault of active) {
        const { options } = fault
        const general = options.method === '*' && method !== 'response_url' && method !== 'upload'
        if (options.method !== method && !general) continue
        if (options.channel !== undefined && options.channel !== channel) continue
        if (fault.passed < (options.after ?? 0)) {
          fault.passed += 1
          continue
        }
        fault.hits += 1
        if (fault.hits >= (options.times ?? 1)) active.delete(fault)
        return options
      }
      return undefined
    },
    clear: () => active.clear(),
  }
}
