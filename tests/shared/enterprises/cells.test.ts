import { describe, expect, test } from 'vitest'
import { createChoiceList } from '#shared/domain/enterprises/choice-list.ts'
import { FEASIBILITIES, OPERATING_STATUSES } from '#shared/domain/enterprises/choices.ts'
import { textOfCell, type ChoiceLists } from '#shared/domain/enterprises/cell-text.ts'
import { findRegistryColumn, REGISTRY_COLUMNS } from '#shared/domain/enterprises/columns.ts'
import { readRegistryCell } from '#shared/domain/enterprises/read-cell.ts'
import { bandOf, DEFAULT_SIZE_BANDS, describeBand, tidyBands } from '#shared/domain/enterprises/size-bands.ts'
import { checkTaxCode } from '#shared/domain/enterprises/tax-check.ts'
import type { TableValue } from '#shared/domain/table/view.ts'
import { readFurtherFields } from '#shared/domain/survey/further-fields.ts'

const fixed = (choices: typeof FEASIBILITIES) =>
  createChoiceList(choices.map(({ code, label, words }) => ({ value: code, label, words })))
const LISTS: ChoiceLists = {
  feasibility: fixed(FEASIBILITIES),
  operatingStatus: fixed(OPERATING_STATUSES),
  legalForm: createChoiceList([{ value: 'TNHH1TV', label: 'TNHH MTV', words: [] }]),
  officer: createChoiceList([
    { value: 'a', label: 'Nguyễn Văn An', words: [] },
    { value: 'b', label: 'Nguyễn Văn An', words: [] },
    { value: 'c', label: 'Lê Bình', words: [] },
  ]),
  difficultyCodes: createChoiceList([
    { value: 'KK_A', label: 'Chủ né tránh, hẹn nhiều lần', words: [] },
    { value: 'KK_B', label: 'Nợ bảo hiểm', words: [] },
  ]),
}

/** The value a cell takes; '!' where it is refused. */
function read(id: string, given: TableValue): TableValue {
  const column = findRegistryColumn(id)
  if (column === null) throw new Error(id)
  const cell = readRegistryCell(column, given, LISTS, 2024)
  if (cell.ok) return cell.value
  if (!/^[“\p{Lu}].*\.$/su.test(cell.reason)) throw new Error(`no sentence: ${cell.reason}`)
  return '!'
}

describe('what a cell becomes', () => {
  test.each([
    ['workers', '1.000', 1000],
    ['workers', '1,000', 1000],
    ['workers', '1 000', 1000],
    ['workers', '25 người', 25],
    ['workers', 25, 25],
    ['workers', '', null],
    ['workers', -1, '!'],
    ['workers', 2.5, '!'],
    ['workers', 'khoảng 20', '!'],
    ['workers', true, '!'],
    ['expectedOn', '5/2/2024', '2024-02-05'],
    ['expectedOn', '5.2.24', '2024-02-05'],
    ['expectedOn', '5/2', '2024-02-05'],
    ['expectedOn', '05-02', '2024-02-05'],
    ['expectedOn', '31/4', '!'],
    ['expectedOn', '31/2/2024', '!'],
    ['expectedOn', '2024', '!'],
    ['foundedOn', '2015', '2015'],
    ['foundedOn', '05-02-2024', '2024-02-05'],
    ['foundedOn', 2015, '2015'],
    ['foundedOn', '5/2', '!'],
    ['hasUnion', 'x', true],
    ['hasUnion', 'Chưa', false],
    ['hasUnion', '', null],
    ['hasUnion', true, true],
    ['hasUnion', 'có lẽ', '!'],
    ['feasibility', 'tb', 'medium'],
    ['feasibility', 'CAO', 'high'],
    ['feasibility', 'chắc chắn lắm', '!'],
    ['operatingStatus', 'Tạm ngừng kinh doanh', 'suspended'],
    ['legalForm', 'Công ty TNHH một thành viên', 'TNHH1TV'],
    ['officer', 'le binh', 'c'],
    ['officer', 'Nguyễn Văn An', '!'],
    ['officer', 'a', 'a'],
    ['difficultyCodes', 'KK_B, KK_A', 'KK_A,KK_B'],
    ['difficultyCodes', 'Chủ né tránh, hẹn nhiều lần; nợ bảo hiểm', 'KK_A,KK_B'],
    ['difficultyCodes', 'Chủ né tránh, hẹn nhiều lần', 'KK_A'],
    ['difficultyCodes', 'không rõ', '!'],
    ['taxCode', 'MST: 0100 109 106', '0100109106'],
    ['taxCode', '0100109107', '0100109107'],
    ['taxCode', '123', '!'],
    ['taxCode', '', null],
    ['name', '  Công ty  A ', 'Công ty A'],
    ['name', ' ', '!'],
    ['name', null, '!'],
    ['stage', '', '!'],
    ['nonmembers', '5', '!'],
    ['note', 'a\u0000b', 'a b'],
    ['note', 'đ'.repeat(4001), '!'],
  ])('%s given %s: %s', (column, given, value) => expect(read(column, given)).toEqual(value))

  test('what is shown is read back as the same value', () => {
    const shown: readonly (readonly [string, TableValue])[] = [
      ['workers', 12345],
      ['expectedOn', '2024-02-05'],
      ['foundedOn', '2015'],
      ['hasUnion', true],
      ['hasUnion', false],
      ['feasibility', 'none'],
      ['operatingStatus', 'not_found'],
      ['legalForm', 'TNHH1TV'],
      ['difficultyCodes', 'KK_A,KK_B'],
      ['taxCode', '0100109106-001'],
    ]
    for (const [id, value] of shown) {
      const column = findRegistryColumn(id)
      if (column === null) throw new Error(id)
      expect(read(id, textOfCell(column, value, LISTS))).toEqual(value)
    }
  })

  test('columns the program works out take no typing', () => {
    for (const column of REGISTRY_COLUMNS.filter(({ origin }) => origin === 'computed'))
      expect(readRegistryCell(column, 'x', LISTS, 2024).ok).toBe(false)
  })
})

