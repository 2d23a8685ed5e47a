import { expect, type Locator, type Page } from 'playwright/test'

/** The search over everything, as it is used: keys first. */
export class Palette {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Tìm và làm' })
  }

  input(): Locator {
    return this.dialog().getByRole('combobox')
  }

  options(): Locator {
    return this.dialog().getByRole('option')
  }

  option(name: string | RegExp): Locator {
    return this.dialog().getByRole('option', { name })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await expect(this.input()).toBeFocused()
  }

  /** Opens it, types, and waits for the first line to be what is wanted. */
  async find(text: string, first: string | RegExp): Promise<void> {
    await this.open()
    await this.page.keyboard.type(text)
    await expect(this.options().first()).toContainText(first)
  }
}
