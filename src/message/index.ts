export * from './inline.ts'
export * from './message.ts'
