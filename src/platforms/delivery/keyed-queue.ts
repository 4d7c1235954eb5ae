/** Runs tasks one after the other for each key, and those of different keys at the same time. */
export interface KeyedQueue {
  run<T>(key: string, task: () => Promise<T>): Promise<T>
  /** Resolves when nothing is waiting or running. */
  whenIdle(): Promise<void>
}

export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>()
  return {
    run(key, task) {
      const before = last.get(key) ?? Promise.resolve()
      const mine = before.then(task, task)
      last.set(key, mine)
      const forget = (): void => {
        if (last.get(key) === mine) last.delete(key)
      }
      mine.then(forget, forget)
      return mine
    },
    async whenIdle() {
      while (last.size > 0) await Promise.allSettled(last.values())
    },
  }
}
