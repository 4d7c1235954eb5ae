// An answer that is given again and again is written out once: the same object then goes to Slack as the same text.

const written = new WeakMap<object, Buffer>()

/** Writes an answer out ahead. It must not change afterwards. */
export function preserialize<T extends object>(answer: T): T {
  written.set(answer, Buffer.from(JSON.stringify(answer)))
  return answer
}

export function toJsonBuffer(answer: unknown): Buffer {
  const cached = typeof answer === 'object' && answer !== null ? written.get(answer) : undefined
  return cached ?? Buffer.from(JSON.stringify(answer))
}
