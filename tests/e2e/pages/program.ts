import { expect, type ElectronApplication, type Locator, type Page } from 'playwright/test'
import { launchApp, type LaunchOptions, type RunningApp } from '../../support/electron-app.ts'

export type ScreenName =
  | 'Tổng quan'
  | 'Đơn vị'
  | 'Doanh nghiệp'
  | 'CĐCS'
  | 'Chỉ tiêu'
  | 'Kết quả'
  | 'Đợt thi đua'
  | 'Tổ chức'
  | 'Văn bản'
  | 'Trao đổi'
  | 'Cài đặt'

/** The running program as its user sees it: the frame around every screen. */
export class Program {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataDir: string
  private readonly running: RunningApp

  private constructor(running: RunningApp) {
    this.running = running
    this.app = running.app
    this.page = running.page
    this.dataDir = running.dataDir
  }

  static async start(options: LaunchOptions = {}): Promise<Program> {
    return new Program(await launchApp(options))
  }

  /** With the sample province open. */
  static startWithSample(options: LaunchOptions = {}): Promise<Program> {
    return Program.start({ ...options, args: ['--sample', ...(options.args ?? [])] })
  }

  close(): Promise<void> {
    return this.running.close()
  }

  output(): string {
    return this.running.output()
  }

  async goTo(screen: ScreenName): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: screen }).click()
    await expect(this.page.getByRole('navigation').locator('[aria-current="page"]')).toHaveText(screen)
  }

  title(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  topBar(): Locator {
    return this.page.locator('[data-region="top"]')
  }

  savedMark(): Locator {
    return this.topBar().locator('.saved')
  }

  statusBar(): Locator {
    return this.page.locator('[data-region="status"]')
  }

  notices(): Locator {
    return this.page.getByRole('region', { name: 'Thông báo' })
  }

  dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name })
  }

  async openProvinceMenu(item: string): Promise<void> {
    await this.topBar().getByRole('button').first().click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  async chooseAsOf(date: string): Promise<void> {
    await this.topBar()
      .getByRole('button', { name: /^Đến ngày/ })
      .click()
    await this.page.getByRole('textbox', { name: 'Số liệu tính đến ngày' }).fill(date)
    await this.page.getByRole('button', { name: 'Xem', exact: true }).click()
  }

  /** The system's own dialogs can't be driven: the next answers are given in their place. */
  async answerOpenDialog(file: string | readonly string[] | null): Promise<void> {
    await this.app.evaluate(
      ({ dialog }, chosen) => {
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen].flat() })
      },
      file as string | string[] | null,
    )
  }

  async answerSaveDialog(file: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
    }, file)
  }
}
