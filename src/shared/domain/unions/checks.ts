import { groupBy } from '#shared/kit/group-by.ts'
import { isValidOn, yearOf, type IsoDate } from '#shared/kit/dates.ts'
import { foldText } from '../text/fold.ts'
import { formatDate, formatNumber } from '../text/format.ts'
import type { UnionColumnId } from './columns.ts'
import { minimumOn, type UnionRules } from './rules.ts'
import { countedFrom, stateOn, type UnionFacts } from './union.ts'

export const UNION_WARNING_CODES = [
  'FOUNDED_TOO_EARLY',
  'END_BEFORE_FOUNDING',
  'FEW_MEMBERS',
  'DECISION_INCOMPLETE',
  'DECISION_TWICE',
  'ENTERPRISE_TWICE',
  'UNIT_MISSING',
  'UNIT_ENDED',
  'END_REASON_MISSING',
  'SUCCESSOR_ENDED',
  'MEMBERS_OVER_WORKERS',
] as const
export type UnionWarningCode = (typeof UNION_WARNING_CODES)[number]

/** Something worth a look. It stands in the cell of `column` and never keeps the clerk from going on. */
export interface UnionWarning {
  readonly code: UnionWarningCode
  readonly column: UnionColumnId
  readonly message: string
}

export interface UnitValidity {
  readonly validFrom: IsoDate | null
  readonly validTo: IsoDate | null
  /** What became of it: with a word on that, nobody has to be asked. */
  readonly fate: readonly string[]
}

/** Warnings by id of the union; a union without any is not in the answer. */
export function checkUnions(
  unions: readonly UnionFacts[],
  rules: UnionRules,
  units: ReadonlyMap<string, UnitValidity>,
  asOf: IsoDate,
): ReadonlyMap<string, readonly UnionWarning[]> {
  const byDecision = groupBy(unions, decisionKey)
  const living = groupBy(
    unions.filter((union) => union.enterpriseId !== null && stateOn(union, asOf) === 'active'),
    (union) => union.enterpriseId,
  )
  const byId = new Map(unions.map((union) => [union.id, union]))
  const found = new Map<string, readonly UnionWarning[]>()
  for (const union of unions) {
    const warnings = [
      ...checkDates(union, rules),
      ...checkFounding(union, rules),
      ...checkUnit(union, units, asOf),
      ...checkEnding(union, byId),
    ]
    const key = decisionKey(union)
    const twin = key === null ? undefined : byDecision.get(key)?.find((other) => other.id !== union.id)
    if (twin !== undefined)
      warnings.push({
        code: 'DECISION_TWICE',
        column: 'decisionNumber',
        message: `Quyết định số ${union.decisionNumber ?? ''} cũng ghi cho “${twin.name}”.`,
      })
    const rival =
      stateOn(union, asOf) === 'active'
        ? living.get(union.enterpriseId)?.find((other) => other.id !== union.id)
        : undefined
    if (rival !== undefined && union.enterpriseId !== null)
      warnings.push({
        code: 'ENTERPRISE_TWICE',
        column: 'enterprise',
        message: `Doanh nghiệp này đang có một công đoàn khác: “${rival.name}”.`,
      })
    if (warnings.length > 0) found.set(union.id, warnings)
  }
  return found
}

/** Numbers begin anew each year and every office counts its own; null where nothing can be compared. */
function decisionKey(union: UnionFacts): string | null {
  if (union.decisionNumber === null) return null
  const day = countedFrom(union)
  const issuer = union.decisionIssuer === null ? `@${union.unit ?? ''}` : foldText(union.decisionIssuer)
  return [foldText(union.decisionNumber).replaceAll(' ', ''), day === null ? '' : yearOf(day), issuer].join('|')
}

function checkDates(union: UnionFacts, rules: UnionRules): UnionWarning[] {
  const warnings: UnionWarning[] = []
  const column = union.decisionOn === null ? 'foundedOn' : 'decisionOn'
  const from = countedFrom(union)
  if (from !== null && from < rules.earliest)
    warnings.push({
      code: 'FOUNDED_TOO_EARLY',
      column,
      message: `Ngày ${formatDate(from)} quá sớm, trước ${formatDate(rules.earliest)}. Hãy xem lại ngày.`,
    })
  if (from !== null && union.endedOn !== null && union.endedOn < from)
    warnings.push({
      code: 'END_BEFORE_FOUNDING',
      column: 'endedOn',
      message: `Kết thúc ngày ${formatDate(union.endedOn)}, trước ngày thành lập ${formatDate(from)}.`,
    })
  return warnings
}

function checkFounding(union: UnionFacts, rules: UnionRules): UnionWarning[] {
  const warnings: UnionWarning[] = []
  const minimum = minimumOn(rules, union.type, countedFrom(union))
  if (minimum !== null && union.membersAtFounding !== null && union.membersAtFounding < minimum)
    warnings.push({
      code: 'FEW_MEMBERS',
      column: 'membersAtFounding',
      message: `Khi thành lập có ${formatNumber(union.membersAtFounding)} đoàn viên, ít hơn ${formatNumber(minimum)} theo Điều lệ.`,
    })
  if (union.decisionNumber !== null && countedFrom(union) === null)
    warnings.push({
      code: 'DECISION_INCOMPLETE',
      column: 'decisionOn',
      message: 'Có số quyết định nhưng chưa có ngày.',
    })
  if (union.decisionNumber === null && union.decisionOn !== null)
    warnings.push({
      code: 'DECISION_INCOMPLETE',
      column: 'decisionNumber',
      message: 'Có ngày quyết định nhưng chưa có số.',
    })
  if (union.members !== null && union.workers !== null && union.members > union.workers)
    warnings.push({
      code: 'MEMBERS_OVER_WORKERS',
      column: 'members',
      message: `Số đoàn viên lớn hơn số lao động của doanh nghiệp (${formatNumber(union.workers)}).`,
    })
  return warnings
}

function checkUnit(union: UnionFacts, units: ReadonlyMap<string, UnitValidity>, asOf: IsoDate): UnionWarning[] {
  if (union.unit === null)
    return [
      { code: 'UNIT_MISSING', column: 'unit', message: 'Chưa rõ đơn vị quản lý nên chưa được đếm cho đơn vị nào.' },
    ]
  const unit = units.get(union.unit)
  if (
    unit === undefined ||
    unit.fate.length > 0 ||
    stateOn(union, asOf) !== 'active' ||
    isValidOn(asOf, unit.validFrom, unit.validTo)
  )
    return []
  return [
    {
      code: 'UNIT_ENDED',
      column: 'unit',
      message: `Đơn vị quản lý không hoạt động vào ngày ${formatDate(asOf)}. Hãy chọn đơn vị đang quản lý.`,
    },
  ]
}

function checkEnding(union: UnionFacts, byId: ReadonlyMap<string, UnionFacts>): UnionWarning[] {
  if (union.endedOn === null) return []
  const warnings: UnionWarning[] = []
  if (union.endReason === null)
    warnings.push({ code: 'END_REASON_MISSING', column: 'endReason', message: 'Chưa ghi lý do kết thúc hoạt động.' })
  const successor = union.successorId === null ? undefined : byId.get(union.successorId)
  if (successor !== undefined && stateOn(successor, union.endedOn) === 'ended')
    warnings.push({
      code: 'SUCCESSOR_ENDED',
      column: 'successor',
      message: `“${successor.name}” đã kết thúc trước khi nhận đoàn viên.`,
    })
  return warnings
}
