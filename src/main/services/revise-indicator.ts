import { eq } from '../db/orm.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { Output, ParsedInput } from '#shared/contract/index.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { codesOfFormula } from '#shared/domain/indicators/indicator.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { addDays } from '#shared/kit/dates.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { indicators } from '../db/schema/index.ts'
import { checkIndicator } from './indicator-definition.ts'
import type { CommandContext } from './service.ts'

/** Ends an indicator the day before and adds what follows it, in one step. */
export function reviseIndicator(
  { store, newId }: CommandContext,
  { indicator, on, code: wanted, name, shortName, unitLabel, side }: ParsedInput<'indicators.revise'>,
): AppResult<Output<'indicators.revise'>> {
  const known = readIndicators(store)
  const row = known.find((one) => one.code === indicator)
  if (row === undefined) return fail('INDICATOR_UNKNOWN', { code: indicator })
  if ((row.validFrom !== null && on <= row.validFrom) || (row.validTo !== null && on > addDays(row.validTo, 1)))
    return fail('INDICATOR_DAY_OUTSIDE', { name: row.name, days: describeDays(row) })
  const code = wanted ?? nextCode(row.code, known)
  const { id: _, sortOrder: _order, ...before } = row
  const given = {
    ...before,
    code,
    name: name ?? row.name,
    shortName: shortName ?? (name === undefined ? row.shortName : name),
    unitLabel: unitLabel ?? row.unitLabel,
    side: side ?? row.side,
    validFrom: on,
    // The next lasts for good, also where the old one was to end some day.
    validTo: null,
  }
  const checked = checkIndicator(store, known, { ...given, id: null })
  if (!checked.ok) return checked
  const id = newId()
  const { parent, ...columns } = given
  const parentId = known.find((one) => one.code === parent)?.id ?? null
  const next = { ...columns, id, parentId, sortOrder: orderBehind(row, known) }
  const label = `Thay chỉ tiêu ${row.shortName} từ ngày ${formatDate(on)}`
  store.write({ kind: 'indicators.revise', label }, (tx) => {
    tx.db
      .update(indicators)
      .set({ validTo: addDays(on, -1) })
      .where(eq(indicators.id, row.id))
      .run()
    tx.db.insert(indicators).values(next).run()
    return null
  })
  const after = readIndicators(store)
  const ended = after.find((one) => one.id === row.id)
  const added = after.find((one) => one.id === id)
  if (ended === undefined || added === undefined) throw new Error(`${indicator} was revised and is not there`)
  return ok({
    ended,
    added,
    usedIn: after
      .filter((one) => one.id !== id && codesOfFormula(one.formula).includes(row.code))
      .map((one) => ({ code: one.code, name: one.name })),
  })
}

function describeDays({ validFrom, validTo }: IndicatorRow): string {
  const from = validFrom === null ? '' : `từ ngày ${formatDate(validFrom)}`
  const to = validTo === null ? '' : `đến hết ngày ${formatDate(validTo)}`
  return [from, to].filter((part) => part !== '').join(' ') || 'không thời hạn'
}

/** DV_MOI → DV_MOI_2 → DV_MOI_3, whichever is free. */
function nextCode(code: string, known: readonly IndicatorRow[]): string {
  const taken = new Set(known.map((row) => row.code))
  const stem = code.replace(/_\d+$/, '')
  let number = 2
  while (taken.has(`${stem}_${number}`)) number += 1
  return `${stem}_${number}`
}

/** Right behind the one it follows. */
function orderBehind(row: IndicatorRow, known: readonly IndicatorRow[]): number {
  const behind = known.filter((one) => one.sortOrder > row.sortOrder).map((one) => one.sortOrder)
  const next = Math.min(...behind)
  return next - row.sortOrder > 1 ? row.sortOrder + 1 : row.sortOrder
}
