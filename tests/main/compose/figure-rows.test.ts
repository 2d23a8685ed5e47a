import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FigureOrigin } from '#shared/contract/document-drafts.ts'
import { readFigureName } from '#shared/domain/documents/figure-from-facts.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { TYPE_IDS } from '../../documents/support/made.ts'

let sample: TestBackend
const flows = new Set<string>()

beforeAll(async () => {
  sample = await openTestBackend({ province: 'sample', today: '2024-10-05', untilClosed: true })
  for (const indicator of await sample.call('indicators.list', {}))
    if ((indicator.kind === 'flow' || indicator.kind === 'loss') && indicator.formula === null)
      flows.add(indicator.code)
})
afterAll(() => sample.close())

async function originsOf(
  type: string,
  asOf: string | null,
  isWanted: (figure: string) => boolean = () => true,
): Promise<FigureOrigin[]> {
  const made = await sample.call('documents.make', { type, asOf, out: path.join(sample.folder, `${type}.docx`) })
  expect(made.figures).toBeGreaterThanOrEqual(0)
  const [row] = await sample.call('documents.list', {})
  const figures = await sample.call('documents.figures', { id: row?.id ?? '' })
  const ids = [...new Set(figures.map((figure) => figure.id))].filter(isWanted)
  const origins: FigureOrigin[] = []
  for (const figure of ids) origins.push(await sample.call('documents.figureRows', { id: row?.id ?? '', figure }))
  return origins
}

function sum(origin: FigureOrigin): number {
  // Sums of money have hundredths; a float's last digits are not theirs.
  return Math.round(origin.rows.reduce((total, row) => total + (row.value ?? 0), 0) * 1e4) / 1e4
}

describe('the rows behind a figure', () => {
  it('add up to it: targets and reported results of a progress report', { timeout: 120_000 }, async () => {
    const origins = await originsOf('bao-cao-tien-do', '2024-06-30')
    const named = origins.map((origin) => ({ origin, name: readFigureName(origin.figure) }))
    const targets = named.filter(({ name }) => name?.kind === 'target')
    const results = named.filter(({ name }) => name?.kind === 'result' && flows.has(name.indicator ?? ''))
    expect(targets.length).toBeGreaterThan(20)
    expect(results.length).toBeGreaterThan(20)
    const wrong = [...targets, ...results].filter(({ origin }) => sum(origin) !== origin.value)
    expect(wrong.map(({ origin }) => `${origin.figure}: ${origin.value} ≠ ${sum(origin)}`)).toEqual([])
    const rowsOf = (list: typeof named) => list.flatMap(({ origin }) => origin.rows)
    expect(rowsOf(targets).every((row) => row.kind === 'target' && row.screen === 'targets')).toBe(true)
    expect(rowsOf(results).every((row) => row.kind === 'report' && row.source !== null)).toBe(true)
    // Every figure leads somewhere.
    expect(origins.filter((origin) => origin.rows.length === 0).map((origin) => origin.figure)).toEqual([])
  })

  it('are as many as it counts: units and enterprises', { timeout: 120_000 }, async () => {
    const isCount = (figure: string): boolean => readFigureName(figure)?.kind === 'count'
    const origins = [
      ...(await originsOf('ke-hoach-nam', null, isCount)),
      ...(await originsOf('bao-cao-tien-do', '2024-09-30', isCount)),
    ]
    const counted = origins.filter((origin) => {
      const name = readFigureName(origin.figure)
      return name?.kind === 'count' && !/^(workers|members|nonMembers)/u.test(name.what ?? '')
    })
    expect(counted.length).toBeGreaterThan(10)
    for (const origin of counted)
      expect.soft(origin.rows.length + origin.more, `${origin.figure} ${origin.label}`).toBe(origin.value)
    const summed = origins.filter((one) => /#(workers|members|nonMembers)$/u.test(one.figure) && one.more === 0)
    expect(summed.length).toBeGreaterThan(0)
    for (const origin of summed) expect.soft(sum(origin), origin.figure).toBe(origin.value)
  })

  it.each(TYPE_IDS)('are found for every figure of %s', { timeout: 120_000 }, async (type) => {
    const { id } = await sample.call('drafts.open', { type })
    const draft = await sample.call('drafts.get', { id })
    const ids = [...new Set(draft.fields.flatMap((field) => field.figure ?? []))]
    // Of a long document some of each kind, spread over it.
    const step = Math.max(1, Math.floor(ids.length / 6))
    const empty: string[] = []
    for (const figure of ids.filter((_, index) => index % step === 0)) {
      const origin = await sample.call('drafts.figureRows', { id, figure })
      expect(origin.label).not.toBe(figure)
      if (origin.rows.length === 0 && origin.value !== 0) empty.push(`${figure} = ${origin.text}`)
    }
    expect(empty).toEqual([])
  })

  it('is refused for a figure the document does not print', async () => {
    const { id } = await sample.call('drafts.open', { type: 'ke-hoach-nam' })
    expect(await sample.refuse('drafts.figureRows', { id, figure: 'result:DV_MOI::XX@2024-06-30' })).toBe(
      'FIGURE_UNKNOWN',
    )
    expect(await sample.refuse('documents.figureRows', { id: 'x', figure: 'y' })).toBe('ROW_UNKNOWN')
  })
})
