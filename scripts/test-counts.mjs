// Reads how many tests passed, failed and were skipped out of the runners' own JSON reports.
//
// A runner can go wrong in ways its numbers do not show: it crashes before writing the report, finds no test
// file, cannot import one, or passes every test and then fails over an unhandled error. Each of these is
// counted as a failure here, so that a total without failures means what it says.
import fs from 'node:fs'

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts */

/** @type {Counts} */
export const NO_COUNTS = { passed: 0, failed: 0, skipped: 0 }

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export function addCounts(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/**
 * One check that is no test runner: types, lint, format, build.
 * @param {boolean} ok
 * @returns {Counts}
 */
export function countCheck(ok) {
  return ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** The last line of every run. @param {Counts} counts */
export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/**
 * @param {string} reportFile of `vitest --reporter=json`
 * @param {number} exitCode of vitest
 * @returns {Counts}
 */
export function countVitest(reportFile, exitCode) {
  const report = readReport(reportFile)
  if (report === undefined) return countCheck(false)
  // A file that could not even be imported has no tests to fail.
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults
  const brokenFiles = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const counts = {
    passed: Number(report.numPassedTests),
    failed: Number(report.numFailedTests) + brokenFiles,
    skipped: Number(report.numPendingTests) + Number(report.numTodoTests),
  }
  return failWhenSilent(counts, exitCode)
}

/**
 * @param {string} reportFile of Playwright's reporter `json`
 * @param {number} exitCode of playwright
 * @returns {Counts}
 */
export function countPlaywright(reportFile, exitCode) {
  const report = readReport(reportFile)
  if (report === undefined) return countCheck(false)
  const { expected, unexpected, flaky, skipped } = report.stats
  // The runner itself tries nothing again; should it ever, passing only then is not passing.
  const counts = { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
  return failWhenSilent(counts, exitCode)
}

/** More than these at once are no stray failures. */
const MOST_STRAYS = 2

/**
 * The window tests that failed, when they are so few that they may have failed by chance: a real window on a shared
 * machine can lose a key or a frame. Empty when nothing failed, when much did, or when something failed beside tests.
 * @param {string} reportFile of Playwright's reporter `json`
 * @returns {{ readonly place: string, readonly title: string }[]} `place`: "hands.e2e.ts:13", as the runner takes it
 */
export function strayFailures(reportFile) {
  const report = readReport(reportFile)
  if (report === undefined || report.errors.length > 0) return []
  /** @typedef {{ title: string, file: string, line: number, ok: boolean }} Spec */
  /** @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite */
  /** @param {Suite} suite @returns {Spec[]} */
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
  const failed = specsOf(report).filter(({ ok }) => !ok)
  return failed.length > MOST_STRAYS ? [] : failed.map(({ file, line, title }) => ({ place: `${file}:${line}`, title }))
}

/**
 * What the second look at stray failures makes of the count: they are passed only if every run of it passed.
 * @param {Counts} first
 * @param {number} strays how many tests were looked at again
 * @param {Counts} again of the second look
 * @returns {Counts}
 */
export function forgiveStrays(first, strays, again) {
  if (strays === 0 || again.failed > 0 || again.passed === 0) return first
  return { ...first, passed: first.passed + strays, failed: first.failed - strays }
}

/**
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function failWhenSilent(counts, exitCode) {
  const ranNothing = counts.passed + counts.failed === 0
  const failedSilently = exitCode !== 0 && counts.failed === 0
  return ranNothing || failedSilently ? { ...counts, failed: counts.failed + 1 } : counts
}

/**
 * @param {string} file
 * @returns {any} undefined when there is no whole report
 */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
