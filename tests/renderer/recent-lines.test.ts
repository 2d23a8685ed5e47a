import { describe, expect, test } from 'vitest'
import { recentLines } from '#renderer/features/overview/recent-lines.ts'

describe('what is new since a week before', () => {
  const report = (unit: string, asOf: string, receivedOn: string | null) => ({
    unit,
    name: `LĐLĐ ${unit}`,
    asOf,
    receivedOn,
    figures: 3,
  })
  const none = { since: '2024-09-23', reports: [], founded: [], ended: [], versions: [] }

  test('reports of one day stand each on its line while they are few, else on one that names them', () => {
    const few = recentLines({
      ...none,
      reports: [report('A', '2024-09-30', null), report('B', '2024-09-30', '2024-10-02')],
    })
    expect(few.map(({ text, note, focus }) => [text, note, focus])).toEqual([
      ['LĐLĐ A: 3 số liệu đến 30/9/2024', '', 'row A'],
      ['LĐLĐ B: 3 số liệu đến 30/9/2024', '2/10/2024', 'row B'],
    ])
    const many = ['A', 'B', 'C', 'D'].map((unit) => report(unit, '2024-09-30', null))
    const lines = recentLines({ ...none, reports: [...many, report('E', '2024-09-25', '2024-09-26')] })
    expect(lines.map(({ text, hint, screen }) => [text, hint, screen])).toEqual([
      ['4 đơn vị báo cáo đến 30/9/2024: 12 số liệu', 'LĐLĐ A, LĐLĐ B, LĐLĐ C, LĐLĐ D', 'results'],
      ['LĐLĐ E: 3 số liệu đến 25/9/2024', undefined, 'results'],
    ])
  })

  test('decisions lead to their union, new versions to the targets', () => {
    const lines = recentLines({
      ...none,
      founded: [{ id: 'u1', name: 'CĐCS Một', on: '2024-09-27', unit: null }],
      ended: [{ id: 'u2', name: 'CĐCS Hai', on: '2024-09-26', unit: null }],
      versions: [{ plan: '2024', name: 'Điều chỉnh lần 1', number: 2, on: '2024-09-25' }],
    })
    expect(lines.map(({ screen, focus, note }) => [screen, focus, note])).toEqual([
      ['targets', null, '25/9/2024'],
      ['unions', 'u1', '27/9/2024'],
      ['unions', 'u2', '26/9/2024'],
    ])
  })
})
