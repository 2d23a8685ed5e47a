import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftAnswer, DraftSectionRow, WordCellRow } from '#shared/contract/document-drafts.ts'
import { readLines } from '#shared/domain/documents/draft-lines.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { composeText } from '#renderer/text/compose.ts'
import { notifyError } from '#renderer/ui/state/notices.ts'
import {
  type BlockNames,
  type ChipText,
  chipElement,
  insertAt,
  caretAtEnd,
  insertLines,
  kindOf,
  lineAtCaret,
  moveLine,
  openCell,
  readEditor,
  removeLine,
  setKind,
  showLines,
} from './editor-dom.ts'
import { EditorToolbar, type PickerName, type TypedKind } from './EditorToolbar.tsx'
import { FindPicker, type FoundChoice } from './FindPicker.tsx'

/** Typing rests so long before it is written to the data file. Milliseconds. */
const REST = 900

/** Parts of a document that hold nothing but a few lines at their place. */
const WITHOUT_PICTURES: readonly DraftSectionRow['part'][] = ['subject', 'addressees', 'recipients']

interface SectionEditorProps {
  readonly draft: DraftAnswer
  readonly section: DraftSectionRow
  /** Typing that is not written yet. */
  readonly onDirty: (dirty: boolean) => void
}

/** The words of one section. What is typed is written when typing rests or the caret leaves. */
export function SectionEditor({ draft, section, onDirty }: SectionEditorProps) {
  const root = useRef<HTMLDivElement>(null)
  const caret = useRef<Range | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [heading, setHeading] = useState(section.heading ?? '')
  const [kind, setLineKind] = useState('body')
  const [picking, setPicking] = useState<PickerName | null>(null)
  const latest = useRef({
    id: draft.id,
    key: section.key,
    text: section.text,
    heading: section.heading,
    typed: heading,
  })
  latest.current = { id: draft.id, key: section.key, text: section.text, heading: section.heading, typed: heading }

  const fields = new Map(draft.fields.map((field) => [field.key, field]))
  const chip: ChipText = (key) => {
    const field = fields.get(key) ?? fields.get(key.replace(/~\d+$/u, ''))
    const blank = key.startsWith('trong:')
    if (blank) return { text: '……', label: '', known: true }
    return field === undefined
      ? { text: composeText.unknownField, label: key, known: false }
      : { text: field.text, label: field.label, known: true }
  }
  const hasTable = readLines(section.text).some(({ kind }) => kind === 'table')
  const cells = useData('drafts.cells', { id: draft.id, section: section.key }, { enabled: hasTable }).data
  const names: BlockNames = {
    table: composeText.table,
    picture: composeText.picture,
    cell: ({ table, row, column }) => {
      const known = cells?.find((one) => one.table === table && one.row === row && one.column === column)
      return composeText.cell(known?.rowName ?? row, known?.columnName ?? column)
    },
  }
  const namesRef = useRef(names)
  namesRef.current = names
  const chipRef = useRef(chip)
  chipRef.current = chip

  const save = useCallback(async (): Promise<void> => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const element = root.current
    if (element === null) return
    const { id, key, text, heading: before, typed } = latest.current
    const now = readEditor(element)
    const nextHeading = before === null ? null : typed
    if (now === text && (before === null || typed.trim() === '' || typed === before)) {
      onDirty(false)
      return
    }
    const answer = await runCommand('drafts.saveSection', { id, section: key, heading: nextHeading, text: now })
    if (answer.ok) onDirty(false)
    else notifyError(answer.error)
  }, [onDirty])

  const later = useCallback((): void => {
    onDirty(true)
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), REST)
  }, [onDirty, save])

  // What comes from the data (another day, an undo) is shown unless it is what stands here already.
  const drawing = `${section.key} ${draft.boundTo} ${cells?.length ?? 0}`
  const drawn = useRef('')
  useEffect(() => {
    const element = root.current
    if (element === null) return
    const isSame = readEditor(element) === section.text
    // What was typed here comes back from being written: drawn anew, the caret would be lost.
    if (isSame && drawn.current === drawing) return
    drawn.current = drawing
    if (timer.current === null || isSame)
      showLines(element, section.text, (key) => chipRef.current(key), namesRef.current)
    // Chips are read through a ref; that the day changed and with it their text, `drawing` tells.
  }, [drawing, section.text])
  useEffect(() => setHeading(section.heading ?? ''), [section.key, section.heading])
  // Leaving a section writes what was typed in it.
  useEffect(
    () => () => {
      if (timer.current !== null) void save()
    },
    [section.key, save],
  )

  const remember = (): void => {
    const selection = window.getSelection()
    const element = root.current
    if (element === null || selection === null || selection.rangeCount === 0) return
    const range = selection.getRangeAt(0)
    if (!element.contains(range.startContainer)) return
    caret.current = range.cloneRange()
    const line = lineAtCaret(element)
    if (line !== null) setLineKind(kindOf(line))
  }
  const withEditor = (act: (element: HTMLElement) => void): void => {
    const element = root.current
    if (element === null) return
    act(element)
    element.focus()
    later()
  }
  /** The line the caret last stood in. */
  const withLine = (act: (element: HTMLElement, line: HTMLElement) => void): void =>
    withEditor((editor) => {
      const range = caret.current
      let node: Node | null = range?.startContainer ?? null
      // Between two lines: the one behind.
      if (range !== null && node === editor) node = editor.childNodes[range.startOffset] ?? editor.lastChild
      while (node !== null && node.parentNode !== editor) node = node.parentNode
      if (!(node instanceof HTMLElement)) return
      act(editor, node)
      // A line put elsewhere takes the caret along, so that the next step moves it on.
      if (node.parentNode !== editor) return
      caret.current = caretAtEnd(node)
    })
  const changeKind = (wanted: TypedKind): void => {
    if (root.current === null) return
    setLineKind(wanted)
    withEditor((editor) => {
      let node: Node | null = caret.current?.startContainer ?? editor.firstChild
      while (node !== null && node.parentNode !== editor) node = node.parentNode
      if (!(node instanceof HTMLElement)) return
      const { table, picture, cell } = node.dataset
      if (table === undefined && picture === undefined && cell === undefined) setKind(node, wanted)
    })
  }
  const hasCells = cells !== undefined && cells.length > 0
  const pictures = WITHOUT_PICTURES.includes(section.part) ? [] : draft.pictures
  const offered = draft.offered.filter((phrase) => phrase.section === section.key)

  return (
    <div className="editor">
      {section.heading === null ? null : (
        <input
          className="editor-heading"
          aria-label={composeText.heading}
          value={heading}
          onChange={(event) => {
            setHeading(event.target.value)
            later()
          }}
          onBlur={() => void save()}
        />
      )}
      <EditorToolbar
        kind={kind}
        onKind={changeKind}
        phrases={offered}
        pictures={pictures}
        onInsert={(text) =>
          withEditor((editor) =>
            insertLines(editor, caret.current, text, (key) => chipRef.current(key), namesRef.current),
          )
        }
        hasCells={hasCells}
        picking={picking}
        onPicking={setPicking}
        onMove={(way) => withLine((editor, line) => moveLine(editor, line, way))}
        onRemove={() => withLine((_, line) => removeLine(line))}
      />
      {picking === 'figure' ? (
        <FindPicker
          find={composeText.findFigure}
          label={composeText.insertFigure}
          choices={draft.fields.map(({ key, text, label }) => ({ key, text, label, value: key }))}
          onPick={(key) => {
            setPicking(null)
            withEditor((editor) => insertAt(editor, caret.current, [chipElement(key, (one) => chipRef.current(one))]))
          }}
        />
      ) : null}
      {picking === 'cell' && cells !== undefined ? (
        <FindPicker
          find={composeText.findCell}
          label={composeText.editCell}
          choices={cells.map(cellChoice)}
          onPick={(cell) => {
            setPicking(null)
            withEditor((editor) => openCell(editor, cell, (key) => chipRef.current(key), namesRef.current))
          }}
        />
      ) : null}
      <div
        ref={root}
        className="editor-text"
        role="textbox"
        aria-multiline="true"
        aria-label={`${composeText.editor}: ${section.name}`}
        tabIndex={0}
        contentEditable={section.state !== 'dropped'}
        suppressContentEditableWarning
        spellCheck={false}
        onInput={later}
        onBlur={() => {
          remember()
          void save()
        }}
        onKeyUp={remember}
        onMouseUp={remember}
        onFocus={() => document.execCommand('defaultParagraphSeparator', false, 'p')}
        onPaste={(event) => {
          // Words only: the look of the page they come from is not the document's.
          event.preventDefault()
          document.execCommand('insertText', false, event.clipboardData.getData('text/plain'))
        }}
        onKeyDown={(event) => {
          if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
            event.preventDefault()
            void save()
          }
        }}
      />
    </div>
  )
}

/** A cell of words is found by what it says and by the row and column it stands in. */
function cellChoice(cell: WordCellRow): FoundChoice<WordCellRow> {
  return {
    key: `${cell.table} ${cell.row} ${cell.column}`,
    text: cell.printed,
    label: composeText.cellPlace(cell.rowName, cell.columnName),
    value: cell,
  }
}
