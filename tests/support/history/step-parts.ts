import type { Input, OperationName } from '#shared/contract/index.ts'
import type { Picker } from '#tests/support/history/picker.ts'

// What the inputs of several operations are put together from.

export type Makers = { readonly [N in OperationName]?: (pick: Picker) => Input<N> }

export const dates = (pick: Picker) =>
  pick.chance(0.5) ? {} : { validFrom: pick.day('2020-01-01', '2022-01-01'), validTo: pick.day('2022-01-02') }
export const plan = (pick: Picker): string => pick.from('plans', 'code')
export const unit = (pick: Picker): string => pick.from('units', 'code')
export const indicator = (pick: Picker): string => pick.from('indicators', 'code', `kind <> 'ratio'`)
export const assigner = (pick: Picker): string => pick.from('assigners', 'code')
export const enterprise = (pick: Picker): string => pick.from('enterprises')
export const cell = (pick: Picker) => ({
  unit: unit(pick),
  indicator: indicator(pick),
  assigner: assigner(pick),
  value: pick.chance(0.1) ? null : pick.number(900),
  remove: pick.chance(0.2),
})
export const version = (pick: Picker) => {
  const id = pick.from('plan_versions')
  const row = pick.sqlite
    .prepare<[string], { plan: string; number: number }>(
      'SELECT p.code AS plan, v.number FROM plan_versions v JOIN plans p ON p.id = v.plan_id WHERE v.id = ?',
    )
    .get(id)
  return { plan: row?.plan ?? plan(pick), version: row?.number ?? 1 }
}
/** A target of a version that counts: what a unit may have an opinion on. */
export const drafted = (pick: Picker) => {
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
export const report = (pick: Picker) => {
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
export const line = (pick: Picker) => ({
  id: null,
  documentType: '',
  text: `Căn cứ ${pick.words()}`,
  sortOrder: pick.number(100),
  ...dates(pick),
})
export const letterhead = (pick: Picker) => ({
  id: null,
  superiorLines: [],
  issuerLines: [`LĐLĐ ${pick.words()}`],
  codeSuffix: 'LĐLĐ',
  place: pick.words(),
  ...dates(pick),
})
export const decided = (pick: Picker) => ({
  on: pick.day('2024-02-01', '2025-10-01'),
  decisionNumber: `${pick.number(99)}/QĐ`,
})

/** Sections a progress report always has; what is asked of a draft of another kind is refused and tried again. */
export const SECTION = 'danh-gia-chung'
export const draftSection = (pick: Picker) => ({
  id: pick.from('document_drafts'),
  section: pick.of([SECTION, 'cau-ket']),
})
