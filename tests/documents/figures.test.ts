import { describe, expect, it } from 'vitest'
import { documentTypes } from '#main/documents/catalogue.ts'
import { allUnits, type DocumentFacts } from '#shared/domain/documents/facts.ts'
import { figuresOf, inlinesOf, plainText } from '#shared/domain/documents/snapshot.ts'
import type { OfficialDocument, TableBlock } from '#shared/domain/documents/tree.ts'
import { type Figure, inlineText, partText } from '#shared/domain/wording/parts.ts'
import { haiAnFacts } from './support/hai-an.ts'
import { LISTING_TYPES, makeDocx, TYPE_IDS } from './support/made.ts'
import { paragraphsOf } from './support/read-docx.ts'

// "Numbers in the text come from the data": a digit never stands in fixed wording, equal facts print equal
// figures everywhere, and what the tables sum is what the domain summed.

const SETTINGS: readonly (readonly [string, DocumentFacts])[] = [
  ['half a year', haiAnFacts()],
  ['the last day', haiAnFacts({ asOf: '2024-12-31' })],
  ['a term', haiAnFacts({ plan: { code: '2023-2028', kind: 'term', from: '2023-01-01', to: '2028-12-31' } })],
  ['no units, no reports', haiAnFacts({ children: [], results: [], previous: [], registry: {} })],
  [
    'pledge without its number',
    haiAnFacts({ targets: [{ unit: 'TINH', indicator: 'DV_MOI', assigner: 'TU', kind: 'pledged', value: null }] }),
  ],
]

function compose(id: string, facts: DocumentFacts): OfficialDocument {
  const type = documentTypes.find((candidate) => candidate.id === id)
  if (type === undefined) throw new Error(id)
  return type.compose(facts)
}

describe.each(SETTINGS)('%s', (_, facts) => {
  it.each(TYPE_IDS)('%s: every digit is a figure, a date, a legal base or a label', (id) => {
    const stray = inlinesOf(compose(id, facts))
      .flat()
      .filter((part) => 'text' in part && /\d/.test(part.text))
      .map(partText)
    expect(stray).toEqual([])
  })

  it.each(TYPE_IDS)('%s: no placeholder, no code of the program, no doubled space', (id) => {
    const text = plainText(compose(id, facts))
    expect(text).not.toMatch(/…|\.{3}|xxx|TODO|\[\s*\]|undefined|null|NaN|\{|\}/u)
    expect(text).not.toMatch(/[A-Z]{2,}_[A-Z]/)
    expect(text).not.toMatch(/ {2}| [,;.]|;\s*\./u)
    expect(text.normalize('NFC')).toBe(text)
  })

  it.each(TYPE_IDS)('%s: one fact, one value, wherever it is printed', (id) => {
    const values = new Map<string, number>()
    for (const part of inlinesOf(compose(id, facts)).flat()) {
      if (!('figure' in part)) continue
      const { id: fact, value } = part.figure
      expect(values.get(fact) ?? value, fact).toBe(value)
      values.set(fact, value)
    }
  })
})

describe('the Word file', () => {
  it.each(TYPE_IDS)('%s prints exactly the text of the document', async (id) => {
    const { tree, document } = await makeDocx(id)
    const printed = paragraphsOf(document)
      .map((paragraph) => paragraph.text)
      .join(' ')
    for (const inline of inlinesOf(tree)) {
      const text = inlineText(inline).trim()
      // Titles are broken into lines by the layout; their words are all there all the same.
      const words = text.split(' ').filter((word) => word !== '')
      expect(
        words.every((word) => printed.includes(word) || printed.includes(word.toLocaleUpperCase('vi'))),
        text,
      ).toBe(true)
    }
  })

  it.each(TYPE_IDS)(
    '%s prints no number that the snapshot, a date, a legal base or a label does not hold',
    async (id) => {
      const { tree, document } = await makeDocx(id)
      const known = new Set(
        inlinesOf(tree)
          .flat()
          .flatMap((part) => ('text' in part ? [] : numbersIn(partText(part)))),
      )
      const printed = paragraphsOf(document).flatMap((paragraph) => numbersIn(paragraph.text))
      expect(printed.filter((number) => !known.has(number) && !/^[IVX\d]+$/u.test(number))).toEqual([])
      // A decision or a list of people prints few numbers.
      expect(printed.length).toBeGreaterThan(LISTING_TYPES.has(id) ? 2 : 10)
    },
  )
})