test('size bands: any bounds, in order, from 0', () => {
  const { bands } = DEFAULT_SIZE_BANDS
  expect([0, 4, 5, 24, 25, 999, 1000, 50_000].map((workers) => bandOf(bands, workers))).toEqual([
    0, 0, 5, 20, 25, 200, 1000, 1000,
  ])
  expect(bands.map((from) => describeBand(bands, from))).toEqual([
    'dưới 5',
    '5–9',
    '10–19',
    '20–24',
    '25–29',
    '30–49',
    '50–99',
    '100–199',
    '200–999',
    'từ 1.000',
  ])
  expect(tidyBands([30, 7, 7, 8])).toEqual([0, 7, 8, 30])
  expect(describeBand([0, 7, 8, 30], 7)).toBe('7')
})

test('an MST that fails its check is a note, one that cannot be checked is not wrong', () => {
  expect(['0100109106', '0100109107', '0100000050', '012345678901', '0100109106-001', null].map(checkTaxCode)).toEqual([
    'valid',
    'check_failed',
    'check_failed',
    'uncheckable',
    'valid',
    'missing',
  ])
})

test('columns kept under their labels fill the registry where we know them', () => {
  const { registry, figures } = readFurtherFields({
    'Tên viết tắt': 'ABC',
    'Tên nước ngoài': 'ABC Co., Ltd',
    'Chủ doanh nghiệp': 'Trần Văn Bình',
    'Người liên hệ': 'Lê Thị Hoa',
    'Quốc gia': 'Hàn Quốc',
    'Tình trạng hoạt động': 'NNT đang hoạt động',
    'Khả năng thành lập': 'Trung bình',
    'Thái độ chủ DN': 'ủng hộ',
    'Số ĐV dự kiến': '15',
    'Thời gian dự kiến thành lập': '30/6/2024',
    'Lao động nước ngoài': '3',
    'Số có HĐLĐ': '20',
    'ĐVCĐ Nữ': '7',
    'Số QĐ': '12/QĐ-LĐLĐ',
    'Ngày QĐ': '5/6/2019',
    'Có tổ chức Đảng': 'x',
    'Đoàn thanh niên': 'không',
    'Nguồn dữ liệu': 'BHXH',
    'Cán bộ phụ trách': 'Lê Bình',
    'Mã khảo sát': 'KS-01',
    'Cột lạ': 'giá trị lạ',
    'Tên chủ tịch': 'Người khác',
  })
  expect(registry).toEqual({
    shortName: 'ABC',
    foreignName: 'ABC Co., Ltd',
    director: 'Trần Văn Bình',
    contactPerson: 'Lê Thị Hoa',
    country: 'Hàn Quốc',
    operatingStatus: 'active',
    feasibility: 'medium',
    attitude: 'ủng hộ',
    expectedMembers: 15,
    expectedOn: '2024-06-30',
    source: 'BHXH',
    officer: 'Lê Bình',
    surveyCode: 'KS-01',
  })
  expect(figures).toEqual({
    foreignWorkers: 3,
    withContracts: 20,
    womenMembers: 7,
    unionDecisionNumber: '12/QĐ-LĐLĐ',
    unionDecisionOn: '2019-06-05',
    partyOrganisation: true,
    youthOrganisation: false,
  })
})
