import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readForeignWorkbook, type ParserLine } from '#main/exchange/parse/read-foreign.ts'
import { OUT_OF_MEMORY_SIGNAL } from '#main/exchange/parse/watch-memory.ts'
import { forkParser } from '#main/hosts/cli/fork-parser.ts'
import { PROJECT } from '#tests/support/resources.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

const GOOD = path.join(PROJECT, 'tests/fixtures/survey/thue-quang-ninh.xlsx')

/** The real parse process, with a note of whether it was killed and has ended. */
function watchedFork(): { readonly start: () => ParserLine; readonly ended: () => Promise<void> } {
  let line: ParserLine | undefined
  const { promise, resolve } = (() => {
    let done: () => void = () => undefined
    const made = new Promise<void>((given) => {
      done = given
    })
    return { promise: made, resolve: done }
  })()
  return {
    start: () => {
      line = forkParser()
      line.onExit(() => resolve())
      return line
    },
    ended: () => promise,
  }
}

describe('the parse process', () => {
  test('hands over every row, in order, and ends', async () => {
    const parser = watchedFork()
    const read = await readForeignWorkbook(parser.start, GOOD, {
      sheet: null,
      signal: new AbortController().signal,
    })
    if (!read.ok) throw new Error(read.error.message)
    expect(read.value).toMatchObject({ format: 'xlsx', sheetNames: ['DS DN'], size: fs.statSync(GOOD).size })
    const rows = read.value.sheets[0]?.rows ?? []
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 928 }, (_, at) => at + 1))
    await parser.ended()
  })

  test('is killed on cancel', async () => {
    const parser = watchedFork()
    const cancel = new AbortController()
    const reading = readForeignWorkbook(parser.start, GOOD, { sheet: null, signal: cancel.signal })
    cancel.abort()
    expect(await reading).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    await parser.ended()
  })

  test('is killed when its time is up', async () => {
    const parser = watchedFork()
    expect(
      await readForeignWorkbook(parser.start, GOOD, {
        sheet: null,
        signal: new AbortController().signal,
        timeLimitMs: 1,
      }),
    ).toMatchObject({
      ok: false,
      error: { code: 'FILE_TOO_SLOW' },
    })
    await parser.ended()
  })

  test('that dies by itself is an answer', async () => {
    const dying = (): ParserLine => {
      const line = forkParser()
      return { ...line, post: () => line.kill() }
    }
    expect(await readForeignWorkbook(dying, GOOD, { sheet: null, signal: new AbortController().signal })).toMatchObject(
      {
        ok: false,
        error: { code: 'FILE_READING_STOPPED' },
      },
    )
  })

  test('a file with a name of any letters', async () => {
    const file = path.join(makeTempFolder(), 'Danh sách DN – huyện Đakrông (bản 2).xlsx')
    fs.copyFileSync(GOOD, file)
    expect(
      await readForeignWorkbook(forkParser, file, { sheet: null, signal: new AbortController().signal }),
    ).toMatchObject({
      ok: true,
    })
  })

  // Buffers are outside the heap that --max-old-space-size bounds, and the loop never yields.
  test('kills itself when its memory grows past the bound', async () => {
    const module = pathToFileURL(path.join(PROJECT, 'src/main/exchange/parse/watch-memory.ts')).href
    const script = `import { watchMemory } from '${module}'; watchMemory(250); const kept = []; const until = Date.now() + 20000;
      while (Date.now() < until) if (kept.length < 20) kept.push(Buffer.alloc(25000000, 1)); process.exit(0)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' })
    const signal = await new Promise((resolve) => child.on('exit', (code, given) => resolve(given ?? code)))
    expect(signal).toBe(process.platform === 'win32' ? 1 : OUT_OF_MEMORY_SIGNAL)
  })
})
