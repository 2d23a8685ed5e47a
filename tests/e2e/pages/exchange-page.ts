import { expect, type Locator } from 'playwright/test'
import { Grid } from './grid.ts'
import type { Program } from './program.ts'

export type ExchangeView = 'Bảng theo dõi' | 'Tệp đã trao đổi' | 'Lấy ý kiến' | 'Số liệu hỏi lại' | 'Khóa và nơi gửi'

/** The screen Trao đổi. */
export class ExchangePage {
  private readonly program: Program

  constructor(program: Program) {
    this.program = program
  }

  async show(view: ExchangeView): Promise<void> {
    await this.program.page.getByRole('tab', { name: view }).click()
    await expect(this.program.page.getByRole('tab', { name: view })).toHaveAttribute('aria-selected', 'true')
  }

  grid(name: string): Grid {
    return new Grid(this.program.page, name)
  }

  dialog(): Locator {
    return this.program.dialog()
  }

  /** Writes a file for each named unit, or for the province where none is named. */
  async send(wish: {
    readonly kind: string
    readonly units: readonly string[]
    readonly folder: string
    readonly form?: boolean
  }): Promise<void> {
    await this.program.button(wish.units.length === 0 ? 'Gửi lên cấp tỉnh' : 'Gửi cho đơn vị').click()
    await this.dialog().getByLabel('Nội dung gửi').selectOption(wish.kind)
    for (const unit of wish.units) await this.dialog().getByRole('checkbox', { name: unit, exact: true }).check()
    if (wish.form === true)
      await this.dialog()
        .getByRole('radio', { name: /Biểu mẫu Excel/ })
        .check()
    await this.dialog().getByLabel('Thư mục ghi tệp').fill(wish.folder)
    await this.dialog().getByRole('button', { name: 'Ghi tệp' }).click()
    await expect(this.program.notices()).toContainText(/Đã ghi \d+ tệp/, { timeout: 30_000 })
    await expect(this.dialog()).toHaveCount(0)
  }

  /** Chooses files and waits until each was read. */
  async receive(files: readonly string[]): Promise<void> {
    await this.program.answerOpenDialog(files)
    await this.program.button('Nhận tệp').click()
    await this.waitForPreview()
  }

  async waitForPreview(): Promise<void> {
    await expect(this.dialog().getByRole('button', { name: /^Nhận (\d+ )?tệp$/ })).toBeEnabled({ timeout: 60_000 })
  }

  /** Takes over what is shown; answers what was said of it. */
  async apply(): Promise<string> {
    await this.dialog()
      .getByRole('button', { name: /^Nhận (\d+ )?tệp$/ })
      .click()
    await expect(this.dialog()).toContainText('Đã nhận tệp', { timeout: 60_000 })
    const said = await this.dialog().innerText()
    await this.dialog().getByRole('button', { name: 'Đóng' }).click()
    await expect(this.dialog()).toHaveCount(0)
    return said
  }
}
