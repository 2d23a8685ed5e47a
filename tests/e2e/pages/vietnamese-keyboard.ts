import type { CDPSession, Page } from 'playwright/test'

/** What stands on the line after each key, as it was taken down from a keyboard program. */
export interface TypedText {
  readonly text: string
  readonly steps: readonly { readonly key: string; readonly line: string }[]
}

/** "D D=Đ a w=Đă": a key that adds its letter, or the key and what it made of the word. */
function record(...words: readonly string[]): TypedText {
  const steps: { key: string; line: string }[] = []
  let before = ''
  for (const [at, word] of words.entries()) {
    if (at > 0) {
      before = `${steps.at(-1)?.line ?? ''} `
      steps.push({ key: ' ', line: before })
    }
    let made = ''
    for (const part of word.split(' ')) {
      const [key = '', result] = part.split('=')
      made = result ?? made + key
      steps.push({ key, line: before + made })
    }
  }
  return { text: steps.at(-1)?.line ?? '', steps }
}

export const TELEX: readonly TypedText[] = [
  record('D D=Đ a w=Đă j=Đặ n g', 'T h i j=Thị', 'H u w=Hư o w=Hươ n g f=Hường'),
  record('N g h i x=Nghĩ a'),
  record('U y e e=Uyê n r=Uyển'),
  record('d d=đ u w=đư o w=đươ c j=được'),
  // Accents at the end of the word, as many type.
  record('D a n g d=Đang w=Đăng j=Đặng', 'T h i j=Thị', 'H u o n g w=Hương f=Hường'),
]

export const VNI: readonly TypedText[] = [
  record('D 9=Đ a 8=Đă 5=Đặ n g', 'T h i 5=Thị', 'H u 7=Hư o 7=Hươ n g 2=Hường'),
  record('N g h i 4=Nghĩ a'),
  record('U y e 6=Uyê n 3=Uyển'),
  record('d 9=đ u 7=đư o 7=đươ c 5=được'),
]

/**
 * backspaces  the program swallows the key, sends backspaces and the right letters (UniKey, EVKey, OpenKey)
 * padded      the same, after an invisible sign and one backspace more, against fields that complete text
 * selecting   it selects the wrong letters with Shift+← and types over them
 */
export type Burst = 'backspaces' | 'padded' | 'selecting'

/** Sends keys as Windows delivers them: letters put in by a program come as VK_PACKET (231), all at once. */
export class VietnameseKeyboard {
  private readonly session: CDPSession

  private constructor(session: CDPSession) {
    this.session = session
  }

  static async plugIn(page: Page): Promise<VietnameseKeyboard> {
    return new VietnameseKeyboard(await page.context().newCDPSession(page))
  }

  /** All of it in one go: no key waits until the window has dealt with the one before. */
  async type({ steps }: TypedText, burst: Burst): Promise<void> {
    const sent: Promise<unknown>[] = []
    let line = ''
    for (const { key, line: wanted } of steps) {
      sent.push(...(wanted === line + key ? this.letter(key) : this.correct(line, wanted, burst)))
      line = wanted
    }
    await Promise.all(sent)
  }

  /** An input method that composes (TSF, IBus): the word is underlined until a space or the end. */
  async compose({ text, steps }: TypedText): Promise<void> {
    const sent: Promise<unknown>[] = []
    let taken = ''
    for (const { key, line } of steps) {
      const word = line.slice(taken.length)
      if (key === ' ') {
        sent.push(this.session.send('Input.insertText', { text: word }))
        taken = line
        continue
      }
      const caret = word.length
      sent.push(
        this.session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 }),
        this.session.send('Input.imeSetComposition', { text: word, selectionStart: caret, selectionEnd: caret }),
        this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: codeOf(key) }),
      )
    }
    sent.push(this.session.send('Input.insertText', { text: text.slice(taken.length) }))
    await Promise.all(sent)
  }

  /** Leaves a word underlined, not taken yet. */
  async composeOpen(word: string): Promise<void> {
    await this.session.send('Input.imeSetComposition', {
      text: word,
      selectionStart: word.length,
      selectionEnd: word.length,
    })
  }

  /** The Enter that ends a composed word and is kept by the input method. */
  async endWord(word: string): Promise<void> {
    await Promise.all([
      this.session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        code: 'Enter',
        windowsVirtualKeyCode: 229,
      }),
      this.session.send('Input.insertText', { text: word }),
      this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter' }),
    ])
  }

  private correct(line: string, wanted: string, burst: Burst): Promise<unknown>[] {
    let kept = 0
    while (kept < line.length && line[kept] === wanted[kept]) kept += 1
    const wrong = line.length - kept
    // Sent when called: in this order.
    const letters = (): Promise<unknown>[] => [...wanted.slice(kept)].flatMap((letter) => this.packet(letter))
    switch (burst) {
      case 'backspaces':
        return [...this.repeat(wrong, () => this.press('Backspace', 8)), ...letters()]
      case 'padded':
        return [...this.packet('\u202f'), ...this.repeat(wrong + 1, () => this.press('Backspace', 8)), ...letters()]
      case 'selecting':
        return [...this.repeat(wrong, () => this.press('ArrowLeft', 37, SHIFT)), ...letters()]
    }
  }

  private repeat(count: number, send: () => Promise<unknown>[]): Promise<unknown>[] {
    return Array.from({ length: count }, send).flat()
  }

  private letter(key: string): Promise<unknown>[] {
    const modifiers = key !== key.toLowerCase() ? SHIFT : 0
    const common = { key, modifiers, windowsVirtualKeyCode: codeOf(key) }
    return [
      this.session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, unmodifiedText: key, ...common }),
      this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }),
    ]
  }

  private packet(letter: string): Promise<unknown>[] {
    const common = { key: letter, windowsVirtualKeyCode: VK_PACKET }
    return [
      this.session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, unmodifiedText: letter, ...common }),
      this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }),
    ]
  }

  private press(key: string, code: number, modifiers = 0): Promise<unknown>[] {
    const common = { key, code: key, modifiers, windowsVirtualKeyCode: code }
    return [
      this.session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...common }),
      this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }),
    ]
  }
}

const SHIFT = 8
const VK_PACKET = 231

function codeOf(key: string): number {
  return key.toUpperCase().charCodeAt(0)
}
