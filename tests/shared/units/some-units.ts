import type { TreeUnit, TreeUnitType } from '#shared/domain/units/tree.ts'

/** Types in an order that is neither that of their codes nor of their ids. */
export const TYPES: readonly TreeUnitType[] = [
  { id: 't-tinh', code: 'LDLD_TINH', groupTitle: 'Liên đoàn Lao động tỉnh', sortOrder: 10 },
  { id: 't-huyen', code: 'LDLD_HUYEN', groupTitle: 'Liên đoàn Lao động huyện, thị xã, thành phố', sortOrder: 20 },
  { id: 't-nganh', code: 'CD_NGANH', groupTitle: 'Công đoàn ngành', sortOrder: 30 },
  { id: 't-cdcs', code: 'CDCS', groupTitle: 'Công đoàn cơ sở', sortOrder: 40 },
]

export function makeUnit(id: string, parentId: string | null, more: Partial<TreeUnit> = {}): TreeUnit {
  return {
    id,
    code: id.toUpperCase(),
    name: `Đơn vị ${id}`,
    typeId: parentId === null ? 't-tinh' : 't-huyen',
    parentId,
    sortOrder: 0,
    validFrom: null,
    validTo: null,
    ...more,
  }
}
