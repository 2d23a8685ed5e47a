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
  // Passing only when tried again is not passing.
  const counts = { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
  return failWhenSilent(counts, exitCode)
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
