import { notifyManager, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, it } from 'vitest'
import { dataTurn, invalidateSoon, queryClient } from '#renderer/api/query-client.ts'
import { isReading, onDataArrived } from '#renderer/ui/state/data-arrivals.ts'

afterEach(() => {
  queryClient.clear()
  notifyManager.setScheduler((told) => setTimeout(told, 0))
})

it('what is answered counts as arrived only when the screen has been told of it', async () => {
  // On a busy machine the screen is told long after the answer: here whenever the test says so.
  const queue: (() => void)[] = []
  notifyManager.setScheduler((told) => void queue.push(told))
  const answers = new Map<string, (rows: string) => void>()
  const asked = ['units', 'targets'].map((name) => {
    const queryFn = (): Promise<string> => new Promise((resolve) => answers.set(name, resolve))
    return new QueryObserver(queryClient, { queryKey: [name], queryFn })
  })
  const seen: (readonly string[])[] = []
  const shown: string[] = []
  const stops = asked.map((observer) =>
    observer.subscribe(({ data }) => {
      if (data !== undefined) shown.push(data)
    }),
  )
  const stop = onDataArrived(() => seen.push([...shown]))
  for (const [name, answer] of answers) answer(name)
  await new Promise((resolve) => setTimeout(resolve))
  expect(isReading()).toBe(false)
  expect(seen).toEqual([])
  for (let told = queue.shift(); told !== undefined; told = queue.shift()) told()
  expect(seen.length).toBeGreaterThan(0)
  for (const rows of seen) expect(rows).toEqual(['units', 'targets'])
  for (const end of [...stops, stop]) end()
})

it('a change makes a new turn of reading, and is waited for from its first word', async () => {
  const before = dataTurn()
  const frames: FrameRequestCallback[] = []
  globalThis.requestAnimationFrame = (frame) => frames.push(frame)
  invalidateSoon(['targets'])
  invalidateSoon(['units'])
  expect(isReading()).toBe(true)
  expect(dataTurn()).toBe(before)
  for (const frame of frames) frame(0)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(dataTurn()).toBe(before + 1)
  expect(isReading()).toBe(false)
})
