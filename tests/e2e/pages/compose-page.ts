import { expect, type Locator } from 'playwright/test'
import type { Program } from './program.ts'

/** Composing one document: sections on the left, words in the middle, pages on the right. */
export class ComposePage {
  private readonly program: Program

  constructor(program: Program) {
    this.program = program
  }

  /** Begins a draft of a type from the gallery. */
  async begin(type: string, asOf: string | null = null): Promise<void> {
    const { page } = this.program
    await page.getByRole('region', { name: 'Soạn văn bản mới' }).getByRole('button', { name: type }).first().click()
    if (asOf !== null) {
      await this.program.dialog().getByLabel('Số liệu tính đến ngày').fill(asOf)
      await page.keyboard.press('Tab')
    }
    await this.program.dialog().getByRole('button', { name: 'Soạn trong chương trình' }).click()
    await expect(this.sections().first()).toBeVisible({ timeout: 30_000 })
  }

  sections(): Locator {
    return this.program.page.getByRole('navigation', { name: 'Các phần của văn bản' }).getByRole('listitem')
  }

  section(name: string): Locator {
    return this.sections().filter({ hasText: name }).getByRole('button')
  }

  async choose(name: string): Promise<void> {
    await this.section(name).first().click()
    await expect(this.section(name).first()).toHaveAttribute('aria-current', 'true')
  }

  tool(name: string): Locator {
    return this.program.page.getByRole('toolbar', { name: 'Các phần của văn bản' }).getByRole('button', { name })
  }

  words(): Locator {
    return this.program.page.getByRole('textbox', { name: /^Lời của phần đang chọn/ })
  }

  pages(): Locator {
    return this.program.page.getByRole('region', { name: 'Bản xem trước' })
  }

  saved(): Locator {
    return this.program.page.locator('.composer-saved')
  }

  figures(): Locator {
    return this.pages().locator('[data-figure]')
  }

  origin(): Locator {
    return this.program.page.getByRole('region', { name: 'Nguồn của con số' })
  }

  /** Headings of the first level as the pages print them, in order. */
  async headings(): Promise<string[]> {
    // Pages far down are not painted yet; their words are there all the same.
    const lines = await this.pages().locator('article .print').allTextContents()
    return lines.map((line) => line.trim()).filter((line) => /^[IVX]+\. /u.test(line))
  }
}
