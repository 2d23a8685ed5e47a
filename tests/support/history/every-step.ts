import { contract, type Input, type OperationName } from '#shared/contract/index.ts'
import { CATALOGUE_IDS } from '#shared/domain/catalogues/catalogues.ts'
import type { Picker } from '#tests/support/history/picker.ts'

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

type Makers = { readonly [N in OperationName]?: (pick: Picker) => Input<N> }

const dates = (pick: Picker) =>
  pick.chance(0.5) ? {} : { validFrom: pick.day('2020-01-01', '2022-01-01'), validTo: pick.day('2022-01-02') }
const plan = (pick: Picker): string => pick.from('plans', 'code')
const unit = (pick: Picker): string => pick.from('units', 'code')
const indicator = (pick: Picker): string => pick.from('indicators', 'code', `kind <> 'ratio'`)
const assigner = (pick: Picker): string => pick.from('assigners', 'code')
const enterprise = (pick: Picker): string => pick.from('enterprises')
const cell = (pick: Picker) => ({
  unit: unit(pick),
  indicator: indicator(pick),
  assigner: assigner(pick),
  value: pick.chance(0.1) ? null : pick.number(900),
  remove: pick.chance(0.2),
})
const version = (pick: Picker) => {
  const id = pick.from('plan_versions')
  const row = pick.sqlite
    .prepare<[string], { plan: string; number: number }>(
      'SELECT p.code AS plan, v.number FROM plan_versions v JOIN plans p ON p.id = v.plan_id WHERE v.id = ?',
    )
    .get(id)
  return { plan: row?.plan ?? plan(pick), version: row?.number ?? 1 }
}
/** A target of a version that counts: what a unit may have an opinion on. */
const drafted = (pick: Picker) => {
  const row = pick.sqlite
    .prepare<[], { plan: string; unit: string; indicator: string; assigner: string }>(
      `SELECT p.code AS plan, u.code AS unit, i.code AS indicator, a.code AS assigner
       FROM targets t JOIN plans p ON p.id = t.plan_id JOIN units u ON u.id = t.unit_id
         JOIN indicators i ON i.id = t.indicator_id JOIN assigners a ON a.id = t.assigner_id
         JOIN plan_versions v ON v.plan_id = t.plan_id AND v.number = t.version AND v.state <> 'draft'
       ORDER BY t.id DESC LIMIT 1`,
    )
    .get()
  return row ?? { plan: plan(pick), unit: unit(pick), indicator: indicator(pick), assigner: assigner(pick) }
}
const report = (pick: Picker) => {
  const year = pick.of([2023, 2024])
  const asOf = `${year}-${pick.of(['03-31', '06-30', '09-30', '12-31'])}`
  return {
    unit: unit(pick),
    indicator: indicator(pick),
    from: `${year}-01-01`,
    asOf,
    basis: 'cumulative' as const,
    value: pick.number(400),
  }
}
const line = (pick: Picker) => ({
  id: null,
  documentType: '',
  text: `Căn cứ ${pick.words()}`,
  sortOrder: pick.number(100),
  ...dates(pick),
})
const letterhead = (pick: Picker) => ({
  id: null,
  superiorLines: [],
  issuerLines: [`LĐLĐ ${pick.words()}`],
  codeSuffix: 'LĐLĐ',
  place: pick.words(),
  ...dates(pick),
})
const decided = (pick: Picker) => ({
  on: pick.day('2024-02-01', '2025-10-01'),
  decisionNumber: `${pick.number(99)}/QĐ`,
})

/** Sections a progress report always has; what is asked of a draft of another kind is refused and tried again. */
const SECTION = 'danh-gia-chung'
const draftSection = (pick: Picker) => ({ id: pick.from('document_drafts'), section: pick.of([SECTION, 'cau-ket']) })

