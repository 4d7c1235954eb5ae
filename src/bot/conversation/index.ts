export { commandFor } from './command-for.ts'
export type { Facts, View } from './facts.ts'
export { factsIn, type Resolution, resolve } from './resolve.ts'
