import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { RULES } from '#main/documents/check/wording.ts'
import { PROJECT } from '#tests/support/resources.ts'

it('docs/the-thuc.md lists every rule the checker knows, and no other', () => {
  const table = fs.readFileSync(path.join(PROJECT, 'docs', 'the-thuc.md'), 'utf8')
  const listed = [...table.matchAll(/^\| `([a-z.]+)` \| (.+?) \|/gmu)].map(([, id, title]) => [id, title])
  expect(listed).toEqual(Object.entries(RULES))
})
