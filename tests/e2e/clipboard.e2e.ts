import { expect, test, type Locator } from 'playwright/test'
import { Grid } from './pages/grid.ts'
import { Program } from './pages/program.ts'
import { readSystemClipboard, writeSystemClipboard, type ClipboardContent } from './pages/system-clipboard.ts'
import { TargetsPage, unitRow } from './pages/targets-page.ts'

const [HAI_SON, PHU_LINH, YEN_GIANG, THANH_LAM] = [
  unitRow('TP-HAISON'),
  unitRow('TX-PHULINH'),
  unitRow('H-YENGIANG'),
  unitRow('H-THANHLAM'),
] as const

function putOnClipboard(program: Program, content: { readonly text: string; readonly html?: string }): Promise<void> {
  return writeSystemClipboard(program.app, content)
}

function readClipboard(program: Program): Promise<ClipboardContent> {
  return readSystemClipboard(program.app)
}

async function texts(grid: Grid, column: string, rows: readonly string[]): Promise<readonly string[]> {
  return Promise.all(rows.map((row) => grid.cell(row, column).innerText()))
}

async function press(program: Program, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await program.page.keyboard.press(key)
}

test('tables go to Excel and come back, looked at before what would surprise @smoke', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  const { grid } = new TargetsPage(program)
  const preview = program.dialog()
  const rows = [HAI_SON, PHU_LINH, YEN_GIANG, THANH_LAM]
  const undo = async (): Promise<void> => {
    await page.keyboard.press('Control+z')
  }
  try {
    await program.goTo('Chỉ tiêu')

    await test.step('a copy carries plain text and a table with machine values', async () => {
      await grid.type(HAI_SON, 'DV_MOI', '1.101')
      await grid.select(HAI_SON, 'DV_MOI')
      await press(program, 'Shift+ArrowDown', 'Shift+ArrowRight', 'Control+c')
      const { text, html } = await readClipboard(program)
      expect(text.split('\r\n').map((line) => line.split('\t').length)).toEqual([2, 2])
      expect(text.startsWith('1101\t')).toBe(true)
      expect(html).toContain('x:num="1101" sdval="1101"')
      await expect(grid.root.locator('.grid-marching')).toBeVisible()
      await press(program, 'Escape')
      await expect(grid.root.locator('.grid-marching')).toHaveCount(0)
    })

    await test.step('with titles, from the menu; a name that looks like a formula stays words', async () => {
      await grid.select(HAI_SON, 'name')
      await press(program, 'Shift+ArrowRight')
      await grid.openMenu(HAI_SON, 'DV_MOI', 'Sao chép kèm tiêu đề')
      await expect.poll(async () => (await readClipboard(program)).text.split('\r\n')[0]).toBe('Đơn vị\tĐV mới')
      const { html } = await readClipboard(program)
      expect(html).toContain(`style='mso-number-format:"\\@"'>Liên đoàn Lao động thành phố Hải Sơn`)
    })

    await test.step('a clean block goes straight in, as one step', async () => {
      await putOnClipboard(program, { text: '11\t21\r\n12\t22\r\n' })
      await grid.select(HAI_SON, 'CDCS_MOI')
      await press(program, 'Control+v')
      await expect(grid.cell(PHU_LINH, 'CDCS_MOI')).toHaveText('12')
      await expect(preview).toHaveCount(0)
      await expect(program.statusBar()).toContainText('Hoàn tác: Dán 4 ô vào Chỉ tiêu')
      await expect(program.statusBar()).toContainText('Chọn 4 ô')
    })

    await test.step('the table of a page is read: hidden rows left out, merged cells in place', async () => {
      const html =
        '<style><!-- .xl70 {display:none;} --></style><table><tr style="display:none"><td>9</td><td>9</td></tr>' +
        '<tr class=xl70><td>8</td><td>8</td></tr>' +
        '<tr><td sdval="31" sdnum="1033;0;0">31</td><td><p>41</p></td></tr><tr><td>&nbsp;32&nbsp;</td><td>42<br></td></tr></table>'
      await putOnClipboard(program, { text: 'x', html })
      await grid.select(HAI_SON, 'CDCS_MOI')
      await press(program, 'Control+v')
      await expect(grid.cell(HAI_SON, 'CDCS_MOI')).toHaveText('31')
      await expect(grid.cell(PHU_LINH, 'CDCS_MOI')).toHaveText('32')
      await undo()
      await expect(grid.cell(HAI_SON, 'CDCS_MOI')).toHaveText('11')
    })

    await test.step('what is refused or read otherwise is shown before; nothing is written by Hủy', async () => {
      await putOnClipboard(program, { text: 'khoảng 20\r\n1,000\r\n#N/A\r\n44\r\n' })
      await grid.select(HAI_SON, 'DV_MOI')
      const before = await texts(grid, 'DV_MOI', rows)
      await press(program, 'Control+v')
      await expect(preview).toContainText('Xem trước khi dán')
      await expect(preview.locator('.paste-counts')).toHaveText(
        /Ô sẽ đổi\s*2.*Ô không dán được\s*2.*Ô được đọc khác chữ gốc\s*1/s,
      )
      await expect(preview.getByRole('table')).toContainText('“khoảng 20” không phải là số')
      await expect(preview.getByRole('table')).toContainText('“1,000” được đọc là 1.000')
      await preview.getByRole('button', { name: 'Hủy' }).click()
      await expect(preview).toHaveCount(0)
      expect(await texts(grid, 'DV_MOI', rows)).toEqual(before)

      await grid.select(HAI_SON, 'DV_MOI')
      await press(program, 'Control+v')
      await preview.getByRole('button', { name: 'Dán phần đúng' }).click()
      await expect(grid.cell(PHU_LINH, 'DV_MOI')).toHaveText('1.000')
      expect(await texts(grid, 'DV_MOI', rows)).toEqual([before[0], '1.000', before[2], '44'])
      await expect(program.statusBar()).toContainText('Dán 2 ô vào Chỉ tiêu')
      await undo()
      await expect(grid.cell(THANH_LAM, 'DV_MOI')).toHaveText(before[3] ?? '')

      await grid.select(HAI_SON, 'DV_MOI')
      await press(program, 'Control+v')
      await preview.getByRole('button', { name: 'Dán tất cả và đánh dấu ô sai' }).click()
      await expect(grid.cell(HAI_SON, 'DV_MOI')).toHaveText('khoảng 20')
      await expect(grid.cell(HAI_SON, 'DV_MOI')).toHaveClass(/grid-problem/)
      await expect(grid.cell(YEN_GIANG, 'DV_MOI')).toHaveClass(/grid-problem/)
      await expect(grid.cell(THANH_LAM, 'DV_MOI')).toHaveText('44')
      await grid.type(HAI_SON, 'DV_MOI', '20')
      await grid.type(YEN_GIANG, 'DV_MOI', '21')
      await expect(grid.cell(HAI_SON, 'DV_MOI')).not.toHaveClass(/grid-problem/)
    })

    await test.step('a header line is known, and columns go where their titles are', async () => {
      await putOnClipboard(program, { text: 'CĐCS mới\tđv moi\r\n51\t61\r\n52\t62\r\n' })
      await grid.select(HAI_SON, 'DV_MOI')
      await press(program, 'Control+v')
      await expect(preview.getByRole('checkbox', { name: 'Dòng đầu là tiêu đề, không dán' })).toBeChecked()
      await expect(preview.getByRole('checkbox', { name: 'Ghép cột theo tiêu đề' })).toBeChecked()
      await expect(preview.locator('.paste-counts')).toHaveText(/Ô sẽ đổi\s*4/)
      await press(program, 'Enter')
      await expect(grid.cell(PHU_LINH, 'DV_MOI')).toHaveText('62')
      await expect(grid.cell(HAI_SON, 'CDCS_MOI')).toHaveText('51')
      await undo()
      await expect(grid.cell(HAI_SON, 'CDCS_MOI')).toHaveText('11')
    })

    await test.step('off the last column it is cut with a word; cells only to be looked at are counted', async () => {
      await putOnClipboard(program, { text: 'Tên khác\t71\r\n' })
      await grid.select(HAI_SON, 'name')
      await press(program, 'Control+v')
      await expect(preview.locator('.paste-counts')).toHaveText(/Ô sẽ đổi\s*1.*Ô chỉ để xem\s*1/s)
      // Keys are the window's own from the moment the focus is in it.
      await expect(preview.locator(':focus')).toHaveCount(1)
      await press(program, 'Escape')
      await expect(preview).toHaveCount(0)
      await putOnClipboard(program, { text: Array.from({ length: 60 }, (_, at) => String(at)).join('\t') })
      await grid.select(HAI_SON, 'DV_MOI')
      await press(program, 'Control+v')
      await expect(preview).toContainText(/cột cuối của phần dán nằm ngoài bảng nên không dán/)
      await expect(preview.locator(':focus')).toHaveCount(1)
      await press(program, 'Escape')
      await expect(preview).toHaveCount(0)
    })

    await test.step('a cut changes nothing until it is pasted, and then moves in one step', async () => {
      await grid.type(HAI_SON, 'DVUT_GT', '7')
      await grid.type(PHU_LINH, 'DVUT_GT', '8')
      await grid.select(HAI_SON, 'DVUT_GT')
      await press(program, 'Shift+ArrowDown', 'Control+x')
      await expect(grid.cell(HAI_SON, 'DVUT_GT')).toHaveText('7')
      await press(program, 'Escape')
      await expect(grid.root.locator('.grid-marching')).toHaveCount(0)
      await press(program, 'Control+x')
      await grid.select(PHU_LINH, 'DVUT_GT')
      await press(program, 'Control+v')
      await expect(grid.cell(HAI_SON, 'DVUT_GT')).toHaveText('')
      expect(await texts(grid, 'DVUT_GT', [PHU_LINH, YEN_GIANG])).toEqual(['7', '8'])
      await expect(program.statusBar()).toContainText('Hoàn tác: Chuyển 3 ô trong Chỉ tiêu')
      await undo()
      await expect(grid.cell(HAI_SON, 'DVUT_GT')).toHaveText('7')
      await expect(grid.cell(PHU_LINH, 'DVUT_GT')).toHaveText('8')
    })

    await test.step('Enter pastes what is framed, and the frame goes', async () => {
      await grid.select(HAI_SON, 'DVUT_GT')
      await press(program, 'Control+c', 'ArrowDown', 'ArrowDown', 'Enter')
      await expect(grid.cell(YEN_GIANG, 'DVUT_GT')).toHaveText('7')
      await expect(grid.root.locator('.grid-marching')).toHaveCount(0)
    })

    await test.step('a percent is no count, whatever program says so', async () => {
      await putOnClipboard(program, {
        text: '100%',
        html: '<table><tr><td sdval="1" sdnum="1033;0;0%">100%</td></tr></table>',
      })
      await grid.select(YEN_GIANG, 'DVUT_GT')
      await press(program, 'Control+v')
      await expect(preview.getByRole('table')).toContainText('“100%” không phải là số')
      await press(program, 'Escape')
      await expect(preview).toHaveCount(0)
    })

    await test.step('the menu pastes too, and shows it first when asked', async () => {
      await putOnClipboard(program, { text: '91' })
      await grid.select(HAI_SON, 'CDCS_MOI')
      await press(program, 'Shift+ArrowDown')
      await grid.openMenu(HAI_SON, 'CDCS_MOI', 'Dán Ctrl+V')
      await expect(grid.cell(PHU_LINH, 'CDCS_MOI')).toHaveText('91')
      await expect(grid.cell(HAI_SON, 'CDCS_MOI')).toHaveText('91')
      await putOnClipboard(program, { text: '92' })
      await grid.select(HAI_SON, 'CDCS_MOI')
      await press(program, 'Control+Shift+v')
      await expect(preview.locator('.paste-counts')).toHaveText(/Ô sẽ đổi\s*1/)
      await press(program, 'Enter')
      await expect(grid.cell(HAI_SON, 'CDCS_MOI')).toHaveText('92')
    })
  } finally {
    await program.close()
  }
})

