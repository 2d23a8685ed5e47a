import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'playwright/test'
import { FirstStartPage } from './pages/first-start-page.ts'
import { Program, type ScreenName } from './pages/program.ts'

/** Serious and critical findings of axe, each with its first element, so that a failure can be read. */
async function seriousFindings(program: Program): Promise<readonly string[]> {
  // Electron opens no second page for axe to put its parts together in.
  const axe = new AxeBuilder({ page: program.page }).setLegacyMode()
  // Fluent UI's focus traps: hidden from readers on purpose, they hand the focus on the moment they get it.
  const { violations } = await axe.exclude('[data-tabster-dummy]').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} – ${nodes.length} × ${nodes[0]?.html.slice(0, 200) ?? ''}`)
}

const SCREENS: readonly ScreenName[] = [
  'Tổng quan',
  'Đơn vị',
  'Doanh nghiệp',
  'CĐCS',
  'Chỉ tiêu',
  'Kết quả',
  'Đợt thi đua',
  'Văn bản',
  'Trao đổi',
  'Cài đặt',
]

test('every screen and dialog can be read by a screen reader', async () => {
  const program = await Program.startWithSample()
  const findings: Record<string, readonly string[]> = {}
  const look = async (name: string): Promise<void> => {
    findings[name] = await seriousFindings(program)
  }
  try {
    for (const screen of SCREENS) {
      await program.goTo(screen)
      await program.page.waitForTimeout(800)
      await look(screen)
    }
    await program.goTo('Đơn vị')
    await program.button('Thêm đơn vị').click()
    await expect(program.dialog()).toBeVisible()
    await look('Thêm đơn vị')
    await program.page.keyboard.press('Escape')
    await program.goTo('Chỉ tiêu')
    await program.button('Phân bổ').click()
    await expect(program.dialog()).toContainText('Tổng các đơn vị đúng bằng')
    await look('Phân bổ')
    expect(findings).toEqual(Object.fromEntries(Object.keys(findings).map((name) => [name, []])))
  } finally {
    await program.close()
  }
})

test('the first start can be read by a screen reader', async () => {
  const program = await Program.start()
  try {
    const start = new FirstStartPage(program)
    await expect(start.choice('Lập dữ liệu cho cơ quan')).toBeVisible()
    expect(await seriousFindings(program)).toEqual([])
    await start.choice('Lập dữ liệu cho cơ quan').click()
    expect(await seriousFindings(program)).toEqual([])
  } finally {
    await program.close()
  }
})
