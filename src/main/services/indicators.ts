import { eq } from '../db/orm.ts'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import type { ParsedInput } from '#shared/contract/index.ts'
import type { IndicatorRow, indicatorsContract } from '#shared/contract/indicators.ts'
import { codesOfFormula, formulaFits } from '#shared/domain/indicators/indicator.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { indicators } from '../db/schema/index.ts'
import { reviseIndicator } from './revise-indicator.ts'
import type { Service } from './service.ts'

export const indicatorsService: Service<keyof typeof indicatorsContract> = {
  'indicators.list': ({ store }) => ok(readIndicators(store)),

  'indicators.save': ({ store, newId }, input) => {
    const known = readIndicators(store)
    const checked = checkIndicator(known, input)
    if (!checked.ok) return checked
    const { id, parent, shortName, side, ...columns } = input
    const row = {
      ...columns,
      ...(side === undefined ? {} : { side }),
      shortName: shortName ?? input.name,
      parentId: parent === null ? null : (known.find((other) => other.code === parent)?.id ?? null),
    }
    const savedId = id ?? newId()
    const label = id === null ? `Thêm chỉ tiêu ${row.shortName}` : `Sửa chỉ tiêu ${row.shortName}`
    store.write({ kind: 'indicators.save', label }, (tx) => {
      const sortOrder = Math.max(0, ...known.map((other) => other.sortOrder)) + 10
      if (id === null)
        tx.db
          .insert(indicators)
          .values({ ...row, id: savedId, sortOrder })
          .run()
      else tx.db.update(indicators).set(row).where(eq(indicators.id, savedId)).run()
      return null
    })
    const saved = readIndicators(store).find((other) => other.id === savedId)
    return saved === undefined ? fail('ROW_UNKNOWN') : ok(saved)
  },

  'indicators.revise': reviseIndicator,
}

function checkIndicator(known: readonly IndicatorRow[], input: ParsedInput<'indicators.save'>): AppResult<null> {
  const current = known.find((row) => row.id === input.id)
  if (input.id !== null && current === undefined) return fail('ROW_UNKNOWN')
  const twin = known.find((row) => row.code === input.code && row.id !== input.id)
  if (twin !== undefined) return fail('INDICATOR_CODE_TAKEN', { code: input.code, name: twin.name })
  const wrong = (what: string): AppResult<null> => fail('INDICATOR_FORMULA_WRONG', { name: input.name, what })
  if (input.parent !== null && !known.some((row) => row.code === input.parent && row.id !== input.id)) {
    return fail('INDICATOR_UNKNOWN', { code: input.parent })
  }
  if (!formulaFits(input.kind, input.formula)) return wrong('công thức không hợp với loại chỉ tiêu')
  for (const code of codesOfFormula(input.formula)) {
    if (code === input.code) return wrong('công thức không được dùng chính chỉ tiêu này')
    if (!known.some((row) => row.code === code)) return wrong(`không có chỉ tiêu “${code}”`)
  }
  return ok(null)
}
