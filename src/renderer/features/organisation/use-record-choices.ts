import { useMemo } from 'react'
import { useData } from '#renderer/api/data.ts'
import type { Choice } from '#renderer/ui/DataGrid/column.ts'
import type { RecordChoices } from './record-columns.ts'

const NONE: readonly never[] = []

/** Everybody and everything a cell may name, also those that ended: old rows still speak of them. */
export function useRecordChoices(): RecordChoices {
  const people = useData('people.list', { asOf: null }).data ?? NONE
  const units = useData('units.list', { asOf: null }).data ?? NONE
  const committees = useData('committees.list', {}).data ?? NONE
  const roles = useData('committeeRoles.list', {}).data ?? NONE
  const forms = useData('commendationForms.list', {}).data ?? NONE
  return useMemo(() => {
    const names = new Map<string, number>()
    for (const { fullName } of people) names.set(fullName, (names.get(fullName) ?? 0) + 1)
    return {
      // Two of one name are told apart by their office.
      people: people.map(({ id, fullName, position }): Choice => ({
        id,
        label: (names.get(fullName) ?? 0) > 1 && position !== null ? `${fullName} (${position})` : fullName,
      })),
      units: units.map(({ code, shortName }): Choice => ({ id: code, label: shortName })),
      committees: committees.map(({ id, name, unitName }): Choice => ({ id, label: `${name} (${unitName})` })),
      roles: roles.map(({ code, name }): Choice => ({ id: code, label: name })),
      forms: forms.map(({ code, name }): Choice => ({ id: code, label: name })),
    }
  }, [people, units, committees, roles, forms])
}
