import { ChoiceList } from './choice-list.ts'
import type { Choice, ColumnKind } from './column.ts'
import { EndOfWord } from './end-of-word.ts'
import { placeField } from './field-place.ts'
import { OnceSoon } from './once-soon.ts'

/** The cell the field stands over. */
export interface FieldTarget {
  readonly kind: ColumnKind
  readonly multiline: boolean
  readonly right: boolean
  readonly choices: readonly Choice[]
  readonly editable: boolean
  /** The cell's content as it is edited. */
  readonly text: string
}

/**
 * ready  waits over the focused cell, invisible and empty
 * enter  typing replaced the content: arrows take the text and move on
 * edit   the content itself is edited: arrows move in the text
 */
export type FieldMode = 'ready' | 'enter' | 'edit'

/** What was typed when it is taken: a text, or one of the column's choices. */
export interface TypedContent {
  readonly text: string
  readonly choice: Choice | null
}

export interface FieldHost {
  readonly target: () => FieldTarget | null
  /** The active cell's element; null while it is scrolled out of sight. */
  readonly cell: () => HTMLElement | null
  /** Scrolls the active cell into sight. */
  readonly reveal: () => void
  readonly take: (typed: TypedContent) => void
  readonly onKey: (event: KeyboardEvent, mode: FieldMode) => void
  readonly onFocus: (hasFocus: boolean) => void
  /** Typing was begun, or ended either way. */
  readonly onMode: () => void
}

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * The text field that is always there. It holds the keyboard's focus whenever a cell has it, empty and
 * invisible over that cell, so that the first key already goes into a real text field. Vietnamese keyboard
 * programs send "đ" as: d, then a backspace and a đ (or a composition that began with the d). An editor made
 * only after the first key loses or doubles it; here there is nothing to be made. See docs/adr/0021.
 */
export class CellField {
  private readonly line = document.createElement('input')
  private readonly area = document.createElement('textarea')
  private readonly clip = document.createElement('div')
  private readonly host: FieldHost
  private readonly list: ChoiceList
  private readonly root: HTMLElement
  private readonly activeId: string
  private field: Field = this.line
  private state: FieldMode = 'ready'
  private composing = false
  private readonly placing = new OnceSoon(() => {
    if (this.clip.isConnected) placeField(this.root, this.clip, this.field, this.host.cell(), this.isTyping())
  })
  private readonly endOfWord = new EndOfWord((event) => {
    if (this.isTyping() && !this.composing) this.host.onKey(event, this.state)
  })
  /** The text editing began with: left as it was, nothing is written. */
  private initial = ''
  private target: FieldTarget | null = null

  constructor(root: HTMLElement, layer: HTMLElement, label: string, activeId: string, host: FieldHost) {
    this.host = host
    this.root = root
    this.activeId = activeId
    this.list = new ChoiceList(root, (choice) => this.pick(choice))
    this.clip.className = 'grid-field-clip'
    layer.append(this.clip)
    for (const field of [this.line, this.area]) {
      field.className = 'grid-field'
      field.autocomplete = 'off'
      field.spellcheck = false
      field.readOnly = true
      field.setAttribute('aria-label', label)
      this.listen(field)
    }
    this.area.rows = 1
    this.clip.append(this.line)
    this.setMode('ready')
  }

  mode(): FieldMode {
    return this.state
  }

  isTyping(): boolean {
    return this.state !== 'ready'
  }

  hasFocus(): boolean {
    return document.activeElement === this.field
  }

  focus(): void {
    this.field.focus({ preventScroll: true })
  }

  /** Follows the active cell: called after every move and every painting. */
  follow(): void {
    if (!this.isTyping()) {
      this.target = this.host.target()
      this.use(this.target?.multiline === true ? this.area : this.line)
      this.field.readOnly = this.target?.editable !== true
      if (this.field.value !== '' && !this.composing) this.field.value = ''
      this.field.classList.toggle('is-right', this.target?.right === true)
    }
    this.field.classList.toggle('is-lost', this.host.cell() === null)
    this.placing.ask()
    this.describe()
  }

  /** Begins to type over the cell, or to edit what it holds. False when the cell takes no typing. */
  begin(mode: 'enter' | 'edit', text?: string): boolean {
    if (this.isTyping()) return true
    this.follow()
    if (this.target?.editable !== true) return false
    this.focus()
    this.initial = this.target.text
    this.setMode(mode)
    this.host.onMode()
    if (mode === 'edit' || text !== undefined) {
      this.field.value = text ?? this.target.text
      this.field.setSelectionRange(this.field.value.length, this.field.value.length)
    }
    this.host.reveal()
    this.follow()
    if (this.target.kind === 'choice') this.showChoices(mode === 'edit' ? '' : this.field.value)
    return true
  }

