import { appError, fail, type AppError, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { type DefinitionFault, findDefinitionFault } from '#shared/domain/indicators/definition.ts'
import { moneyScaleOf } from '#shared/domain/indicators/money.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import type { ReadStore } from '../db/store.ts'
import { isNamedElsewhere } from './catalogue-tables/uses.ts'

type Definition = ParsedInput<'indicators.save'>

/** Whether a row of the catalogue can be counted as it is given, and whether figures that rest on it stay what they are. */
export function checkIndicator(store: ReadStore, known: readonly IndicatorRow[], input: Definition): AppResult<null> {
  const current = known.find((row) => row.id === input.id)
  if (input.id !== null && current === undefined) return fail('ROW_UNKNOWN')
  const others = known.filter((row) => row !== current)
  const twin = others.find((row) => row.code === input.code)
  if (twin !== undefined) return fail('INDICATOR_CODE_TAKEN', { code: input.code, name: twin.name })
  if (input.parent !== null && !others.some((row) => row.code === input.parent))
    return fail('INDICATOR_UNKNOWN', { code: input.parent })
  const { validFrom: from, validTo: to } = input
  if (from !== null && to !== null && to < from)
    return fail('CATALOGUE_DATES_REVERSED', { from: formatDate(from), to: formatDate(to) })
  const fault = findDefinitionFault(input, others)
  if (fault !== null) return fail('INDICATOR_FORMULA_WRONG', { name: input.name, what: describeFault(fault) })
  return current === undefined ? ok(null) : checkKept(store, current, input)
}

function describeFault(fault: DefinitionFault): string {
  switch (fault.what) {
    case 'shape':
      return 'công thức không hợp với loại chỉ tiêu'
    case 'empty':
      return 'chưa chọn chỉ tiêu nào để tính'
    case 'itself':
      return 'công thức không được dùng chính chỉ tiêu này'
    case 'same':
      return 'tử số và mẫu số là cùng một chỉ tiêu'
    case 'unknown':
      return `không có chỉ tiêu “${fault.code}”`
    case 'loop':
      return `“${fault.other.name}” lại được tính từ chính chỉ tiêu này`
    case 'ratio':
      return `“${fault.other.name}” là tỷ lệ nên không cộng, trừ được`
    case 'twice':
      return `“${fault.other.name}” được nêu hai lần`
    case 'beside':
      return `“${fault.other.name}” chưa nằm trong số được cộng hoặc trừ`
    case 'money':
      return `“${fault.other.name}” tính theo ${fault.other.unitLabel}, khác đơn vị tính của chỉ tiêu này`
    case 'within':
      return `“${fault.other.name}” đang là một phần của chính chỉ tiêu này`
  }
}

/** A code that formulas speak stays; how it adds up and what its money is counted in stay once there are figures. */
function checkKept(store: ReadStore, before: IndicatorRow, after: Definition): AppResult<null> {
  if (before.code !== after.code && isNamedElsewhere(store, 'indicators', before.code))
    return fail('CATALOGUE_CODE_IN_USE', { code: before.code })
  const otherKind = before.kind !== after.kind
  if (otherKind && (hasFigures(store, before.id) || isNamedElsewhere(store, 'indicators', before.code)))
    return fail('CATALOGUE_CELL_FIXED', { name: before.shortName })
  const problem = findUnitProblem(store, before, after.unitLabel)
  return problem === null ? ok(null) : { ok: false, error: problem }
}

/** Another scale of money would make 96 tỷ of 96 triệu in everything that was already typed. */
export function findUnitProblem(
  store: Pick<ReadStore, 'sqlite'>,
  { id, shortName, unitLabel }: Pick<IndicatorRow, 'id' | 'shortName' | 'unitLabel'>,
  wanted: string,
): AppError | null {
  if (moneyScaleOf(unitLabel) === moneyScaleOf(wanted) || !hasFigures(store, id)) return null
  return appError('INDICATOR_UNIT_HELD', { name: shortName, unit: unitLabel })
}

function hasFigures({ sqlite }: Pick<ReadStore, 'sqlite'>, id: string): boolean {
  return ['targets', 'report_values'].some(
    (table) =>
      sqlite.prepare<[string]>(`SELECT 1 FROM "${table}" WHERE indicator_id = ? LIMIT 1`).get(id) !== undefined,
  )
}
