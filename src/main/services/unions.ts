import { fail } from '#shared/contract/errors.ts'
import type { unionsContract } from '#shared/contract/unions.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../db/orm.ts'
import { unionMembers } from '../db/schema/index.ts'
import type { Service } from './service.ts'
import { writeSettings } from './settings.ts'
import { countMembers, endUnions, foundUnion } from './unions/decisions.ts'
import { countUnionsByUnit, listMemberCounts, listUnions, readUnionRows } from './unions/list.ts'
import { readUnionRules, UNION_RULES_SETTING } from './unions/rules.ts'
import { readColumns, removeUnions, saveUnion, updateUnions } from './unions/write.ts'

export const unionsService: Service<keyof typeof unionsContract> = {
  'unions.list': ({ store, today }, input) => listUnions(store, input, input.asOf ?? today()),
  'unions.get': ({ store, today }, { id, asOf }) => {
    const union = readUnionRows(store, asOf ?? today()).find((row) => row.id === id)
    return union === undefined ? fail('ROW_UNKNOWN') : ok({ union, members: listMemberCounts(store, union) })
  },
  'unions.counts': ({ store }, input) => countUnionsByUnit(store, input),
  'unions.save': (context, input) => saveUnion(context, input),
  'unions.updateMany': (context, input) => updateUnions(context, input),
  'unions.found': (context, input) => foundUnion(context, input),
  'unions.end': (context, input) => endUnions(context, input),
  'unions.remove': ({ store }, input) => removeUnions(store, input),

  'unions.addMembers': ({ store }, { id, countedOn, members, women, source }) => {
    const union = readColumns(store, id)
    if (union === undefined) return fail('ROW_UNKNOWN')
    const count = { members, women, source: source === '' ? null : source }
    const label = `Ghi số đoàn viên ngày ${formatDate(countedOn)} của ${union.name}`
    const rowId = store.write({ kind: 'unions.addMembers', label }, (tx) => countMembers(tx, id, countedOn, count))
    return ok({ ...count, id: rowId, countedOn, own: true })
  },
  'unions.removeMembers': ({ store }, { id }) => {
    const row = store.db.select().from(unionMembers).where(eq(unionMembers.id, id)).get()
    const union = row === undefined ? undefined : readColumns(store, row.unionId)
    if (row === undefined || union === undefined) return fail('ROW_UNKNOWN')
    const label = `Xóa số đoàn viên ngày ${formatDate(row.countedOn)} của ${union.name}`
    store.write({ kind: 'unions.removeMembers', label }, (tx) => {
      tx.db.delete(unionMembers).where(eq(unionMembers.id, id)).run()
      return null
    })
    return ok({})
  },

  'unionRules.get': ({ store }) => {
    const { minimums, earliest } = readUnionRules(store)
    return ok({ minimums: [...minimums], earliest })
  },
  'unionRules.set': ({ store }, patch) => {
    const now = readUnionRules(store)
    const rules = { minimums: [...(patch.minimums ?? now.minimums)], earliest: patch.earliest ?? now.earliest }
    for (const { validFrom, validTo } of rules.minimums)
      if (validFrom !== null && validTo !== null && validTo < validFrom)
        return fail('CATALOGUE_DATES_REVERSED', { from: formatDate(validFrom), to: formatDate(validTo) })
    store.write({ kind: 'unions.rules', label: 'Sửa mức đoàn viên tối thiểu khi thành lập' }, (tx) => {
      writeSettings(tx, { [UNION_RULES_SETTING]: JSON.stringify(rules) })
      return null
    })
    return ok(rules)
  },
}
