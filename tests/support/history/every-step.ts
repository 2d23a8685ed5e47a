import { contract, type OperationName } from '#shared/contract/index.ts'
import { CATALOGUE_IDS } from '#shared/domain/catalogues/catalogues.ts'
import { OFFICE_STEPS } from '#tests/support/history/office-steps.ts'
import {
  assigner,
  cell,
  dates,
  decided,
  enterprise,
  indicator,
  letterhead,
  line,
  plan,
  report,
  unit,
  version,
  type Makers,
} from '#tests/support/history/step-parts.ts'

// One way to ask each operation that writes data, plausible for the data at hand, so that most are taken. An
// operation that is new in the contract and not here fails the test of history that holds them against each other.

/** Commands that leave no step of the clerk's: files, documents outside the data, the history itself. */
export const NOT_STEPS: ReadonlySet<OperationName> = new Set<OperationName>([
  ...(Object.keys(contract) as OperationName[]).filter(
    (name) =>
      contract[name].kind === 'query' ||
      contract[name].touches.length === 0 ||
      name.startsWith('file.') ||
      name.startsWith('history.') ||
      // Papers are corrected by further papers, never undone; their tests are with the documents.
      (name.startsWith('documents.') && name !== 'documents.make') ||
      name === 'drafts.make' ||
      // What files between offices do is in the tests of the exchange, which have two offices.
      (name.startsWith('exchange.') && name !== 'exchange.setOpinion'),
  ),
])

export const STEP_NAMES: readonly OperationName[] = (Object.keys(contract) as OperationName[]).filter(
  (name) => !NOT_STEPS.has(name),
)

