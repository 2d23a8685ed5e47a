import type { Page } from 'playwright'

// All times are taken inside the window, from the key or click that begins to the frame after the change stands
// there, so that the driving of the window does not count.

const GRID = '[data-grid="enterprises"]'

/** Milliseconds from the click on "Doanh nghiệp" to the first rows painted. */
export async function openRegistry(page: Page): Promise<number> {
  await page.waitForTimeout(500)
  return page.evaluate(async (grid) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const button = [...document.querySelectorAll<HTMLElement>('nav button')].find(
      (candidate) => candidate.textContent?.trim() === 'Doanh nghiệp',
    )
    if (button === undefined) throw new Error('no way to the registry')
    const began = performance.now()
    button.click()
    const filled = () =>
      [...document.querySelectorAll(`${grid} .ag-row [col-id="name"]`)].filter(
        (cell) => (cell.textContent ?? '').length > 3,
      ).length
    while (filled() < 5) await frame()
    await frame()
    await frame()
    return performance.now() - began
  }, GRID)
}

/** Down and up again, as somebody who looks around. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.locator(`${GRID} .ag-row [col-id="name"]`).first().click()
  for (let at = 0; at < 20; at += 1) {
    await page.keyboard.press('PageDown')
    await page.waitForTimeout(100)
  }
  await page.keyboard.press('Control+Home')
  await page.waitForTimeout(500)
}

/** Milliseconds from a search being in its field to the rows it finds being painted. */
export function search(page: Page, term: string): Promise<number> {
  return page.evaluate(
    async ([grid, wanted]) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const field = document.querySelector<HTMLInputElement>('.screen-filters input[type="search"]')
      if (field === null) throw new Error('no field to search in')
      const text = () =>
        [...document.querySelectorAll(`${grid} .ag-row [col-id="name"]`)].map((cell) => cell.textContent).join('|')
      const subtitle = () => document.querySelector('.screen-subtitle')?.textContent ?? ''
      const before = text()
      const beforeAll = subtitle()
      const began = performance.now()
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, wanted)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      // Rows or count change; a term that finds the same rows again is not among those asked.
      while (text() === before && subtitle() === beforeAll && performance.now() - began < 5000) await frame()
      let last = text()
      let calm = performance.now()
      while (performance.now() - calm < 250) {
        await frame()
        const now = text()
        if (now !== last) {
          last = now
          calm = performance.now()
        }
      }
      return calm - began
    },
    [GRID, term] as const,
  )
}

/** Milliseconds from Enter to the new number in its cell and "Đã lưu" in the frame. */
export async function edit(page: Page, at: number): Promise<number> {
  const cell = page.locator(`${GRID} .ag-row[row-index="${at % 12}"] [col-id="workers"]`)
  await cell.click()
  const number = String(2000 + at)
  await page.keyboard.type(number)
  const taken = page.evaluate(
    async ([grid, row, wanted]) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const began = await new Promise<number>((resolve) => {
        const listen = (event: KeyboardEvent): void => {
          if (event.key !== 'Enter') return
          window.removeEventListener('keydown', listen, true)
          resolve(performance.now())
        }
        window.addEventListener('keydown', listen, true)
        document.body.dataset['bench'] = 'ready'
      })
      const digits = () =>
        (document.querySelector(`${grid} .ag-row[row-index="${row}"] [col-id="workers"]`)?.textContent ?? '').replace(
          /\D/g,
          '',
        )
      const isSaved = () => (document.querySelector('.saved')?.textContent ?? '').startsWith('Đã lưu')
      await Promise.resolve()
      // "Đang lưu" stands from the moment the edit is taken until it is on the disk.
      do await frame()
      while (!(digits() === wanted && isSaved()) && performance.now() - began < 5000)
      return performance.now() - began
    },
    [GRID, String(at % 12), number] as const,
  )
  await page.waitForFunction(() => document.body.dataset['bench'] === 'ready')
  await page.keyboard.press('Enter')
  const time = await taken
  await page.evaluate(() => delete document.body.dataset['bench'])
  return time
}

/** Milliseconds of work from Ctrl+V to saved; waiting for a yes in the preview is not counted. */
export async function paste(page: Page): Promise<number> {
  await page.locator(`${GRID} .ag-row[row-index="0"] [col-id="workers"]`).click()
  const toPreview = await timeToSavingOrDialog(page, 'Control+v')
  const dialog = page.getByRole('dialog')
  if ((await dialog.count()) === 0) return toPreview + (await untilSaved(page))
  const confirm = dialog.locator('.fui-Button', { hasText: /^Dán/ }).first()
  const clicked = page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const began = await new Promise<number>((resolve) => {
      window.addEventListener('click', () => resolve(performance.now()), { capture: true, once: true })
    })
    const isSaved = () => (document.querySelector('.saved')?.textContent ?? '').startsWith('Đã lưu')
    while (document.querySelector('[role="dialog"]') !== null || !isSaved()) await frame()
    await frame()
    return performance.now() - began
  })
  await confirm.click()
  return toPreview + (await clicked)
}

async function untilSaved(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const began = performance.now()
    while (!(document.querySelector('.saved')?.textContent ?? '').startsWith('Đã lưu')) await frame()
    await frame()
    return performance.now() - began
  })
}

/** Milliseconds from a key to the first sign of what it does: "Đang lưu" or a dialog. */
async function timeToSavingOrDialog(page: Page, key: string): Promise<number> {
  const taken = page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const began = await new Promise<number>((resolve) => {
      window.addEventListener('keydown', () => resolve(performance.now()), { capture: true, once: true })
      document.body.dataset['bench'] = 'ready'
    })
    const isThere = () =>
      !(document.querySelector('.saved')?.textContent ?? '').startsWith('Đã lưu') ||
      document.querySelector('[role="dialog"]') !== null
    while (!isThere() && performance.now() - began < 20_000) await frame()
    return performance.now() - began
  })
  await page.waitForFunction(() => document.body.dataset['bench'] === 'ready')
  await page.keyboard.press(key)
  const time = await taken
  await page.evaluate(() => delete document.body.dataset['bench'])
  return time
}
