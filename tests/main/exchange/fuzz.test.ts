import fs from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ERROR_SENTENCES } from '#shared/contract/error-sentences.ts'
import { understandSurvey } from '#shared/domain/survey/understand.ts'
import { readTable } from '#tests/support/read-survey.ts'
import { PROJECT } from '#tests/support/resources.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'
import { writeWorkbook } from '#tests/support/workbook-file.ts'

// Whatever bytes a file has: a reading or a refusal in words, never an exception, never for long.

const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.nat({ max: 255 }),
    copies: fc.nat({ max: 40 }),
  }),
  {
    minLength: 1,
    maxLength: 8,
  },
)

function spoil(bytes: Buffer, wounds: readonly { at: number; byte: number; copies: number }[]): Buffer {
  const spoiled = Buffer.from(bytes)
  for (const { at, byte, copies } of wounds) {
    const from = Math.floor(at * (spoiled.length - 1))
    spoiled.fill(byte, from, Math.min(spoiled.length, from + 1 + (copies > 30 ? copies : 0)))
  }
  return spoiled
}

/** 'read' or 'refused'; anything else is what went wrong. */
async function outcomeOf(file: string): Promise<string> {
  const began = performance.now()
  const table = await readTable(file)
  const took = performance.now() - began
  if (took > 5000) return `took ${took} ms`
  if ('code' in table) return table.code in ERROR_SENTENCES ? 'refused' : `refused with ${table.code}`
  for (const sheet of table.sheets) understandSurvey(sheet)
  return 'read'
}

test('a spoiled part of a workbook', async () => {
  const folder = makeTempFolder()
  const cells = Array.from({ length: 30 }, (_, at) => [
    at + 1,
    `Công ty ${at}`,
    '0100109106',
    'Huyện Cam Lộ',
    at * 3,
    'x',
  ])
  const whole = { sheets: [{ rows: [['STT', 'Tên', 'MST', 'Huyện', 'Số LĐ', 'Có CĐ'], ...cells], merges: ['A1:A1'] }] }
  const file = await writeWorkbook(path.join(folder, 'lành.xlsx'), whole)
  const parts = await readParts(file)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts.keys()), damage, async (name, wounds) => {
      const spoiled = spoil(parts.get(name) ?? Buffer.alloc(1), wounds)
      const damaged = await writeWorkbook(path.join(folder, 'hỏng.xlsx'), { ...whole, parts: { [name]: spoiled } })
      expect(['read', 'refused']).toContain(await outcomeOf(damaged))
    }),
    { numRuns: 150 },
  )
})

test.each(['thue-soc-trang.csv', 'phong-chu-cu-soc-trang.xlsx'])('spoiled bytes of %s', async (source) => {
  const folder = makeTempFolder()
  const bytes = fs.readFileSync(path.join(PROJECT, 'tests/fixtures/survey', source))
  await fc.assert(
    fc.asyncProperty(damage, async (wounds) => {
      const file = path.join(folder, source)
      fs.writeFileSync(file, spoil(bytes, wounds))
      expect(['read', 'refused']).toContain(await outcomeOf(file))
    }),
    { numRuns: 60 },
  )
})

/** The parts a written workbook has, as they were before zipping. */
async function readParts(file: string): Promise<Map<string, Buffer>> {
  const { openSafeZip } = await import('#main/exchange/zip-gate.ts')
  const zip = await openSafeZip(fs.readFileSync(file))
  const parts = new Map<string, Buffer>()
  for (const name of zip.names) parts.set(name, await zip.bytes(name))
  zip.close()
  return parts
}
