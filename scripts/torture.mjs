// npm run torture: what takes too long for `npm test`.
//
//   npm run torture                          all of it
//   npm run torture -- --only history        some parts: history versions imports forms mutations
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { projectRoot } from './cache-folder.mjs'
import { findProgram, runCommand, secondsSince } from './run-command.mjs'
import { runScript, SetupError } from './run-script.mjs'

const STEPS = 10_000
/** Sequences of some ten steps each. */
const VERSION_RUNS = 1_000
const torture = (/** @type {string} */ name) => path.join(projectRoot, 'tests', 'torture', name)

/** @type {Readonly<Record<string, readonly { title: string, args: readonly string[], env?: Record<string, string> }[]>>} */
const PARTS = {
  history: [
    { title: 'Mọi thao tác, bị ngắt giữa chừng, rồi hoàn tác hết', args: [torture('undo-everything.mjs'), `${STEPS}`] },
    {
      title: 'Mọi thao tác, hoàn tác theo thứ tự và không theo thứ tự',
      args: [findProgram('vitest', 'vitest'), 'run', 'tests/main/history/every-operation.test.ts'],
      env: { CHITIEU_STEPS: `${STEPS}`, CHITIEU_SEED: '99' },
    },
  ],
  versions: [
    {
      title: 'Các bản chỉ tiêu: lập, điều chỉnh, ban hành, hoàn tác theo mọi thứ tự',
      args: [findProgram('vitest', 'vitest'), 'run', 'tests/main/plans/version-sequences.test.ts'],
      env: { VERSION_RUNS: `${VERSION_RUNS}` },
    },
  ],
  imports: [{ title: 'Nhập các tệp hỏng và tệp có hại', args: [torture('import-hostile.mjs')] }],
  forms: [
    {
      title: 'Biểu mẫu Excel bị sửa ngẫu nhiên, từng ô và từng byte',
      args: [findProgram('vitest', 'vitest'), 'run', 'tests/main/exchange-form/hostile.test.ts'],
      env: { FORM_RUNS: '10000' },
    },
  ],
  exchange: [
    {
      title: 'Trao đổi giữa ba nơi: hội tụ, không mất sửa đổi, không phụ thuộc thứ tự',
      args: [findProgram('vitest', 'vitest'), 'run', 'tests/shared/exchange/histories.test.ts'],
      env: { CHITIEU_HISTORIES: `${STEPS}`, CHITIEU_SEED: 'new' },
    },
    {
      title: 'Tệp trao đổi bị sửa ngẫu nhiên',
      args: [findProgram('vitest', 'vitest'), 'run', 'tests/main/exchange/trust.test.ts', '-t', 'at random'],
      env: { CHITIEU_MUTATIONS: `${2 * STEPS}` },
    },
  ],
  mutations: [{ title: 'Nhập các tệp bị sửa ngẫu nhiên', args: [torture('mutate-imports.mjs')] }],
}

await runScript(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const wanted = values.only?.split(',') ?? Object.keys(PARTS)
  const unknown = wanted.find((name) => PARTS[name] === undefined)
  if (unknown !== undefined)
    throw new SetupError(`Không có phần "${unknown}": chọn trong ${Object.keys(PARTS).join(', ')}.`)
  let failed = 0
  for (const { title, args, env = {} } of wanted.flatMap((name) => PARTS[name] ?? [])) {
    const startedAt = Date.now()
    console.log(`\n• ${title}`)
    const { code } = await runCommand(process.execPath, [...args], { cwd: projectRoot, env, show: true })
    console.log(`${code === 0 ? '✓' : '✗'} ${title}: ${secondsSince(startedAt)} giây`)
    if (code !== 0) failed += 1
  }
  return failed === 0 ? 0 : 1
})
