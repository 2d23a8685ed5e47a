import { formatDatePadded } from '#shared/domain/text/format.ts'
import { gridText } from '#renderer/text/grid.ts'
import type { CellPlace } from './cell-range.ts'
import { cellAt, columnsOf } from './cell-writer.ts'
import { peekRow } from './loaded-rows.ts'
import { isEditable } from './column-defs.ts'
import { jumpFar } from './far-jump.ts'
import { fillTyped } from './take-typed.ts'
import { today } from './cell-text.ts'
import type { GridHands, KeyHandler } from './hands.ts'
import { jumpOf, noteJump, waitsForJump } from './pending-jump.ts'
import { motionOf, movePlace, stepAlong, stepInside } from './range-moves.ts'
import { moveWorld } from './move-world.ts'

/** The column the row of Tabs began in: Enter goes back to it. */
const tabColumns = new WeakMap<object, number>()

/** Everything pressed while the keyboard is in the table: on a focused cell, or in the text being typed. */
export function handleGridKey<Row>(
  event: KeyboardEvent,
  hands: GridHands<Row>,
  chain: readonly KeyHandler<Row>[],
): void {
  const isTyping = hands.isEditing()
  const jump = isTyping ? null : jumpOf(hands.range)
  if (jump !== null && waitsForJump(event)) {
    event.preventDefault()
    event.stopPropagation()
    void jump.then(() => pressLater(event, hands, chain))
    return
  }
  const isDone = isTyping ? handleTypingKey(event, hands, chain) : chain.some((handle) => handle(event, hands))
  if (isDone) {
    event.preventDefault()
    event.stopPropagation()
    return
  }
  if (!isTyping && isLetter(event)) sayWhyNot(hands)
}

/** A key that waited for a jump; the browser has forgotten it, so a letter is put in by hand. */
function pressLater<Row>(event: KeyboardEvent, hands: GridHands<Row>, chain: readonly KeyHandler<Row>[]): void {
  const isTyping = hands.isEditing()
  // The key before this one may have begun another jump.
  const jump = isTyping ? null : jumpOf(hands.range)
  if (jump !== null) void jump.then(() => pressLater(event, hands, chain))
  else if (isTyping ? handleTypingKey(event, hands, chain) : chain.some((handle) => handle(event, hands))) return
  else if (isLetter(event)) {
    if (isTyping) hands.field.insert(event.key)
    else if (!hands.field.begin('enter', event.key)) sayWhyNot(hands)
  }
}

function isLetter(event: KeyboardEvent): boolean {
  return [...event.key].length === 1 && !isCtrl(event) && !event.altKey
}

/** Arrows, Home, End, pages, with Ctrl and Shift; Tab and Enter; whole rows, columns and all. */
export function handleMoveKeys<Row>(event: KeyboardEvent, hands: GridHands<Row>): boolean {
  if (event.altKey) return false
  const { range } = hands
  const ctrl = isCtrl(event)
  if (ctrl && event.key.toLowerCase() === 'a' && !event.shiftKey) {
    range.selectAll()
    return true
  }
  if (event.key === ' ' && (ctrl || event.shiftKey)) return selectWhole(hands, ctrl, event.shiftKey)
  if (event.key === 'Tab' && !ctrl) return pressTab(hands, event.shiftKey)
  if (event.key === 'Enter' && !ctrl) return pressEnter(hands, event.shiftKey)
  const motion = motionOf(event.key, ctrl)
  const selection = range.selection()
  if (motion === null || selection === null) return false
  tabColumns.delete(range)
  const from = event.shiftKey ? selection.head : selection.active
  const world = moveWorld(hands)
  // The empty line for a new row can be stepped onto, but it is no part of a range.
  const size = event.shiftKey || motion.kind === 'last' || motion.kind === 'jump' ? range.size() : range.reach()
  const moved = movePlace(from, motion, { ...world, size })
  const go = (place: CellPlace): void => {
    if (event.shiftKey) range.extendTo(place)
    else range.moveTo(place)
    hands.reveal(place, event.shiftKey && place.column === selection.head.column ? 'rows' : 'both')
  }
  go(moved.place)
  // The first columns may stay in place while the rest is scrolled away: the start of a row is seen whole.
  if (motion.kind === 'first' || motion.kind === 'rowStart')
    hands.root.querySelector('.ag-grid-viewport')?.scrollTo({ left: 0 })
  if (moved.unknown !== undefined && motion.kind === 'jump')
    noteJump(
      range,
      jumpFar(hands, moved.place, motion.direction, moved.unknown.wantsFilled).then((place) => {
        if (place !== null) go(place)
      }),
    )
  return true
}

