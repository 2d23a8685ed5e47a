import { targetsText } from '#renderer/text/targets.ts'
import type { GridColumn } from '#renderer/ui/DataGrid/column.ts'
import type { AllocationBy, AllocationGridRow } from './allocation-form.ts'

const { columns: text, hints } = targetsText.allocation

export function makeAllocationColumns(by: AllocationBy): readonly GridColumn<AllocationGridRow>[] {
  const isUnit = (row: AllocationGridRow): boolean => !row.isTotal
  return [
    {
      id: 'name',
      title: text.name,
      kind: 'text',
      width: 250,
      pinned: true,
      value: (row) => row.name,
      hint: (row) => row.name,
    },
    {
      id: 'weight',
      title: text.weight,
      titleHint: hints.weight,
      kind: by === 'hand' ? 'number' : 'count',
      width: 92,
      value: (row) => row.weight,
      ...(by === 'hand' ? { edit: { allowed: isUnit } } : {}),
    },
    { id: 'before', title: text.before, kind: 'count', width: 88, value: (row) => row.before },
    {
      id: 'lock',
      title: text.lock,
      titleHint: hints.lock,
      kind: 'count',
      width: 114,
      value: (row) => row.lock,
      edit: { allowed: isUnit },
    },
    {
      id: 'floor',
      title: text.floor,
      titleHint: hints.floor,
      kind: 'count',
      width: 82,
      value: (row) => row.floor,
      edit: { allowed: isUnit },
    },
    {
      id: 'cap',
      title: text.cap,
      titleHint: hints.cap,
      kind: 'count',
      width: 76,
      value: (row) => row.cap,
      edit: { allowed: isUnit },
    },
    { id: 'value', title: text.value, kind: 'count', width: 112, value: (row) => row.value, strong: true },
    {
      id: 'why',
      title: text.why,
      kind: 'text',
      flex: 1,
      minWidth: 180,
      value: (row) => row.why,
      hint: (row) => row.why,
    },
  ]
}