  /** Takes what was typed. Does nothing when nothing is being typed. */
  finish(): void {
    if (!this.isTyping()) return
    if (this.composing) {
      // Makes an input method hand over the word it is still composing; losing the focus takes the text.
      this.field.blur()
      this.focus()
      return
    }
    const typed = this.typed()
    const isUntouched = this.state === 'edit' && this.field.value === this.initial && typed.choice === null
    this.end()
    if (!isUntouched) this.host.take(typed)
  }

  cancel(): void {
    if (this.isTyping()) this.end()
  }

  /** What would be taken now. */
  typed(): TypedContent {
    const text = this.field.value
    const marked = this.target?.kind === 'choice' ? this.list.marked() : null
    const isOwn = marked !== null && this.state === 'edit' && text === this.initial && marked.label === this.initial
    return { text, choice: isOwn ? null : marked }
  }

  /** F2 while typing: arrows move in the text, and back. */
  toggleMode(): void {
    this.state = this.state === 'enter' ? 'edit' : 'enter'
  }

  /** Puts text where the caret is; the field's own undo takes it back. */
  insert(text: string): void {
    document.execCommand('insertText', false, text)
  }

  openChoices(): void {
    if (this.target?.kind === 'choice' && (this.isTyping() || this.begin('edit'))) this.showChoices('')
  }

  /** The list of choices, when it is open. */
  choices(): ChoiceList | null {
    return this.list.isOpen() ? this.list : null
  }

  moveInChoices(by: number): void {
    this.list.move(by)
    this.describe()
  }

  remove(): void {
    this.endOfWord.forget()
    this.finish()
    this.list.remove()
    this.clip.remove()
  }

  private listen(field: Field): void {
    field.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent)) return
      // 229: the key belongs to an input method.
      if (event.isComposing || event.keyCode === 229) this.endOfWord.note(event)
      else {
        this.endOfWord.forget()
        this.host.onKey(event, this.state)
      }
    })
    field.addEventListener('beforeinput', (event) => {
      if (this.isTyping() || !(event instanceof InputEvent)) return
      if (event.inputType.startsWith('insert')) this.begin('enter')
      else if (event.cancelable) event.preventDefault()
    })
    field.addEventListener('compositionstart', () => {
      this.composing = true
      this.begin('enter')
    })
    field.addEventListener('compositionend', () => {
      this.composing = false
      this.endOfWord.ended()
    })
    field.addEventListener('input', () => {
      if (!this.isTyping() && field.value !== '') this.begin('enter', field.value)
      if (!this.isTyping()) return
      this.follow()
      if (this.target?.kind === 'choice') this.showChoices(field.value)
    })
    field.addEventListener('focus', () => {
      this.host.onFocus(true)
      this.follow()
    })
    field.addEventListener('blur', () => {
      // The window lost the focus, not the field: the clerk looks something up and comes back to go on typing.
      if (document.activeElement === field) return
      this.composing = false
      if (this.swapping) return
      this.finish()
      this.host.onFocus(false)
    })
  }

  private swapping = false

  private use(field: Field): void {
    if (this.field === field) return
    const hadFocus = this.hasFocus()
    const before = this.field
    this.field = field
    this.swapping = true
    this.clip.append(field)
    if (hadFocus) this.focus()
    before.remove()
    this.swapping = false
  }

  private setMode(mode: FieldMode): void {
    this.state = mode
    this.field.classList.toggle('is-typing', mode !== 'ready')
    // Ctrl+Z outside typing takes back steps of the history, not letters.
    this.line.dataset['typing'] = this.area.dataset['typing'] = String(mode !== 'ready')
  }

  private end(): void {
    this.list.close()
    this.setMode('ready')
    this.field.value = ''
    this.field.style.width = ''
    this.field.style.height = ''
    this.follow()
    this.host.onMode()
  }

  private showChoices(text: string): void {
    const target = this.target
    if (target === null) return
    const current = text === '' ? target.choices.find((choice) => choice.label === this.initial) : undefined
    const isOwn = this.state === 'edit' && this.field.value === this.initial
    this.placing.now()
    this.list.show(target.choices, text, this.field.getBoundingClientRect(), isOwn ? current : undefined)
    this.describe()
  }

  private pick(choice: Choice): void {
    this.end()
    this.focus()
    this.host.take({ text: choice.label, choice })
  }

  private describe(): void {
    const { field } = this
    const isChoice = this.target?.kind === 'choice' && field === this.line
    const listed = this.list.markedId()
    set(field, 'role', isChoice && this.isTyping() ? 'combobox' : null)
    set(field, 'aria-expanded', isChoice && this.isTyping() ? String(this.list.isOpen()) : null)
    set(field, 'aria-controls', this.list.isOpen() ? this.list.id : null)
    // Read out by a screen reader as if the cell itself had the focus.
    const active = this.isTyping() ? listed : this.host.cell() === null ? null : this.activeId
    set(field, 'aria-activedescendant', active)
  }
}

function set(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name)
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}
