import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { documentTypes } from '#main/documents/catalogue.ts'
import { runProcess } from '#tests/support/cli.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

interface DemoAnswer {
  readonly folder: string
  readonly dataFile: string
  readonly imports: readonly { rows: number; created: number; updated: number; unchanged: number }[]
  readonly allocations: readonly { total: number; units: readonly { value: number; why: string }[] }[]
  readonly documents: readonly { type: string; file: string; figures: number; problems: readonly unknown[] }[]
  readonly verified: { ok: boolean }
}

test(
  'chitieu demo does the whole job, says so in Vietnamese, and does it again over its own results',
  { timeout: 120_000 },
  async () => {
    const folder = makeTempFolder()
    const first = await runProcess(['demo'], folder)
    expect(first).toMatchObject({ code: 0, error: '' })
    const results = path.join(folder, 'ket-qua')
    expect(first.out).toContain(results)
    expect(first.out.match(/đúng bằng tổng/g)).toHaveLength(5)
    expect(first.out).not.toMatch(/LỆCH|undefined|NaN|\[object/)
    const words = fs.readdirSync(results).filter((name) => name.endsWith('.docx'))
    expect(words).toHaveLength(documentTypes.length)
    fs.writeFileSync(path.join(results, 'của tôi.txt'), 'giữ lại')

    const second = await runProcess(['demo', '--out', 'ket-qua', '--json'], folder)
    expect(second).toMatchObject({ code: 0, error: '' })
    const answer = JSON.parse(second.out) as DemoAnswer
    expect(answer.folder).toBe(results)
    expect(answer.verified.ok).toBe(true)
    for (const { total, units } of answer.allocations) {
      expect(units.reduce((sum, unit) => sum + unit.value, 0)).toBe(total)
      expect(units.filter((unit) => unit.why === '')).toEqual([])
    }
    expect(answer.documents.map((document) => document.type).toSorted()).toEqual(
      documentTypes.map(({ id }) => id).toSorted(),
    )
    for (const { type, file, figures } of answer.documents) {
      expect(fs.statSync(file).size).toBeGreaterThan(5000)
      // Nobody has reached everything by September, so the decision names nobody yet; lists of people have few figures.
      const isListing = documentTypes.some((known) => known.id === type && known.lists !== undefined)
      expect(figures).toBeGreaterThan(type === 'quyet-dinh-khen-thuong' || isListing ? -1 : 5)
    }
    expect(fs.readdirSync(results).filter((name) => name.endsWith('.docx'))).toEqual(words)
    expect(fs.readFileSync(path.join(results, 'của tôi.txt'), 'utf8')).toBe('giữ lại')
    expect(fs.readdirSync(path.join(results, 'Sao lưu')).length).toBeLessThanOrEqual(answer.imports.length)

    // What it left can be opened and gone on with, and everything it did can be read back.
    const { call } = await openTestBackend({ province: 'none' })
    await call('file.open', { file: answer.dataFile })
    const kinds = (await call('history.list', {})).map((operation) => operation.kind)
    expect(kinds.filter((kind) => kind === 'survey.import')).toHaveLength(answer.imports.length)
    expect(kinds.at(-1)).toBe('file.createSample')
  },
)

test('an --out that cannot be made is refused with a sentence', async () => {
  const folder = makeTempFolder()
  fs.writeFileSync(path.join(folder, 'tệp'), '')
  const run = await runProcess(['demo', '--out', 'tệp', '--json'], folder)
  expect(run.code).toBe(1)
  expect(JSON.parse(run.out)).toMatchObject({ error: { code: 'FOLDER_READ_ONLY' } })
})
