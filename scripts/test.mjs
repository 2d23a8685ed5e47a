// npm test: everything that has to hold, in one run; its last line is the total.
//
//   npm test                             all of it
//   npm test -- --only types,lint        some steps: types lint format rules build e2e
//   npm test -- --only e2e --grep WORD   only the window tests whose title has WORD
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from './build.mjs'
import { projectRoot, removeFolder } from './cache-folder.mjs'
import { electronEnvironment, hasDisplay } from './display.mjs'
import { DRIVER_VERSION } from './native-binding.mjs'
import { findProgram, runCommand, secondsSince } from './run-command.mjs'
import { runScript, SetupError } from './run-script.mjs'
import { describeRuntime, prepareDisplay, prepareElectron } from './setup.mjs'
import {
  addCounts,
  countCheck,
  countPlaywright,
  countVitest,
  forgiveStrays,
  NO_COUNTS,
  strayFailures,
  totalsLine,
} from './test-counts.mjs'

const STEPS = ['types', 'lint', 'format', 'rules', 'build', 'e2e']
/** Larger than the window opens, so that nothing lies outside the virtual screen. */
const VIRTUAL_SCREEN = '-screen 0 1600x1000x24'
/** How often a stray failure has to pass, each time in a program started anew. */
const LOOKS = 3

await runScript(async () => {
  const startedAt = Date.now()
  const { only, grep } = readArguments()
  const wants = (/** @type {string} */ step) => only.includes(step)
  const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-test-'))
  let counts = NO_COUNTS
  /** @type {import('./electron-runtime.mjs').ElectronRuntime | undefined} */
  let runtime
  let binding = `better-sqlite3 ${DRIVER_VERSION}`
  let windowCanOpen = wants('e2e')
  const fail = (/** @type {string} */ reason) => {
    console.error(`✗ ${reason}`)
    counts = addCounts(counts, countCheck(false))
  }

  try {
    if (wants('e2e')) {
      console.log('• Chuẩn bị môi trường')
      try {
        ;({ runtime, binding } = await prepareElectron())
        await prepareDisplay()
      } catch (error) {
        if (!(error instanceof SetupError)) throw error
        // The rest is still worth knowing; what needs the window is counted as failed.
        windowCanOpen = false
        fail(error.message)
      }
    }
    // Three programs that read and do not write: together they take as long as the slowest.
    const checks = await Promise.all([
      wants('types') && check('Kiểu (tsc)', 'typescript', 'tsc', ['-b']),
      wants('lint') && check('Lint (oxlint)', 'oxlint', 'oxlint', []),
      wants('format') &&
        check('Trình bày mã (prettier)', 'prettier', 'prettier', [
          '--check',
          '.',
          '--log-level=warn',
          '--cache',
          '--cache-location=node_modules/.cache/prettier-checked',
        ]),
    ])
    for (const ok of checks) if (ok !== false) counts = addCounts(counts, countCheck(ok === 'ok'))
    if (wants('rules')) counts = addCounts(counts, await runVitest(reports))
    if (wants('build') || windowCanOpen) {
      try {
        const how = await buildIfNeeded()
        console.log(how === 'fresh' ? '✓ Bản dựng còn mới' : '✓ Dựng chương trình')
        counts = addCounts(counts, countCheck(true))
      } catch (error) {
        if (!(error instanceof SetupError)) throw error
        windowCanOpen = false
        fail(error.message)
        if (wants('e2e')) fail('Không chạy được các phép thử cửa sổ vì chưa có bản dựng.')
      }
    }
    if (windowCanOpen) counts = addCounts(counts, await runPlaywright(reports, grep))
  } finally {
    removeFolder(reports)
  }
  console.log(`\n${describeRuntime(runtime, binding)}`)
  console.log(`Thời gian: ${secondsSince(startedAt)} giây`)
  console.log(totalsLine(counts))
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1
})

/** @returns {{ only: string[], grep: string | undefined }} */
function readArguments() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, grep: { type: 'string' } } })
  const only = values.only?.split(',') ?? STEPS
  const unknown = only.find((step) => !STEPS.includes(step))
  if (unknown !== undefined) throw new SetupError(`Không có bước "${unknown}": chọn trong ${STEPS.join(', ')}.`)
  return { only, grep: values.grep }
}

/**
 * Runs a checking program and shows what it says only when it objects.
 * @param {string} title
 * @param {string} packageName
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<'ok' | 'objects'>}
 */
async function check(title, packageName, program, args) {
  const startedAt = Date.now()
  const result = await runCommand(process.execPath, [findProgram(packageName, program), ...args], {
    cwd: projectRoot,
    env: { NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  const ok = result.code === 0
  console.log(`${ok ? '✓' : '✗'} ${title}: ${secondsSince(startedAt)} giây`)
  if (!ok) console.log(`${result.stdout}${result.stderr}`.trimEnd())
  return ok ? 'ok' : 'objects'
}

/** @param {string} reports */
async function runVitest(reports) {
  console.log('\n• Quy tắc, phần nền và nghiệm thu (vitest)')
  const report = path.join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const result = await runCommand(process.execPath, [findProgram('vitest', 'vitest'), ...args], {
    cwd: projectRoot,
    show: true,
  })
  return countVitest(report, result.code)
}

/**
 * @param {string} reports
 * @param {string | undefined} grep
 */
async function runPlaywright(reports, grep) {
  console.log('\n• Cửa sổ thật trong Electron (playwright)')
  const report = path.join(reports, 'playwright.json')
  const code = await startPlaywright(report, grep === undefined ? [] : ['--grep', grep])
  const counts = countPlaywright(report, code)
  const strays = strayFailures(report)
  if (strays.length === 0) return counts
  console.log(`\n• Thử lại ${strays.length} phép thử cửa sổ vừa hỏng, mỗi phép ${LOOKS} lần, lần nào cũng phải đạt`)
  const second = path.join(reports, 'playwright-again.json')
  const again = await startPlaywright(second, [
    ...strays.map(({ place }) => place),
    `--repeat-each=${LOOKS}`,
    '--output=test-results/again',
  ])
  const settled = forgiveStrays(counts, strays.length, countPlaywright(second, again))
  const verdict =
    settled.failed < counts.failed ? `hỏng một lần, thử lại đạt cả ${LOOKS} lần` : 'hỏng, thử lại vẫn hỏng'
  for (const { place, title } of strays) console.log(`! ${verdict}: ${place} › ${title}`)
  return settled
}

/**
 * @param {string} report file the runner writes its JSON into
 * @param {string[]} choice which tests
 * @returns {Promise<number>} its exit code
 */
async function startPlaywright(report, choice) {
  const command = [process.execPath, findProgram('playwright', 'playwright'), 'test', '--reporter=list,json', ...choice]
  const withScreen = hasDisplay() ? command : ['xvfb-run', '-a', '-s', VIRTUAL_SCREEN, ...command]
  const [program = '', ...args] = withScreen
  const env = { ...electronEnvironment(), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const result = await runCommand(program, args, { cwd: projectRoot, env, show: true })
  return result.code
}
