/** Does some work when its outcome is first asked for, and not again. */
export function lazy<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined
  return () => {
    done ??= { value: work() }
    return done.value
  }
}
