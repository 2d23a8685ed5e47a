import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitText, scaleSteps } from '#shared/domain/charts/drawing.ts'
import { curveRows, drawCurve, drawUnitBars } from '#shared/domain/charts/overview-charts.ts'
import { type PercentBar, percentBars, type PercentBarsInput } from '#shared/domain/charts/percent-bars.ts'
import { progressLines, type ProgressLinesInput } from '#shared/domain/charts/progress-lines.ts'
import { writeSvg } from '#shared/domain/charts/svg.ts'

const frame = { title: 'Kết nạp mới <đoàn viên>', description: 'Đến ngày 30/6/2024', width: 640 }
const drawPercentBars = (input: PercentBarsInput): string => writeSvg(percentBars(input), { id: 'c1' })
const drawProgressLines = (input: ProgressLinesInput): string => writeSvg(progressLines(input), { id: 'c1' })
const words = { elapsed: (percent: string) => `đã qua ${percent} thời gian` }
const bar = (percent: number | null, more: Partial<PercentBar> = {}): PercentBar => ({
  name: 'LĐLĐ huyện Hải Lăng',
  target: 600,
  result: percent === null ? null : 6 * percent,
  percent,
  isBehind: false,
  remark: null,
  ...more,
})

/** Right edges of all boxes of a fill. */
function edges(svg: string, fill: string): number[] {
  return [
    ...svg.matchAll(
      new RegExp(`<rect x="([\\d.]+)" y="[\\d.]+" width="([\\d.]+)" height="[\\d.]+" fill="${fill}"`, 'g'),
    ),
  ].map(([, x, width]) => Number(x) + Number(width))
}

describe('scales', () => {
  test.each([
    [1348, [0, 500, 1000, 1500]],
    [74, [0, 20, 40, 60, 80]],
    [100, [0, 25, 50, 75, 100]],
    [0, [0, 1]],
    [0.3, [0, 0.1, 0.2, 0.3]],
  ])('%s ends at or above itself in round steps', (most, steps) => {
    expect(scaleSteps(most)).toEqual(steps)
  })

  test('any scale holds what it is for and is not more than half empty', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e9, noNaN: true }), (most) => {
        const last = scaleSteps(most).at(-1) ?? 0
        expect(last).toBeGreaterThanOrEqual(most * (1 - 1e-9))
        expect(last).toBeLessThanOrEqual(most * 2 + 1e-9)
      }),
    )
  })
})

