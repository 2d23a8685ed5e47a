import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createBackend, createReader } from '#main/backend.ts'
import type { BackendEvent } from '#shared/contract/events.ts'
import { appError, type ErrorCode } from '#shared/contract/errors.ts'
import { ERROR_SENTENCES } from '#shared/contract/error-sentences.ts'
import { contract } from '#shared/contract/index.ts'
import { isFileOperation } from '#main/services/files.ts'
import { services } from '#main/services/index.ts'
import { forkParser } from '#main/hosts/cli/fork-parser.ts'
import { openTestBackend } from '#tests/support/backend.ts'
import { RESOURCES } from '#tests/support/resources.ts'

describe('asking the backend', () => {
  test('an operation that is not there', async () => {
    const { backend } = await openTestBackend()
    for (const name of ['units.drop', '__proto__', 'constructor', '']) {
      const answer = await backend.callUnchecked(name, {})
      expect(answer.ok ? null : answer.error.code).toBe('OPERATION_UNKNOWN')
    }
  })

  test('input of the wrong shape is refused in Vietnamese and names the field', async () => {
    const { backend } = await openTestBackend()
    const answer = await backend.callUnchecked('units.list', { asOf: '2024-02-30' })
    expect(answer.ok ? null : answer.error).toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/: ngày tính đến không có trong lịch\./),
    })
    const wrongType = await backend.callUnchecked('units.list', { asOf: 5 })
    expect(wrongType.ok ? null : wrongType.error.message).not.toMatch(/expected|received|invalid/i)
  })

  test('what is thrown inside becomes an incident that is logged, and nothing of it is shown', async () => {
    const logged: unknown[] = []
    const made = createBackend({
      dbFile: null,
      resources: 'không có thư mục này',
      foreign: { start: forkParser },
      origin: 'test',
      log: (incident, thrown) => logged.push([incident, thrown]),
    })
    if (!made.ok) throw new Error(made.error.message)
    const { file } = await openTestBackend()
    const answer = await made.value.call('file.open', { file })
    made.value.close()
    if (answer.ok) throw new Error('it was answered')
    expect(answer.error.code).toBe('UNEXPECTED')
    expect(answer.error.message).toMatch(/^Có lỗi ngoài dự kiến \(mã [0-9A-F]{4}\)/)
    expect(logged).toEqual([[expect.stringMatching(/^[0-9A-F]{4}$/), expect.objectContaining({ code: 'ENOENT' })]])
  })

  test('a command tells which areas changed; a query and a refusal tell nothing', async () => {
    const { backend, call, refuse } = await openTestBackend()
    const events: BackendEvent[] = []
    const stop = backend.onEvent((event) => events.push(event))
    await call('units.list', { asOf: null })
    await refuse('units.remove', { id: 'không có' })
    expect(events).toEqual([])
    await call('settings.set', { userName: 'Mai' })
    expect(events).toEqual([
      { type: 'changed', areas: ['settings'], savedAt: new Date('2024-10-05T12:00:00').toISOString() },
    ])
    stop()
    await call('settings.set', { userName: 'Lan' })
    expect(events).toHaveLength(1)
  })

  test('history says who', async () => {
    const { call } = await openTestBackend()
    await call('settings.set', { userName: 'Lê Thị Mai' })
    await call('settings.set', { area: 'tỉnh Khác' })
    expect((await call('history.list', {})).map((row) => row.who)).toEqual(['Lê Thị Mai', '', ''])
  })
})

describe('the reader', () => {
  test('answers queries from its own connection and refuses to write', async () => {
    const { call, file } = await openTestBackend({ province: 'sample' })
    const reader = createReader({ resources: RESOURCES })
    const none = await reader.callUnchecked('units.list', { asOf: null })
    expect(none.ok ? null : none.error.code).toBe('NO_DATA_FILE')
    expect(reader.use(file).ok).toBe(true)
    const read = await reader.callUnchecked('units.list', { asOf: null })
    expect(read.ok ? read.value : null).toEqual(await call('units.list', { asOf: null }))
    const written = await reader.callUnchecked('settings.set', { userName: 'X' })
    expect(written.ok ? null : written.error.code).toBe('UNEXPECTED')
    reader.close()
  })
})

describe('the contract', () => {
  test('every operation has somebody who answers it', () => {
    const unanswered = Object.keys(contract).filter((name) => !isFileOperation(name) && !Object.hasOwn(services, name))
    expect(unanswered).toEqual([])
  })

  test('names are an area and a verb, and only what writes touches areas', () => {
    const operations = Object.entries(contract)
    expect(operations.map(([name]) => name).filter((name) => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name))).toEqual(
      [],
    )
    const touching = operations.filter(([, operation]) => operation.kind === 'query' && operation.touches.length > 0)
    expect(touching).toEqual([])
  })

  test.for(Object.entries(contract))('%s can cross a wire: input and output have a JSON shape', ([, operation]) => {
    for (const schema of [operation.input, operation.output])
      expect(() => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })).not.toThrow()
  })
})

describe('error sentences', () => {
  const codes = Object.keys(ERROR_SENTENCES) as ErrorCode[]

  test.for(codes)('%s is a whole polite sentence without English', (code) => {
    const sentence: string = ERROR_SENTENCES[code]
    expect(sentence).toBe(sentence.normalize('NFC').trim())
    expect(sentence).toMatch(/^[“\p{Lu}{]/u)
    expect(sentence).toMatch(/[.”}]$/)
    const words = sentence.replace(/\{\w+\}|chitieu --help|\.chitieu-db|Excel|Word|\.xlsx|\.xls|\.csv|BHXH/g, '')
    expect(words).not.toMatch(/\b(file|error|failed|invalid|unknown|import|sync|database|target|input)\b/i)
  })

  test('every place is filled, and one that is not is a bug', () => {
    expect(appError('UNIT_UNKNOWN', { code: 'X{code}' }).message).toContain('“X{code}”')
    expect(() => appError('UNIT_UNKNOWN')).toThrow('no value for {code}')
  })
})