export const MAKERS: Makers = {
  'drafts.open': () => ({ type: 'bao-cao-tien-do', asOf: '2024-06-30' }),
  'drafts.saveSection': (pick) => ({ ...draftSection(pick), heading: pick.words(), text: `${pick.words()} {{ngay}}.` }),
  'drafts.addSection': (pick) => ({ id: pick.from('document_drafts'), after: SECTION, heading: pick.words() }),
  'drafts.dropSection': draftSection,
  'drafts.restoreSection': (pick) => {
    const id = pick.from('draft_sections', 'id', 'is_dropped = 1')
    const row = pick.sqlite
      .prepare<[string], { draft: string; section: string }>(
        'SELECT draft_id AS draft, section_key AS section FROM draft_sections WHERE id = ?',
      )
      .get(id)
    return { id: row?.draft ?? '', section: row?.section ?? SECTION }
  },
  'drafts.settleSection': (pick) => {
    const id = pick.from('draft_sections', 'id', 'is_added = 0')
    const row = pick.sqlite
      .prepare<[string], { draft: string; section: string }>(
        'SELECT draft_id AS draft, section_key AS section FROM draft_sections WHERE id = ?',
      )
      .get(id)
    return { id: row?.draft ?? '', section: row?.section ?? SECTION, take: 'composed' as const }
  },
  'drafts.reorder': (pick) => {
    const id = pick.from('document_drafts', 'id', 'section_order IS NOT NULL')
    const row = pick.sqlite
      .prepare<[string], { keys: string }>('SELECT section_order AS keys FROM document_drafts WHERE id = ?')
      .get(id)
    return { id, sections: (row?.keys ?? '').split(' ').toReversed() }
  },
  'drafts.rebind': (pick) => ({ id: pick.from('document_drafts'), asOf: pick.day('2024-03-31', '2024-12-31') }),
  'drafts.setRules': (pick) => ({
    id: pick.from('document_drafts'),
    rules: pick.of([null, 'nd30-cong-doan', '36-hd-vptw']),
  }),
  'drafts.remove': (pick) => ({ id: pick.from('document_drafts') }),
  'exchange.setOpinion': (pick) => ({
    ...drafted(pick),
    agreed: pick.chance(0.5),
    proposed: pick.number(500),
    note: pick.words(),
  }),
  'board.accept': (pick) => ({ units: [unit(pick)], period: '2024-06', accepted: pick.chance(0.8) }),
  'board.ask': (pick) => ({
    unit: unit(pick),
    period: '2024-06',
    questions: [{ indicator: 'DV_MOI', reason: pick.words() }],
  }),
  'board.answer': (pick) => ({ id: pick.from('returned_cells'), answer: pick.words() }),
  'board.close': (pick) => ({ ids: [pick.from('returned_cells')] }),
  'senders.save': (pick) => ({
    sender: `BHXH ${pick.words()}`,
    titles: ['TT', 'Tên đơn vị', 'Mã', pick.words()],
    fields: { B: 'name', C: 'taxCode' },
  }),
  'senders.forget': (pick) => ({ id: pick.from('sender_columns') }),
  'bands.set': (pick) => ({
    bands: [
      { code: 'DAT', name: pick.words(), measure: 'percent' as const, bound: 100, tone: 'reached' as const },
      { code: 'CHAM', name: pick.words(), measure: 'pace' as const, bound: 0, tone: 'behind' as const },
    ].slice(pick.number(1)),
  }),
  'campaigns.savePreset': (pick) => ({
    code: pick.of(['THANG-CONG-NHAN', 'RIENG']),
    name: pick.words(),
    from: '05-01',
    to: '06-30',
    phases: [{ name: pick.words(), from: '05-01', to: '05-31', basis: 'increment' as const }],
  }),
  'campaigns.removePreset': (pick) => ({ code: pick.from('campaign_presets', 'code') }),
  'campaigns.open': (pick) => ({
    preset: pick.of(['THANG-CONG-NHAN', 'THANG-CAO-DIEM', 'DOT-CAO-DIEM']),
    year: 2020 + pick.number(9),
    code: pick.fresh('CD'),
    targets: [{ indicator: indicator(pick), value: pick.number(99) }],
  }),
  'campaigns.exclude': (pick) => ({ plan: plan(pick), units: [unit(pick)], reason: pick.words() }),
  'campaigns.include': (pick) => {
    const row = pick.sqlite
      .prepare<[string], { plan: string; unit: string }>(
        `SELECT p.code AS plan, u.code AS unit FROM campaign_exclusions e JOIN plans p ON p.id = e.plan_id
         JOIN units u ON u.id = e.unit_id WHERE e.id = ?`,
      )
      .get(pick.from('campaign_exclusions'))
    return { plan: row?.plan ?? plan(pick), units: [row?.unit ?? unit(pick)] }
  },
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
  'committees.save': (pick) => ({
    unit: unit(pick),
    name: `Ban Chỉ đạo ${pick.fresh(pick.words())}`,
    decision: { kind: 'found', number: `${pick.number(99)}/QĐ`, decidedOn: pick.day('2024-01-01', '2024-06-30') },
  }),
  'committees.restaff': (pick) => ({
    committee: pick.from('committees'),
    on: pick.day('2024-07-01', '2024-09-30'),
    members: [
      { personId: pick.from('people'), role: 'TRUONG_BAN', areas: [unit(pick)] },
      { name: `Nguyễn ${pick.fresh(pick.words())}`, role: 'UY_VIEN' },
    ],
  }),
  'assignments.assign': (pick) => ({
    personId: pick.from('people'),
    enterprises: pick.some('enterprises', 4),
    units: pick.chance(0.3) ? [unit(pick)] : [],
    validFrom: pick.day('2024-01-01', '2024-09-30'),
  }),
  'assignments.end': (pick) => ({ ids: pick.some('assignments', 3, 'valid_to IS NULL'), on: '2024-10-04' }),
  'visits.save': (pick) => ({
    onDate: pick.day('2024-01-01', '2024-09-30'),
    unit: unit(pick),
    leaderId: pick.from('people'),
    situation: pick.words(),
    followUps: [{ content: pick.words(), dueOn: pick.day('2024-10-01', '2024-12-31') }],
  }),
  'commendations.propose': (pick) => ({
    plan: pick.of(['2023', '2024']),
    people: pick.chance(0.5),
    atLeast: 50 + pick.number(50),
  }),
  'organisation.write': (pick) =>
    pick.of([
      () => ({
        table: 'collaborators' as const,
        added: [{ cells: [{ column: 'fullName', value: `Trần ${pick.fresh(pick.words())}` }] }],
      }),
      () => ({
        table: 'visits' as const,
        edits: pick.some('visits', 2).map((id) => ({ id, column: 'causes', value: pick.words() })),
      }),
      () => ({
        table: 'followUps' as const,
        edits: pick.some('visit_followups', 2).map((id) => ({ id, column: 'doneOn', value: '2024-12-31' })),
      }),
      () => ({
        table: 'remedies' as const,
        edits: pick.some('remedies', 2).map((id) => ({ id, column: 'outcome', value: 'resolved' })),
      }),
      () => ({
        table: 'assignments' as const,
        edits: pick.some('assignments', 2).map((id) => ({ id, column: 'dueOn', value: '2025-12-31' })),
      }),
    ])(),
  'organisation.removeRows': (pick) =>
    pick.of([
      () => ({ table: 'followUps' as const, ids: pick.some('visit_followups', 2) }),
      () => ({ table: 'collaborators' as const, ids: pick.some('collaborators', 1) }),
      () => ({ table: 'assignments' as const, ids: pick.some('assignments', 2) }),
      () => ({ table: 'committees' as const, ids: pick.some('committees', 1) }),
    ])(),
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
