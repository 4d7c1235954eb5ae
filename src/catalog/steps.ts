/** Work in short steps: it yields after each and returns what it makes. */
export type Steps<T> = Generator<undefined, T, undefined>

/** What a piece of work makes, once it is needed. */
export interface Stepwise<T> {
  /** The result; does at once whatever is left of the work. */
  result(): T
  /** Does the work a step at a time and waits for `pause` after each, in which the process does other things. */
  prepare(pause: () => Promise<unknown>): Promise<void>
}

/** Work that begins when it is first asked for. */
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
