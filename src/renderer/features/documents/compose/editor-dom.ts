import { splitTemplate } from '#shared/domain/documents/draft-fields.ts'
import {
  type CellLine,
  type DraftLine,
  LINE_KINDS,
  type LineKind,
  cellLine,
  pictureLine,
  printLines,
  readCellLine,
  readLines,
  readPictureLine,
} from '#shared/domain/documents/draft-lines.ts'

/** What a field of the text shows, by its key. */
export type ChipText = (key: string) => { readonly text: string; readonly label: string; readonly known: boolean }

/**
 * The paragraphs of a section as elements to type in. A field is a piece of its own that the caret passes over: it can
 * be taken out or put elsewhere, and never be broken.
 */
export function showLines(root: HTMLElement, text: string, chip: ChipText, names: BlockNames): void {
  const lines = readLines(text)
  root.replaceChildren(
    ...(lines.length === 0 ? [{ kind: 'body', text: '' } as const] : lines).map((line) =>
      lineElement(line, chip, names),
    ),
  )
}

/** How a line is called whose content is drawn from the data. */
export interface BlockNames {
  readonly table: (id: string) => string
  readonly picture: string
  readonly cell: (cell: CellLine) => string
}

function lineElement(line: DraftLine, chip: ChipText, names: BlockNames): HTMLElement {
  const element = document.createElement('p')
  setKind(element, line.kind)
  if (line.kind === 'table') {
    element.contentEditable = 'false'
    element.dataset['table'] = line.text
    element.textContent = names.table(line.text)
    return element
  }
  if (line.kind === 'picture') {
    // The picture itself stands in the pages; here is what it says to somebody who does not see it.
    const { id, alt } = readPictureLine(line.text)
    element.dataset['picture'] = id
    element.dataset['label'] = names.picture
    element.append(...inlineNodes(alt, chip))
    if (alt === '') element.append(document.createElement('br'))
    return element
  }
  const cell = line.kind === 'cell' ? readCellLine(line.text) : null
  if (cell !== null) {
    // Where it stands is kept beside; here are the words to be changed.
    element.dataset['cell'] = cellLine({ ...cell, text: '' })
    element.dataset['label'] = names.cell(cell)
    element.append(...inlineNodes(cell.text, chip))
    if (cell.text === '') element.append(document.createElement('br'))
    return element
  }
  element.append(...inlineNodes(line.text, chip))
  // An empty paragraph has no height and cannot be typed in.
  if (line.text === '') element.append(document.createElement('br'))
  return element
}

export function inlineNodes(text: string, chip: ChipText): Node[] {
  return splitTemplate(text).map((piece) =>
    'words' in piece ? document.createTextNode(piece.words) : chipElement(piece.field, chip),
  )
}

export function chipElement(key: string, chip: ChipText): HTMLElement {
  const { text, label, known } = chip(key)
  const element = document.createElement('span')
  element.className = known ? 'chip' : 'chip chip-unknown'
  element.contentEditable = 'false'
  element.dataset['field'] = key
  element.title = label
  element.textContent = text
  return element
}

export function setKind(element: HTMLElement, kind: LineKind): void {
  element.dataset['kind'] = kind
  element.className = `draft-line draft-line-${kind}`
}

export function kindOf(element: HTMLElement): LineKind {
  const kind = element.dataset['kind']
  return LINE_KINDS.find((known) => known === kind) ?? 'body'
}

/** The text of what stands in the editor now. */
export function readEditor(root: HTMLElement): string {
  const lines: DraftLine[] = []
  const loose: string[] = []
  const pictures = new Set<string>()
  const cells = new Set<string>()
  const flush = (): void => {
    const text = loose
      .join('')
      .replace(/\u00a0/gu, ' ')
      .trim()
    if (text !== '') lines.push({ kind: 'body', text })
    loose.length = 0
  }
  for (const node of root.childNodes) {
    if (!(node instanceof HTMLElement) || (node.tagName !== 'P' && node.tagName !== 'DIV')) {
      loose.push(textOf(node))
      continue
    }
    flush()
    const table = node.dataset['table']
    if (table !== undefined) {
      lines.push({ kind: 'table', text: table })
      continue
    }
    const picture = node.dataset['picture']
    // A description broken in two lines is one picture and a paragraph behind it.
    if (picture !== undefined && !pictures.has(picture)) {
      pictures.add(picture)
      const alt = textOf(node)
        .replace(/[\u00a0\s]+/gu, ' ')
        .trim()
      lines.push({ kind: 'picture', text: pictureLine(picture, alt) })
      continue
    }
    const place = readCellLine(node.dataset['cell'] ?? '')
    if (place !== null && !cells.has(node.dataset['cell'] ?? '')) {
      cells.add(node.dataset['cell'] ?? '')
      const words = textOf(node)
        .replace(/[\u00a0\s]+/gu, ' ')
        .trim()
      lines.push({ kind: 'cell', text: cellLine({ ...place, text: words }) })
      continue
    }
    const kind = kindOf(node)
    for (const piece of textOf(node).split('\n')) {
      const text = piece.replace(/[\u00a0\s]+/gu, ' ').trim()
      if (text !== '')
        lines.push({ kind: kind === 'table' || kind === 'picture' || kind === 'cell' ? 'body' : kind, text })
    }
  }
  flush()
  return printLines(lines)
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ''
  if (!(node instanceof HTMLElement)) return ''
  const field = node.dataset['field']
  if (field !== undefined) return `{{${field}}}`
  if (node.tagName === 'BR') return node.nextSibling === null ? '' : '\n'
  return [...node.childNodes].map(textOf).join('')
}

