import { flowRule } from './flow.ts'
import type { KindRule } from './kind-rule.ts'

/** What went away over a period: counted like a flow, taken off in a net and in the reconciliation of a stock. */
export const lossRule: KindRule = { ...flowRule, kind: 'loss' }
