import {
  SECTION,
  draftSection,
  drafted,
  indicator,
  plan,
  unit,
  type Makers,
} from '#tests/support/history/step-parts.ts'

/** One open plan at a time. */
const WITHOUT_PLAN = 'id NOT IN (SELECT enterprise_id FROM remedies WHERE enterprise_id IS NOT NULL)'

/** Drafts of papers, exchange, campaigns, committees and charges: one way to ask each, see `every-step.ts`. */
export const OFFICE_STEPS: Makers = {
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
  'checks.explain': (pick) => ({
    findings: [
      {
        id: pick.of(['0123456789abcdef', 'fedcba9876543210']),
        rule: 'unlike-history' as const,
        subject: pick.words(),
        message: pick.words(),
      },
    ],
    note: pick.words(),
  }),
  'checks.withdraw': (pick) => ({ findings: [pick.from('check_notes', 'finding')] }),
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
  'remedies.add': (pick) => ({
    cells: [
      { column: 'kind', value: 'difficult' },
      { column: 'enterprise', value: pick.some('enterprises', 1, WITHOUT_PLAN)[0] ?? 'không có' },
      { column: 'openedOn', value: '2024-08-01' },
      { column: 'plan', value: pick.words() },
    ],
    steps: [[{ column: 'content', value: pick.words() }]],
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
}