test('the registry is pasted, filled, copied and emptied over rows that are not loaded', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  const grid = new Grid(page, 'enterprises')
  const preview = program.dialog()
  const at = (row: number, column: string): Locator =>
    grid.root.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`)
  const bar = program.statusBar()
  try {
    await program.goTo('Doanh nghiệp')
    await expect(at(0, 'workers')).not.toHaveText('')

    await test.step('a copy of a whole column reads the rows that were never shown', async () => {
      await at(0, 'workers').click()
      await press(program, 'Control+Shift+ArrowDown')
      await expect(bar).toContainText(/Chọn 603 ô/)
      await press(program, 'Control+c')
      await expect.poll(async () => (await readClipboard(program)).text.split('\r\n').length).toBe(603)
      expect((await readClipboard(program)).html).toContain('x:num="')
    })

    await test.step('a long block is shown first, goes over unloaded rows as one step, and back', async () => {
      const before = (await readClipboard(program)).text.split('\r\n')
      const lines = before.map((text) => String(Number(text) + 1))
      lines[300] = 'khoảng 20'
      await putOnClipboard(program, { text: lines.join('\r\n') })
      await at(0, 'workers').click()
      await press(program, 'Control+v')
      await expect(preview.locator('.paste-counts')).toHaveText(/Ô sẽ đổi\s*602.*Ô không dán được\s*1/s)
      await expect(preview.getByRole('table')).toContainText('301')
      await preview.getByRole('button', { name: 'Dán tất cả và đánh dấu ô sai' }).click()
      await expect(at(0, 'workers')).toHaveText(new Intl.NumberFormat('vi').format(Number(lines[0])))
      await expect(bar).toContainText(/Hoàn tác: Dán 60\d dòng vào Doanh nghiệp/)
      await expect(program.notices()).toContainText('1 ô chưa đúng, đã được đánh dấu')
      await press(program, 'Control+z')
      await expect(at(0, 'workers')).toHaveText(new Intl.NumberFormat('vi').format(Number(before[0])))
    })

    await test.step('a column is filled down and emptied to its end', async () => {
      // The last column.
      await at(0, 'workers').click()
      await press(program, 'End')
      await page.keyboard.type('Đợt 1')
      await press(program, 'Enter')
      await at(0, 'note').click()
      await press(program, 'Control+Shift+End', 'Control+d')
      await expect(bar).toContainText(/Hoàn tác: Điền 60\d ô trong Doanh nghiệp/)
      await expect(at(600, 'note')).toHaveText('Đợt 1')
      await press(program, 'Delete')
      await expect(bar).toContainText(/Hoàn tác: Xóa 603 ô trong Doanh nghiệp/)
      await expect(at(600, 'note')).toHaveText('')
    })

    await test.step('past the last row it is asked once, and makes rows', async () => {
      const fresh = Array.from({ length: 3 }, (_, row) => `Công ty TNHH Dán thêm ${row + 1}`)
      await putOnClipboard(program, { text: ['Hợp tác xã Đổi tên', ...fresh].join('\r\n') })
      await press(program, 'Control+Home', 'Control+ArrowDown')
      await expect(bar).toContainText('Xóa')
      await press(program, 'Control+v')
      await expect(preview.locator('.paste-counts')).toHaveText(/Dòng thêm mới\s*3/)
      await preview.getByRole('button', { name: /Dán/ }).first().click()
      await expect(page.getByText(/606 doanh nghiệp/)).toBeVisible()
      await expect(bar).toContainText('Hoàn tác: Dán 4 ô vào Doanh nghiệp')
      await press(program, 'Control+z')
      await expect(page.getByText(/603 doanh nghiệp/)).toBeVisible()
    })

    await test.step('new rows by their titles: days and names read, hidden columns and nameless rows left out', async () => {
      await program.goTo('CĐCS')
      const unions = new Grid(page, 'unions')
      const name = 'Công đoàn cơ sở Dán Thử'.normalize('NFD')
      const table = [
        'Ngày quyết định\tTên CĐCS\tXã, phường\tCột lạ',
        `5/2/24\t${name}\tHồng Gai\tx`,
        '05/02/2024\t\t\t',
      ]
      await putOnClipboard(program, { text: table.join('\r\n') })
      await unions.rows().first().locator('[col-id="name"]').click()
      await press(program, 'Control+End')
      await expect(page.getByText('Nhập vào đây để thêm dòng')).toBeVisible()
      await press(program, 'Home', 'ArrowDown', 'Control+v')
      await expect(preview).toContainText('Bảng này không có cột: Cột lạ')
      await expect(preview).toContainText('Cột đang ẩn nên không dán: Xã, phường')
      await expect(preview.getByRole('table')).toContainText('“5/2/24” được đọc là 05/02/2024')
      await expect(preview.getByRole('table')).toContainText('cần có tên')
      await press(program, 'Enter')
      await expect(bar).toContainText(/Hoàn tác: Dán \d ô vào/)
      // It stands where its name puts it.
      await page.getByPlaceholder(/Tìm tên, doanh nghiệp/).fill('co so dan thu')
      await expect(unions.row('Công đoàn cơ sở Dán Thử'.normalize('NFC')).first()).toContainText('05/02/2024')
    })
  } finally {
    await program.close()
  }
})
