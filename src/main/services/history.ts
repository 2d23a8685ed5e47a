import type { historyContract } from '#shared/contract/history.ts'
import { ok } from '#shared/kit/result.ts'
import { verifyStore } from '../db/verify.ts'
import type { Service } from './service.ts'

interface OperationWithCount {
  readonly id: string
  readonly sequence: number
  readonly kind: string
  readonly label: string
  readonly origin: string
  readonly who: string
  readonly at: string
  readonly changes: number
}

export const historyService: Service<keyof typeof historyContract> = {
  'history.list': ({ store }, { limit }) =>
    ok(
      store.sqlite
        .prepare<[number], OperationWithCount>(
          `SELECT o.id, o.sequence, o.kind, o.label, o.origin, o.who, o.at,
                  (SELECT COUNT(*) FROM changes c WHERE c.operation_id = o.id) AS changes
           FROM operations o ORDER BY o.sequence DESC LIMIT ?`,
        )
        .all(limit),
    ),
  'file.verify': ({ store }) => {
    const checks = verifyStore(store.sqlite)
    return ok({ ok: checks.every((check) => check.ok), checks })
  },
}