/** The paragraph the caret stands in; null outside the editor. */
export function lineAtCaret(root: HTMLElement): HTMLElement | null {
  const selection = window.getSelection()
  let node: Node | null = selection?.focusNode ?? null
  if (node === null || !root.contains(node)) return null
  while (node !== null && node.parentNode !== root) node = node.parentNode
  return node instanceof HTMLElement ? node : null
}

/** Puts nodes where the caret last stood, or at the end; a whole paragraph goes behind the paragraph of the caret. */
export function insertAt(root: HTMLElement, range: Range | null, nodes: readonly Node[]): void {
  const place = range !== null && root.contains(range.startContainer) ? range : endOf(root)
  place.deleteContents()
  for (const node of nodes.toReversed()) place.insertNode(node)
  const last = nodes.at(-1)
  if (last === undefined) return
  const selection = window.getSelection()
  const after = document.createRange()
  after.setStartAfter(last)
  after.collapse(true)
  selection?.removeAllRanges()
  selection?.addRange(after)
}

function endOf(root: HTMLElement): Range {
  const range = document.createRange()
  const lines = [...root.children].filter(
    (child) => !(child instanceof HTMLElement) || child.contentEditable !== 'false',
  )
  range.selectNodeContents(lines.at(-1) ?? root)
  range.collapse(false)
  return range
}

/** Whole lines behind the paragraph the caret stood in, or at the end. */
export function insertLines(
  root: HTMLElement,
  range: Range | null,
  text: string,
  chip: ChipText,
  names: BlockNames,
): void {
  const elements = readLines(text).map((line) => lineElement(line, chip, names))
  let before: Node | null = range !== null && root.contains(range.startContainer) ? range.startContainer : null
  while (before !== null && before.parentNode !== root) before = before.parentNode
  // Not between a picture and its caption.
  const last = before instanceof HTMLElement ? together(before).at(-1) : before
  const place = last?.nextSibling ?? null
  for (const element of elements) root.insertBefore(element, place)
}

/** Puts a cell's words behind its table to be changed, or the caret into them where they stand there already. */
export function openCell(root: HTMLElement, cell: CellLine, chip: ChipText, names: BlockNames): void {
  const place = cellLine({ ...cell, text: '' })
  const lines = [...root.children].filter((child) => child instanceof HTMLElement)
  let line = lines.find((child) => child.dataset['cell'] === place)
  if (line === undefined) {
    line = lineElement({ kind: 'cell', text: cellLine(cell) }, chip, names)
    const table = lines.find((child) => child.dataset['table'] === cell.table)
    root.insertBefore(line, table?.nextSibling ?? null)
  }
  const range = document.createRange()
  range.selectNodeContents(line)
  range.collapse(false)
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  line.scrollIntoView({ block: 'nearest' })
}

/** A line and what moves with it: a picture and its caption stand together. */
function together(line: HTMLElement): HTMLElement[] {
  const [before, after] = [line.previousElementSibling, line.nextElementSibling]
  if (isPicture(line) && after instanceof HTMLElement && kindOf(after) === 'picture-caption') return [line, after]
  if (kindOf(line) === 'picture-caption' && before instanceof HTMLElement && isPicture(before)) return [before, line]
  return [line]
}

function isPicture(line: HTMLElement): boolean {
  return line.dataset['picture'] !== undefined
}

/** Puts a line before the one above it or behind the one below it. */
export function moveLine(root: HTMLElement, line: HTMLElement, direction: 'up' | 'down'): void {
  const own = together(line)
  const neighbour = direction === 'up' ? own[0]?.previousElementSibling : own.at(-1)?.nextElementSibling
  if (!(neighbour instanceof HTMLElement)) return
  const passed = together(neighbour)
  const place = direction === 'up' ? (passed[0] ?? neighbour) : (passed.at(-1)?.nextSibling ?? null)
  for (const element of own) root.insertBefore(element, place)
}

/** Puts the caret behind the last letter of a line. */
export function caretAtEnd(line: HTMLElement): Range {
  const range = document.createRange()
  range.selectNodeContents(line)
  range.collapse(false)
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  return range
}

export function removeLine(line: HTMLElement): void {
  for (const element of together(line)) element.remove()
}
