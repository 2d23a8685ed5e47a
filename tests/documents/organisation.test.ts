import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPart } from '#tests/support/zip-part.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'

let opened: TestBackend
beforeAll(async () => {
  opened = await openTestBackend({ province: 'sample', untilClosed: true })
})
afterAll(() => opened.close())

/** The words of a document, cells and paragraphs a space apart. */
async function wordsOf(type: string, more: object = {}): Promise<string> {
  const out = path.join(opened.folder, `${type}.docx`)
  await opened.call('documents.make', { type, out, plan: '2024', ...more })
  const xml = await readPart(out, 'word/document.xml')
  return xml
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}

test('the decision on the committee lists who sits on it, with duties and areas', async () => {
  const words = await wordsOf('quyet-dinh-ban-chi-dao', { asOf: '2024-09-30' })
  expect(words).toContain('kiện toàn Ban Chỉ đạo phát triển đoàn viên, thành lập công đoàn cơ sở giai đoạn 2023 - 2028')
  expect(words).toContain('gồm 07 đồng chí')
  for (const text of ['Tạ Thị Lan', 'Phó Cục trưởng Cục Thuế tỉnh', 'Phó Trưởng ban Thường trực', 'Thư ký Ban Chỉ đạo'])
    expect(words).toContain(text)
  expect(words).toContain('LĐLĐ huyện Yên Giang')
  // Before she joined, the list was shorter, and the decision founded it.
  const founding = await wordsOf('quyet-dinh-ban-chi-dao', { asOf: '2024-03-01' })
  expect(founding).not.toContain('Tạ Thị Lan')
  expect(founding).toContain('Về việc thành lập Ban Chỉ đạo')
})

test('the notice of charges names units, enterprises and the day', async () => {
  const words = await wordsOf('thong-bao-phan-cong', { asOf: '2024-09-30' })
  expect(words).toMatch(
    /Lê Thị Hồng Hạnh.{0,80}LĐLĐ thị xã Phú Lĩnh, LĐLĐ huyện Yên Giang, LĐLĐ huyện Thanh Lâm và LĐLĐ huyện Tân Khê/,
  )
  expect(words).toContain('31/12/2024')
})

test('commendations that are written down are what is proposed and decided', async () => {
  const { call } = opened
  await call('commendations.propose', {
    plan: '2024',
    asOf: '2024-09-30',
    atLeast: 70,
    top: 2,
    form: 'BK_LDLD',
    people: true,
  })
  const rows = (await call('commendations.list', { plan: '2024', state: 'proposed' })).map(({ name }) => name)
  expect(rows.length).toBeGreaterThan(1)
  for (const type of ['to-trinh-khen-thuong', 'quyet-dinh-khen-thuong']) {
    const words = await wordsOf(type, { asOf: '2024-09-30' })
    for (const name of rows) expect(words).toContain(name)
    expect(words).toContain('Bằng khen của Ban Chấp hành Liên đoàn Lao động tỉnh')
  }
})

test('the recognition of a union lists its committees when they are given', async () => {
  const { rows } = await opened.call('unions.list', { search: 'co khi cat khanh' })
  const words = await wordsOf('quyet-dinh-cong-nhan-cdcs', { union: rows[0]?.id ?? '', asOf: '2024-09-30' })
  for (const text of ['DANH SÁCH BAN CHẤP HÀNH', 'Lương Thị Nga', 'Chủ nhiệm Ủy ban Kiểm tra'])
    expect(words).toContain(text)
})

test('who looked after an enterprise on the day is named, not who does now', async () => {
  const { call } = opened
  const [first] = await call('assignments.list', { subject: 'enterprise', asOf: '2024-09-30', state: 'current' })
  const other = (await call('people.list', {})).find(({ fullName }) => fullName === 'Vũ Đức Thắng')
  await call('assignments.assign', {
    personId: other?.id ?? '',
    enterprises: [first?.enterpriseId ?? ''],
    validFrom: '2024-10-01',
  })
  const named = (words: string): boolean => new RegExp(`Vũ Đức Thắng[^|]{0,300}${first?.enterprise ?? ''}`).test(words)
  expect(named(await wordsOf('thong-bao-phan-cong', { asOf: '2024-09-30' }))).toBe(false)
  expect((await call('enterprises.get', { id: first?.enterpriseId ?? '' })).officerName).toBe('Vũ Đức Thắng')
})
