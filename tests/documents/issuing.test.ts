import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { spoilDocx } from './support/spoil.ts'
import { textOfFile } from './support/text-of-file.ts'

let sample: TestBackend

beforeAll(async () => {
  sample = await openTestBackend({ province: 'sample', today: '2024-10-05', untilClosed: true })
})
afterAll(() => sample.close())

async function makeReport(name: string): Promise<{ readonly id: string; readonly file: string }> {
  const file = path.join(sample.folder, `${name}.docx`)
  await sample.call('documents.make', { type: 'bao-cao-cam-ket', asOf: '2024-06-30', out: file })
  const [row] = await sample.call('documents.list', {})
  if (row === undefined) throw new Error('nothing was made')
  return { id: row.id, file }
}

describe('issuing', () => {
  it('numbers in turn, writes number and day into the file, and keeps what was issued', async () => {
    const first = await makeReport('báo cáo một')
    const issued = await sample.call('documents.issue', { id: first.id, on: '2024-07-05' })
    expect(issued).toMatchObject({ number: '01', code: '01/BC-LĐLĐ', issuedOn: '2024-07-05', filled: true })
    const text = await textOfFile(first.file)
    expect(text).toContain('Số: 01/BC-LĐLĐ')
    expect(text).toContain('ngày 05 tháng 7 năm 2024')
    // The file may be changed or thrown away afterwards; the issued one is given back byte for byte.
    const asIssued = fs.readFileSync(first.file)
    fs.rmSync(first.file)
    const again = path.join(sample.folder, 'bản lưu.docx')
    await sample.call('documents.saveIssued', { id: first.id, out: again })
    expect(fs.readFileSync(again).equals(asIssued)).toBe(true)
    const second = await makeReport('báo cáo hai')
    expect(await sample.call('documents.issue', { id: second.id, on: '2024-02-15' })).toMatchObject({
      number: '02',
    })
    expect(await textOfFile(second.file)).toContain('ngày 15 tháng 02 năm 2024')
  })

  it('refuses to issue twice, a number that is taken or none, and a file that is gone', async () => {
    const { id, file } = await makeReport('báo cáo ba')
    expect(await sample.refuse('documents.issue', { id, on: '2024-07-05', number: '1' })).toBe('DOCUMENT_NUMBER_TAKEN')
    expect(await sample.refuse('documents.issue', { id, on: '2024-07-05', number: 'mười' })).toBe(
      'DOCUMENT_NUMBER_INVALID',
    )
    fs.renameSync(file, `${file}.bak`)
    expect(await sample.refuse('documents.issue', { id, on: '2024-07-05' })).toBe('DOCUMENT_FILE_GONE')
    expect(await sample.refuse('documents.saveIssued', { id, out: file })).toBe('DOCUMENT_NOT_ISSUED')
    fs.renameSync(`${file}.bak`, file)
    expect(await sample.call('documents.issue', { id, on: '2024-07-05', number: '06b' })).toMatchObject({
      number: '06b',
    })
    expect(await sample.refuse('documents.issue', { id, on: '2024-07-05' })).toBe('DOCUMENT_ISSUED')
  })

  it('lists the register with its gaps, and a correction by the name of what it corrects', async () => {
    const wrong = await sample.call('documents.list', {})
    const issued = wrong.find((row) => row.number === '01')
    const right = await makeReport('đính chính')
    await sample.call('documents.issue', { id: right.id, on: '2024-07-20', corrects: issued?.id ?? null })
    const { rows, flags } = await sample.call('register.list', {})
    expect(rows.map(({ number }) => number)).toEqual(['01', '02', '06b', '07'])
    expect(rows.at(-1)?.corrects).toBe(issued?.title)
    expect(flags.map(({ kind, number }) => [kind, number])).toEqual([
      ['gap', '03'],
      ['gap', '04'],
      ['gap', '05'],
    ])
    // A new year begins with 1.
    const next = await makeReport('năm sau')
    expect(await sample.call('documents.issue', { id: next.id, on: '2025-01-10' })).toMatchObject({ number: '01' })
  })
})