function selectWhole<Row>({ range }: GridHands<Row>, columns: boolean, rows: boolean): boolean {
  const bounds = range.bounds()
  if (bounds === null) return false
  if (columns && rows) range.selectAll()
  else if (columns) range.selectColumns(bounds.left, bounds.right)
  else if (!range.isDraftAt({ row: bounds.top, column: 0 })) range.selectRows(bounds.top, bounds.bottom)
  else return false
  return true
}

/** False at the ends of the table: there Tab leaves it, so that nobody is caught. */
function pressTab<Row>(hands: GridHands<Row>, backwards: boolean): boolean {
  const { range } = hands
  const selection = range.selection()
  const bounds = range.bounds()
  if (selection === null || bounds === null) return false
  if (bounds.top !== bounds.bottom || bounds.left !== bounds.right) {
    goInside(hands, stepInside(selection.active, bounds, 'columns', backwards))
    return true
  }
  const next = stepAlong(selection.active, range.reach(), backwards)
  if (next === null) return false
  if (!tabColumns.has(range)) tabColumns.set(range, selection.active.column)
  range.moveTo(next)
  hands.reveal(next)
  return true
}

function pressEnter<Row>(hands: GridHands<Row>, backwards: boolean): boolean {
  const { range } = hands
  const selection = range.selection()
  const bounds = range.bounds()
  if (selection === null || bounds === null) return false
  if (bounds.top !== bounds.bottom || bounds.left !== bounds.right) {
    goInside(hands, stepInside(selection.active, bounds, 'rows', backwards))
    return true
  }
  if (range.isDraftAt(selection.active)) void hands.draft.send()
  const column = tabColumns.get(range) ?? selection.active.column
  tabColumns.delete(range)
  const row = Math.max(0, Math.min(range.reach().rows - 1, selection.active.row + (backwards ? -1 : 1)))
  range.moveTo({ row, column })
  hands.reveal({ row, column })
  return true
}

function goInside<Row>(hands: GridHands<Row>, place: CellPlace): void {
  hands.range.activate(place)
  hands.reveal(place)
}

/** F2, Backspace, Ctrl+; and Alt+↓ begin typing in their own ways; letters need no help. */
export function handleEditKeys<Row>(event: KeyboardEvent, hands: GridHands<Row>): boolean {
  const { field } = hands
  if (event.key === 'Escape') return forgetWrong(hands)
  // The frame says that it is saved; the row in the empty line goes first.
  if (isCtrl(event) && event.key.toLowerCase() === 's') void hands.draft.send()
  if (event.key === 'F2' && !isCtrl(event)) return field.begin('edit') || sayWhyNot(hands)
  if (event.key === 'Backspace') return field.begin('enter', '') || sayWhyNot(hands)
  if (isToday(event)) {
    const column = activeColumn(hands)?.kind
    if (column !== 'date' && column !== 'text') return true
    return field.begin('enter', formatDatePadded(today())) || sayWhyNot(hands)
  }
  if (event.altKey && event.key === 'ArrowDown' && !event.shiftKey && activeColumn(hands)?.kind === 'choice') {
    field.openChoices()
    return field.isTyping()
  }
  return false
}

/** Esc on a cell whose text could not be taken: it shows again what it held. On the empty line: it is emptied. */
function forgetWrong<Row>({ range, setup, draft }: GridHands<Row>): boolean {
  const active = range.active()
  if (active !== null && range.isDraftAt(active)) return draft.drop()
  const cell = active === null ? null : cellAt(setup, active)
  if (cell === null) return false
  const { states, rowId } = setup.context
  const id = rowId(cell.row)
  if (states.problemOf(id, cell.column.id) === null) return false
  states.forgetProblem(id, cell.column.id)
  setup.onStatesChanged()
  return true
}

