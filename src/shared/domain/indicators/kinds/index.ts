import type { IndicatorKind } from '../indicator.ts'
import { flowRule } from './flow.ts'
import type { KindRule } from './kind-rule.ts'
import { lossRule } from './loss.ts'
import { netRule } from './net.ts'
import { ratioRule } from './ratio.ts'
import { stockRule } from './stock.ts'

const RULES: Readonly<Record<IndicatorKind, KindRule>> = {
  flow: flowRule,
  loss: lossRule,
  net: netRule,
  stock: stockRule,
  ratio: ratioRule,
}

export function ruleOf(kind: IndicatorKind): KindRule {
  return RULES[kind]
}
