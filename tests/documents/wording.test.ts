import { describe, expect, it } from 'vitest'
import { documentTypes } from '#main/documents/catalogue.ts'
import { headline } from '#main/documents/pieces/results.ts'
import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { plainText } from '#shared/domain/documents/snapshot.ts'
import { inlineText } from '#shared/domain/wording/parts.ts'
import { elapsedOf } from '#shared/domain/results/pace.ts'
import { byEndOf, periodLabel, reportingDays } from '#shared/domain/wording/period.ts'
import {
  describeScope,
  fullOrganisationName,
  partyCommitteeOf,
  properCaseOrganisation,
} from '#shared/domain/wording/scope.ts'
import { buildFacts, type FactLines, type ResultLine, type TargetLine } from './support/sample-facts.ts'
import { haiAnFacts } from './support/hai-an.ts'

function text(id: string, facts: DocumentFacts): string {
  const type = documentTypes.find((candidate) => candidate.id === id)
  if (type === undefined) throw new Error(id)
  return plainText(type.compose(facts))
}

/** An office telling its own figures: no units below it. */
function office(name: string, lines: Partial<FactLines> & { asOf: string }): DocumentFacts {
  return buildFacts({ root: { code: 'R', type: 'LDLD_TINH', name, shortName: name }, ...lines })
}

const done = (indicator: string, value: number, more: Partial<ResultLine> = {}): ResultLine => ({
  unit: 'R',
  indicator,
  value,
  ...more,
})
const asked = (
  indicator: string,
  value: number | null,
  assigner: string,
  more: Partial<TargetLine> = {},
): TargetLine => ({
  unit: 'R',
  indicator,
  value,
  assigner,
  ...more,
})

describe('the sentence everybody quotes', () => {
  const cases: readonly (readonly [string, DocumentFacts, string])[] = [
    [
      'results without a target: no percent',
      office('Liên đoàn Lao động tỉnh Quảng Trị', {
        plan: { code: '2019', from: '2019-01-01', to: '2019-12-31' },
        asOf: '2019-08-15',
        results: [done('DV_MOI', 1348), done('CDCS_MOI', 17)],
      }),
      'Tính đến ngày 15/8/2019, toàn tỉnh kết nạp mới 1.348 đoàn viên, thành lập mới 17 CĐCS.',
    ],
    [
      'a percent stated by the unit, its target unknown',
      office('LĐLĐ tỉnh Quảng Ninh', {
        asOf: '2024-06-30',
        results: [done('DV_MOI', 7965, { statedPercent: 66 }), done('CDCS_MOI', 41, { statedPercent: 58 })],
      }),
      'Tính đến ngày 30/6/2024, toàn tỉnh kết nạp mới 7.965 đoàn viên (đạt 66% kế hoạch), thành lập mới 41 CĐCS (đạt 58% kế hoạch).',
    ],
    [
      'two targets of one giver: named once',
      office('LĐLĐ quận Hà Đông', {
        plan: { code: '2021', from: '2021-01-01', to: '2021-12-31' },
        asOf: '2021-09-30',
        assigners: [{ code: 'TP', name: 'Thành phố' }],
        targets: [asked('CDCS_MOI', 25, 'TP'), asked('DV_MOI', 1000, 'TP')],
        results: [done('CDCS_MOI', 20), done('DV_MOI', 657)],
      }),
      'Tính đến ngày 30/9/2021, toàn quận thành lập mới 20/25 CĐCS, đạt 80%; kết nạp 657/1.000 đoàn viên, đạt 65,7% chỉ tiêu Thành phố giao.',
    ],
    [
      'a figure that was rounded keeps its word',
      office('Liên đoàn Lao động tỉnh Thái Bình', {
        asOf: '2024-06-30',
        targets: [asked('CDCS_MOI', 74, 'TLD'), asked('DV_MOI', 10_800, 'TLD')],
        results: [done('CDCS_MOI', 22), done('DV_MOI', 7000, { qualifier: '≥', word: 'hơn' })],
      }),
      'Tính đến ngày 30/6/2024, toàn tỉnh thành lập mới 22/74 CĐCS, đạt 29,7%; kết nạp hơn 7.000/10.800 đoàn viên, đạt hơn 64,8% chỉ tiêu Tổng Liên đoàn giao.',
    ],
    [
      'two givers: both percents, each with its target',
      office('Liên đoàn Lao động tỉnh Bình Phước', {
        asOf: '2024-12-10',
        targets: [asked('DV_MOI', 8446, 'TLD'), asked('DV_MOI', 9312, 'BCH')],
        results: [done('DV_MOI', 8818)],
      }),
      'Tính đến ngày 10/12/2024, toàn tỉnh kết nạp mới 8.818 đoàn viên, đạt 94,7% chỉ tiêu Ban Chấp hành LĐLĐ tỉnh giao (9.312 đoàn viên) và đạt 104,4%, vượt 4,4% chỉ tiêu Tổng Liên đoàn giao (8.446 đoàn viên).',
    ],
    [
      'small counts are padded, an exceeded target says by how much',
      office('Liên đoàn Lao động thành phố Hải Phòng', {
        asOf: '2024-06-30',
        targets: [asked('CDCS_MOI', 8, 'BCH')],
        results: [done('CDCS_MOI', 9), done('DV_MOI', 7)],
      }),
      'Tính đến ngày 30/6/2024, toàn thành phố thành lập mới 9/8 CĐCS, đạt 112,5%, vượt 12,5% chỉ tiêu Ban Chấp hành LĐLĐ tỉnh giao; kết nạp mới 07 đoàn viên.',
    ],
    [
      'nothing reported',
      office('Công đoàn ngành Y tế', { asOf: '2024-06-30', targets: [asked('DV_MOI', 10, 'BCH')] }),
      'Tính đến ngày 30/6/2024, toàn ngành chưa có số liệu báo cáo kết quả thực hiện.',
    ],
    [
      'a target of zero gives no percent',
      office('Liên đoàn Lao động huyện An Lạc', {
        asOf: '2024-06-30',
        targets: [asked('CDCS_MOI', 0, 'BCH')],
        results: [done('CDCS_MOI', 2)],
      }),
      'Tính đến ngày 30/6/2024, toàn huyện thành lập mới 02 CĐCS.',
    ],
  ]

  it.each(cases)('%s', (_, facts, sentence) => {
    expect(inlineText(headline(facts))).toBe(sentence)
    expect(text('bao-cao-tien-do', facts)).toContain(sentence)
  })
})

