import { describe, expect, test } from 'vitest'
import { checkEnterprise, type EnterpriseToCheck } from '#shared/domain/checks/check-enterprise.ts'
import { checkProgress, type ProgressFacts } from '#shared/domain/checks/check-progress.ts'

type Row = ProgressFacts['rows'][number]

const row = (more: Partial<Row> = {}): Row => ({
  level: 'unit',
  unit: 'YG',
  name: 'LĐLĐ huyện Yên Giang',
  depth: 1,
  indicator: 'DV_MOI',
  assigner: 'BCH',
  target: 100,
  result: 60,
  reported: true,
  resultAsOf: '2024-06-30',
  targetDifference: null,
  resultDifference: null,
  ...more,
})
const check = (rows: readonly Row[], more: Partial<ProgressFacts> = {}) =>
  checkProgress({
    rows,
    findings: [],
    silent: [],
    asOf: '2024-06-30',
    from: '2024-01-01',
    shortNameOf: () => 'ĐV mới',
    ...more,
  }).map(({ rule, message }) => [rule, message])

describe('targets and results against each other', () => {
  test.each<[string, Row[], [string, string][]]>([
    ['all is well', [row()], []],
    ['a target without a number', [row({ target: null })], [['target-blank', 'ĐV mới (BCH): chưa nêu số.']]],
    [
      'a parent that gave less than it has',
      [row({ targetDifference: 40 })],
      [['target-sum', 'ĐV mới (BCH): giao 100, nhiều hơn tổng các đơn vị trực thuộc 40.']],
    ],
    [
      'own result beside those below',
      [row({ resultDifference: -5 })],
      [['result-sum', 'ĐV mới: đơn vị báo 60, cộng các đơn vị trực thuộc được 65.']],
    ],
    [
      'a result nobody asked for, where others were asked',
      [row(), row({ unit: 'TL', assigner: null, target: null })],
      [['unit-without-target', 'ĐV mới: đã có 60 nhưng không được giao chỉ tiêu.']],
    ],
    [
      'a target of the province alone asks no unit',
      [row({ depth: 0, unit: 'TINH' }), row({ assigner: null, target: null })],
      [],
    ],
    [
      'figures of spring in summer',
      [row({ resultAsOf: '2024-03-31' })],
      [['stale', 'Số liệu mới nhất đến 31/3/2024, đã 91 ngày.']],
    ],
    ['groups and totals say nothing of their own', [row({ level: 'group', target: null })], []],
  ])('%s', (_, rows, found) => {
    expect(check(rows)).toEqual(found)
  })

  test('who is silent is not stale as well, and a stated percent stands beside ours', () => {
    expect(
      check([row({ resultAsOf: '2024-02-01' })], {
        silent: [{ unit: 'YG', name: 'LĐLĐ huyện Yên Giang' }],
        findings: [
          {
            kind: 'percent',
            unit: 'YG',
            name: 'LĐLĐ huyện Yên Giang',
            indicator: 'DV_MOI',
            assigner: 'BCH',
            asOf: '2024-06-30',
            stated: 66,
            computed: 60,
          },
        ],
      }),
    ).toEqual([
      ['stated-percent', 'ĐV mới (BCH): báo cáo nêu 66%, tính lại 60%.'],
      ['silent', 'Chưa có số liệu nào của kế hoạch này tính đến 30/6/2024.'],
    ])
  })
})

describe('figures of one enterprise', () => {
  const enterprise: EnterpriseToCheck = {
    taxCode: null,
    unit: 'YG',
    workers: 100,
    women: 40,
    insured: 100,
    members: 100,
    hasUnion: false,
    isRecorded: false,
  }
  test.each<[string, Partial<EnterpriseToCheck>, string[]]>([
    ['equal numbers are fine', {}, []],
    ['more members', { members: 101 }, ['members-over-workers']],
    ['more women', { women: 101 }, ['women-over-workers']],
    ['more insured', { insured: 101 }, ['insured-over-workers']],
    ['unknown workers say nothing', { workers: null, women: 5 }, []],
    ['a wrong check digit', { taxCode: '0100109107' }, ['tax-code']],
    ['a right one', { taxCode: '0100109106' }, []],
    ['nobody in charge', { unit: null }, ['enterprise-without-unit']],
    ['a union the book does not have', { hasUnion: true }, ['union-not-recorded']],
    ['no book at all', { hasUnion: true, isRecorded: null }, []],
  ])('%s', (_, more, rules) => {
    expect(checkEnterprise({ ...enterprise, ...more }).map(({ rule }) => rule)).toEqual(rules)
  })
})
