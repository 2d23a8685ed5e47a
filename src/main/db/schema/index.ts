export * from './organisation.ts'
export * from './survey.ts'
export * from './targets.ts'
