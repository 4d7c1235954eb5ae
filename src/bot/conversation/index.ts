export { commandFor } from './command-for.ts'
export { type Facts, factsOf, VIEWS, type View } from './facts.ts'
export { isOwnQuestion } from './own-question.ts'
export { factsIn, type Resolution, resolve } from './resolve.ts'
