import { expect, test } from 'vitest'
import { z } from 'zod'
import { hostContract } from '#shared/contract/host.ts'
import { contract } from '#shared/contract/index.ts'

/** What JSON cannot say, or says as something else. */
const UNSAYABLE = new Set(['date', 'map', 'set', 'bigint', 'symbol', 'nan', 'function', 'promise', 'file', 'undefined'])

function unsayable(schema: z.ZodType, io: 'input' | 'output'): readonly string[] {
  const found: string[] = []
  z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, path }) => {
      const { type } = zodSchema._zod.def
      if (UNSAYABLE.has(type)) found.push(`${path.join('.')}: ${type}`)
    },
  })
  return found
}

// Between the window and the backend everything crosses as JSON text (hosts/electron/messages.ts): a date or a set in a
// contract would arrive as something else.
test.each(Object.entries({ ...contract, ...hostContract }))('%s can be said in JSON, both ways', (_, operation) => {
  expect(unsayable(operation.input, 'input')).toEqual([])
  expect(unsayable(operation.output, 'output')).toEqual([])
})
