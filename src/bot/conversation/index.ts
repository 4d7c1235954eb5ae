export { commandFor } from './command-for.ts'
export { type Facts, factsOf, type View } from './facts.ts'
export { factsIn, type Resolution, resolve } from './resolve.ts'
