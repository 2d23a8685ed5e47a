import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findUnionProblems } from '#main/documents/types/quyet-dinh-cong-nhan-cdcs/problems.ts'
import type { UnionFact } from '#shared/domain/documents/facts.ts'
import { NO_ORGANISATION, type UnionOfficerFact } from '#shared/domain/documents/organisation-facts.ts'
import { readPart } from '#tests/support/zip-part.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { haiAnFacts } from './support/hai-an.ts'
import { HAI_AN_LISTS } from './support/hai-an-lists.ts'

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
  expect(words).toContain('(có Phụ lục kèm theo)')
  // Under the officer a row a unit: targets of members and unions, enterprises given to him, the day.
  expect(words).toMatch(
    /Lê Thị Hồng Hạnh, Trưởng Ban.{0,60} 1 LĐLĐ thị xã Phú Lĩnh [\d.]+ \d+ .{0,400}4 LĐLĐ huyện Tân Khê [\d.]+ \d+ /,
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

test('a committee another body founds is decided in that body’s form, on a draft with a tờ trình to it', async () => {
  const { call } = opened
  const [committee] = await call('committees.list', { asOf: '2024-09-30' })
  if (committee === undefined) throw new Error('the sample province has a committee')
  const { id, unit, name, period, duties, regime } = committee
  const founded = async (issuerKind: 'union' | 'party' | 'government', issuer: string): Promise<void> => {
    await call('committees.save', { id, unit, name, period, duties, regime, issuerKind, issuer })
  }
  await founded('government', 'UBND tỉnh Hải Sơn')
  const ofGovernment = await wordsOf('quyet-dinh-ban-chi-dao', { asOf: '2024-09-30' })
  for (const words of ['ỦY BAN NHÂN DÂN TỈNH HẢI SƠN CỘNG HÒA', '/QĐ-UBND', 'TM. ỦY BAN NHÂN DÂN', 'Lưu: VT.'])
    expect(ofGovernment).toContain(words)
  expect(ofGovernment).toContain('Xét đề nghị của Ban Thường vụ Liên đoàn Lao động tỉnh Hải Sơn')
  expect(ofGovernment).not.toContain('BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG')
  expect(await wordsOf('to-trinh-ban-chi-dao', { asOf: '2024-09-30' })).toContain(
    'Kính gửi: Ủy ban nhân dân tỉnh Hải Sơn',
  )
  await founded('party', 'Ban Thường vụ Tỉnh ủy')
  const ofParty = await wordsOf('quyet-dinh-ban-chi-dao', { asOf: '2024-09-30' })
  for (const words of ['ĐẢNG CỘNG SẢN VIỆT NAM', '-QĐ/TU', 'BAN THƯỜNG VỤ TỈNH ỦY HẢI SƠN', 'T/M BAN THƯỜNG VỤ'])
    expect(ofParty).toContain(words)
  const { problems } = await call('documents.check', {
    type: 'quyet-dinh-ban-chi-dao',
    plan: '2024',
    asOf: '2024-09-30',
  })
  expect(problems.map(({ code }) => code)).toContain('ISSUED_BY_OTHERS')
  await founded('union', '')
})

test('a tờ trình of a Party body says "Kính trình", of the union "Kính gửi"', async () => {
  const party = await wordsOf('to-trinh-ban-chi-dao', { asOf: '2024-09-30', rules: '05-hd-vptw' })
  for (const words of [
    'ĐẢNG BỘ TỈNH HẢI SƠN ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN',
    '-TTr/ĐU',
    'Kính trình: Ban Thường vụ Tỉnh ủy Hải Sơn',
    'Ban Thường vụ Đảng ủy Liên đoàn Lao động tỉnh Hải Sơn kính trình',
  ])
    expect(party).toContain(words)
  expect(await wordsOf('bao-cao-tien-do', { asOf: '2024-09-30', rules: '05-hd-vptw' })).toContain(
    'Kính gửi: Ban Thường vụ Tỉnh ủy Hải Sơn',
  )
})

test('a union is not recognised with a person listed twice, two chairs, or days out of order', () => {
  const facts = haiAnFacts()
  const union = { ...HAI_AN_LISTS.union, foundedOn: '2024-06-20', decisionOn: '2024-06-01', members: 4 } as UnionFact
  const officer = (fullName: string, role: string, born: string | null = null): UnionOfficerFact => ({
    body: 'executive',
    fullName,
    born,
    position: null,
    role,
  })
  const codesOf = (of: UnionFact, unionOfficers: UnionOfficerFact[]): string[] =>
    findUnionProblems({
      ...facts,
      lists: { ...facts.lists, union: of },
      organisation: { ...NO_ORGANISATION, unionOfficers },
    }).map(({ code, severity }) => `${code} ${severity}`)
  expect(codesOf(union, [])).toEqual(['UNION_MEMBERS_FEW error', 'UNION_DATES warning'])
  const sound = { ...union, decisionOn: '2024-06-25', members: 25, chair: 'Lê Văn Tám' }
  expect(codesOf(sound, [officer('Lê Văn Tám', 'Chủ tịch')])).toEqual([])
  expect(codesOf(sound, [officer('Lê Văn Tám', 'Chủ tịch'), officer('LÊ  VĂN TÁM', 'Ủy viên')])).toEqual([
    'UNION_OFFICER_TWICE error',
  ])
  // Two people of one name, told apart by their years of birth.
  const namesakes = [officer('Lê Văn Tám', 'Chủ tịch', '1980'), officer('Lê Văn Tám', 'Ủy viên', '1991')]
  expect(codesOf(sound, namesakes)).toEqual([])
  expect(codesOf(sound, [officer('Lê Văn Tám', 'Chủ tịch'), officer('Ngô Thị Sáu', 'Chủ tịch')])).toEqual([
    'UNION_CHAIR error',
  ])
  expect(codesOf(sound, [officer('Ngô Thị Sáu', 'Chủ tịch')])).toEqual(['UNION_CHAIR warning'])
})
