import type { Input } from '#shared/contract/index.ts'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { UnitRow } from '#shared/contract/units.ts'
import { formatDatePadded } from '#shared/domain/text/format.ts'
import { enterprisesText } from '#renderer/text/enterprises.ts'
import type { GridColumn } from '#renderer/ui/DataGrid/column.ts'

const text = enterprisesText.columns

interface Catalogues {
  readonly units: readonly UnitRow[]
  readonly legalForms: readonly { readonly code: string; readonly shortName: string }[]
}

/** Column ids are those the registry sorts by and, for editing, those of its patch. */
export function makeEnterpriseColumns({ units, legalForms }: Catalogues): readonly GridColumn<EnterpriseRow>[] {
  return [
    {
      id: 'name',
      title: text.name,
      kind: 'text',
      width: 320,
      pinned: true,
      sortable: true,
      value: (row) => row.name,
      hint: (row) => row.name,
      edit: {},
    },
    {
      id: 'taxCode',
      title: text.taxCode,
      kind: 'text',
      width: 124,
      sortable: true,
      value: (row) => row.taxCode,
      edit: {},
    },
    {
      id: 'unit',
      title: text.unit,
      kind: 'choice',
      width: 200,
      sortable: true,
      choices: units.map((unit) => ({ id: unit.code, label: unit.shortName })),
      value: (row) => row.unitCode,
      hint: (row) => row.unitName,
      edit: {},
    },
    {
      id: 'workers',
      title: text.workers,
      kind: 'count',
      width: 92,
      sortable: true,
      value: (row) => row.workers,
      edit: {},
    },
    {
      id: 'hasUnion',
      title: text.hasUnion,
      kind: 'choice',
      width: 88,
      align: 'center',
      sortable: true,
      choices: [
        { id: null, label: '' },
        { id: true, label: enterprisesText.yes },
        { id: false, label: enterprisesText.notYet },
      ],
      value: (row) => row.hasUnion,
      edit: {},
    },
    {
      id: 'members',
      title: text.members,
      kind: 'count',
      width: 96,
      sortable: true,
      value: (row) => row.members,
      edit: {},
    },
    {
      id: 'legalForm',
      title: text.legalForm,
      kind: 'choice',
      width: 130,
      sortable: true,
      choices: [{ id: null, label: '' }, ...legalForms.map((form) => ({ id: form.code, label: form.shortName }))],
      value: (row) => row.legalForm,
      hint: (row) => row.legalFormName,
      edit: {},
    },
    {
      id: 'industry',
      title: text.industry,
      kind: 'text',
      width: 170,
      sortable: true,
      value: (row) => row.industry,
      hint: (row) => row.industry,
      edit: {},
    },
    {
      id: 'address',
      title: text.address,
      kind: 'text',
      width: 240,
      sortable: true,
      value: (row) => row.address,
      hint: (row) => row.address,
      edit: {},
    },
    { id: 'women', title: text.women, kind: 'count', width: 80, sortable: true, value: (row) => row.women, edit: {} },
    {
      id: 'insured',
      title: text.insured,
      kind: 'count',
      width: 120,
      sortable: true,
      value: (row) => row.insured,
      edit: {},
    },
    { id: 'phone', title: text.phone, kind: 'text', width: 120, value: (row) => row.phone, edit: {} },
    {
      id: 'foundedOn',
      title: text.founded,
      kind: 'text',
      width: 110,
      sortable: true,
      value: (row) => (row.foundedOn === null ? row.foundedText : formatDatePadded(row.foundedOn)),
      edit: {},
    },
    {
      id: 'difficulty',
      title: text.difficulty,
      kind: 'text',
      width: 200,
      value: (row) => row.difficulty,
      hint: (row) => row.difficulty,
      edit: {},
    },
    {
      id: 'note',
      title: text.note,
      kind: 'text',
      width: 160,
      value: (row) => row.note,
      hint: (row) => row.note,
      edit: {},
    },
    {
      id: 'surveyedOn',
      title: text.surveyedOn,
      kind: 'date',
      width: 116,
      sortable: true,
      value: (row) => row.surveyedOn,
    },
  ]
}

export type SortColumn = NonNullable<Input<'enterprises.list'>['sort']>[number]['column']

const SORTS: Readonly<Record<SortColumn, true>> = {
  name: true,
  taxCode: true,
  unit: true,
  legalForm: true,
  industry: true,
  address: true,
  foundedOn: true,
  workers: true,
  women: true,
  insured: true,
  hasUnion: true,
  members: true,
  surveyedOn: true,
}

export function isSortColumn(id: string): id is SortColumn {
  return Object.hasOwn(SORTS, id)
}