describe('stated percents without a target', () => {
  const facts = office('LĐLĐ tỉnh Quảng Ninh', {
    asOf: '2024-06-30',
    results: [done('DV_MOI', 7965, { statedPercent: 66 }), done('CDCS_MOI', 41, { statedPercent: 58 })],
  })

  it('say whose percent it is and which targets follow from it', () => {
    const report = text('bao-cao-tien-do', facts)
    expect(report).toContain(
      'Tỷ lệ đạt kế hoạch nêu trên là tỷ lệ do đơn vị báo cáo; chỉ tiêu kế hoạch suy ra từ tỷ lệ này: từ 11.889 đến 12.160 đoàn viên; từ 70 đến 71 CĐCS.',
    )
    expect(report).toContain('suy ra 70–71')
  })
})

describe('goals', () => {
  it('are levels and ratios by a year, not counts of it', () => {
    const plan = text(
      'ke-hoach-nam',
      office('Liên đoàn Lao động tỉnh Sóc Trăng', {
        plan: { code: '2021-2023', kind: 'term', from: '2021-01-01', to: '2023-12-31' },
        asOf: '2021-01-01',
        targets: [asked('DV_TONG', 63_000, 'TU'), asked('TL_DN_CDCS_20', 100, 'TU')],
      }),
    )
    expect(plan).toContain('Đến năm 2023, toàn tỉnh có 63.000 đoàn viên.')
    expect(plan).toContain('100% doanh nghiệp có từ 20 lao động trở lên đã đi vào hoạt động có CĐCS.')
    expect(plan).toContain('giai đoạn 2021 - 2023')
  })

  it('tell the parts behind the whole, and other indicators by their own names', () => {
    const plan = text('ke-hoach-nam', haiAnFacts())
    expect(plan).toContain('Kết nạp mới 10.900 đoàn viên, trong đó 9.780 đoàn viên ở khu vực ngoài nhà nước.')
    expect(plan).toContain('Thành lập mới 75 CĐCS, trong đó 34 CĐCS ở doanh nghiệp có từ 25 lao động trở lên.')
    const other = text(
      'ke-hoach-nam',
      office('Liên đoàn Lao động tỉnh A', { asOf: '2024-01-01', targets: [asked('HNNLD', 120, 'BCH')] }),
    )
    expect(other).toContain('Doanh nghiệp tổ chức hội nghị người lao động: 120 doanh nghiệp.')
  })

  it('stand beside what the units were given, with the difference said', () => {
    expect(text('ke-hoach-nam', haiAnFacts())).toContain(
      'Tổng chỉ tiêu giao cho các đơn vị là 10.900 đoàn viên, 75 CĐCS, 290 đoàn viên ưu tú; so với chỉ tiêu Tổng Liên đoàn giao: cao hơn 100 đoàn viên, 01 CĐCS; so với chỉ tiêu đã cam kết với Ban Thường vụ Tỉnh ủy: cao hơn 100 đoàn viên, 01 CĐCS, thấp hơn 10 đoàn viên ưu tú.',
    )
  })
})

