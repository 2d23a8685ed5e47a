import type { Locator } from 'playwright/test'
import type { Program } from './program.ts'

export interface Office {
  readonly name: string
  readonly place?: string
  readonly userName?: string
  readonly signer?: string
  readonly recipients?: readonly string[]
  /** Kind of units; left out: from 1/7/2025. */
  readonly beforeReform?: boolean
}

/** The three steps to an office's own data file. */
export class FirstStartPage {
  private readonly program: Program

  constructor(program: Program) {
    this.program = program
  }

  choice(name: string): Locator {
    return this.program.button(new RegExp(`^${name}`))
  }

  preview(): Locator {
    return this.program.page.getByRole('figure')
  }

  file(): Locator {
    return this.program.page.getByLabel('Tệp dữ liệu')
  }

  async fillOffice(office: Office): Promise<void> {
    const { page } = this.program
    await page.getByLabel('Tên cơ quan').fill(office.name)
    if (office.place !== undefined) await page.getByLabel('Địa danh ghi trên văn bản').fill(office.place)
    if (office.beforeReform === true) await page.getByLabel(/^Trước 1\/7\/2025/).check()
    if (office.userName !== undefined) await page.getByLabel('Người nhập liệu trên máy này').fill(office.userName)
  }

  async goOn(): Promise<void> {
    await this.program.button('Tiếp tục').click()
  }

  async fillDocuments(office: Office): Promise<void> {
    if (office.signer !== undefined) await this.program.page.getByLabel('Người ký: họ và tên').fill(office.signer)
  }

  async fillRecipients(office: Office): Promise<void> {
    if (office.recipients !== undefined)
      await this.program.page.getByLabel('Nơi nhận').fill(office.recipients.join('\n'))
  }

  async create(): Promise<void> {
    await this.program.button('Lập dữ liệu').click()
  }

  /** All of it, from the welcome page to the open file; answers the file's path. */
  async makeProvince(office: Office): Promise<string> {
    await this.choice('Lập dữ liệu cho cơ quan').click()
    await this.fillOffice(office)
    await this.goOn()
    await this.fillDocuments(office)
    await this.goOn()
    await this.fillRecipients(office)
    const file = await this.file().inputValue()
    await this.create()
    await this.program.page.getByRole('navigation').waitFor()
    return file
  }
}
