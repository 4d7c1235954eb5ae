export * from './emoji.ts'
export * from './form.ts'
export * from './inline.ts'
export * from './message.ts'