/** Space folds a branch; Enter opens what a cell that takes no typing stands for. */
export function handleRowKeys<Row>(event: KeyboardEvent, hands: GridHands<Row>): boolean {
  const { context } = hands.setup
  const active = hands.range.active()
  const row = active === null ? undefined : peekRow(hands.setup.api, active.row)
  const column = activeColumn(hands)
  if (active === null || row === undefined || column === null || hands.range.isDraftAt(active)) return false
  if (isCtrl(event) || event.shiftKey || event.altKey) return false
  if (event.key === ' ' && column.tree === true && context.tree?.isParent(row) === true) {
    context.tree.toggle(row)
    return true
  }
  const { onOpen } = hands.props()
  const bounds = hands.range.bounds()
  const isOne = bounds?.top === bounds?.bottom && bounds?.left === bounds?.right
  if (event.key === 'Enter' && isOne && onOpen !== undefined && !isEditable(column, row, context)) {
    onOpen(row)
    return true
  }
  return false
}

/** A key in the text being typed. What it leaves alone is the text field's own: letters, caret, Ctrl+Z, Ctrl+V. */
function handleTypingKey<Row>(event: KeyboardEvent, hands: GridHands<Row>, chain: readonly KeyHandler<Row>[]): boolean {
  const { field } = hands
  const ctrl = isCtrl(event)
  switch (event.key) {
    case 'Escape':
      field.cancel()
      return true
    case 'F2':
      field.toggleMode()
      return true
    case 'Enter':
      if (event.altKey) field.insert('\n')
      else if (ctrl) fillTyped(hands)
      else finishAnd(event, hands, chain)
      return true
    case 'Tab':
      if (ctrl) return false
      field.finish()
      return chain.some((handle) => handle(event, hands))
    default:
  }
  if (isToday(event)) {
    const kind = activeColumn(hands)?.kind
    if (kind === 'date' || kind === 'text') field.insert(formatDatePadded(today()))
    return true
  }
  const isDown = event.key === 'ArrowDown'
  if (isDown || event.key === 'ArrowUp') {
    if (event.altKey) {
      field.openChoices()
      return true
    }
    if (field.choices() !== null && !ctrl && !event.shiftKey) {
      field.moveInChoices(isDown ? 1 : -1)
      return true
    }
  }
  // Arrows take what was typed over a cell, as in Excel. Shift+arrow stays with the text: some Vietnamese
  // keyboard programs select the letter they are about to replace.
  if (field.mode() !== 'enter' || event.shiftKey || event.altKey || motionOf(event.key, ctrl) === null) return false
  finishAnd(event, hands, chain)
  return true
}

function finishAnd<Row>(event: KeyboardEvent, hands: GridHands<Row>, chain: readonly KeyHandler<Row>[]): void {
  hands.field.finish()
  // Not through the whole chain for Enter: on the cell just typed in it only moves on.
  if (event.key === 'Enter') pressEnter(hands, event.shiftKey)
  else chain.some((handle) => handle(event, hands))
}

function sayWhyNot<Row>(hands: GridHands<Row>): boolean {
  const active = hands.range.active()
  const column = activeColumn(hands)
  if (active === null || column === null || hands.setup.write === null) return true
  const row = peekRow(hands.setup.api, active.row)
  if (row !== undefined && !isEditable(column, row, hands.setup.context)) hands.say(gridText.readOnlyCell)
  return true
}

export function activeColumn<Row>({ range, setup }: GridHands<Row>) {
  const active = range.active()
  return active === null ? null : (columnsOf(setup, active.column, active.column)[0] ?? null)
}

function isToday(event: KeyboardEvent): boolean {
  return isCtrl(event) && !event.shiftKey && !event.altKey && (event.key === ';' || event.code === 'Semicolon')
}

export function isCtrl(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey
}