function numbersIn(text: string): string[] {
  return text.match(/\d[\d.,]*\d|\d/gu) ?? []
}

describe('figures of the fixed data set', () => {
  const facts = haiAnFacts()

  function figure(document: OfficialDocument, id: string): Figure {
    const found = figuresOf(document).find((candidate) => candidate.id === id)
    if (found === undefined) throw new Error(`no figure ${id}`)
    return found
  }

  it('sums the annex as the units were given: groups, TỔNG CỘNG, and what TLĐ and the pledge ask', () => {
    const plan = compose('ke-hoach-nam', facts)
    const units = allUnits(facts)
    const given = (indicator: string): number =>
      units.reduce(
        (sum, unit) => sum + (unit.measures.find((measure) => measure.indicator === indicator)?.target ?? 0),
        0,
      )
    expect(figure(plan, 'target:DV_MOI:BCH:TOTAL@2024').value).toBe(given('DV_MOI'))
    expect(given('DV_MOI')).toBe(2100 + 1150 + 900 + 760 + 540 + 410 + 280 + 190 + 420 + 150 + 4000)
    expect(figure(plan, 'target:CDCS_MOI:BCH:CD_NGANH@2024').value).toBe(3 + 2 + 4)
    expect(figure(plan, 'target:DV_MOI:TLD:TINH@2024').text).toBe('10.800')
    expect(figure(plan, 'difference:DV_MOI:TLD:TINH@2024')).toMatchObject({ value: 100, text: '100' })
    expect(figure(plan, 'difference:DVUT_GT:TU:TINH@2024')).toMatchObject({ value: 10 })
  })

  it('reports Σ result ÷ Σ target, never a mean, with the word of the unit that rounded', () => {
    const report = compose('bao-cao-tien-do', facts)
    const members = 1180 + 1161 + 512 + 288 + 301 + 145 + 96 + 267 + 88 + 2410
    expect(figure(report, 'result:DV_MOI::TINH@2024-06-30')).toMatchObject({
      value: members,
      text: `hơn ${members / 1000}`,
    })
    expect(figure(report, 'percent:DV_MOI:TLD:TINH@2024-06-30').value).toBe(Math.round((members / 10_800) * 1000) / 10)
    expect(figure(report, 'percent:CDCS_MOI:BCH:LDLD_HUYEN@2024-06-30').value).toBe(Math.round((22 / 46) * 1000) / 10)
  })

  it('tells the same result in text and table, and adds the groups up to the total', () => {
    const report = compose('bao-cao-tien-do', facts)
    const table = report.sections[1]?.blocks.find((block): block is TableBlock => block.kind === 'table')
    const column = table?.columns.findIndex((candidate) => candidate.id === 'result-CDCS_MOI-BCH') ?? -1
    const of = (kind: string): number[] =>
      (table?.rows ?? [])
        .filter((row) => row.kind === kind)
        .map((row) => {
          const [part] = row.cells[column]?.text ?? []
          return part !== undefined && 'figure' in part ? part.figure.value : 0
        })
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
    expect(sum(of('row'))).toBe(33)
    expect(sum(of('group'))).toBe(33)
    expect(of('total')).toEqual([33])
    expect(figure(report, 'result:CDCS_MOI::TINH@2024-06-30').value).toBe(33)
  })

  it('leaves a result of a unit without target out of the sum and says so', () => {
    const report = compose('bao-cao-tien-do', facts)
    expect(figure(report, 'result:DVUT_GT::TOTAL@2024-06-30').value).toBe(148)
    expect(plainText(report)).toContain(
      'ngoài ra các đơn vị không được giao chỉ tiêu đã giới thiệu 18 đoàn viên ưu tú.',
    )
  })

  it('names who is silent instead of printing 0 for it', () => {
    const text = plainText(compose('bao-cao-tien-do', facts))
    expect(text).toContain(
      '10/11 đơn vị đã có báo cáo kết quả thực hiện; 01 đơn vị chưa có báo cáo: LĐLĐ huyện Vĩnh Khê.',
    )
  })
})
