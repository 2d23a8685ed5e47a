import type { PackageContent, PackageKind } from '#shared/domain/exchange/content.ts'
import type { FormFacts } from '#shared/domain/exchange/form/form-kind.ts'

/** A province and one of its units, as forms name them. */
export const PROVINCE = { unit: 'LDLD', name: 'Liên đoàn Lao động tỉnh Hải An', site: 'site-province' }
export const UNIT = { unit: 'HA-CL', name: 'LĐLĐ huyện Cam Lâm', site: null }

export const FACTS: FormFacts = {
  office: 'LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI AN',
  dueOn: '2024-07-05',
  period: { code: '2024-06', name: 'tháng 6/2024' },
  planName: 'Kế hoạch năm 2024',
  indicators: [
    indicator('DV_MOI', 'Kết nạp mới đoàn viên công đoàn', 'người'),
    indicator('CDCS_MOI', 'Thành lập mới công đoàn cơ sở', 'CĐCS'),
    indicator('DV_GIAM', 'Đoàn viên giảm', 'người'),
    { ...indicator('DV_TANG_THUC', 'Đoàn viên tăng thực tế', 'người'), isAsked: false },
  ],
  assigners: [{ code: 'BCH', name: 'BCH LĐLĐ tỉnh' }],
  legalForms: [
    { code: 'CTCP', name: 'Công ty cổ phần' },
    { code: 'TNHH1TV', name: 'Công ty TNHH một thành viên' },
  ],
  units: [{ code: UNIT.unit, name: UNIT.name }],
  targets: { DV_MOI: 450, CDCS_MOI: 6 },
  earlier: { DV_MOI: { value: 180, asOf: '2024-05-31' }, CDCS_MOI: { value: 2, asOf: '2024-05-31' } },
  yearFrom: '2024-01-01',
}

function indicator(code: string, name: string, unitLabel: string): FormFacts['indicators'][number] {
  return { code, name, unitLabel, isAsked: true, mayBeNegative: false, isWhole: true }
}

export function contentOf(kind: PackageKind, tables: PackageContent['tables']): PackageContent {
  return {
    head: {
      id: '019a0000-0000-7000-8000-000000000001',
      kind,
      from: PROVINCE,
      to: UNIT,
      period: { from: '2024-06-01', to: '2024-06-30' },
      plan: '2024',
      sequence: 4,
      base: null,
      answers: null,
      madeAt: '2024-06-20T08:00:00.000Z',
      madeBy: 'Nguyễn Thị Hoa',
      notes: {},
    },
    tables,
    missing: [],
    problems: [],
  }
}

/** The period's report, one figure of it already known. */
export function reportContent(): PackageContent {
  return contentOf('report-form', {
    reports: [
      {
        id: 'report-1',
        cells: { unit: UNIT.unit, from_date: '2024-01-01', as_of: '2024-06-30', basis: 'cumulative', status: 'draft' },
        stamp: 's1',
      },
    ],
    report_values: [
      {
        id: 'value-dv',
        cells: { report: 'report-1', indicator: 'DV_MOI', value: 205, qualifier: null, qualifier_word: null },
        stamp: 's2',
      },
    ],
  })
}

/** Four enterprises with what an earlier survey said of them. */
export function surveyContent(): PackageContent {
  const enterprise = (id: string, tax_code: string | null, name: string, more: object = {}) => ({
    id,
    title: name,
    cells: {
      tax_code,
      name,
      legal_form: 'CTCP',
      unit: UNIT.unit,
      address: null,
      phone: '0987654321',
      note: null,
      ...more,
    },
    stamp: `stamp-${id}`,
  })
  return contentOf('survey', {
    enterprises: [
      enterprise('e-1', '0100109106', 'Công ty CP Dệt may An Phú'),
      enterprise('e-2', '0300588569', 'Công ty TNHH Cơ khí Hòa Bình', { legal_form: 'TNHH1TV' }),
      enterprise('e-3', null, '=Công ty Bằng Dấu Bằng', { note: '-5 so với năm trước' }),
      enterprise('e-4', '0100112437', 'Hợp tác xã Nông nghiệp Đông Hà', { note: '@ cũ' }),
    ],
    survey_rounds: [{ id: 'r-1', cells: { name: 'BHXH', surveyed_on: '2023-12-31', frozen: 0 } }],
    observations: [
      observation('o-1', 'e-1', { workers: 120, women: 80, has_union: 1, members: 110 }),
      observation('o-2', 'e-2', { workers: 35, has_union: 0, members: 0, difficulty: 'Chủ chưa đồng ý' }),
      observation('o-4', 'e-4', { workers: 12 }),
    ],
  })
}

function observation(id: string, enterprise: string, cells: object) {
  return {
    id,
    cells: { observed_on: '2023-12-31', round: 'r-1', enterprise, unit: UNIT.unit, ...cells },
    stamp: `stamp-${id}`,
  }
}

export function opinionsContent(): PackageContent {
  const target = (id: string, indicator_: string, value: number) => ({
    id,
    cells: {
      plan: '2024',
      unit: UNIT.unit,
      indicator: indicator_,
      assigner: 'BCH',
      kind: 'assigned',
      basis: 'cumulative',
      version: 1,
      value,
    },
    stamp: `stamp-${id}`,
  })
  return contentOf('targets-draft', { targets: [target('t-1', 'DV_MOI', 450), target('t-2', 'CDCS_MOI', 6)] })
}

export function commitmentContent(): PackageContent {
  return contentOf('commitment', {
    commitments: [
      {
        id: 'c-1',
        cells: { plan: '2024', unit: UNIT.unit, asked_on: '2024-02-01', due_on: '2024-02-20', signed_by: null },
        stamp: 's',
      },
    ],
    targets: opinionsContent().tables['targets'] ?? [],
  })
}