export const MAKERS: Makers = {
  ...OFFICE_STEPS,
  'catalogues.write': (pick) => {
    const catalogue = pick.of(CATALOGUE_IDS)
    const code = pick.fresh('M')
    const cells = {
      name: pick.words(),
      full_name: pick.words(),
      text: pick.words(),
      code,
      level: 'upper',
      sector: 'state',
      branch: 'main',
      kind: catalogue === 'reasons' ? 'loss' : 'flow',
      unit_label: 'người',
      position: 'Chủ tịch',
      issuer_lines: pick.words(),
      code_suffix: 'LĐLĐ',
      place: pick.words(),
    }
    return { catalogue, rows: [{ id: null, cells }] }
  },
  'catalogues.removeRows': (pick) => {
    const catalogue = pick.of(['legalForms', 'reasons', 'recipients', 'legalBases', 'signers', 'people'] as const)
    const table = {
      legalForms: 'legal_forms',
      reasons: 'reasons',
      recipients: 'recipients',
      legalBases: 'legal_bases',
      signers: 'signers',
      people: 'people',
    }[catalogue]
    return { catalogue, ids: pick.some(table, 2) }
  },
  'people.save': (pick) => ({
    id: pick.chance(0.4) ? pick.from('people') : null,
    fullName: pick.words(),
    unit: pick.chance(0.5) ? unit(pick) : null,
  }),
  'people.remove': (pick) => ({ id: pick.from('people') }),
  'stages.save': (pick) => ({ id: null, code: pick.fresh('GD'), name: pick.words() }),
  'stages.remove': (pick) => ({ id: pick.from('stages') }),
  'reasons.save': (pick) => ({ id: null, code: pick.fresh('LD'), kind: 'difficulty', name: pick.words() }),
  'reasons.remove': (pick) => ({ id: pick.from('reasons') }),
  'enterprises.setStage': (pick) => ({
    ids: pick.some('enterprises', 4),
    stage: pick.from('stages', 'code'),
    onDate: pick.day('2024-01-01', '2024-09-30'),
  }),
  'enterprises.saveStage': (pick) => ({
    id: pick.from('enterprise_stages'),
    stage: pick.from('stages', 'code'),
    onDate: pick.day('2024-01-01', '2024-09-30'),
    note: pick.words(),
  }),
  'enterprises.removeStage': (pick) => ({ id: pick.from('enterprise_stages') }),
  'enterprises.saveContact': (pick) => ({
    id: null,
    enterpriseId: enterprise(pick),
    onDate: pick.day('2024-01-01', '2024-09-30'),
    content: pick.words(),
  }),
  'enterprises.removeContact': (pick) => ({ id: pick.from('enterprise_contacts') }),
  'enterprises.assignOfficer': (pick) => ({
    ids: pick.some('enterprises', 5),
    officerId: pick.chance(0.2) ? null : pick.from('people'),
  }),
  'surveyRounds.update': (pick) => ({ id: pick.from('survey_rounds'), name: pick.words(), frozen: pick.chance(0.5) }),
  'sizeBands.set': (pick) => ({ thresholds: [10 + pick.number(20), 100 + pick.number(100)] }),
  'enterprises.writeSpan': (pick) => ({
    view: {},
    start: pick.number(20),
    end: 21 + pick.number(5),
    columns: ['note'],
    texts: [[pick.words()]],
  }),
  'enterprises.replace': (pick) => ({
    view: {},
    text: pick.of(['Sơn', 'An', 'đường']),
    by: pick.words(),
    columns: ['address'],
  }),
  'enterprises.updateMany': (pick) => ({
    edits: pick.some('enterprises', 4).flatMap((id) => [
      { id, column: pick.of(['note', 'industry', 'phone']), value: pick.words() },
      { id, column: 'workers', value: pick.number(300) },
    ]),
    added: pick.chance(0.5)
      ? [
          {
            cells: [
              { column: 'name', value: `Công ty ${pick.fresh(pick.words())}` },
              { column: 'unit', value: unit(pick) },
            ],
          },
        ]
      : [],
  }),
  'enterprises.add': (pick) => ({
    cells: [
      { column: 'name', value: `Công ty ${pick.fresh(pick.words())}` },
      { column: 'unit', value: unit(pick) },
      { column: 'workers', value: pick.number(200) },
    ],
  }),
  'enterprises.remove': (pick) => ({ ids: pick.some('enterprises', 2) }),
  'enterprises.update': (pick) => ({
    id: enterprise(pick),
    patch: { note: pick.words(), workers: pick.number(500), hasUnion: pick.chance(0.5) },
  }),
  'enterprises.judgePair': (pick) => ({
    first: enterprise(pick),
    second: enterprise(pick),
    verdict: pick.of(['same', 'different'] as const),
  }),
  'indicators.save': (pick) => ({
    id: null,
    code: pick.fresh('CT'),
    name: pick.words(),
    unitLabel: 'người',
    kind: 'flow',
  }),
  'indicators.revise': (pick) => ({
    indicator: indicator(pick),
    on: `${2027 + pick.number(20)}-01-01`,
    name: pick.words(),
  }),
  'plans.add': (pick) => {
    const year = 2026 + pick.number(20)
    return { code: pick.fresh('KH'), kind: 'year', from: `${year}-01-01`, to: `${year}-12-31` }
  },
  'plans.update': (pick) => ({ id: pick.from('plans'), patch: { name: pick.words(), note: pick.words() } }),
  'plans.remove': (pick) => ({ id: pick.from('plans') }),
  'plans.copyVersion': (pick) => ({ plan: plan(pick), name: pick.fresh('Phương án ') }),
  'plans.updateVersion': (pick) => ({ ...version(pick), patch: { name: pick.fresh('Phương án ') } }),
  'plans.chooseVersion': (pick) => version(pick),
  'plans.removeVersion': (pick) => version(pick),
  'plans.adjust': (pick) => ({ plan: plan(pick), decisionNumber: `${pick.number(99)}/QĐ`, reason: pick.words() }),
  'plans.issue': (pick) => ({ plan: plan(pick), decisionNumber: `${pick.number(99)}/QĐ`, decidedOn: '2024-02-01' }),
  'reports.add': report,
  'periods.close': (pick) => {
    const month = pick.of(['2023-01', '2023-02', '2023-04', '2023-05'])
    return { from: `${month}-01`, to: `${month}-15`, reason: pick.words() }
  },
  'periods.reopen': (pick) => {
    const id = pick.from('period_closings')
    const row = pick.sqlite
      .prepare<[string], { from: string; to: string }>(
        'SELECT from_date AS "from", to_date AS "to" FROM period_closings WHERE id = ?',
      )
      .get(id)
    return { from: row?.from ?? '2023-01-01', to: row?.to ?? '2023-01-15', reason: pick.words() }
  },
  'calendar.save': (pick) => ({
    kind: pick.of(['month', 'quarter', 'half'] as const),
    yearStart: pick.of(['01-01', '12-01']),
    dueDays: pick.number(20),
  }),
  'calendar.remove': (pick) => ({ id: pick.from('reporting_calendars') }),
  'reportFiles.learn': (pick) => ({
    kind: 'indicator',
    key: pick.words(),
    wording: pick.words(),
    code: pick.chance(0.3) ? null : indicator(pick),
  }),
  'reportFiles.forget': (pick) => ({ id: pick.from('report_wordings') }),
  'reports.addMany': (pick) => ({ entries: [report(pick), report(pick)] }),
  'reports.remove': (pick) => ({ id: pick.from('report_values') }),
  'settings.set': (pick) => ({ area: `tỉnh ${pick.words()}`, userName: pick.words() }),
  'letterheads.save': letterhead,
  'letterheads.remove': (pick) => ({ id: pick.from('letterheads') }),
  'signers.save': (pick) => ({
    id: null,
    fullName: pick.words(),
    authority: 'TM. BAN THƯỜNG VỤ',
    position: 'CHỦ TỊCH',
    ...dates(pick),
  }),
  'signers.remove': (pick) => ({ id: pick.from('signers') }),
  'recipients.save': line,
  'recipients.remove': (pick) => ({ id: pick.from('recipients') }),
  'legalBases.save': line,
  'legalBases.remove': (pick) => ({ id: pick.from('legal_bases') }),
  'assigners.save': (pick) => ({ id: null, code: pick.fresh('NG'), name: pick.words() }),
  'targets.set': (pick) => {
    const { remove: _, ...one } = cell(pick)
    return { ...one, plan: plan(pick) }
  },
  'targets.setMany': (pick) => ({ plan: plan(pick), cells: [cell(pick), cell(pick), cell(pick)] }),
  'targets.lock': (pick) => ({ ids: pick.some('targets', 3), locked: pick.chance(0.5) }),
  'targets.lockArea': (pick) => ({ ...version(pick), locked: pick.chance(0.5) }),
  'targets.allocate': (pick) => ({
    plan: plan(pick),
    indicator: pick.of(['DV_MOI', 'CDCS_MOI', 'DVUT_GT']),
    assigner: assigner(pick),
    total: pick.number(5000),
    by: pick.of(['equal', 'nonmembers', 'workers', 'enterprises'] as const),
  }),
  'unions.save': (pick) => ({
    id: null,
    name: `CĐCS ${pick.words()}`,
    unit: unit(pick),
    foundedOn: pick.day('2020-01-01', '2024-01-01'),
  }),
  'unions.updateMany': (pick) => ({
    edits: pick.some('grassroots_unions', 3).map((id) => ({ id, column: 'note', value: pick.words() })),
    added: [],
  }),
  'unions.found': (pick) => ({
    enterpriseId: enterprise(pick),
    decisionNumber: `${pick.number(999)}/QĐ`,
    decisionOn: pick.day('2024-01-01', '2024-09-30'),
    members: pick.number(80),
  }),
  'unions.end': (pick) => ({
    ids: pick.some('grassroots_unions', 2, 'ended_on IS NULL'),
    on: '2024-10-01',
    reason: pick.from('reasons', 'code', `kind = 'ending'`),
  }),
  'unions.remove': (pick) => ({ ids: pick.some('grassroots_unions', 2) }),
  'unions.addMembers': (pick) => ({
    id: pick.from('grassroots_unions'),
    countedOn: pick.day('2024-01-01', '2024-09-30'),
    members: pick.number(100),
  }),
  'unions.removeMembers': (pick) => ({ id: pick.from('union_members') }),
  'stuckLimits.set': (pick) => ({
    limits: [{ stage: null, days: pick.number(90), validFrom: pick.day('2024-01-01', '2024-09-30'), validTo: null }],
  }),
  'unionRules.set': (pick) => ({ earliest: pick.day('1990-01-01', '2000-01-01') }),
  'units.add': (pick) => ({
    code: pick.fresh('DV'),
    name: `Công đoàn ${pick.words()}`,
    type: 'CD_XA',
    parent: unit(pick),
    aliases: [pick.words()],
  }),
  'units.update': (pick) => ({ id: pick.from('units'), patch: { note: pick.words(), aliases: [pick.words()] } }),
  'units.updateMany': (pick) => ({
    edits: pick.some('units', 3).map((id) => ({ id, patch: { note: pick.words() } })),
    added: pick.chance(0.4) ? [{ name: `Công đoàn ${pick.fresh('xã ')}` }] : [],
  }),
  'units.remove': (pick) => ({ id: pick.from('units') }),
  'units.removeMany': (pick) => ({ ids: pick.some('units', 3) }),
  'units.change': (pick) => ({
    change: pick.of([
      () => ({ kind: 'rename' as const, unit: unit(pick), name: `Công đoàn ${pick.words()}`, ...decided(pick) }),
      () => ({ kind: 'merge' as const, from: [unit(pick)], into: { unit: unit(pick) }, ...decided(pick) }),
      () => ({ kind: 'transfer' as const, units: [unit(pick)], into: unit(pick), ...decided(pick) }),
      () => ({ kind: 'end' as const, unit: unit(pick), into: unit(pick), ...decided(pick) }),
      () => ({
        kind: 'split' as const,
        from: unit(pick),
        into: [{ newUnit: { name: `Công đoàn ${pick.fresh('khu ')}` } }],
        rest: '1',
        ...decided(pick),
      }),
    ])(),
  }),
}
