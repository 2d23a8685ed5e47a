import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'playwright/test'
import { Grid } from './pages/grid.ts'
import { press } from './pages/hands.ts'
import { Program } from './pages/program.ts'
import { writeSystemClipboard } from './pages/system-clipboard.ts'
import { TableTools } from './pages/table-tools.ts'

test('lists go on by dates, sizes are told once, a paste says first what it would refuse', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  try {
    await test.step('an indicator is replaced from a day, in one step', async () => {
      await program.goTo('Cài đặt')
      await page.getByRole('tab', { name: 'Chỉ tiêu', exact: true }).click()
      const list = new Grid(page, 'indicators')
      const id = await list.idOf('Kết nạp mới đoàn viên công đoàn')
      await list.openMenu(id, 'name', 'Thay bằng bản mới từ một ngày…')
      await program
        .dialog()
        .getByRole('textbox', { name: /^Bản mới dùng từ ngày/ })
        .fill('1/1/2026')
      await program
        .dialog()
        .getByRole('textbox', { name: /^Tên đầy đủ/ })
        .fill('Đoàn viên kết nạp mới')
      await program.dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
      await expect(program.notices()).toContainText('vẫn dùng mã cũ DV_MOI')
      const next = await list.idOf('DV_MOI_2')
      await expect(list.cell(next, 'name')).toHaveText('Đoàn viên kết nạp mới')
      await list.select(id, 'valid_to')
      await expect(list.cell(id, 'valid_to')).toHaveText('31/12/2025')
      await expect(list.cell(next, 'valid_from')).toHaveText('01/01/2026')
    })

    await test.step('the minimum of a new union is a rule of the office', async () => {
      await program.goTo('CĐCS')
      await page.getByRole('button', { name: 'Mức tối thiểu' }).click()
      const rules = new Grid(page, 'union-rules')
      await expect(rules.rows().first()).toBeVisible()
      const first = (await rules.rows().first().getAttribute('row-id')) ?? ''
      await rules.type(first, 'members', '7')
      await program.dialog().getByRole('button', { name: 'Lưu', exact: true }).click()
      await expect(program.dialog()).toHaveCount(0)
      await page.getByRole('button', { name: 'Mức tối thiểu' }).click()
      await expect(rules.cell(first, 'members')).toHaveText('7')
      await press(page, 'Escape')
      await expect(program.dialog()).toHaveCount(0)
    })

    await test.step('the size on screen is one notice, and no notice moves the table', async () => {
      await program.goTo('Đơn vị')
      const units = new Grid(page, 'units')
      await expect(units.rows().first()).toBeVisible()
      const top = async (): Promise<number> => (await units.root.boundingBox())?.y ?? 0
      const before = await top()
      await press(page, 'Control+=', 'Control+=', 'Control+-', 'Control+0')
      await expect(program.notices()).toContainText('Cỡ hiển thị 100%')
      await expect(program.notices().getByText(/^Cỡ hiển thị/)).toHaveCount(1)
      await expect.poll(top).toBe(before)
    })

    await test.step('what a list refuses is shown before it is pasted', async () => {
      await program.goTo('Đơn vị')
      const units = new Grid(page, 'units')
      const one = await units.idOf('TP-HAISON')
      const other = (await units.rows().nth(4).getAttribute('row-id')) ?? ''
      const taken = await units.cell(other, 'code').innerText()
      await writeSystemClipboard(program.app, { text: `${taken}\r\n` })
      await units.select(one, 'code')
      await press(page, 'Control+v')
      await expect(program.dialog()).toContainText(taken)
      await press(page, 'Escape')
      await expect(units.cell(one, 'code')).toHaveText('TP-HAISON')
    })
  } finally {
    await program.close()
  }
})

test('a large export can be stopped, and leaves nothing behind', async () => {
  const program = await Program.startWithSample()
  const { page, dataDir } = program
  try {
    // More rows than are written before anybody can press a button.
    for (let at = 0; at < 4; at += 1)
      await page.evaluate(async (part) => {
        const added = Array.from({ length: 10_000 }, (_, row) => ({
          cells: [
            { column: 'name', value: `Doanh nghiệp ${part} số ${row}` },
            { column: 'workers', value: row % 500 },
            { column: 'address', value: `Số ${row} đường Lê Duẩn` },
          ],
        }))
        const { chitieu } = window as unknown as {
          chitieu: { call(name: string, input: string): Promise<string> }
        }
        const answer = JSON.parse(
          await chitieu.call('enterprises.updateMany', JSON.stringify({ added, observedOn: '2024-06-30' })),
        ) as {
          ok: boolean
        }
        if (!answer.ok) throw new Error('the rows were not taken')
      }, at)
    await program.goTo('Doanh nghiệp')
    const table = new TableTools(program, 'enterprises')
    await expect(table.grid.rows().first()).toBeVisible()
    const file = path.join(dataDir, 'Doanh nghiệp.xlsx')
    await program.answerSaveDialog(file)
    await table.export('Xuất ra Excel…')
    await page.locator('.job-panel').getByRole('button', { name: 'Hủy' }).click()
    await expect(page.locator('.job-panel')).toHaveCount(0, { timeout: 60_000 })
    await expect(program.notices()).toContainText('Đã dừng. Chưa có tệp nào được ghi.')
    expect(fs.readdirSync(dataDir).filter((name) => name.includes('.xlsx'))).toEqual([])
    // The table goes on as if nothing had been asked.
    const first = (await table.grid.rows().first().getAttribute('row-id')) ?? ''
    await table.grid.type(first, 'workers', '123')
    await expect(table.grid.cell(first, 'workers')).toHaveText('123')
  } finally {
    await program.close()
  }
})
