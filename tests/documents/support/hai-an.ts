import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import { HAI_AN_LISTS } from './hai-an-lists.ts'
import { buildFacts, type FactLines, type ResultLine, type TargetLine, type UnitLine } from './sample-facts.ts'

/**
 * The fixed data set of the document tests: an invented province as it stood in 2024, eleven units of four
 * kinds, two assigners and a pledge, one unit silent, one target still blank.
 */
const ROOT: UnitLine = {
  code: 'TINH',
  type: 'LDLD_TINH',
  name: 'Liên đoàn Lao động tỉnh Hải An',
  shortName: 'LĐLĐ tỉnh Hải An',
}

type Row = readonly [
  code: string,
  type: string,
  name: string,
  shortName: string,
  members: number,
  nonState: number,
  unions: number,
  big: number,
  party: number,
]

const UNITS: readonly Row[] = [
  ['TPHA', 'LDLD_HUYEN', 'Liên đoàn Lao động thành phố Hải An', 'LĐLĐ thành phố Hải An', 2100, 1900, 15, 6, 60],
  ['TXBS', 'LDLD_HUYEN', 'Liên đoàn Lao động thị xã Bình Sơn', 'LĐLĐ thị xã Bình Sơn', 1150, 1020, 9, 4, 35],
  ['AL', 'LDLD_HUYEN', 'Liên đoàn Lao động huyện An Lạc', 'LĐLĐ huyện An Lạc', 900, 800, 7, 3, 30],
  ['DT', 'LDLD_HUYEN', 'Liên đoàn Lao động huyện Đông Thành', 'LĐLĐ huyện Đông Thành', 760, 650, 6, 2, 25],
  ['TP', 'LDLD_HUYEN', 'Liên đoàn Lao động huyện Tân Phong', 'LĐLĐ huyện Tân Phong', 540, 480, 5, 2, 20],
  ['VK', 'LDLD_HUYEN', 'Liên đoàn Lao động huyện Vĩnh Khê', 'LĐLĐ huyện Vĩnh Khê', 410, 350, 4, 1, 20],
  ['CDGD', 'CD_NGANH', 'Công đoàn ngành Giáo dục', 'Công đoàn ngành Giáo dục', 280, 120, 3, 0, 30],
  ['CDYT', 'CD_NGANH', 'Công đoàn ngành Y tế', 'Công đoàn ngành Y tế', 190, 60, 2, 0, 20],
  ['CDCT', 'CD_NGANH', 'Công đoàn ngành Công Thương', 'Công đoàn ngành Công Thương', 420, 400, 4, 2, 15],
  ['CDVC', 'CD_VIENCHUC', 'Công đoàn Viên chức tỉnh', 'Công đoàn Viên chức tỉnh', 150, 0, 2, 0, 30],
  ['CDKCN', 'CD_KCN', 'Công đoàn các khu công nghiệp tỉnh', 'Công đoàn các khu công nghiệp', 4000, 4000, 18, 14, 35],
]

/** [code, members admitted, lost, unions founded, introduced, admitted to the Party] by 30/6/2024; VK is silent. */
const HALF_YEAR: readonly (readonly [string, number, number, number, number, number])[] = [
  ['TPHA', 1180, 320, 7, 38, 21],
  ['TXBS', 1161, 140, 9, 20, 12],
  ['AL', 512, 96, 3, 17, 9],
  ['DT', 288, 71, 2, 11, 6],
  ['TP', 301, 40, 1, 12, 8],
  ['CDGD', 145, 38, 1, 19, 11],
  ['CDYT', 96, 22, 0, 8, 5],
  ['CDCT', 267, 58, 2, 9, 4],
  ['CDVC', 88, 35, 2, 18, 12],
  ['CDKCN', 2410, 905, 6, 14, 7],
]

function targets(): TargetLine[] {
  const given = UNITS.flatMap(([unit, , , , members, nonState, unions, big, party]): TargetLine[] => [
    { unit, assigner: 'BCH', indicator: 'DV_MOI', value: members },
    { unit, assigner: 'BCH', indicator: 'DV_MOI_NNN', value: nonState },
    { unit, assigner: 'BCH', indicator: 'CDCS_MOI', value: unions },
    { unit, assigner: 'BCH', indicator: 'CDCS_MOI_25', value: big },
    ...(unit === 'CDVC' ? [] : [{ unit, assigner: 'BCH', indicator: 'DVUT_GT', value: party }]),
  ])
  return [
    ...given,
    { unit: 'TINH', assigner: 'TLD', indicator: 'DV_MOI', value: 10_800 },
    { unit: 'TINH', assigner: 'TLD', indicator: 'CDCS_MOI', value: 74 },
    { unit: 'TINH', assigner: 'TLD', indicator: 'TL_DN_CDCS_25', value: 100 },
    { unit: 'TINH', assigner: 'TU', kind: 'pledged', indicator: 'DV_MOI', value: 10_800 },
    { unit: 'TINH', assigner: 'TU', kind: 'pledged', indicator: 'CDCS_MOI', value: 74 },
    { unit: 'TINH', assigner: 'TU', kind: 'pledged', indicator: 'DVUT_GT', value: 300 },
  ]
}

