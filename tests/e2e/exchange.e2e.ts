import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'playwright/test'
import { makeDataDir, removeDataDir } from '../support/electron-app.ts'
import { editInOffice } from '../support/exchange/spreadsheet-office.ts'
import { seriousFindings } from './pages/axe.ts'
import { ExchangePage } from './pages/exchange-page.ts'
import { Program } from './pages/program.ts'

const SON_LOC = 'Liên đoàn Lao động huyện Sơn Lộc'
const TAN_KHE = 'Liên đoàn Lao động huyện Tân Khê'

/** The one file in a folder with this ending. */
function fileIn(folder: string, ending: string): string {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(ending))
  expect(names).toHaveLength(1)
  return path.join(folder, names[0] ?? '')
}

test('a consultation: the province, a unit with the program and one with only Excel, the plan issued', async () => {
  const home = makeDataDir()
  const folder = (name: string): string => {
    const made = path.join(home, name)
    fs.mkdirSync(made, { recursive: true })
    return made
  }
  const down = folder('gửi đi')
  const up = folder('gửi lên')
  const issued = folder('ban hành')
  const unitFile = path.join(home, 'son-loc.chitieu-db')
  const province = await Program.startWithSample()
  try {
    await test.step('the draft goes out, as a package and as a form', async () => {
      await province.goTo('Trao đổi')
      const exchange = new ExchangePage(province)
      await exchange.send({ kind: 'targets-draft', units: [SON_LOC], folder: down })
      await exchange.send({ kind: 'targets-draft', units: [TAN_KHE], folder: down, form: true })
      await exchange.show('Tệp đã trao đổi')
      await expect(exchange.grid('exchange-packages').row('Dự thảo chỉ tiêu')).toHaveCount(2)
    })

    await test.step('a unit with the program answers in its own view', async () => {
      // It has nothing yet but the file that came: double-clicked, its own data begins with it.
      const unit = await Program.start({ args: [fileIn(down, '.chitieu')] })
      try {
        await expect(unit.page.getByLabel('Tệp nhận được')).toHaveValue(fileIn(down, '.chitieu'))
        await unit.page.getByLabel('Người nhập liệu trên máy này').fill('Lê Thị Hạnh')
        await unit.answerSaveDialog(unitFile)
        await unit.button('Chọn nơi khác…').click()
        await expect(unit.page.getByLabel('Tệp dữ liệu')).toHaveValue(unitFile)
        await unit.button('Lập dữ liệu và nhận tệp').click()
        await expect(unit.notices()).toContainText(/Đã lập dữ liệu của .* ([0-9A-F]{4} ?){4}/)
        await expect(unit.page.getByText(`Góc nhìn của ${SON_LOC}`)).toBeVisible()
        const exchange = new ExchangePage(unit)
        await exchange.show('Lấy ý kiến')
        const round = exchange.grid('exchange-round')
        const row = await round.idOf('ĐV mới')
        await round.type(row, 'proposed', '350')
        await expect(round.cell(row, 'agreed')).toHaveText('Đề nghị khác')
        await exchange.send({ kind: 'opinions', units: [], folder: up })
      } finally {
        await unit.close()
      }
    })

    await test.step('the other one fills the form in and sends it back', async () => {
      const filled = await editInOffice(fileIn(down, '.xlsx'), [
        'page = Sheet(1)',
        'Put(page, "G7", "Đồng ý")',
        'Put(page, "H8", 3)',
        'Put(page, "I8", "Ít doanh nghiệp từ 25 lao động")',
      ])
      fs.copyFileSync(filled, path.join(up, 'y kien tan khe.xlsx'))
    })

    await test.step('both are compared cell by cell and taken over; one cell is left out', async () => {
      const exchange = new ExchangePage(province)
      await exchange.receive([fileIn(up, '.chitieu'), fileIn(up, '.xlsx')])
      await exchange.dialog().getByRole('button', { name: TAN_KHE }).click()
      await expect(exchange.dialog()).toContainText('Trả lời tệp')
      await expect(exchange.dialog()).toContainText('không có chữ ký vì được điền bằng Excel')
      await exchange.dialog().getByRole('button', { name: SON_LOC }).click()
      await expect(exchange.dialog()).toContainText(/([0-9A-F]{4} ){4}/)
      await expect(exchange.grid('exchange-changes').rows().first()).toBeVisible()
      const said = await exchange.apply()
      expect(said).toContain(`${SON_LOC}: đã nhận`)
      expect(said).toContain(`${TAN_KHE}: đã nhận`)
      await exchange.show('Lấy ý kiến')
      await expect(province.page.getByText(/đồng ý 1 · đề nghị khác 2/)).toBeVisible()
    })

    await test.step('the plan is issued and goes out; the unit sees what was issued', async () => {
      await province.goTo('Chỉ tiêu')
      await province.button('Ban hành').click()
      await province.dialog().getByRole('button', { name: 'Ban hành' }).click()
      await expect(province.dialog()).toHaveCount(0)
      await province.goTo('Trao đổi')
      await new ExchangePage(province).send({ kind: 'targets-issued', units: [SON_LOC], folder: issued })
      // A double click hands the file over; the data file is opened as it was.
      const unit = await Program.start({ args: [unitFile, fileIn(issued, '.chitieu')] })
      try {
        const exchange = new ExchangePage(unit)
        await exchange.waitForPreview()
        expect(await exchange.apply()).toContain('đã nhận')
        await exchange.show('Lấy ý kiến')
        const round = exchange.grid('exchange-round')
        await expect(round.cell(await round.idOf('ĐV mới'), 'issued')).toHaveText(/\d/)
      } finally {
        await unit.close()
      }
    })

    await test.step('what came in is taken back later, as its preview said', async () => {
      const exchange = new ExchangePage(province)
      await exchange.show('Tệp đã trao đổi')
      const packages = exchange.grid('exchange-packages')
      const came = packages.row(TAN_KHE).filter({ hasText: 'Ý kiến' })
      await packages.select((await came.first().getAttribute('row-id')) ?? '', 'kind')
      await province.page.getByRole('button', { name: 'Hoàn tác', exact: true }).click()
      await expect(province.dialog()).toContainText('trả lại')
      await province.dialog().getByRole('button', { name: 'Hoàn tác', exact: true }).click()
      await expect(came.first()).toContainText('Đã hoàn tác')
    })
  } finally {
    await province.close()
    removeDataDir(home)
  }
})

