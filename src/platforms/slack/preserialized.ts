// Look-ups answer at 1.08 of the rate of a bare Bolt app with this, and at 0.80 without it (`npm run bench -- slack`): a cached answer is
// sent many times, and serializing its blocks takes longer than all else that Rung does for it.

/** Written by `preserialize`, read by `toJsonBuffer`; an entry is dropped with its answer. */
const buffers = new WeakMap<object, Buffer>()

/** Serializes an answer that is sent many times in advance. It must not change afterwards. */
export function preserialize<T extends object>(answer: T): T {
  buffers.set(answer, Buffer.from(JSON.stringify(answer)))
  return answer
}

export function toJsonBuffer(answer: object): Buffer {
  return buffers.get(answer) ?? Buffer.from(JSON.stringify(answer))
}
