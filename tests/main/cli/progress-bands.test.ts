import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '#main/hosts/cli/main.ts'
import { makeTempFolder } from '#tests/support/temp-folder.ts'

// The words for how well a target is kept are the office's own; one province called more than 50 % at mid-year good.

function openLine(): (...argv: readonly string[]) => Promise<{ code: number; value: unknown }> {
  const db = path.join(makeTempFolder(), 'tỉnh.chitieu-db')
  return async (...argv) => {
    let out = ''
    const code = await runCli([...argv, '--db', db, '--json'], {
      out: (text) => {
        out += text
      },
      error: () => undefined,
    })
    return { code, value: JSON.parse(out) }
  }
}

describe('progress bands', () => {
  test('are shown, replaced as a whole, used by progress, and the usual ones brought back', async () => {
    const line = openLine()
    await line('init', '--name', 'Liên đoàn Lao động tỉnh Thử Nghiệm')
    await line('plans', 'add', '--code', '2024', '--kind', 'year', '--from', '2024-01-01', '--to', '2024-12-31')
    await line('targets', 'set', '--unit', 'TINH', '--indicator', 'CDCS_MOI', '--assigner', 'BCH', '71')
    await line('report', 'add', '--unit', 'TINH', '--indicator', 'CDCS_MOI', '--as-of', '2024-06-30', '36')
    const bandAt = async (): Promise<unknown> => {
      const { value } = await line('progress', '--as-of', '2024-06-30')
      return (value as { rows: { band: { name: string } }[] }).rows[0]?.band.name
    }
    expect(await bandAt()).toBe('Đúng tiến độ')
    const set = await line(
      'progress',
      'bands',
      ...['Vượt:percent:>100:exceeded', 'Khá:percent:>50:pace', 'Yếu:percent:0:behind'].flatMap((band) => [
        '--set',
        band,
      ]),
    )
    expect(set).toMatchObject({ code: 0, value: [{ code: 'VUOT', above: true, bound: 100 }, { name: 'Khá' }, {}] })
    expect(await bandAt()).toBe('Khá')
    expect(await line('progress', 'bands', '--set', 'Khá:percents:50:pace')).toMatchObject({
      code: 1,
      value: { error: { code: 'OPTION_CHOICE' } },
    })
    await line('progress', 'bands', '--usual')
    expect(await bandAt()).toBe('Đúng tiến độ')
  })
})
