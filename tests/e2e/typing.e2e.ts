import { expect, test, type Locator } from 'playwright/test'
import { Program } from './pages/program.ts'
import { UnitsPage } from './pages/units-page.ts'
import { TELEX, VietnameseKeyboard, VNI, type Burst, type TypedText } from './pages/vietnamese-keyboard.ts'

type Way = Burst | 'composing'
const EVERY_WAY: readonly Way[] = ['backspaces', 'padded', 'selecting', 'composing']
const USUAL_WAYS: readonly Way[] = ['backspaces', 'composing']

/** Every word, by Telex and VNI, in the ways a keyboard program may send it. */
async function eachWord(
  keyboard: VietnameseKeyboard,
  field: Locator,
  ways: readonly Way[],
  type: (text: TypedText, send: () => Promise<void>) => Promise<void>,
): Promise<void> {
  for (const word of [...TELEX, ...VNI])
    for (const way of ways)
      await test.step(`${word.text} (${way})`, () =>
        type(word, async () => {
          await (way === 'composing' ? keyboard.compose(word) : keyboard.type(word, way))
          // Where it stands, before anything else can put it right.
          expect(await field.inputValue(), `${word.text} (${way})`).toMatch(new RegExp(`${word.text}$`))
        }))
}

test('Vietnamese words lose and double no letter, wherever they are typed', async () => {
  const program = await Program.startWithSample()
  const { page } = program
  const keyboard = await VietnameseKeyboard.plugIn(page)
  try {
    await program.goTo('Đơn vị')
    const units = new UnitsPage(program)
    const id = await units.grid.idOf('TP-HAISON')
    const cell = units.grid.cell(id, 'name')
    const name = await cell.innerText()
    const field = units.grid.field()

    await test.step('from a focused cell, the first letter included', async () => {
      await units.grid.select(id, 'name')
      await eachWord(keyboard, field, EVERY_WAY, async ({ text }, send) => {
        await expect(field).toHaveAttribute('data-typing', 'false')
        await send()
        await expect(field).toHaveValue(text)
        await expect(field).toHaveAttribute('data-typing', 'true')
        await page.keyboard.press('Escape')
        await expect(cell).toHaveText(name)
      })
    })

    await test.step('after an arrow that came at the same moment', async () => {
      for (const word of [...TELEX, ...VNI]) {
        await units.grid.select(id, 'code')
        const arrived = page.keyboard.press('ArrowLeft')
        await Promise.all([arrived, keyboard.type(word, 'backspaces')])
        await expect(field).toHaveValue(word.text)
        await page.keyboard.press('Escape')
      }
    })

    await test.step('in an opened editor', async () => {
      await units.grid.select(id, 'name')
      await eachWord(keyboard, field, USUAL_WAYS, async ({ text }, send) => {
        await page.keyboard.press('F2')
        await expect(field).toHaveValue(name)
        await send()
        await expect(field).toHaveValue(name + text)
        await page.keyboard.press('Escape')
      })
    })

    await test.step('in a cell with a list of choices', async () => {
      await units.grid.select(id, 'type')
      await eachWord(keyboard, field, USUAL_WAYS, async ({ text }, send) => {
        await send()
        await expect(field).toHaveValue(text)
        await page.keyboard.press('Escape')
      })
    })

    await test.step('in the search box', async () => {
      const search = page.getByRole('searchbox').first()
      await search.click()
      await eachWord(keyboard, search, USUAL_WAYS, async ({ text }, send) => {
        await search.fill('')
        await send()
        await expect(search).toHaveValue(text)
      })
      await search.fill('')
    })

    await test.step('taken by Enter, by Tab, by a click elsewhere and in the middle of a composition', async () => {
      const [long = TELEX[0], short] = [TELEX[0], TELEX[3]]
      if (long === undefined || short === undefined) throw new Error('no words')
      const ends: readonly (readonly [TypedText, () => Promise<void>])[] = [
        [long, () => page.keyboard.press('Enter')],
        [short, () => page.keyboard.press('Tab')],
        [long, () => units.grid.cell(id, 'name').click()],
      ]
      for (const [word, end] of ends) {
        await units.grid.select(id, 'note')
        await keyboard.type(word, 'backspaces')
        await end()
        await expect(units.grid.cell(id, 'note')).toHaveText(word.text)
      }
      await units.grid.select(id, 'note')
      await keyboard.composeOpen('Uyển')
      await expect(field).toHaveValue('Uyển')
      await units.grid.cell(id, 'name').click()
      await expect(units.grid.cell(id, 'note')).toHaveText('Uyển')
      // The Enter that ends a composed word takes the cell as well, once.
      await units.grid.select(id, 'note')
      await keyboard.composeOpen('Nghĩa')
      await keyboard.endWord('Nghĩa')
      await expect(units.grid.cell(id, 'note')).toHaveText('Nghĩa')
      const row = Number(
        await units.grid.cell(id, 'note').locator('xpath=ancestor::*[@row-index]').getAttribute('row-index'),
      )
      await expect(units.grid.root.locator(`.ag-row[row-index="${row + 1}"] .grid-current`)).toHaveCount(1)
    })

    await test.step('a choice is found by its letters, with or without accents', async () => {
      await units.grid.select(id, 'type')
      const shown = await units.grid.cell(id, 'type').innerText()
      await page.keyboard.type('khong co loai nay')
      await page.keyboard.press('Enter')
      await expect(units.grid.cell(id, 'type')).toHaveClass(/grid-problem/)
      await expect(units.grid.cell(id, 'type')).toHaveText('khong co loai nay')
      // Esc on the marked cell brings back what it held.
      await units.grid.select(id, 'type')
      await page.keyboard.press('Escape')
      await expect(units.grid.cell(id, 'type')).toHaveText(shown)
      await page.keyboard.type('cd nganh')
      await expect(units.grid.root.getByRole('option', { selected: true })).toHaveText('CĐ ngành')
      await page.keyboard.press('Enter')
      await expect(units.grid.cell(id, 'type')).toHaveText('CĐ ngành')
      await page.keyboard.press('Control+z')
      await expect(units.grid.cell(id, 'type')).toHaveText(shown)
    })
  } finally {
    await program.close()
  }
})
