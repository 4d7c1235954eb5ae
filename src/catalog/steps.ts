/** Work in short steps: yields after each step and returns the result. */
export type Steps<T> = Generator<undefined, T, undefined>

/** A lazily computed result. */
export interface Stepwise<T> {
  /** Returns the result; runs all remaining steps first. */
  result(): T
  /** Runs the steps one at a time and awaits `pause` after each, so the process can do other work. */
  prepare(pause: () => Promise<unknown>): Promise<void>
}

/** Starts the work on the first call of `result` or `prepare`. */
export function stepwise<T>(start: () => Steps<T>): Stepwise<T> {
  let steps: Steps<T> | undefined
  let made: { readonly result: T } | undefined
  const step = (): void => {
    steps ??= start()
    const { done, value } = steps.next()
    if (done) made = { result: value }
  }
  return {
    result() {
      while (!made) step()
      return made.result
    },
    async prepare(pause) {
      while (!made) {
        step()
        await pause()
      }
    },
  }
}