describe('the report on a pledge', () => {
  it('prints results without percent where the number pledged is not known', () => {
    const report = text(
      'bao-cao-cam-ket',
      office('Liên đoàn Lao động tỉnh Quảng Trị', {
        plan: { code: '2019', from: '2019-01-01', to: '2019-12-31' },
        asOf: '2019-08-15',
        targets: [asked('DV_MOI', null, 'TU', { kind: 'pledged' }), asked('CDCS_MOI', null, 'TU', { kind: 'pledged' })],
        results: [done('DV_MOI', 1348), done('CDCS_MOI', 17)],
      }),
    )
    expect(report).toContain('toàn tỉnh kết nạp mới 1.348 đoàn viên, thành lập mới 17 CĐCS.')
    expect(report).toContain('Số liệu chỉ tiêu cam kết chưa được cập nhật')
    expect(report).not.toMatch(/\d%/)
  })

  it('a report on difficult enterprises tells of no work done where there is none', () => {
    const facts = haiAnFacts()
    const listed = text('bao-cao-doanh-nghiep-kho-khan', facts)
    expect(listed).toContain('KẾT QUẢ TRIỂN KHAI')
    const none = text('bao-cao-doanh-nghiep-kho-khan', { ...facts, lists: { ...facts.lists, enterprises: [] } })
    expect(none).toContain('Đến nay chưa có doanh nghiệp nào được ghi nhận là khó khăn')
    expect(none).not.toMatch(/KẾT QUẢ TRIỂN KHAI|đã xây dựng kế hoạch|nêu trên/u)
  })

  it('holds results against the pledge alone, not against other targets', () => {
    const report = text('bao-cao-cam-ket', haiAnFacts())
    expect(report).toContain(
      'đạt 44,6%; kết nạp hơn 6.448/10.800 đoàn viên, đạt hơn 59,7% chỉ tiêu đã cam kết với Ban Thường vụ Tỉnh ủy.',
    )
    expect(report).not.toContain('Tổng Liên đoàn giao')
  })
})

