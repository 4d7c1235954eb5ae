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