function results(): ResultLine[] {
  return HALF_YEAR.flatMap(([unit, members, lost, unions, introduced, admitted]): ResultLine[] => [
    unit === 'CDKCN'
      ? { unit, indicator: 'DV_MOI', value: members, qualifier: '≥', word: 'hơn' }
      : { unit, indicator: 'DV_MOI', value: members },
    { unit, indicator: 'DV_GIAM', value: lost },
    { unit, indicator: 'CDCS_MOI', value: unions },
    { unit, indicator: 'DVUT_GT', value: introduced },
    { unit, indicator: 'DVUT_KN', value: admitted },
  ])
}

function previous(): ResultLine[] {
  return UNITS.flatMap(([unit, , , , members, , unions, , party]): ResultLine[] => [
    { unit, indicator: 'DV_TONG', value: members * 9 + 17 },
    { unit, indicator: 'CDCS_TONG', value: unions * 11 + 3 },
    { unit, indicator: 'DV_MOI', value: Math.round(members * 0.9) },
    { unit, indicator: 'CDCS_MOI', value: Math.max(1, unions - 1) },
    { unit, indicator: 'DVUT_GT', value: Math.max(5, party - 6) },
  ])
}

function registry(): NonNullable<FactLines['registry']> {
  return Object.fromEntries(
    UNITS.filter(([, type]) => type === 'LDLD_HUYEN' || type === 'CD_KCN').map(
      ([code, , , , members, , unions, big]) => [
        code,
        {
          enterprises: unions * 9,
          workers: members * 12,
          members: members * 8,
          nonMembers: members * 4,
          withUnion: unions * 5,
          threshold: 25,
          atLeast: big * 6 + 4,
          atLeastWithoutUnion: big * 2 + 1,
        },
      ],
    ),
  )
}

/** From month to month: this year up to the middle of it, and the whole year before. */
function curve(
  indicator: string,
  now: readonly number[],
  before: readonly number[],
): NonNullable<FactLines['curves']>[number] {
  const ends = [
    '01-31',
    '02-29',
    '03-31',
    '04-30',
    '05-31',
    '06-30',
    '07-31',
    '08-31',
    '09-30',
    '10-31',
    '11-30',
    '12-31',
  ]
  const dated = (year: number, values: readonly number[]) =>
    values.map((value, at) => ({
      day: `${year}-${(ends[at] ?? '').replace('02-29', year % 4 === 0 ? '02-29' : '02-28')}`,
      value,
    }))
  return { indicator, now: dated(2024, now), before: dated(2023, before) }
}

export function haiAnLines(overrides: Partial<FactLines> = {}): FactLines {
  return {
    root: ROOT,
    lists: HAI_AN_LISTS,
    children: UNITS.map(([code, type, name, shortName]) => ({ code, type, name, shortName })),
    asOf: '2024-06-30',
    targets: targets(),
    results: results(),
    previous: previous(),
    registry: registry(),
    surveyedOn: '2024-02-28',
    curves: [
      curve(
        'DV_MOI',
        [720, 1514, 2690, 3905, 5240, 6448],
        [610, 1395, 2302, 3318, 4466, 5610, 6502, 7420, 8188, 8795, 9300, 9810],
      ),
      curve('CDCS_MOI', [2, 7, 12, 19, 26, 33], [3, 6, 11, 17, 24, 31, 36, 42, 48, 53, 58, 64]),
    ],
    legalBases: [
      'Luật Công đoàn ngày 20 tháng 6 năm 2012',
      'Điều lệ Công đoàn Việt Nam',
      'Thực hiện Nghị quyết số 02-NQ/TW ngày 12 tháng 6 năm 2021 của Bộ Chính trị về đổi mới tổ chức và hoạt động của Công đoàn Việt Nam trong tình hình mới',
    ],
    recipients: [
      'Tổng Liên đoàn Lao động Việt Nam (b/c)',
      'Thường trực Tỉnh ủy (b/c)',
      'Ủy ban MTTQ Việt Nam tỉnh Hải An (b/c)',
      'Ủy viên Ban Chấp hành, Ban Thường vụ',
      'Các ban, văn phòng cơ quan',
      'Các đơn vị trực thuộc (t/h)',
      'Lưu: VT, ToC',
    ],
    ...overrides,
  }
}

export function haiAnFacts(overrides: Partial<FactLines> = {}): DocumentFacts {
  return buildFacts(haiAnLines(overrides))
}
