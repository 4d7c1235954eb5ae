import type { Steps } from '../../src/catalog/steps.ts'

/** What work in steps makes, once all of it is done. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
