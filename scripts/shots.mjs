// npm run shots: a picture of each screen of the real window on the sample province, into docs/screens/.
//
//   npm run shots                                    1366 × 768, docs/screens/
//   npm run shots -- --size 1920x1080 --out FOLDER   another size elsewhere, to be looked at
//   npm run shots -- --zoom 150 --theme contrast --out FOLDER
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
  const { values } = parseArgs({
    options: {
      size: { type: 'string' },
      out: { type: 'string' },
      zoom: { type: 'string' },
      theme: { type: 'string' },
    },
  })
  const [width = 0, height = 0] = (values.size ?? '1366x768').split('x').map(Number)
  if (!(width >= 1000 && height >= 600)) throw new SetupError('Cỡ ảnh viết dạng 1366x768, nhỏ nhất 1000x600.')
  const zoom = Number(values.zoom ?? '100') / 100
  if (!(zoom >= 0.5 && zoom <= 3)) throw new SetupError('Cỡ hiển thị viết bằng phần trăm, từ 50 đến 300.')
  const theme = values.theme ?? 'light'
  if (!['light', 'contrast'].includes(theme)) throw new SetupError('Màu sắc là light hoặc contrast.')
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
  await takeShots(out, { width, height, zoom, theme })
})

/**
 * @param {string} out folder for the pictures
 * @param {{ width: number, height: number, zoom: number, theme: string }} look of the window's content, in pixels
 */
async function takeShots(out, { width, height, zoom, theme }) {
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
    started.push(app)
    await page.evaluate((chosen) => localStorage.setItem('chitieu.theme', chosen), theme)
    await page.reload()
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        const window = BrowserWindow.getAllWindows()[0]
        window?.setContentSize(size.width, size.height)
        window?.webContents.setZoomFactor(size.zoom)
      },
      { width, height, zoom },
    )
    return { app, page }
  }
  /** @param {import('playwright/test').Page} page @param {string} name */
  const shoot = async (page, name) => {
    // Off everything that shows a hint under the mouse.
    await page.mouse.move(2, height / zoom - 4)
    await page.waitForTimeout(700)
    // The window's own picture: playwright's is cut where the window is zoomed.
    const picture = await started.at(-1)?.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
      return image?.toPNG().toString('base64') ?? ''
    })
    fs.writeFileSync(path.join(out, `${name}.png`), Buffer.from(picture ?? '', 'base64'))
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
    const goTo = (/** @type {string} */ screen) =>
      page.getByRole('navigation').getByRole('button', { name: screen, exact: true }).click()
    /** @param {string} screen @param {string} name @param {import('playwright/test').Locator} shown */
    const shootScreen = async (screen, name, shown) => {
      await goTo(screen)
      await shown.first().waitFor()
      await shoot(page, name)
    }
    const rowsOf = (/** @type {string} */ grid) => page.locator(`[data-grid="${grid}"] .ag-row`)
    await shootScreen('Đơn vị', 'don-vi', rowsOf('units'))
    await shootScreen('Doanh nghiệp', 'doanh-nghiep', rowsOf('enterprises').getByText('Công ty'))
    await shootScreen('CĐCS', 'cong-doan-co-so', rowsOf('unions').getByText('Công đoàn cơ sở'))
    await shootScreen('Chỉ tiêu', 'chi-tieu', rowsOf('targets'))
    await shootScreen('Kết quả', 'ket-qua', rowsOf('results'))

    await page.keyboard.press('Control+k')
    await page.keyboard.type('hai son')
    await page
      .getByRole('option', { name: /Hải Sơn/ })
      .first()
      .waitFor()
    await shoot(page, 'tim-moi-thu')
    await page.keyboard.press('Escape')

    await goTo('Doanh nghiệp')
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

    await goTo('Chỉ tiêu')
    await page.locator('[row-id="unit:TP-HAISON"] [col-id="DV_MOI"]').click()
    await page.getByRole('button', { name: 'Vì sao số này' }).click()
    await shoot(page, 'vi-sao-so-nay')
    await page.getByRole('button', { name: 'Phân bổ' }).click()
    await page.getByText('Tổng các đơn vị đúng bằng').waitFor()
    await page.locator('[data-grid="allocation"] [row-id="H-YENGIANG"] [col-id="value"]').click()
    await shoot(page, 'phan-bo')
    await page.keyboard.press('Escape')

    await goTo('Kết quả')
    await page.getByRole('button', { name: 'Nhập báo cáo' }).click()
    await page.locator('[data-grid="report"] .ag-row').first().waitFor()
    await shoot(page, 'nhap-bao-cao')
    await page.keyboard.press('Escape')

    await goTo('Văn bản')
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
    // What was just made is told for a while: not on the pictures that come after.
    for (const notice of await page.getByRole('status').getByRole('button', { name: 'Đóng', exact: true }).all())
      await notice.click()
    await shootScreen('Trao đổi', 'trao-doi', rowsOf('exchange-board-month'))
    await shootScreen('Cài đặt', 'cai-dat', page.getByRole('tab'))
    await page.getByRole('tab', { name: 'Loại đơn vị' }).click()
    await rowsOf('unitTypes').first().waitFor()
    await page.getByRole('button', { name: 'Xem các việc đã làm' }).click()
    await page.getByRole('complementary').getByRole('option').first().click()
    await shoot(page, 'danh-muc-va-lich-su')
    await page.getByRole('button', { name: 'Đóng: Lịch sử thao tác' }).click()
    await page.getByRole('tab', { name: 'Phần đầu văn bản' }).click()
    await page.getByRole('button', { name: 'Thêm phần đầu văn bản' }).click()
    await shoot(page, 'phan-dau-van-ban')
    await page.keyboard.press('Escape')
    await shootWork(page, shoot, goTo)
    await shootVersions(page, shoot, goTo)
    await app.close()
  } finally {
    // Also when a picture could not be taken: a window left open would keep this script alive.
    for (const app of started) await app.close().catch(() => undefined)
    removeFolder(userData)
  }
}