describe('assessment', () => {
  it('says only what figures show: reached, on pace, behind, silent', () => {
    const report = text('bao-cao-tien-do', haiAnFacts())
    expect(report).toContain('thời gian thực hiện kế hoạch năm 2024 đã qua 49,7%.')
    expect(report).toContain('01 đơn vị đã hoàn thành và hoàn thành vượt chỉ tiêu: LĐLĐ thị xã Bình Sơn (101%)')
    expect(report).toContain(
      '01 đơn vị đạt dưới 49,7% chỉ tiêu (chậm so với tiến độ thời gian): LĐLĐ huyện Đông Thành (37,9%)',
    )
    expect(report).toContain(
      'Từ nay đến ngày 31/12/2024, phấn đấu kết nạp mới 4.452 đoàn viên; thành lập mới 42 CĐCS; giới thiệu 124 đoàn viên ưu tú để hoàn thành chỉ tiêu',
    )
  })

  it('after the plan speaks of what was not reached instead of pace', () => {
    const report = text('bao-cao-tien-do', haiAnFacts({ asOf: '2024-12-31' }))
    expect(report).not.toContain('tiến độ thời gian')
    expect(report).toContain('NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI')
    expect(report).toContain('So với chỉ tiêu năm 2024, còn phải thực hiện: kết nạp mới 4.452 đoàn viên')
  })

  it('names the kinds of units there are on the day, whatever they are', () => {
    const communes = buildFacts({
      root: { code: 'R', type: 'LDLD_TINH', name: 'Liên đoàn Lao động tỉnh Hải An', shortName: 'LĐLĐ tỉnh' },
      children: [
        { code: 'X1', type: 'CD_XA', name: 'Công đoàn xã An Bình', shortName: 'CĐ xã An Bình' },
        { code: 'P1', type: 'CD_PHUONG', name: 'Công đoàn phường Hải Châu', shortName: 'CĐ phường Hải Châu' },
      ],
      plan: { code: '2026', from: '2026-01-01', to: '2026-12-31' },
      asOf: '2026-03-31',
      targets: ['X1', 'P1'].map((unit) => ({ unit, indicator: 'DV_MOI', assigner: 'BCH', value: 50 })),
    })
    const plan = text('ke-hoach-nam', communes)
    expect(plan).toContain(
      'Giao chỉ tiêu cho 02 đơn vị, gồm: 01 Công đoàn xã; 01 Công đoàn phường (có Phụ lục kèm theo).',
    )
    expect(plan).not.toMatch(/huyện|thị xã/u)
  })
})

describe('how units are spoken of', () => {
  it.each([
    [
      'LĐLĐ tỉnh Quảng Ninh',
      'Liên đoàn Lao động tỉnh Quảng Ninh',
      'LĐLĐ tỉnh',
      'toàn tỉnh',
      'trên địa bàn tỉnh Quảng Ninh',
    ],
    [
      'LĐLĐ TP Hạ Long',
      'Liên đoàn Lao động thành phố Hạ Long',
      'LĐLĐ thành phố',
      'toàn thành phố',
      'trên địa bàn thành phố Hạ Long',
    ],
    [
      'Liên đoàn Lao động Thị xã Quảng Trị',
      'Liên đoàn Lao động thị xã Quảng Trị',
      'LĐLĐ thị xã',
      'toàn thị xã',
      'trên địa bàn thị xã Quảng Trị',
    ],
    ['LĐLĐ quận Hà Đông', 'Liên đoàn Lao động quận Hà Đông', 'LĐLĐ quận', 'toàn quận', 'trên địa bàn quận Hà Đông'],
    ['Công đoàn xã An Bình', 'Công đoàn xã An Bình', 'Công đoàn xã', 'toàn xã', 'trên địa bàn xã An Bình'],
    ['CĐ ngành Giáo dục', 'Công đoàn ngành Giáo dục', 'Công đoàn ngành', 'toàn ngành', 'trong ngành'],
    [
      'Công đoàn ngành Y tế tỉnh Hải An',
      'Công đoàn ngành Y tế tỉnh Hải An',
      'Công đoàn ngành',
      'toàn ngành',
      'trong ngành',
    ],
    [
      'CĐ Viên chức tỉnh Hải An',
      'Công đoàn Viên chức tỉnh Hải An',
      'Công đoàn Viên chức tỉnh',
      'các công đoàn cơ sở trực thuộc',
      'trong phạm vi quản lý',
    ],
    [
      'Công đoàn các KCN tỉnh Hải An',
      'Công đoàn các khu công nghiệp tỉnh Hải An',
      'Công đoàn các khu công nghiệp tỉnh',
      'các công đoàn cơ sở trực thuộc',
      'trong các khu công nghiệp',
    ],
    [
      'Công đoàn Khu kinh tế Hải An',
      'Công đoàn Khu kinh tế Hải An',
      'Công đoàn Khu kinh tế Hải An',
      'các công đoàn cơ sở trực thuộc',
      'trong Khu kinh tế Hải An',
    ],
    [
      'Công đoàn cơ sở Công ty Điện lực tỉnh Hải An',
      'Công đoàn cơ sở Công ty Điện lực tỉnh Hải An',
      'Công đoàn cơ sở Công ty Điện lực tỉnh Hải An',
      'toàn đơn vị',
      'trong đơn vị',
    ],
    [
      'Công đoàn các xã, phường vùng cao',
      'Công đoàn các xã, phường vùng cao',
      'Công đoàn các xã, phường vùng cao',
      'các công đoàn cơ sở trực thuộc',
      'trong phạm vi quản lý',
    ],
    [
      'LĐLĐ TP Hạ Long, tỉnh Quảng Ninh',
      'Liên đoàn Lao động thành phố Hạ Long, tỉnh Quảng Ninh',
      'LĐLĐ thành phố',
      'toàn thành phố',
      'trên địa bàn thành phố Hạ Long',
    ],
    [
      'Công đoàn phường Hòa Bình',
      'Công đoàn phường Hòa Bình',
      'Công đoàn phường',
      'toàn phường',
      'trên địa bàn phường Hòa Bình',
    ],
  ])('%s', (name, organisation, short, whole, within) => {
    expect(describeScope(name)).toMatchObject({ organisation, short, whole, within })
  })

  it('undoes abbreviations and capitals', () => {
    expect(fullOrganisationName('CĐ các KCN tỉnh')).toBe('Công đoàn các khu công nghiệp tỉnh')
    expect(properCaseOrganisation('LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HÀ NỘI')).toBe('Liên đoàn Lao động thành phố Hà Nội')
    expect(properCaseOrganisation('LĐLĐ TỈNH QUẢNG TRỊ')).toBe('Liên đoàn Lao động tỉnh Quảng Trị')
  })

  it.each([
    ['Liên đoàn Lao động tỉnh Hải An', 'Tỉnh ủy Hải An'],
    ['LĐLĐ quận Hà Đông', 'Quận ủy Hà Đông'],
    ['LĐLĐ huyện An Lạc', 'Huyện ủy An Lạc'],
    ['LĐLĐ thị xã Bình Sơn', 'Thị ủy Bình Sơn'],
    ['Công đoàn phường Hải Châu', 'Đảng ủy phường Hải Châu'],
    ['Công đoàn ngành Y tế', 'cấp ủy cùng cấp'],
  ])('%s pledges to %s', (name, committee) => {
    expect(partyCommitteeOf(name, 'Tỉnh ủy')).toBe(committee)
  })
})

