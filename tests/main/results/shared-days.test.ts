import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '#main/db/store.ts'
import { readProgress } from '#main/services/progress.ts'
import type { QueryContext } from '#main/services/service.ts'
import { contract, type Input } from '#shared/contract/index.ts'
import { addDays } from '#shared/kit/dates.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { openTestStore } from '#tests/support/store.ts'

// Days between two reports share one answer, levels told in earlier years are noted, and past years of a term are held.
// Inside a transaction nothing is held, and without its packs every report is read by itself: both must always say the
// same as counting a day alone from the reports.

const TODAY = '2025-09-15'
type View = Input<'progress.get'>

const told = fc.record({
  unit: fc.nat(17),
  indicator: fc.constantFrom('DV_MOI', 'CDCS_MOI', 'DV_GIAM', 'DV_TONG', 'LD_TONG', 'DVUT_GT'),
  cumulative: fc.boolean(),
  ends: fc.nat(880),
  length: fc.nat(40),
  value: fc.nat(400),
  qualifier: fc.constantFrom(null, null, null, 'hơn', 'khoảng'),
})

const view = fc.record({
  plan: fc.constantFrom('2024', '2024-CD', '2024-CD-1', '2024-CD-2', '2023-2028'),
  asOf: fc.nat(900).map((at) => addDays('2023-12-20', at)),
  by: fc.constantFrom(null, null, 'unit', 'group', 'type', 'assigner', 'period'),
  view: fc.constantFrom('then', 'then', 'now'),
  compare: fc.constantFrom(null, null, 'last-year', '2024-03-15'),
})

test('whatever day is asked, the shared answer is what counting that day alone gives', async () => {
  const { call, backend, file } = await openTestBackend({ province: 'sample', today: TODAY })
  const units = (await call('units.list', { asOf: '2024-06-30' })).filter(({ parent }) => parent !== null)
  const [first] = units
  if (first === undefined) throw new Error('the sample has no units')
  const plans = (await call('plans.list', {})).map(({ code }) => code)
  expect(plans).toEqual(expect.arrayContaining(['2024', '2024-CD-1', '2023-2028']))
  // A ratio counted from the survey is among them, whose enterprises found unions on days of their own.
  const ratios = (await call('targets.list', { plan: '2023-2028' })).map(({ indicator }) => indicator)
  expect(ratios.some((code) => code.startsWith('TL_DN_CDCS'))).toBe(true)
  const opened = openTestStore(file)
  if (!opened.ok) throw new Error(opened.error.message)
  const store = opened.value
  const context: QueryContext = { store, resources: RESOURCES, clock: () => new Date(TODAY), today: () => TODAY }
  const ask = (input: View): unknown => readProgress(context, contract['progress.get'].input.parse(input))

  let round = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(told, { maxLength: 6 }),
      fc.array(view, { minLength: 3, maxLength: 5 }),
      async (rows, views) => {
        round += 1
        // The sample has the reform of 1/7/2025; a name that changes in the course of it comes on top.
        if (round === 5)
          await call('units.change', {
            change: { kind: 'rename', on: '2024-08-15', unit: first.code, name: 'Liên đoàn Lao động thành phố Một' },
          })
        if (round === 3) await call('periods.close', { from: '2024-01-01', to: '2024-03-31' })
        for (const { unit, indicator, cumulative, ends, length, value, qualifier } of rows) {
          const asOf = addDays('2024-01-05', ends)
          const year = asOf.slice(0, 4)
          const from = cumulative ? `${year}-01-01` : addDays(asOf, -length)
          // Some of them the program refuses (a crossed year, an overlap, a unit that is over); what it takes is counted.
          await backend.call('reports.add', {
            unit: units[unit % units.length]?.code ?? '',
            indicator,
            from,
            asOf,
            basis: cumulative ? 'cumulative' : 'increment',
            value,
            qualifier,
            adjustReason: 'điều chỉnh theo báo cáo lại',
          })
        }
        store.look()
        for (const input of views) {
          // A neighbour first, so that there is an answer to share.
          ask({ ...input, asOf: addDays(input.asOf, -1) })
          const shared = ask(input)
          const alone = askAlone(store, () => ask(input))
          expect(shared).toEqual(alone)
        }
      },
    ),
    { numRuns: 8 },
  )
}, 180_000)

/** Asks in a transaction that is taken back, in which no pack is there. */
function askAlone(store: Store, ask: () => unknown): unknown {
  store.sqlite.exec('BEGIN; DELETE FROM report_packs')
  try {
    return ask()
  } finally {
    store.sqlite.exec('ROLLBACK')
  }
}
