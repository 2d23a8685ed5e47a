import type { OperationKind } from '#shared/contract/core.ts'

/** The contract's names with their kinds, written in by the build (electron.vite.config.ts). */
declare const OPERATION_KINDS: Readonly<Record<string, OperationKind>>

/**
 * All that the main process and the router of the backend need of the contract. Its schemas take some 10 MB in each
 * process that loads them, and only the threads that answer look at them.
 */
export const operationKinds: ReadonlyMap<string, OperationKind> = new Map(Object.entries(OPERATION_KINDS))
