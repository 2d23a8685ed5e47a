import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDocumentType } from '#main/documents/catalogue.ts'
import { freePath } from '#main/services/documents/write-file.ts'
import { openTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { LISTING_TYPES, TYPE_IDS } from './support/made.ts'
import { textOfFile } from './support/text-of-file.ts'

describe('from the sample', () => {
  let sample: TestBackend
  beforeAll(async () => {
    sample = await openTestBackend({ province: 'sample', today: '2024-10-05', untilClosed: true })
  })
  afterAll(() => sample.close())

  it('lists every type with the rule sets it can be laid out by', async () => {
    const types = await sample.call('documents.types', {})
    expect(types.map((type) => type.type)).toEqual(TYPE_IDS)
    for (const type of types) expect(type.ruleSets).toContain('nd30-cong-doan')
  })

  it.each(TYPE_IDS)('%s can be made without further arguments', async (type) => {
    const out = path.join(sample.folder, `${type}.docx`)
    const made = await sample.call('documents.make', { type, out })
    // A plan of several years speaks of the term, a campaign's papers of the campaign, a unit's pledge of the first
    // unit; everything else of the year.
    const kind = findDocumentType(type)?.planKind
    const plan = kind === 'term' ? '2023-2028' : kind === 'campaign' ? '2024-CD' : '2024'
    expect(made).toMatchObject({ type, file: out, plan })
    expect(made.unit === 'TINH').toBe(type !== 'cam-ket-don-vi')
    expect(made.figures).toBeGreaterThan(LISTING_TYPES.has(type) ? -1 : 5)
    expect(made.problems.filter((problem) => problem.severity === 'error')).toEqual([])
    expect(await textOfFile(out)).toContain('Hải Sơn')
    expect(fs.readdirSync(sample.folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('keeps what was made: the file with its hash, every figure as printed', async () => {
    const out = path.join(sample.folder, 'Báo cáo.docx')
    const made = await sample.call('documents.make', { type: 'bao-cao-tien-do', asOf: '2024-06-30', out })
    const [row] = await sample.call('documents.list', {})
    expect(row).toMatchObject({
      type: 'bao-cao-tien-do',
      plan: '2024',
      unit: 'TINH',
      asOf: '2024-06-30',
      file: out,
      fileExists: true,
      status: 'draft',
    })
    const figures = await sample.call('documents.figures', { id: row?.id ?? '' })
    expect(figures).toHaveLength(made.figures)
    const printed = await textOfFile(out)
    for (const figure of figures) expect(printed).toContain(figure.text)
    const history = await sample.call('history.list', {})
    expect(JSON.stringify(history)).toContain('documents.make')
    expect(row?.sha256).toBe(createHash('sha256').update(fs.readFileSync(out)).digest('hex'))
    fs.rmSync(out)
    const [gone] = await sample.call('documents.list', {})
    expect(gone?.fileExists).toBe(false)
  })

  it('prints the figures that progress shows', async () => {
    const asOf = '2024-06-30'
    const progress = await sample.call('progress.get', { plan: '2024', asOf })
    const out = path.join(sample.folder, 'so.docx')
    await sample.call('documents.make', { type: 'bao-cao-tien-do', asOf, out })
    const [row] = await sample.call('documents.list', {})
    const figures = new Map(
      (await sample.call('documents.figures', { id: row?.id ?? '' })).map((figure) => [figure.id, figure.value]),
    )
    const shown = progress.rows.filter(
      (candidate) => candidate.indicator === 'DV_MOI' && candidate.assignerCode === 'BCH' && candidate.depth <= 1,
    )
    expect(shown.length).toBeGreaterThan(10)
    const unitOf = (candidate: (typeof shown)[number]): string =>
      candidate.level === 'total' ? 'TOTAL' : (candidate.unit ?? '')
    for (const candidate of shown)
      expect(figures.get(`target:DV_MOI:BCH:${unitOf(candidate)}@2024`), candidate.name).toBe(candidate.target)
    // Who has reported nothing prints a dash instead of 0 and 0 %.
    const reported = shown.filter((candidate) => candidate.reported)
    expect(reported.length).toBe(shown.length - 1)
    for (const candidate of reported) {
      expect(figures.get(`result:DV_MOI::${unitOf(candidate)}@${asOf}`), candidate.name).toBe(candidate.result)
      expect(figures.get(`percent:DV_MOI:BCH:${unitOf(candidate)}@${asOf}`), candidate.name).toBe(candidate.percent)
    }
  })

  it('speaks for one unit: its own targets, its own letterhead from its name, whom it reports to', async () => {
    const units = await sample.call('units.list', { asOf: '2024-06-30' })
    const district = units.find((unit) => unit.type === 'LDLD_HUYEN')
    const out = path.join(sample.folder, 'huyện.docx')
    const made = await sample.call('documents.make', {
      type: 'bao-cao-tien-do',
      unit: district?.code ?? '',
      asOf: '2024-06-30',
      out,
    })
    expect(made.problems.map((problem) => problem.code)).toEqual(
      expect.arrayContaining(['LETTERHEAD_MISSING', 'SIGNER_MISSING']),
    )
    const text = await textOfFile(out)
    expect(text).toContain('Kính gửi: Ban Thường vụ Liên đoàn Lao động tỉnh Hải Sơn')
    expect(text.replaceAll('\n', ' ')).toContain((district?.name ?? '').toLocaleUpperCase('vi'))
  })

  it('dates the papers of a unit named after no one place where the office above it sits', async () => {
    await sample.call('units.add', {
      code: 'X-VUNGCAO',
      name: 'Công đoàn các xã, phường, đặc khu vùng cao – biên giới (trực thuộc)',
      type: 'TRUC_THUOC',
      parent: 'TINH',
    })
    const plan = '2024'
    await sample.call('targets.set', { plan, unit: 'X-VUNGCAO', indicator: 'DV_MOI', assigner: 'BCH', value: 12 })
    const out = path.join(sample.folder, 'vùng cao.docx')
    await sample.call('documents.make', { type: 'cam-ket-don-vi', plan, unit: 'X-VUNGCAO', asOf: '2024-06-30', out })
    expect(await textOfFile(out)).toMatch(/^Hải Sơn, ngày\s/mu)
    await sample.call('history.undo', {})
    await sample.call('history.undo', {})
  })

  it('says that the secretary of the Party committee stays without a name in its form', async () => {
    const { problems } = await sample.call('documents.problems', { type: 'bao-cao-nhanh', rules: '05-hd-vptw' })
    const nameless = problems.find(({ code }) => code === 'SIGNER_MISSING')
    expect(nameless).toMatchObject({ severity: 'warning', mend: 'documents' })
    expect(nameless?.message).toContain('họ tên Bí thư của “Đảng ủy Liên đoàn Lao động tỉnh Hải Sơn”')
    const union = await sample.call('documents.problems', { type: 'bao-cao-nhanh' })
    expect(union.problems.map(({ code }) => code)).not.toContain('SIGNER_MISSING')
  })

  it('picks letterhead and kinds of units by the day: no district after 30/6/2025', async () => {
    await sample.call('plans.add', {
      code: '2026',
      kind: 'year',
      name: 'Kế hoạch năm 2026',
      from: '2026-01-01',
      to: '2026-12-31',
    })
    await sample.call('targets.set', { plan: '2026', unit: 'TINH', indicator: 'DV_MOI', assigner: 'TLĐ', value: 9000 })
    const communes = (await sample.call('units.list', { asOf: '2026-01-01' })).filter((unit) => unit.parent === 'TINH')
    expect(communes.length).toBeGreaterThan(2)
    for (const unit of communes)
      await sample.call('targets.set', {
        plan: '2026',
        unit: unit.code,
        indicator: 'DV_MOI',
        assigner: 'BCH',
        value: 100,
      })
    const out = path.join(sample.folder, '2026.docx')
    await sample.call('documents.make', { type: 'ke-hoach-nam', plan: '2026', out })
    const text = await textOfFile(out)
    expect(text.replaceAll('\n', ' ')).toContain('ỦY BAN MTTQ VIỆT NAM TỈNH HẢI SƠN')
    expect(text).not.toMatch(/LĐLĐ huyện|LĐLĐ thị xã|Liên đoàn Lao động huyện/u)
    expect(text).toContain('năm\u00a02026')
  })
})

describe('an office that has entered little', () => {
  it('is told what is missing before anything is made, and where to mend it', async () => {
    const { call, refuse, folder } = await openTestBackend({ today: '2024-03-01' })
    await call('plans.add', {
      code: '2024',
      kind: 'year',
      name: 'Kế hoạch năm 2024',
      from: '2024-01-01',
      to: '2024-12-31',
    })
    const out = path.join(folder, 'kh.docx')
    expect(await refuse('documents.make', { type: 'ke-hoach-nam', out })).toBe('DOCUMENT_INCOMPLETE')
    expect(fs.existsSync(out)).toBe(false)
    const check = await call('documents.check', { type: 'ke-hoach-nam' })
    expect(check.problems[0]).toMatchObject({ code: 'TARGETS_MISSING', severity: 'error', mend: 'targets' })
    expect(check.fileName).toBe('Kế hoạch 2024.docx')

    await call('targets.set', { plan: '2024', unit: 'TINH', indicator: 'DV_MOI', assigner: 'TLĐ', value: 100 })
    await call('units.add', { code: 'A', name: 'Liên đoàn Lao động huyện A', type: 'LDLD_HUYEN', parent: 'TINH' })
    await call('units.add', { code: 'B', name: 'Liên đoàn Lao động huyện B', type: 'LDLD_HUYEN', parent: 'TINH' })
    await call('targets.set', { plan: '2024', unit: 'A', indicator: 'DV_MOI', assigner: 'BCH', value: 60 })
    const made = await call('documents.make', { type: 'ke-hoach-nam', out })
    expect(made.problems.map((problem) => [problem.code, problem.severity])).toEqual([
      ['UNIT_TARGETS_BLANK', 'warning'],
      ['SIGNER_MISSING', 'warning'],
    ])
    expect(made.problems[0]?.message).toContain('Liên đoàn Lao động huyện B')
    expect(await textOfFile(out)).toContain('thấp hơn 40 đoàn viên')
  })

  it('counts enterprises from the size its targets were spread by, where no target speaks of one', async () => {
    const { call, folder } = await openTestBackend({ today: '2024-03-01' })
    await call('plans.add', { code: '2024', kind: 'year', name: 'Năm 2024', from: '2024-01-01', to: '2024-12-31' })
    await call('units.add', { code: 'A', name: 'LĐLĐ huyện A', type: 'LDLD_HUYEN', parent: 'TINH' })
    const sheet = path.join(folder, 'ds.csv')
    fs.writeFileSync(
      sheet,
      '\ufeffTên doanh nghiệp;Mã số thuế;Huyện;Tổng số lao động;Đã có công đoàn\nCông ty Một;0100109106;Huyện A;22;\nCông ty Hai;0300588569;Huyện A;40;x\n',
    )
    await call('survey.import', { file: sheet, asOf: '2024-01-15' })
    await call('targets.allocate', {
      plan: '2024',
      indicator: 'CDCS_MOI',
      assigner: 'BCH',
      total: 1,
      by: 'enterprises',
      threshold: 20,
    })
    const made = await call('documents.make', { type: 'ke-hoach-nam', out: path.join(folder, 'kh.docx') })
    const text = await textOfFile(made.file)
    expect(text).toContain('Theo kết quả khảo sát đến ngày 15/1/2024')
    expect(text).toContain('Trong 02 doanh nghiệp có từ 20 lao động trở lên, còn 01 doanh nghiệp chưa có CĐCS.')
  })

  it('leaves the name of the signer blank on a day nobody signs', async () => {
    const { call, folder } = await openTestBackend({ today: '2024-03-01' })
    await call('plans.add', { code: '2024', kind: 'year', name: 'Năm 2024', from: '2024-01-01', to: '2024-12-31' })
    await call('targets.set', { plan: '2024', unit: 'TINH', indicator: 'DV_MOI', assigner: 'TLĐ', value: 100 })
    await call('signers.save', {
      fullName: 'Lê Văn Sau',
      authority: 'TM. Ban Thường vụ',
      position: 'Phó Chủ tịch',
      validFrom: '2024-02-01',
      validTo: null,
    })
    const early = await call('documents.make', { type: 'ke-hoach-nam', out: path.join(folder, 'đầu năm') })
    expect(early.problems.map((problem) => problem.code)).toContain('SIGNER_TERM')
    expect(path.basename(early.file)).toBe('đầu năm.docx')
    expect(await textOfFile(early.file)).not.toContain('Lê Văn Sau')
    const later = await call('documents.make', {
      type: 'ke-hoach-nam',
      asOf: '2024-02-15',
      out: path.join(folder, 'sau.docx'),
    })
    expect(later.problems.map((problem) => problem.code)).not.toContain('SIGNER_MISSING')
    // A deputy signs for a collective without KT. (NĐ 30/2020, Phụ lục I, mục II.7).
    expect(await textOfFile(later.file)).toContain('TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\nLê Văn Sau')
  })
})

describe('files that cannot be written', () => {
  let office: TestBackend
  beforeAll(async () => {
    office = await openTestBackend({ today: '2024-03-01', untilClosed: true })
    await office.call('plans.add', {
      code: '2024',
      kind: 'year',
      name: 'Năm 2024',
      from: '2024-01-01',
      to: '2024-12-31',
    })
  })
  afterAll(() => office.close())
  const make = (out: string) => office.refuse('documents.make', { type: 'bao-cao-tien-do', out })

  it('refuses a folder that is not there, a folder as a file, another kind of file, a bad name', async () => {
    expect(await make(path.join(office.folder, 'không có', 'a.docx'))).toBe('FOLDER_MISSING')
    expect(await make(path.join(office.file, 'a.docx'))).toBe('FOLDER_MISSING')
    fs.mkdirSync(path.join(office.folder, 'thư mục.docx'))
    expect(await make(path.join(office.folder, 'thư mục.docx'))).toBe('FILE_IS_FOLDER')
    expect(await make(path.join(office.folder, 'a.doc'))).toBe('FILE_NOT_DOCUMENT')
    expect(await make(path.join(office.folder, 'a|b.docx'))).toBe('FILE_NAME_INVALID')
  })

  it.each(['~$kế hoạch.docx', '~$ hoạch.docx', '.~lock.kế hoạch.docx#'])(
    'sees by %s that the file is open, keeps it and offers another name',
    async (lock) => {
      const file = path.join(office.folder, 'kế hoạch.docx')
      fs.writeFileSync(file, 'bản đang mở')
      fs.writeFileSync(path.join(office.folder, lock), '')
      const refused = await office.backend.call('documents.make', { type: 'bao-cao-tien-do', out: file })
      expect(refused).toMatchObject({
        ok: false,
        error: { code: 'FILE_LOCKED', details: { other: path.join(office.folder, 'kế hoạch (2).docx') } },
      })
      expect(!refused.ok && refused.error.message).toContain('kế hoạch (2).docx')
      expect(fs.readFileSync(file, 'utf8')).toBe('bản đang mở')
      fs.rmSync(path.join(office.folder, lock))
    },
  )

  it('does not write over a read-only file', async () => {
    const file = path.join(office.folder, 'chỉ đọc.docx')
    fs.writeFileSync(file, 'bản cũ')
    fs.chmodSync(file, 0o444)
    expect(await make(file)).toBe('FILE_READ_ONLY')
    expect(fs.readFileSync(file, 'utf8')).toBe('bản cũ')
    fs.chmodSync(file, 0o644)
  })

  it('refuses an unknown type, plan, unit, and a unit that is not there that day', async () => {
    const out = path.join(office.folder, 'x.docx')
    expect(await office.refuse('documents.make', { type: 'giấy-mời', out })).toBe('DOCUMENT_TYPE_UNKNOWN')
    expect(await office.refuse('documents.make', { type: 'bao-cao-tien-do', plan: '1999', out })).toBe('PLAN_UNKNOWN')
    expect(await office.refuse('documents.make', { type: 'bao-cao-tien-do', unit: 'KHONGCO', out })).toBe(
      'UNIT_UNKNOWN',
    )
    await office.call('units.add', {
      code: 'SAU',
      name: 'Công đoàn xã Sau',
      type: 'CD_XA',
      parent: 'TINH',
      validFrom: '2025-07-01',
    })
    expect(await office.refuse('documents.make', { type: 'bao-cao-tien-do', unit: 'SAU', out })).toBe('UNIT_NOT_ACTIVE')
  })

  it('writes nothing and records nothing when it was cancelled', async () => {
    const out = path.join(office.folder, 'hủy.docx')
    const stop = new AbortController()
    const result = await office.backend.call(
      'documents.make',
      { type: 'bao-cao-tien-do', out },
      { signal: stop.signal, onProgress: () => stop.abort() },
    )
    expect(result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect(fs.existsSync(out)).toBe(false)
    expect(await office.call('documents.list', {})).toEqual([])
  })

  it('offers the first free name', () => {
    fs.writeFileSync(path.join(office.folder, 'tờ.docx'), '')
    fs.writeFileSync(path.join(office.folder, 'tờ (2).docx'), '')
    expect(path.basename(freePath(path.join(office.folder, 'tờ.docx')))).toBe('tờ (3).docx')
  })
})

describe('a note at a target', () => {
  it('is printed in the annex beside its unit, once', async () => {
    const { call, folder } = await openTestBackend({ province: 'sample', today: '2024-10-05' })
    const set = { unit: 'TP-HAISON', assigner: 'BCH', note: 'Có khu công nghiệp mới' }
    await call('targets.set', { ...set, indicator: 'DV_MOI', value: 911 })
    await call('targets.set', { ...set, indicator: 'CDCS_MOI', value: 12 })
    await call('targets.set', { ...set, indicator: 'DVUT_GT', value: 189, note: 'Ưu tiên công nhân' })
    const out = path.join(folder, 'Phụ lục.docx')
    await call('documents.make', { type: 'phu-luc-chi-tieu', out })
    const text = await textOfFile(out)
    expect(text.split('Có khu công nghiệp mới; Ưu tiên công nhân')).toHaveLength(2)
  })
})