describe('a file edited in Word', () => {
  it('is held against its figures and its rules', async () => {
    const { file } = await makeReport('sửa tay')
    const clean = await sample.call('documents.compareFile', { file })
    expect(clean).toMatchObject({ figures: [], format: [] })
    expect(clean.unchanged).toBeGreaterThan(20)
    const bytes = await spoilDocx(fs.readFileSync(file), 'word/document.xml', (xml) =>
      xml
        .replace(/toàn tỉnh thành lập mới \d+/u, 'toàn tỉnh thành lập mới 999')
        .replaceAll('w:left="1701"', 'w:left="1134"'),
    )
    fs.writeFileSync(file, bytes)
    const { figures, format } = await sample.call('documents.compareFile', { file })
    expect(figures).toMatchObject([{ kind: 'changed', found: '999' }])
    expect(figures[0]?.fix).toContain(figures[0]?.expected)
    expect(format.map(({ rule }) => rule)).toEqual(['page.margin.left'])
  })

  it('is refused with a sentence when another program made it', async () => {
    const file = path.join(sample.folder, 'lạ.docx')
    const { file: own } = await makeReport('của mình')
    fs.writeFileSync(
      file,
      await spoilDocx(fs.readFileSync(own), 'docProps/custom.xml', (xml) => xml.replace('Mã văn bản', 'Khác')),
    )
    expect(await sample.refuse('documents.compareFile', { file })).toBe('DOCUMENT_UNKNOWN_FILE')
  })
})

describe('one document per unit', () => {
  it('is named by code and name, goes on where it stopped, and leaves nothing half written', async () => {
    const folder = path.join(sample.folder, 'hàng loạt')
    const first = await sample.call('documents.batch', { type: 'cam-ket-don-vi', folder })
    expect(first.made).toBeGreaterThan(3)
    expect(first).toMatchObject({ kept: 0, failed: 0 })
    for (const { unit, file } of first.items) expect(path.basename(file ?? '')).toContain(`${unit} - `)
    const [gone] = first.items
    fs.rmSync(gone?.file ?? '')
    const second = await sample.call('documents.batch', { type: 'cam-ket-don-vi', folder })
    expect(second).toMatchObject({ made: 1, kept: first.made - 1 })
    expect(fs.readdirSync(folder).filter((name) => !name.endsWith('.docx'))).toEqual([])
  })
})

describe('one series for all types', () => {
  it('counts on from type to type, flags its gaps, and begins anew with a term of the Party', async () => {
    const office = await openTestBackend({ province: 'sample', today: '2024-10-05' })
    await office.call('settings.set', { registerSeries: 'one', partyTermFrom: '2024-06-01' })
    const issue = async (type: string, on: string, more: { number?: string; rules?: string } = {}): Promise<string> => {
      const { number = null, rules = null } = more
      await office.call('documents.make', { type, rules, out: path.join(office.folder, `${type} ${on}`) })
      const [row] = await office.call('documents.list', {})
      return (await office.call('documents.issue', { id: row?.id ?? '', on, number })).code
    }
    expect(await issue('ke-hoach-nam', '2024-02-01')).toBe('01/KH-LĐLĐ')
    expect(await issue('bao-cao-tien-do', '2024-03-01')).toBe('02/BC-LĐLĐ')
    expect(await issue('cong-van-don-doc', '2024-04-01', { number: '5' })).toContain('05/')
    const party = { rules: '05-hd-vptw' }
    expect(await issue('bao-cao-tien-do', '2024-05-01', party)).toMatch(/^01-BC/u)
    expect(await issue('bao-cao-tien-do', '2024-07-01', party)).toMatch(/^01-BC/u)
    expect(await issue('bao-cao-tien-do', '2025-07-01', party)).toMatch(/^02-BC/u)
    const { rows, flags } = await office.call('register.list', {})
    expect(rows).toHaveLength(6)
    expect(flags.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['gap 03', 'gap 04'])
    expect(flags[0]?.message).toContain('số 03 năm 2024')
  })
})
