import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { UnitChangeInput } from '#shared/contract/unit-changes.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { type DatedUnit, standingOn } from '#shared/domain/units/dated-unit.ts'
import { type DividedTarget, type Division, isFresh, type Receiver } from '#shared/domain/units/unit-change.ts'
import { ok } from '#shared/kit/result.ts'
import type { GatheredOrganisation } from './gather-organisation.ts'
import { findUnit, holdingFinder } from './find-parts.ts'

type SplitInput = Extract<UnitChangeInput, { kind: 'split' }>

/** Who gets what of a split unit, with every name found. */
export function readDivision(
  gathered: GatheredOrganisation,
  input: SplitInput,
  from: DatedUnit,
  receivers: readonly Receiver[],
): AppResult<Division> {
  const receiverOf = receiverFinder(gathered, receivers, input.on)
  const children = new Map<string, string>()
  const holdings = new Map<string, string>()
  const enterpriseOf = holdingFinder(gathered, 'enterprise')
  const unionOf = holdingFinder(gathered, 'union')
  for (const { what, which, to } of input.parts) {
    const receiver = receiverOf(to)
    if (!receiver.ok) return receiver
    if (what === 'unit') {
      const child = findUnit(gathered, which)
      if (!child.ok) return child
      children.set(child.value.id, receiver.value)
    } else {
      const found = what === 'enterprise' ? enterpriseOf(which) : unionOf(which)
      if (!found.ok) return found
      holdings.set(found.value, receiver.value)
    }
  }
  const rest = input.rest === null ? null : receiverOf(input.rest)
  if (rest !== null && !rest.ok) return rest
  const targets: DividedTarget[] = []
  for (const part of input.targets) {
    const target = readTargetPart(gathered, part, from, receiverOf)
    if (!target.ok) return target
    targets.push(target.value)
  }
  return ok({ children, holdings, restId: rest?.value ?? null, targets })
}

type ReceiverOf = (text: string) => AppResult<string>

function receiverFinder(gathered: GatheredOrganisation, receivers: readonly Receiver[], on: string): ReceiverOf {
  const byText = new Map<string, string>()
  receivers.forEach((receiver, index) => {
    const unit = isFresh(receiver) ? undefined : gathered.organisation.units.get(receiver.id)
    const stood = unit === undefined ? undefined : standingOn(unit, on)
    const code = isFresh(receiver) ? receiver.code : (unit?.code ?? '')
    const names = isFresh(receiver) ? [receiver.name, receiver.shortName] : [stood?.name ?? '', stood?.shortName ?? '']
    // Codes before names before places in the list.
    for (const text of [String(index + 1), ...names.map(foldText)]) if (!byText.has(text)) byText.set(text, receiver.id)
    byText.set(foldText(code), receiver.id)
  })
  return (text) => {
    const id = byText.get(foldText(text))
    return id === undefined ? fail('UNIT_CHANGE_RECEIVER_UNKNOWN', { name: text }) : ok(id)
  }
}

function readTargetPart(
  { organisation, indicators, plans, assigners }: GatheredOrganisation,
  part: SplitInput['targets'][number],
  from: DatedUnit,
  receiverOf: ReceiverOf,
): AppResult<DividedTarget> {
  const receiver = receiverOf(part.to)
  if (!receiver.ok) return receiver
  const indicator = indicators.find((row) => row.code === part.indicator)
  if (indicator === undefined) return fail('INDICATOR_UNKNOWN', { code: part.indicator })
  const plan = plans.find((row) => row.code === part.plan)
  if (plan === undefined) return fail('PLAN_UNKNOWN', { code: part.plan })
  const wanted = part.assigner === null ? null : foldText(part.assigner)
  const found = (organisation.plans.find(({ id }) => id === plan.id)?.targets ?? []).filter((target) => {
    const assigner = assigners.get(target.assignerId)
    const isMeant =
      wanted === null || foldText(assigner?.code ?? '') === wanted || foldText(assigner?.name ?? '') === wanted
    return (
      target.unitId === from.id &&
      target.indicatorId === indicator.id &&
      isMeant &&
      (part.kind === null || target.kind === part.kind)
    )
  })
  const [target] = found
  if (target === undefined || found.length > 1)
    return fail('UNIT_CHANGE_TARGET_UNKNOWN', { name: from.name, indicator: indicator.shortName, plan: plan.code })
  const { indicatorId, assignerId, kind } = target
  return ok({ planId: plan.id, indicatorId, assignerId, kind, receiverId: receiver.value, value: part.value })
}
