import type { Steps } from '../../src/catalog/model.ts'

/** Runs all steps and returns the result. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
