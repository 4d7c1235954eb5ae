/** Runs the tasks of one key in order, and those of different keys in parallel. */
export interface KeyedQueue {
  run<T>(key: string, task: () => Promise<T>): Promise<T>
  /** Resolves when nothing is waiting or running. */
  whenIdle(): Promise<void>
}

export function createKeyedQueue(): KeyedQueue {
  const lastByKey = new Map<string, Promise<unknown>>()
  return {
    run(key, task) {
      const previous = lastByKey.get(key) ?? Promise.resolve()
      const result = previous.then(task, task)
      lastByKey.set(key, result)
      const forget = (): void => {
        if (lastByKey.get(key) === result) lastByKey.delete(key)
      }
      result.then(forget, forget)
      return result
    },
    async whenIdle() {
      while (lastByKey.size > 0) await Promise.allSettled(lastByKey.values())
    },
  }
}
