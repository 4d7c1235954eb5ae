export * from './emoji.ts'
export * from './form.ts'
export * from './message.ts'
export * from './message.ts'
