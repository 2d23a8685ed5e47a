import fs from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFormWorkbook, readFormFile, writeFormFile } from '#main/exchange/form/carrier.ts'
import type { SheetHead } from '#main/exchange/formats/format.ts'
import { readForeignFile } from '#main/exchange/read-foreign-file.ts'
import type { CellValue, ForeignRow, ForeignSheet, ForeignWorkbook } from '#shared/domain/exchange/foreign-sheet.ts'
import { HIDDEN_MARK } from '#shared/domain/exchange/form/form-book.ts'
import { readWholeWorkbook } from '#tests/support/exchange/read-workbook.ts'
import { FACTS, opinionsContent, reportContent, surveyContent } from '#tests/support/exchange/sample-form.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

/** Many more through `npm run torture -- --only forms`. */
const RUNS = Number(process.env['FORM_RUNS'] ?? 300)
const LONG = RUNS * 200 + 60_000

const READ = { readAt: '2024-07-01T08:00:00.000Z' }

async function formOf(content: ReturnType<typeof reportContent>): Promise<ForeignWorkbook> {
  const made = await writeFormFile(content, FACTS, { made: new Date('2024-06-20T08:00:00Z') })
  if (!made.ok) throw new Error(made.error.message)
  const file = path.join(makeTempFolder(), 'biểu.xlsx')
  fs.writeFileSync(file, made.value.bytes)
  return readWholeWorkbook(file)
}

/** The workbook with the hidden sheet's cells changed. */
function withHidden(
  workbook: ForeignWorkbook,
  change: (row: readonly CellValue[]) => readonly CellValue[],
): ForeignWorkbook {
  const isHidden = (sheet: ForeignSheet): boolean => sheet.rows[0]?.values[0] === HIDDEN_MARK
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      isHidden(sheet) ? { ...sheet, rows: sheet.rows.map((row) => ({ ...row, values: change(row.values) })) } : sheet,
    ),
  }
}

const codeOf = (read: ReturnType<typeof readFormFile>) => (read === null || read.ok ? null : read.error.code)

describe('a form that was tampered with', () => {
  it('is told from one that is no form, and from one of a later version', async () => {
    const form = await formOf(reportContent())
    expect(isFormWorkbook(form)).toBe(true)
    expect(isFormWorkbook({ sheets: [] })).toBe(false)
    expect(readFormFile({ ...form, sheets: [] }, READ)).toBeNull()
    const later = withHidden(form, (row) => (row[0] === HIDDEN_MARK ? [row[0] ?? null, '2', ...row.slice(2)] : row))
    expect(codeOf(readFormFile(later, READ))).toBe('FORM_NEWER')
  })

  it('is refused when a letter of the hidden part was changed, or a piece of it is gone', async () => {
    const form = await formOf(surveyContent())
    const changed = withHidden(form, (row) =>
      row[0] === '1' && typeof row[1] === 'string' ? [row[0], `${row[1].slice(0, 50)}A${row[1].slice(51)}`] : row,
    )
    expect(codeOf(readFormFile(changed, READ))).toBe('FORM_HIDDEN_CHANGED')
    const cut = withHidden(form, (row) => (row[0] === '1' ? [null, null] : row))
    expect(codeOf(readFormFile(cut, READ))).toBe('FORM_HIDDEN_LOST')
  })

  it('never throws and never invents a row, whatever stands in its cells', { timeout: LONG }, async () => {
    const forms = [await formOf(reportContent()), await formOf(surveyContent()), await formOf(opinionsContent())]
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '[xóa]',
        'x',
        'Đồng ý',
        '1.348',
        '31/02/2024',
        '=1+1',
        'ct:report:value',
        '__proto__',
        '-5',
        '#N/A',
      ),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.record({ error: fc.constantFrom('#REF!', '#N/A') }),
      fc.record({ serial: fc.double(), date: fc.constantFrom(null, '2024-06-30') }),
    ) as fc.Arbitrary<CellValue>
    const edit = fc.record({
      sheet: fc.nat(3),
      row: fc.nat(20),
      column: fc.nat(20),
      value,
      what: fc.constantFrom('set', 'set', 'set', 'drop', 'swap', 'insert'),
    })
    fc.assert(
      fc.property(fc.nat(2), fc.array(edit, { minLength: 1, maxLength: 25 }), (which, edits) => {
        const form = forms[which]
        if (form === undefined) return
        const sheets = form.sheets.map((sheet) => ({
          ...sheet,
          rows: sheet.rows.map((row) => ({ ...row, values: [...row.values] })),
        }))
        for (const { sheet, row, column, value: put, what } of edits) {
          const rows = sheets[sheet]?.rows
          const at = rows?.[row]
          if (rows === undefined || at === undefined) continue
          if (what === 'drop') rows.splice(row, 1)
          else if (what === 'swap') rows.reverse()
          else if (what === 'insert') at.values.splice(column, 0, put)
          else at.values[column] = put
        }
        const read = readFormFile({ ...form, sheets }, READ)
        if (read?.ok !== true) return
        // Every row is one that was sent, or one whose id follows from the form's own.
        const sent = new Set(Object.values(read.value.sent.tables).flatMap((rows) => rows.map(({ id }) => id)))
        for (const rows of Object.values(read.value.content.tables))
          for (const row of rows) expect(sent.has(row.id) || /^[0-9a-f]{8}-[0-9a-f]{4}-8/.test(row.id)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })

  it('is read or refused, never worse, whatever became of its bytes', { timeout: LONG }, async () => {
    const forms: Buffer[] = []
    for (const content of [reportContent(), surveyContent()]) {
      const made = await writeFormFile(content, FACTS, { made: new Date('2024-06-20T08:00:00Z') })
      if (made.ok) forms.push(made.value.bytes)
    }
    const folder = makeTempFolder()
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    const told = { read: 0, refused: 0, alien: 0 }
    for (let run = 0; run < RUNS; run++) {
      const bytes = Buffer.from(forms[run % forms.length] ?? Buffer.alloc(0))
      for (let edits = 1 + random(4); edits > 0; edits--) bytes[random(bytes.length)] = random(256)
      const cut = random(5) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes
      const file = path.join(folder, `${run}.xlsx`)
      fs.writeFileSync(file, cut)
      const sheets: { head: SheetHead; rows: ForeignRow[] }[] = []
      const opened = await readForeignFile(
        file,
        { sheet: null },
        {
          names: () => undefined,
          note: () => undefined,
          sheet: (head) => void sheets.push({ head, rows: [] }),
          row: (row) => void sheets.at(-1)?.rows.push(row),
        },
      )
      fs.rmSync(file)
      if (!opened.ok) {
        told.refused += 1
        continue
      }
      const whole = {
        ...opened.value,
        sheetNames: [],
        notes: [],
        sheets: sheets.map(({ head, rows }) => ({ ...head, rows })),
      }
      const read = readFormFile(whole, READ)
      if (read === null) told.alien += 1
      else told[read.ok ? 'read' : 'refused'] += 1
    }
    expect(told.read + told.refused + told.alien).toBe(RUNS)
    expect(told.refused).toBeGreaterThan(RUNS / 4)
  })
})
