import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeTempFolder } from '#tests/support/temp-folder.ts'
import {
  addCounts,
  countCheck,
  countPlaywright,
  countVitest,
  forgiveStrays,
  strayFailures,
  totalsLine,
} from '../../scripts/test-counts.mjs'

function writeReport(content: string): string {
  const file = path.join(makeTempFolder(), 'report.json')
  fs.writeFileSync(file, content)
  return file
}

function vitestReport(
  numbers: Partial<Record<'passed' | 'failed' | 'pending' | 'todo' | 'brokenFiles', number>>,
): string {
  return writeReport(
    JSON.stringify({
      numPassedTests: numbers.passed ?? 0,
      numFailedTests: numbers.failed ?? 0,
      numPendingTests: numbers.pending ?? 0,
      numTodoTests: numbers.todo ?? 0,
      testResults: [
        { status: 'passed', assertionResults: [{}] },
        ...Array.from({ length: numbers.brokenFiles ?? 0 }, () => ({ status: 'failed', assertionResults: [] })),
      ],
    }),
  )
}

function playwrightReport(
  stats: Partial<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>,
  errors: unknown[] = [],
): string {
  return writeReport(JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors }))
}

describe('the count of vitest', () => {
  test('is taken from its report', () => {
    expect(countVitest(vitestReport({ passed: 7, failed: 2, pending: 1, todo: 1 }), 1)).toEqual({
      passed: 7,
      failed: 2,
      skipped: 2,
    })
  })

  test.each([
    ['a file that cannot be imported', { passed: 7, brokenFiles: 2 }, 1, { passed: 7, failed: 2, skipped: 0 }],
    ['an unhandled error after every test passed', { passed: 7 }, 1, { passed: 7, failed: 1, skipped: 0 }],
    ['no test at all', {}, 0, { passed: 0, failed: 1, skipped: 0 }],
    ['nothing but skipped tests', { pending: 3 }, 0, { passed: 0, failed: 1, skipped: 3 }],
  ])('counts %s as a failure', (_, numbers, exitCode, counts) => {
    expect(countVitest(vitestReport(numbers), exitCode)).toEqual(counts)
  })

  test('counts a crash as a failure: no report, or half of one', () => {
    expect(countVitest(path.join(makeTempFolder(), 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(countVitest(writeReport('{"numPassedTests": 7,'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('the count of Playwright', () => {
  test('is taken from its report; what passed only the second time did not pass', () => {
    const report = playwrightReport({ expected: 5, unexpected: 1, flaky: 1, skipped: 2 })
    expect(countPlaywright(report, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  test.each([
    [
      'an error outside the tests',
      playwrightReport,
      { expected: 5 },
      [{ message: 'x' }],
      { passed: 5, failed: 1, skipped: 0 },
    ],
    ['no test at all', playwrightReport, {}, [], { passed: 0, failed: 1, skipped: 0 }],
  ])('counts %s as a failure', (_, write, stats, errors, counts) => {
    expect(countPlaywright(write(stats, errors), 1)).toEqual(counts)
  })
})

describe('a window test that failed by itself', () => {
  const spec = (line: number, ok: boolean): object => ({ title: `phép ${line}`, file: 'hands.e2e.ts', line, ok })
  const reportOf = (specs: readonly object[], errors: readonly object[] = []): string =>
    writeReport(JSON.stringify({ errors, suites: [{ specs: [spec(1, true)], suites: [{ specs }] }] }))

  test('is named, to be looked at again; many are no chance', () => {
    expect(strayFailures(reportOf([spec(13, false), spec(40, true)]))).toEqual([
      { place: 'hands.e2e.ts:13', title: 'phép 13' },
    ])
    expect(strayFailures(reportOf([spec(40, true)]))).toEqual([])
    expect(strayFailures(reportOf([13, 40, 70].map((line) => spec(line, false))))).toEqual([])
    expect(strayFailures(reportOf([spec(13, false)], [{ message: 'x' }]))).toEqual([])
    expect(strayFailures(path.join(makeTempFolder(), 'none.json'))).toEqual([])
  })

  test('counts as passed only when every look at it passed', () => {
    const first = { passed: 65, failed: 1, skipped: 0 }
    const passed = { passed: 66, failed: 0, skipped: 0 }
    expect(forgiveStrays(first, 1, { passed: 3, failed: 0, skipped: 0 })).toEqual(passed)
    expect(forgiveStrays(first, 1, { passed: 2, failed: 1, skipped: 0 })).toEqual(first)
    expect(forgiveStrays(first, 1, { passed: 0, failed: 0, skipped: 0 })).toEqual(first)
    expect(forgiveStrays(first, 0, { passed: 3, failed: 0, skipped: 0 })).toEqual(first)
  })
})

test('the last line adds everything up', () => {
  const counts = [countCheck(true), countCheck(false), { passed: 40, failed: 0, skipped: 2 }].reduce(addCounts)
  expect(totalsLine(counts)).toBe('41 passed, 1 failed, 2 skipped')
})
