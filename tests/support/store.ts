import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { AppResult } from '#shared/contract/errors.ts'
import { createDataFile, openDataFile } from '#main/db/open.ts'
import type { Store, WriterIdentity } from '#main/db/store.ts'
import { fixedClock, fixedIds, TEST_DAY } from '#tests/support/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

export function testIdentity(): WriterIdentity {
  return { origin: 'test', who: () => 'Người thử', clock: fixedClock(TEST_DAY), newId: fixedIds(TEST_DAY) }
}

/** A new empty data file of its own, below the services: tables, and nothing in them. */
export function createTestStore(folder = makeTempFolder()): Store {
  return take(createDataFile(path.join(folder, 'thử.chitieu-db'), { resources: RESOURCES, identity: testIdentity() }))
}

export function openTestStore(file: string, resources = RESOURCES): AppResult<Store> {
  const opened = openDataFile(file, { resources, identity: testIdentity() })
  if (opened.ok) onTestFinished(() => opened.value.close())
  return opened
}

function take(made: AppResult<Store>): Store {
  if (!made.ok) throw new Error(made.error.message)
  onTestFinished(() => made.value.close())
  return made.value
}