test('the board: who sent, what was asked back, what was accepted', async () => {
  const program = await Program.startWithSample()
  try {
    await program.chooseAsOf('8/10/2024')
    await program.goTo('Trao đổi')
    const exchange = new ExchangePage(program)
    const board = exchange.grid('exchange-board-month')
    await expect(board.cell('H-NHANSON', '2024-09')).toHaveText('! quá hạn 3 ngày')
    await expect(board.cell('H-SONLOC', '2024-09')).toHaveText(/^● (?:đã nhận|nhận chậm)/)
    await program.page.mouse.move(2, 700)
    expect(await seriousFindings(program.page)).toEqual([])
    await board.select('H-SONLOC', '2024-09')
    await program.button('Chấp nhận').click()
    await expect(board.cell('H-SONLOC', '2024-09')).toHaveText('✓ chấp nhận')

    await board.openMenu('H-TANKHE', '2024-09', 'Hỏi lại')
    await expect(program.dialog()).toContainText('tháng 9/2024')
    await program.dialog().getByLabel('Nội dung hỏi').fill('Thấp hơn kỳ trước')
    await program.dialog().getByRole('button', { name: 'Ghi câu hỏi' }).click()
    await expect(program.dialog()).toHaveCount(0)
    await expect(board.cell('H-TANKHE', '2024-09')).toHaveText('↩ trả lại, hỏi 1')
    await exchange.show('Số liệu hỏi lại')
    await expect(exchange.grid('exchange-questions').row('Thấp hơn kỳ trước').first()).toBeVisible()
    await program.button('Gửi tệp trả lại').click()
    await expect(program.dialog().getByRole('checkbox', { name: TAN_KHE, exact: true })).toBeChecked()
    expect(await seriousFindings(program.page)).toEqual([])
  } finally {
    await program.close()
  }
})