describe('periods', () => {
  const year = { kind: 'year', code: '2024', name: '', from: '2024-01-01', to: '2024-12-31' } as const
  const unionYear = { ...year, from: '2023-12-01', to: '2024-11-30' }
  const term = { ...year, kind: 'term', from: '2023-01-01', to: '2028-12-31' } as const
  const phase = { ...year, kind: 'phase', from: '2024-07-01', to: '2024-07-31' } as const

  it.each([
    [year, 'năm 2024', 'đến hết năm 2024'],
    [unionYear, 'năm 2024', 'đến hết năm 2024'],
    [term, 'giai đoạn 2023 - 2028', 'đến năm 2028'],
    [phase, 'từ ngày 1/7/2024 đến ngày 31/7/2024', 'đến ngày 31/7/2024'],
  ])('%#', (plan, label, until) => {
    expect(inlineText(periodLabel(plan))).toBe(label)
    expect(inlineText(byEndOf(plan))).toBe(until)
  })

  it.each([
    [year, '2024-06-30', 49.7],
    [year, '2023-12-31', 0],
    [year, '2024-12-31', 100],
    [year, '2026-01-01', 100],
    [phase, '2024-07-01', 3.2],
    [unionYear, '2024-05-31', 50],
  ])('time gone by: %# %s', (plan, asOf, percent) => {
    expect(elapsedOf(plan, asOf)).toBe(percent)
  })

  it('closes figures by the calendar the plan itself follows', () => {
    expect(reportingDays(year)).toEqual({ half: '2024-06-30', nine: '2024-09-30', end: '2024-12-31' })
    expect(reportingDays(unionYear)).toEqual({ half: '2024-05-31', nine: '2024-08-31', end: '2024-11-30' })
  })
})
