import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'playwright/test'
import { Program } from './pages/program.ts'
import { TableTools } from './pages/table-tools.ts'

async function seriousFindings(program: Program): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page: program.page }).setLegacyMode()
  const { violations } = await axe.exclude('[data-tabster-dummy]').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`)
}

test('cells are found without accents and replaced after a look, as one step', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  try {
    await program.goTo('Đơn vị')
    const units = new TableTools(program, 'units')
    await expect(units.grid.rows().first()).toBeVisible()
    const bar = units.findBar()
    const count = bar.getByRole('status')

    await test.step('Ctrl+F, without accents and case, counted, marked, stepped through', async () => {
      await page.keyboard.press('Control+f')
      await expect(bar.getByRole('textbox', { name: 'Tìm' })).toBeFocused()
      await page.keyboard.type('CONG DOAN nganh')
      await expect(count).toHaveText('0/5')
      await page.keyboard.press('Enter')
      await expect(count).toHaveText('1/5')
      await expect(units.grid.root.locator('.grid-found')).toHaveCount(5)
      await expect(units.grid.root.locator('.grid-found-current')).toHaveText(/^Công đoàn ngành/)
      expect(await seriousFindings(program)).toEqual([])
      await page.keyboard.press('Shift+Enter')
      await expect(count).toHaveText('5/5')
      await page.keyboard.press('F3')
      await expect(count).toHaveText('1/5')
    })

    await test.step('with accents and as whole cells it finds less', async () => {
      await bar.getByRole('checkbox', { name: 'Đúng dấu' }).check()
      await expect(count).toHaveText('Không tìm thấy')
      await bar.getByRole('checkbox', { name: 'Đúng dấu' }).uncheck()
      await bar.getByRole('checkbox', { name: 'Đúng cả ô' }).check()
      await expect(count).toHaveText('Không tìm thấy')
      await bar.getByRole('checkbox', { name: 'Đúng cả ô' }).uncheck()
      await expect(count).toHaveText(/^\d\/5$/)
    })

    await test.step('Esc gives the keyboard back to the table at the place found', async () => {
      await bar.getByRole('textbox', { name: 'Tìm' }).focus()
      await page.keyboard.press('Escape')
      await expect(bar).toBeHidden()
      await expect(units.grid.root.locator('.grid-found')).toHaveCount(0)
      await expect(units.grid.root).toHaveClass(/has-keyboard/)
    })

    await test.step('replacing all shows old and new, and what is refused, before it happens', async () => {
      await page.keyboard.press('Control+h')
      await bar.getByRole('textbox', { name: 'Tìm' }).fill('Công đoàn ngành')
      await bar.getByRole('textbox', { name: 'Thay bằng' }).fill('CĐ ngành')
      await expect(count).toHaveText(/^\d\/5$/)
      await bar.getByRole('button', { name: 'Thay tất cả…' }).click()
      const dialog = program.dialog()
      await expect(dialog).toContainText('Sẽ thay 5 ô.')
      expect(await seriousFindings(program)).toEqual([])
      await expect(dialog.getByRole('row', { name: /Công đoàn ngành Y tế.*CĐ ngành Y tế/ })).toBeVisible()
      expect(await units.texts('name')).toContain('Công đoàn ngành Y tế')
      await dialog.getByRole('button', { name: 'Thay 5 ô' }).click()
      await expect(dialog).toBeHidden()
      await expect.poll(() => units.texts('name')).toContain('CĐ ngành Y tế')
      expect((await units.texts('name')).filter((name) => name.startsWith('Công đoàn ngành'))).toEqual([])
    })

    await test.step('one step of the history takes all of it back', async () => {
      await expect(program.statusBar()).toContainText('Thay thế 5 ô trong Đơn vị')
      await bar.getByRole('button', { name: 'Đóng ô tìm' }).click()
      await page.keyboard.press('Control+z')
      await expect.poll(() => units.texts('name')).toContain('Công đoàn ngành Y tế')
      expect((await units.texts('name')).filter((name) => name.startsWith('Công đoàn ngành'))).toHaveLength(5)
    })

    await test.step('what cannot be is refused with the reason, the rest stays as it was', async () => {
      await page.keyboard.press('Control+h')
      await bar.getByRole('combobox', { name: 'Tìm trong' }).selectOption({ label: 'Đến ngày' })
      await bar.getByRole('textbox', { name: 'Tìm' }).fill('30/06')
      await bar.getByRole('textbox', { name: 'Thay bằng' }).fill('31/06')
      await expect(count).toHaveText(/^\d+\/[1-9]\d*$/)
      await bar.getByRole('button', { name: 'Thay tất cả…' }).click()
      await expect(program.dialog()).toContainText('ô không thay được')
      await expect(
        program
          .dialog()
          .getByRole('row', { name: /31\/06\/2025.*không phải là ngày/ })
          .first(),
      ).toBeVisible()
      await expect(program.dialog().getByRole('button', { name: 'Thay 0 ô' })).toHaveAttribute('aria-disabled', 'true')
      await page.keyboard.press('Escape')
    })

    await test.step('one by one', async () => {
      await bar.getByRole('combobox', { name: 'Tìm trong' }).selectOption({ label: 'Mọi cột' })
      await bar.getByRole('textbox', { name: 'Tìm' }).fill('Liên đoàn Lao động huyện')
      await bar.getByRole('textbox', { name: 'Thay bằng' }).fill('LĐLĐ huyện')
      await expect(count).toHaveText(/^\d+\/[1-9]/)
      const total = Number((await count.innerText()).split('/')[1])
      await bar.getByRole('button', { name: 'Tìm tiếp' }).click()
      await bar.getByRole('button', { name: 'Thay ô này' }).click()
      await expect(count).toHaveText(new RegExp(`/${total - 1}$`))
      expect((await units.texts('name')).filter((name) => name.startsWith('LĐLĐ huyện'))).toHaveLength(1)
    })
  } finally {
    await program.close()
  }
})

test('rows that are not loaded are found and replaced by the backend', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  try {
    await program.goTo('Doanh nghiệp')
    const registry = new TableTools(program, 'enterprises')
    await expect(registry.grid.rows().first()).toBeVisible()
    await page.keyboard.press('Control+f')
    const bar = registry.findBar()
    await bar.getByRole('textbox', { name: 'Tìm' }).fill('thuy san')
    await expect(bar.getByRole('status')).toHaveText(/^0\/[1-9]\d*$/)
    const total = Number((await bar.getByRole('status').innerText()).split('/')[1])
    // Backwards from the top is the last place, far below what is loaded.
    await bar.getByRole('button', { name: 'Tìm trước' }).click()
    await expect(bar.getByRole('status')).toHaveText(`${total}/${total}`)
    await expect(registry.grid.root.locator('.grid-found-current')).toBeVisible()

    await bar.getByRole('button', { name: 'Thay thế', exact: true }).click()
    await bar.getByRole('textbox', { name: 'Tìm' }).fill('Chế biến thủy sản')
    await bar.getByRole('textbox', { name: 'Thay bằng' }).fill('Thủy sản')
    await bar.getByRole('combobox', { name: 'Tìm trong' }).selectOption({ label: 'Tên doanh nghiệp' })
    await expect(bar.getByRole('status')).toHaveText(/^0\/[1-9]\d*$/)
    const cells = Number((await bar.getByRole('status').innerText()).split('/')[1])
    await bar.getByRole('button', { name: 'Thay tất cả…' }).click()
    await expect(program.dialog()).toContainText(`Sẽ thay ${cells} ô.`)
    await program
      .dialog()
      .getByRole('button', { name: `Thay ${cells} ô` })
      .click()
    await expect(bar.getByRole('status')).toHaveText('Không tìm thấy')
    await expect(program.statusBar()).toContainText(`Thay thế ${cells} ô trong Doanh nghiệp`)
    await bar.getByRole('button', { name: 'Đóng ô tìm' }).click()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+f')
    await bar.getByRole('textbox', { name: 'Tìm' }).fill('Chế biến thủy sản')
    await expect(bar.getByRole('status')).toHaveText(`0/${cells}`)
  } finally {
    await program.close()
  }
})
