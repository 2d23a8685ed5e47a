import { eq } from '../db/orm.ts'
import { fail } from '#shared/contract/errors.ts'
import type { indicatorsContract } from '#shared/contract/indicators.ts'
import { ok } from '#shared/kit/result.ts'
import { readIndicators } from '../db/queries/indicators.ts'
import { indicators } from '../db/schema/index.ts'
import { checkIndicator } from './indicator-definition.ts'
import { reviseIndicator } from './revise-indicator.ts'
import type { Service } from './service.ts'

export const indicatorsService: Service<keyof typeof indicatorsContract> = {
  'indicators.list': ({ store }) => ok(readIndicators(store)),

  'indicators.save': ({ store, newId }, input) => {
    const known = readIndicators(store)
    const checked = checkIndicator(store, known, input)
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
