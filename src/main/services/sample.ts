import type { AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import { seedCatalogues } from './catalogues.ts'
import type { Store } from '../db/store.ts'

/** Setting that marks a file as holding the sample province. */
export const SAMPLE_SETTING = 'isSample'

/** Fills a new data file with the invented sample province of resources/sample. */
export function fillSample(store: Store, environment: { readonly resources: string }): AppResult<null> {
  store.write({ kind: 'file.createSample', label: 'Lập dữ liệu mẫu' }, (tx) => {
    seedCatalogues(tx, environment.resources)
    return null
  })
  return ok(null)
}
