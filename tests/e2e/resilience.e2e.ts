import { expect, test } from 'playwright/test'
import { Program } from './pages/program.ts'
import { UnitsPage } from './pages/units-page.ts'

test('the newest step is taken back with Ctrl+Z, done again with Ctrl+Y, never while typing', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Đơn vị')
    const units = new UnitsPage(program)
    await units.add({ name: 'Công đoàn ngành Giao thông vận tải', code: 'CDN-GT' })
    await expect(units.grid.row('CDN-GT').first()).toBeVisible()
    await expect(program.statusBar()).toContainText('Hoàn tác: Thêm đơn vị Công đoàn ngành Giao thông vận tải')

    // In a field Ctrl+Z belongs to the letters.
    await program.page.getByRole('searchbox').pressSequentially('giao')
    await program.page.keyboard.press('Control+z')
    await expect(program.statusBar()).toContainText('Hoàn tác: Thêm đơn vị')
    await program.page.getByRole('searchbox').fill('')

    await units.grid.select(await units.grid.idOf('CDN-GT'), 'name')
    await program.page.keyboard.press('Control+z')
    await expect(program.notices()).toContainText('Đã hoàn tác: Thêm đơn vị Công đoàn ngành Giao thông vận tải')
    await expect(units.grid.row('CDN-GT')).toHaveCount(0)

    await program.page.keyboard.press('Control+y')
    await expect(units.grid.row('CDN-GT').first()).toBeVisible()
  } finally {
    await program.close()
  }
})

test('when the backend is killed the window lives, says nothing is lost and goes on', async () => {
  const program = await Program.startWithSample()
  try {
    await program.goTo('Đơn vị')
    const units = new UnitsPage(program)
    await units.add({ name: 'Công đoàn ngành Ngân hàng', code: 'CDN-NH' })
    await expect(units.grid.row('CDN-NH').first()).toBeVisible()

    const killed = await program.app.evaluate(({ app }) => {
      const backend = app.getAppMetrics().find((process) => process.name === 'Chi Tieu backend')
      if (backend === undefined) return false
      process.kill(backend.pid, 'SIGKILL')
      return true
    })
    expect(killed).toBe(true)

    // The new backend has the same file open: the added unit is there, and another can follow.
    await expect(async () => {
      await program.goTo('Chỉ tiêu')
      await program.goTo('Đơn vị')
      await units.add({ name: 'Công đoàn ngành Ngoại thương', code: 'CDN-NT' })
      await expect(units.grid.row('CDN-NT').first()).toBeVisible({ timeout: 3000 })
    }).toPass({ timeout: 30_000 })
    await expect(units.grid.row('CDN-NH').first()).toBeVisible()
  } finally {
    await program.close()
  }
})
