import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runProcess } from '#tests/support/cli.ts'
import { PROJECT } from '#tests/support/resources.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

const { version } = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as { version: string }

describe('bin/chitieu as a process', () => {
  test('tells its version and its help from any folder', async () => {
    const folder = makeTempFolder()
    expect(await runProcess(['--version'], folder)).toEqual({ code: 0, out: `${version}\n`, error: '' })
    const some = await runProcess(['package', '--help'], folder)
    expect(some.code).toBe(0)
    expect(some.out).toContain('chitieu package apply')
    expect(some.out).not.toContain('chitieu units')
    const help = await runProcess([], folder)
    expect(help).toMatchObject({ code: 0, error: '' })
    for (const command of ['init', 'units list', 'import', 'allocate', 'progress', 'verify'])
      expect(help.out).toContain(`chitieu ${command}`)
  })

  test('makes a province where it was told, relative to the folder it is in', async () => {
    const folder = makeTempFolder()
    const name = 'Liên đoàn Lao động tỉnh Hải Sơn'
    const made = await runProcess(['init', '--db', 'tỉnh.chitieu-db', '--name', name], folder)
    expect(made).toMatchObject({ code: 0, error: '' })
    expect(made.out).toContain(path.join(folder, 'tỉnh.chitieu-db'))
    const listed = await runProcess(['units', 'list', '--db', 'tỉnh.chitieu-db', '--json'], folder)
    expect(JSON.parse(listed.out)).toEqual([
      { code: 'TINH', name, type: 'LDLD_TINH', parent: null, validFrom: null, validTo: null },
    ])
  })

  test('a refusal: the sentence on stderr, one JSON value on stdout under --json, exit 1', async () => {
    const folder = makeTempFolder()
    const plain = await runProcess(['units', 'list', '--db', 'không có.chitieu-db'], folder)
    expect(plain).toMatchObject({ code: 1, out: '' })
    expect(plain.error).toMatch(/^Không tìm thấy tệp dữ liệu “không có.chitieu-db”.*\n$/)
    const json = await runProcess(['units', 'list', '--db', 'không có.chitieu-db', '--json'], folder)
    expect(json).toMatchObject({ code: 1, error: plain.error })
    expect(JSON.parse(json.out)).toEqual({ error: { code: 'DATA_FILE_MISSING', message: plain.error.trim() } })
  })

  test.for([
    [['bay'], 'COMMAND_UNKNOWN'],
    [['units', 'list'], 'OPTION_MISSING'],
    [['init'], 'OPTION_MISSING'],
    [['init', '--db', 'a.chitieu-db', '--from', 'b.chitieu', '--name', 'Tỉnh A'], 'OPTION_TOGETHER'],
    [['units', 'list', '--db', 'a', '--xanh'], 'OPTION_UNKNOWN'],
    [['units', 'list', '--db', 'a', 'thừa'], 'ARGUMENT_EXTRA'],
    [['units', 'list', '--db', '.', '--as-of', 'mai'], 'FILE_IS_FOLDER'],
    [['init', '--db', 'không có/a.chitieu-db'], 'FOLDER_MISSING'],
  ] as const)('%o is refused: %s', async ([line, code]) => {
    const run = await runProcess([...line, '--json'], makeTempFolder())
    expect(run.code).toBe(1)
    expect(JSON.parse(run.out)).toMatchObject({ error: { code } })
    expect(run.error).toMatch(/^[“\p{Lu}].*[.]\n$/u)
  })

  test('verify ends with 1 when the file is not in order', async () => {
    const folder = makeTempFolder()
    const file = path.join(folder, 'mẫu.chitieu-db')
    expect((await runProcess(['init', '--sample', '--db', file], folder)).code).toBe(0)
    const good = await runProcess(['verify', '--db', file, '--json'], folder)
    expect(good.code).toBe(0)
    expect(JSON.parse(good.out)).toMatchObject({ ok: true })
    const bytes = fs.readFileSync(file)
    const last = bytes.length - 4096
    bytes.fill(0x5a, last - 4096 * 20, last)
    fs.writeFileSync(file, bytes)
    const bad = await runProcess(['verify', '--db', file, '--json'], folder)
    expect(bad.code).toBe(1)
    expect(JSON.parse(bad.out)).toMatchObject({ ok: false })
  })
})