/**
 * The people, the campaign, the checks and a document while it is composed.
 * @param {import('playwright/test').Page} page
 * @param {(page: import('playwright/test').Page, name: string) => Promise<void>} shoot
 * @param {(screen: string) => Promise<void>} goTo
 */
async function shootWork(page, shoot, goTo) {
  await goTo('Đợt thi đua')
  await page.getByRole('region', { name: 'Xếp thứ', exact: true }).getByRole('row').nth(2).waitFor()
  await shoot(page, 'dot-thi-dua')
  await goTo('Tổ chức')
  for (const [tab, grid, name] of [
    ['Ban Chỉ đạo', 'members', 'ban-chi-dao'],
    ['Buổi làm việc', 'visits', 'buoi-lam-viec'],
    ['Khen thưởng', 'commendations', 'khen-thuong'],
    ['Cần vận động', 'reach-stuck', 'can-van-dong'],
  ]) {
    await page.getByRole('tab', { name: tab ?? '', exact: true }).click()
    if (grid === 'commendations') await proposeByRanking(page)
    await page.locator(`[data-grid="${grid}"] .ag-row`).first().waitFor()
    await shoot(page, name ?? '')
  }
  await goTo('Tổng quan')
  await page.getByRole('button', { name: 'Kiểm tra dữ liệu' }).click()
  await page.getByRole('dialog').getByRole('row').nth(1).waitFor()
  await shoot(page, 'kiem-tra-du-lieu')
  await page.keyboard.press('Escape')
  await goTo('Văn bản')
  await page
    .getByRole('region', { name: 'Soạn văn bản mới' })
    .getByRole('button', { name: 'Báo cáo tiến độ' })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Soạn trong chương trình' }).click()
  await page.getByRole('region', { name: 'Bản xem trước' }).getByText('CỘNG HÒA XÃ HỘI').waitFor()
  await shoot(page, 'soan-trong-chuong-trinh')
  await page.keyboard.press('Escape')
}

/**
 * Nobody is proposed yet in the sample.
 * @param {import('playwright/test').Page} page
 */
async function proposeByRanking(page) {
  await page.getByRole('button', { name: 'Đề nghị theo xếp thứ' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Mọi chỉ tiêu đạt ít nhất (%)').fill('70')
  await dialog.getByLabel('Hình thức cho tập thể').selectOption({ label: 'Giấy khen' })
  await dialog.getByRole('button', { name: 'Đề nghị' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('region', { name: 'Thông báo' }).getByRole('button', { name: 'Đóng' }).click()
}

/**
 * Two drafts held against each other, and an adjustment by decision: last, for it issues the sample's plan.
 * @param {import('playwright/test').Page} page
 * @param {(page: import('playwright/test').Page, name: string) => Promise<void>} shoot
 * @param {(screen: string) => Promise<void>} goTo
 */
async function shootVersions(page, shoot, goTo) {
  const press = (/** @type {string | RegExp} */ name) => page.getByRole('button', { name }).click()
  /** @param {string} unit @param {string} value */
  const type = async (unit, value) => {
    await page.locator(`[data-grid="targets"] [row-id="unit:${unit}"] [col-id="DV_MOI"]`).click()
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
  }
  await goTo('Chỉ tiêu')
  await press(/^Phương án đang xem/)
  await page.getByRole('menuitem', { name: 'Lập phương án mới từ phương án này' }).click()
  await page.getByRole('button', { name: 'Phương án đang xem: Phương án B' }).waitFor()
  await type('TP-HAISON', '960')
  await type('H-YENGIANG', '360')
  await press('So phương án')
  await page.locator('[data-grid="compare"] .ag-row').first().waitFor()
  await shoot(page, 'so-phuong-an')
  await press('Trở về bảng chỉ tiêu')
  await press('Ban hành')
  await page.getByRole('dialog').getByRole('button', { name: 'Ban hành' }).click()
  await press('Điều chỉnh')
  await page.getByLabel('Số quyết định').fill('45/QĐ-LĐLĐ')
  await page.getByLabel('Có hiệu lực từ ngày').fill('1/7/2024')
  await page.getByLabel('Lý do điều chỉnh').fill('Hai doanh nghiệp lớn ngừng hoạt động')
  await press('Bắt đầu điều chỉnh')
  await page.getByRole('button', { name: 'Phương án đang xem: Điều chỉnh lần 1' }).waitFor()
  await type('TP-HAISON', '900')
  await shoot(page, 'dieu-chinh')
}

/** @param {Readonly<Record<string, string | undefined>>} env @returns {Record<string, string>} */
function stringsOf(env) {
  /** @type {Record<string, string>} */
  const strings = {}
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') strings[name] = value
  return strings
}
