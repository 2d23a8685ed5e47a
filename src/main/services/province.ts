import type { z } from 'zod'
import type { provinceSetup } from '#shared/contract/files.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import { describeArea } from '#shared/domain/units/area.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { sortKey } from '#shared/domain/text/sort-key.ts'
import { ok } from '#shared/kit/result.ts'
import { eq } from '../db/orm.ts'
import { letterheads, recipients, signers, units, unitTypes } from '../db/schema/index.ts'
import type { Store, Transaction } from '../db/store.ts'
import { seedCatalogues } from './catalogues.ts'
import { writeSettings } from './settings.ts'

/** Code of the province's own unit in a data file. */
export const ROOT_UNIT_CODE = 'TINH'

/** Makes an empty province in a new data file: catalogues, its root unit, and what first start asked. */
export function fillProvince(
  store: Store,
  environment: { readonly resources: string },
  setup: z.output<typeof provinceSetup>,
): AppResult<null> {
  store.write({ kind: 'file.create', label: `Lập dữ liệu ${setup.name}` }, (tx) => {
    const area = describeArea(setup.area ?? setup.name)
    seedCatalogues(tx, environment.resources, area)
    const rootId = insertRoot(tx, setup.name)
    writeSettings(tx, {
      area: area.text,
      partyCommittee: area.isCity ? 'Thành ủy' : 'Tỉnh ủy',
      yearStart: '01-01',
      userName: setup.userName,
      unitScheme: setup.unitScheme,
    })
    tx.db
      .insert(letterheads)
      .values({
        id: tx.newId(),
        unitId: rootId,
        superiorLines: setup.superiorLines,
        issuerLines: [setup.name.toLocaleUpperCase('vi')],
        codeSuffix: setup.codeSuffix,
        place: setup.place === '' ? area.properName : setup.place,
      })
      .run()
    if (setup.signer !== null)
      tx.db
        .insert(signers)
        .values({ ...setup.signer, id: tx.newId(), unitId: rootId, sortOrder: 10 })
        .run()
    if (setup.recipients !== null) replaceRecipients(tx, setup.recipients)
    return null
  })
  return ok(null)
}

function insertRoot(tx: Transaction, name: string): string {
  const type = tx.db.select().from(unitTypes).where(eq(unitTypes.code, 'LDLD_TINH')).get()
  if (type === undefined) throw new Error('catalogue unit-types.json has no LDLD_TINH')
  const id = tx.newId()
  tx.db
    .insert(units)
    .values({
      id,
      code: ROOT_UNIT_CODE,
      name,
      shortName: name,
      nameFolded: foldText(name),
      sortKey: sortKey(name),
      typeId: type.id,
      sortOrder: 0,
    })
    .run()
  return id
}

/** The recipients the clerk named stand for every type of document; the catalogue's own are dropped. */
function replaceRecipients(tx: Transaction, lines: readonly string[]): void {
  tx.db.delete(recipients).run()
  lines.forEach((text, index) =>
    tx.db
      .insert(recipients)
      .values({ id: tx.newId(), text, sortOrder: (index + 1) * 10 })
      .run(),
  )
}
