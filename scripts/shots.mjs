// npm run shots: a picture of each screen of the real window on the sample province, into docs/screens/.
//
//   npm run shots                                    1366 × 768, docs/screens/
//   npm run shots -- --size 1920x1080 --out FOLDER   another size elsewhere, to be looked at
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { _electron } from 'playwright/test'
import { buildIfNeeded } from './build.mjs'
import { projectRoot, removeFolder } from './cache-folder.mjs'
import { electronEnvironment, electronSwitches, hasDisplay } from './display.mjs'
import { runCommand } from './run-command.mjs'
import { runScript, SetupError } from './run-script.mjs'
import { prepareDisplay, prepareElectron } from './setup.mjs'

/** Larger than the largest picture, so that the window is never cut off. */
const VIRTUAL_SCREEN = '-screen 0 2048x1300x24'
const LIST = path.join(projectRoot, 'resources', 'sample', 'tep-nhan')

await runScript(async () => {
  const { values } = parseArgs({ options: { size: { type: 'string' }, out: { type: 'string' } } })
  const [width = 0, height = 0] = (values.size ?? '1366x768').split('x').map(Number)
  if (!(width >= 1000 && height >= 600)) throw new SetupError('Cỡ ảnh viết dạng 1366x768, nhỏ nhất 1000x600.')
  await prepareElectron()
  await prepareDisplay()
  await buildIfNeeded()
  if (!hasDisplay()) {
    const again = [process.execPath, ...process.argv.slice(1)]
    const { code } = await runCommand('xvfb-run', ['-a', '-s', VIRTUAL_SCREEN, ...again], { show: true })
    return code
  }
  const out = path.resolve(values.out ?? path.join(projectRoot, 'docs', 'screens'))
  fs.mkdirSync(out, { recursive: true })
  await takeShots(out, width, height)
})

/**
 * @param {string} out folder for the pictures
 * @param {number} width of the window's content, in pixels
 * @param {number} height
 */
async function takeShots(out, width, height) {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'chitieu-shots-'))
  /** @type {import('playwright/test').ElectronApplication[]} */
  const started = []
  /** @param {string[]} args */
  const start = async (args) => {
    const app = await _electron.launch({
      args: [...electronSwitches(), '.', ...args],
      cwd: projectRoot,
      env: { ...stringsOf(process.env), ...electronEnvironment(), CHITIEU_USER_DATA: userData, HOME: userData },
    })
    const page = await app.firstWindow()
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    )
    started.push(app)
    return { app, page }
  }
  /** @param {import('playwright/test').Page} page @param {string} name */
  const shoot = async (page, name) => {
    // Off everything that shows a hint under the mouse.
    await page.mouse.move(2, height - 4)
    await page.waitForTimeout(700)
    await page.screenshot({ path: path.join(out, `${name}.png`) })
    console.log(`  ${name}.png`)
  }

  try {
    const first = await start([])
    await first.page.getByRole('button', { name: /^Lập dữ liệu cho cơ quan/ }).click()
    await first.page.getByLabel('Tên cơ quan').fill('Liên đoàn Lao động tỉnh Hải An')
    await first.page.getByRole('button', { name: 'Tiếp tục' }).click()
    await first.page.getByLabel('Người ký: họ và tên').fill('Nguyễn Văn Đức')
    await shoot(first.page, 'lap-du-lieu')
    await first.app.close()

    const { app, page } = await start(['--sample'])
    await page.getByRole('article').first().waitFor()
    await shoot(page, 'tong-quan')
    /** @param {number} key @param {string} name @param {import('playwright/test').Locator} shown */
    const shootScreen = async (key, name, shown) => {
      await page.keyboard.press(`Control+${key}`)
      await shown.first().waitFor()
      await shoot(page, name)
    }
    const rowsOf = (/** @type {string} */ grid) => page.locator(`[data-grid="${grid}"] .ag-row`)
    await shootScreen(2, 'don-vi', rowsOf('units'))
    await shootScreen(3, 'doanh-nghiep', rowsOf('enterprises').getByText('Công ty'))
    await shootScreen(4, 'chi-tieu', rowsOf('targets'))
    await shootScreen(5, 'ket-qua', rowsOf('results'))

    await page.keyboard.press('Control+3')
    for (const [file, name] of [
      ['BHXH tỉnh - danh sách đơn vị đến 31.12.2023.xlsx', 'nhap-danh-sach'],
      ['BHXH Son Loc, Thanh Lam (phong chu cu).xlsx', 'nhap-phong-chu-cu'],
    ]) {
      await app.evaluate(
        ({ dialog }, chosen) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
        },
        path.join(LIST, file ?? ''),
      )
      await page.getByRole('button', { name: 'Nhập danh sách' }).click()
      await page.getByText('Dòng đọc được').waitFor()
      const fonts = page.getByRole('tab', { name: /^Chuyển đổi/ })
      if (await fonts.isVisible()) await fonts.click()
      await shoot(page, name ?? '')
      await page.keyboard.press('Escape')
    }

    await page.keyboard.press('Control+4')
    await page.locator('[row-id="unit:TP-HAISON"] [col-id="DV_MOI"]').click()
    await page.getByRole('button', { name: 'Vì sao số này' }).click()
    await shoot(page, 'vi-sao-so-nay')
    await page.getByRole('button', { name: 'Phân bổ' }).click()
    await page.getByText('Tổng các đơn vị đúng bằng').waitFor()
    await page.locator('[data-grid="allocation"] [row-id="H-YENGIANG"] [col-id="value"]').click()
    await shoot(page, 'phan-bo')
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+5')
    await page.getByRole('button', { name: 'Nhập báo cáo' }).click()
    await page.locator('[data-grid="report"] .ag-row').first().waitFor()
    await shoot(page, 'nhap-bao-cao')
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+6')
    const types = page.getByRole('region', { name: 'Soạn văn bản mới' }).getByRole('button')
    for (const at of [0, 3]) {
      await types.nth(at).click()
      await page.getByLabel('Tên tệp').waitFor()
      await page.locator('[role="dialog"] input[value$=".docx"]').waitFor()
      if (at === 3) await shoot(page, 'soan-van-ban')
      await page.getByRole('button', { name: 'Tạo văn bản' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await shoot(page, 'van-ban')
    await shootScreen(7, 'cai-dat', page.getByRole('tab'))
    await page.getByRole('tab', { name: 'Phần đầu văn bản' }).click()
    await page.getByRole('button', { name: /^Sửa/ }).first().click()
    await shoot(page, 'phan-dau-van-ban')
    await app.close()
  } finally {
    // Also when a picture could not be taken: a window left open would keep this script alive.
    for (const app of started) await app.close().catch(() => undefined)
    removeFolder(userData)
  }
}

/** @param {Readonly<Record<string, string | undefined>>} env @returns {Record<string, string>} */
function stringsOf(env) {
  /** @type {Record<string, string>} */
  const strings = {}
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') strings[name] = value
  return strings
}
