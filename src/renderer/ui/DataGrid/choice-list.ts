import { foldText } from '#shared/domain/text/fold.ts'
import { handsText } from '#renderer/text/grid-hands.ts'
import type { Choice } from './column.ts'

let lists = 0

/**
 * The list under a choice cell: found without accents, by mouse or arrows. Plain elements in the browser's top
 * layer, so that no edge of the table or of a dialog cuts it off. It never changes the text being typed: the
 * backspaces of a Vietnamese keyboard program must find exactly the letters it sent.
 */
export class ChoiceList {
  readonly element = document.createElement('div')
  readonly id: string
  private readonly onPick: (choice: Choice) => void
  private shown: readonly Choice[] = []
  private at = -1

  constructor(root: HTMLElement, onPick: (choice: Choice) => void) {
    lists += 1
    this.id = `grid-choices-${lists}`
    this.onPick = onPick
    this.element.id = this.id
    this.element.className = 'grid-choices'
    this.element.setAttribute('role', 'listbox')
    this.element.setAttribute('aria-label', handsText.choices)
    this.element.popover = 'manual'
    // The focus stays in the text; a click only picks.
    this.element.addEventListener('mousedown', (event) => event.preventDefault())
    this.element.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null
      const choice = option === null ? undefined : this.shown[[...this.element.children].indexOf(option)]
      if (choice !== undefined) this.onPick(choice)
    })
    root.append(this.element)
  }

  isOpen(): boolean {
    return this.element.matches(':popover-open')
  }

  /** Shows the choices that hold the text; `current` stands out when nothing has been typed yet. */
  show(choices: readonly Choice[], text: string, under: DOMRect, current?: Choice): void {
    this.shown = findChoices(choices, text)
    this.element.replaceChildren(
      ...this.shown.map((choice, index) => {
        const option = document.createElement('div')
        option.id = `${this.id}-${index}`
        option.setAttribute('role', 'option')
        option.textContent = choice.label === '' ? handsText.noChoice : choice.label
        return option
      }),
    )
    if (this.shown.length === 0) {
      this.close()
      return
    }
    if (!this.isOpen()) this.element.showPopover()
    this.place(under)
    const wanted = current === undefined ? 0 : this.shown.indexOf(current)
    this.mark(text === '' && current === undefined ? -1 : wanted)
  }

  move(by: number): void {
    if (this.shown.length === 0) return
    const from = this.at < 0 && by < 0 ? this.shown.length : this.at
    this.mark(Math.max(0, Math.min(this.shown.length - 1, from + by)))
  }

  /** The choice Enter would take. */
  marked(): Choice | null {
    return this.isOpen() ? (this.shown[this.at] ?? null) : null
  }

  /** Id of the marked option, for screen readers. */
  markedId(): string | null {
    return this.marked() === null ? null : `${this.id}-${this.at}`
  }

  close(): void {
    if (this.isOpen()) this.element.hidePopover()
    this.at = -1
  }

  remove(): void {
    this.element.remove()
  }

  private mark(index: number): void {
    this.at = index
    ;[...this.element.children].forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index))
      if (at === index) option.scrollIntoView({ block: 'nearest' })
    })
  }

  private place(under: DOMRect): void {
    const { style } = this.element
    style.minWidth = `${under.width}px`
    const height = this.element.offsetHeight
    const below = window.innerHeight - under.bottom
    const goesUp = height > below && under.top > below
    style.left = `${Math.max(4, Math.min(under.left, window.innerWidth - this.element.offsetWidth - 4))}px`
    style.top = `${goesUp ? Math.max(4, under.top - height - 1) : under.bottom + 1}px`
  }
}

/** Labels that begin with the text, then those with a word that does, then those that hold it; no accents. */
export function findChoices(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = foldText(text)
  if (wanted === '') return choices
  const ranked = choices.map((choice) => ({ choice, rank: rankOf(foldText(choice.label), wanted) }))
  return [0, 1, 2].flatMap((rank) => ranked.filter((one) => one.rank === rank).map(({ choice }) => choice))
}

function rankOf(label: string, wanted: string): number {
  if (label.startsWith(wanted)) return 0
  if (label.includes(` ${wanted}`)) return 1
  return label.includes(wanted) ? 2 : 3
}
