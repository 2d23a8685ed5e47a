import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { documentTypes } from '#main/documents/catalogue.ts'
import { openTestBackend } from '#tests/support/backend.ts'

const NEEDS_RESULTS = new Set(['quyet-dinh-khen-thuong', 'to-trinh-khen-thuong', 'cong-van-don-doc'])

// "Every document type can be made from the sample without further arguments", whatever day it is today.
test.for(['2024-01-02', '2024-10-05', '2025-07-01', '2026-11-21'])(
  'on %s every type of document can be made from the sample without further arguments',
  async (today) => {
    const { call, folder } = await openTestBackend({ province: 'sample', today })
    for (const { id, lists, planKind } of documentTypes) {
      const made = await call('documents.make', { type: id, out: path.join(folder, id) })
      const plan = planKind === 'term' ? '2023-2028' : planKind === 'campaign' ? '2024-CD' : '2024'
      expect(made).toMatchObject({ type: id, plan, file: path.join(folder, `${id}.docx`) })
      expect(made.problems.filter((problem) => problem.severity === 'error')).toEqual([])
      // Lists of people print few figures, and on the second of January there is no result yet to urge or commend by.
      expect(made.figures).toBeGreaterThan(lists !== undefined || NEEDS_RESULTS.has(id) ? -1 : 5)
      expect(fs.statSync(made.file).size).toBeGreaterThan(5000)
    }
    expect((await call('documents.list', {})).map((row) => row.type).toSorted()).toEqual(
      documentTypes.map(({ id }) => id).toSorted(),
    )
    expect((await call('file.verify', {})).ok).toBe(true)
  },
)
