const TAKING_KEYS: Readonly<Record<string, string>> = { Enter: 'Enter', NumpadEnter: 'Enter', Tab: 'Tab' }
/** An input method that hands its Enter on has done so by then. */
const HANDED_ON_MS = 60

/**
 * Some input methods keep the Enter or Tab that ended their word, others hand it on a moment later. A Vietnamese
 * word has nothing to be chosen from: whoever pressed Enter meant the cell as well, and presses it once.
 */
export class EndOfWord {
  private readonly press: (event: KeyboardEvent) => void
  private kept: KeyboardEvent | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(press: (event: KeyboardEvent) => void) {
    this.press = press
  }

  /** A key that belongs to the input method. */
  note(event: KeyboardEvent): void {
    this.forget()
    if (TAKING_KEYS[event.code] !== undefined) this.kept = event
  }

  /** A key that reached us: nothing was kept. */
  forget(): void {
    clearTimeout(this.timer)
    this.kept = null
  }

  /** The word has been handed over. */
  ended(): void {
    const key = TAKING_KEYS[this.kept?.code ?? '']
    const shiftKey = this.kept?.shiftKey ?? false
    this.forget()
    if (key === undefined) return
    this.timer = setTimeout(
      () => this.press(new KeyboardEvent('keydown', { key, shiftKey, cancelable: true })),
      HANDED_ON_MS,
    )
  }
}
