import type { exchangeBoardContract } from '#shared/contract/exchange-board.ts'
import { fail } from '#shared/contract/errors.ts'
import { isReportOf } from '#shared/domain/exchange/board/board.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../db/orm.ts'
import { reports, senderColumns } from '../db/schema/index.ts'
import { answerQuestion, askQuestions, closeQuestions, listQuestions } from './exchange-board/questions.ts'
import { findPeriod } from './exchange-board/periods.ts'
import { readBoard } from './exchange-board/read-board.ts'
import { listMappings, saveMapping } from './exchange-board/sender-columns.ts'
import { BOARD_LABELS } from './exchange-board/text.ts'
import { createLookup } from './lookup.ts'
import type { Service } from './service.ts'

export const exchangeBoardService: Service<keyof typeof exchangeBoardContract> = {
  'board.get': readBoard,

  'board.accept': ({ store }, input) => {
    const period = findPeriod(store, input.period)
    if (!period.ok) return period
    const lookup = createLookup(store)
    const wanted = new Set<string>()
    for (const code of input.units) {
      const unit = lookup.unitOf(code)
      if (!unit.ok) return unit
      wanted.add(unit.value.id)
    }
    const [before, after] = input.accepted ? (['received', 'accepted'] as const) : (['accepted', 'received'] as const)
    const changing = store.db
      .select()
      .from(reports)
      .where(eq(reports.status, before))
      .all()
      .filter((report) => wanted.has(report.unitId) && isReportOf(period.value, report))
    if (changing.length === 0)
      return input.accepted ? fail('BOARD_NOTHING_TO_ACCEPT', { period: period.value.name }) : ok({ changed: 0 })
    const units = new Set(changing.map((report) => report.unitId)).size
    const label = (input.accepted ? BOARD_LABELS.accept : BOARD_LABELS.unaccept)(units, period.value.name)
    store.write({ kind: 'board.accept', label }, (tx) => {
      for (const { id } of changing) tx.db.update(reports).set({ status: after }).where(eq(reports.id, id)).run()
    })
    return ok({ changed: units })
  },

  'board.ask': askQuestions,
  'board.questions': listQuestions,
  'board.answer': answerQuestion,
  'board.close': closeQuestions,

  'senders.list': listMappings,
  'senders.save': saveMapping,
  'senders.forget': ({ store }, { id }) => {
    const known = store.db.select().from(senderColumns).where(eq(senderColumns.id, id)).get()
    if (known === undefined) return fail('ROW_UNKNOWN')
    store.write({ kind: 'senders.forget', label: BOARD_LABELS.forget(known.sender) }, (tx) => {
      tx.db.delete(senderColumns).where(eq(senderColumns.id, id)).run()
    })
    return ok({})
  },
}