describe('bars', () => {
  test('say themselves to a reader of the screen and let no sign through as markup', () => {
    const svg = drawPercentBars({ ...frame, bars: [bar(75)], elapsed: 50, words })
    expect(svg).toContain('role="img"')
    expect(svg).toContain('<title id="c1-title">Kết nạp mới &lt;đoàn viên&gt;</title>')
    expect(svg).toContain('aria-labelledby="c1-title" aria-describedby="c1-desc"')
    expect(svg).toContain('450/600; 75%')
    expect(svg).toContain('đã qua 50% thời gian')
  })

  test('who is behind looks different without colour, who has nothing says why', () => {
    const svg = drawPercentBars({
      ...frame,
      bars: [bar(75), bar(20, { isBehind: true }), bar(null, { remark: 'chưa báo cáo' })],
      elapsed: null,
      words,
    })
    expect(edges(svg, '#1f5a96')).toHaveLength(1)
    // Behind: a white box with strokes in it, none of them outside.
    const [box] = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="12" fill="#ffffff"/g)]
    const [left, top, width] = (box ?? []).slice(1).map(Number)
    expect(width).toBeGreaterThan(20)
    const strokes = [
      ...svg.matchAll(
        /<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)" stroke="#5c5c5c" stroke-width="1"\/>/g,
      ),
    ].map((found) => found.slice(1).map(Number))
    expect(strokes.length).toBeGreaterThan(8)
    for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of strokes) {
      expect(Math.min(x1, x2)).toBeGreaterThanOrEqual((left ?? 0) - 0.1)
      expect(Math.max(x1, x2)).toBeLessThanOrEqual((left ?? 0) + (width ?? 0) + 0.1)
      expect(Math.min(y1, y2)).toBeGreaterThanOrEqual((top ?? 0) - 0.1)
      expect(Math.max(y1, y2)).toBeLessThanOrEqual((top ?? 0) + 12.1)
    }
    expect(svg).toContain('chưa báo cáo')
  })

  test('lengths keep the proportion of the percents, past 100 too, and stay inside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 420, max: 1200 }),
        (tenths, width) => {
          const percents = tenths.map((value) => value / 10)
          const svg = drawPercentBars({ ...frame, width, bars: percents.map((p) => bar(p)), elapsed: null, words })
          const start = Math.round(width * 0.34)
          const lengths = edges(svg, '#1f5a96').map((edge) => edge - start)
          expect(lengths).toHaveLength(percents.length)
          const longest = Math.max(...lengths)
          expect(start + longest).toBeLessThanOrEqual(width)
          const most = Math.max(...percents)
          percents.forEach((percent, at) => {
            expect(lengths[at]).toBeCloseTo((longest * percent) / most, 0)
          })
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('lines', () => {
  const lines = {
    now: [
      { at: 0.25, value: 300 },
      { at: 0.5, value: null },
      { at: 0.6, value: 900 },
    ],
    before: [],
    target: 1000,
    marks: [{ at: 0.5, label: '6' }],
    words: { now: 'Năm 2024', before: 'Năm 2023', even: 'Tiến độ đều' },
  }

  test('leave out months nobody reported, mark the last figure, name only lines that are there', () => {
    const svg = drawProgressLines({ ...frame, ...lines })
    expect(svg.match(/<circle/g)).toHaveLength(2)
    expect(svg).toContain('>900</text>')
    expect(svg).toContain('Tiến độ đều')
    expect(svg).not.toContain('Năm 2023')
    expect(svg).not.toContain('NaN')
  })

  test('without anything known there is still a frame', () => {
    const svg = drawProgressLines({ ...frame, ...lines, now: [], target: null })
    expect(svg).not.toContain('<circle')
    expect(svg).not.toContain('NaN')
    expect(svg).not.toContain('Tiến độ đều')
  })
})

test('a name is cut where it would not fit, whole letters only', () => {
  expect(fitText('LĐLĐ thị xã Quảng Trị', 400)).toBe('LĐLĐ thị xã Quảng Trị')
  expect(fitText('Công đoàn các khu công nghiệp tỉnh', 100)).toMatch(/^Công đoàn các.*…$/)
})

describe('the overview', () => {
  const period = { from: '2024-01-01', to: '2024-12-31', asOf: '2024-06-30', clock: { elapsed: 49.7 } }
  const curve = {
    name: 'Đoàn viên mới',
    unitLabel: 'người',
    curve: [
      { day: '2024-01-31', value: null },
      { day: '2024-02-29', value: 300 },
      { day: '2024-06-30', value: 900 },
    ],
    curveBefore: [
      { day: '2023-02-28', value: 250 },
      { day: '2023-06-30', value: 700 },
    ],
  }

  test('says of a curve where it stands, what is asked and where the year before stood', () => {
    const svg = drawCurve(period, curve, { target: 1000 }, { id: 'c', width: 600 })
    expect(svg).toContain(
      '<desc id="c-desc">Đến 30/6/2024: 900 người. Chỉ tiêu 1.000. Cùng ngày năm trước: 700.</desc>',
    )
  })

  test('gives a curve as rows, a leap day beside the last of February', () => {
    expect(curveRows(curve)).toEqual([
      { day: '2024-02-29', now: 300, before: 250 },
      { day: '2024-06-30', now: 900, before: 700 },
    ])
  })

  test('says of bars how many are late, who is first and who is last', () => {
    const unit = (name: string, percent: number | null) => ({
      name,
      target: 100,
      result: percent,
      percent,
      reported: percent !== null,
      pace: percent !== null && percent < 49.7 ? 'behind' : 'pace',
    })
    const svg = drawUnitBars(
      period,
      { name: 'Đoàn viên mới', kind: 'flow' },
      { units: [unit('Huyện A', 101), unit('Huyện B', 30), unit('Huyện C', null)] },
      { id: 'u', width: 600 },
    )
    expect(svg).toContain('3 đơn vị, 1 đơn vị chậm so với thời gian. Cao nhất: Huyện A 101%. Thấp nhất: Huyện B 30%.')
    // The legend says what full and hatched bars are.
    expect(svg).toContain('>chậm so với tiến độ thời gian</text>')
  })
})
