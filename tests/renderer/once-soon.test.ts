import { expect, test } from 'vitest'
import { OnceSoon } from '#renderer/ui/DataGrid/once-soon.ts'

test('what is asked for several times in one go is done once, behind it, or at once when it is needed', async () => {
  let done = 0
  const once = new OnceSoon(() => (done += 1))
  once.now()
  expect(done).toBe(0)
  once.ask()
  once.ask()
  expect(done).toBe(0)
  await Promise.resolve()
  expect(done).toBe(1)
  once.ask()
  once.now()
  expect(done).toBe(2)
  await Promise.resolve()
  expect(done).toBe(2)
})
