export * from './catalogues.ts'
export * from './organisation.ts'
export * from './survey.ts'
export * from './targets.ts'
