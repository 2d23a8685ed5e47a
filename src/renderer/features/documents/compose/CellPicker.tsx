import { useEffect, useRef, useState } from 'react'
import type { WordCellRow } from '#shared/contract/document-drafts.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { composeText } from '#renderer/text/compose.ts'

/** More than a person looks through; typing a word narrows the list. */
const MOST = 60

/** The cells of a section's tables that hold words, found by their row, their column or their words. */
export function CellPicker({
  cells,
  onPick,
}: {
  readonly cells: readonly WordCellRow[]
  readonly onPick: (cell: WordCellRow) => void
}) {
  const [words, setWords] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const wanted = foldText(words).split(' ').filter(Boolean)
  const found = cells.filter(({ rowName, columnName, printed }) => {
    const folded = foldText(`${rowName} ${columnName} ${printed}`)
    return wanted.every((word) => folded.includes(word))
  })
  return (
    <div className="field-picker">
      <input
        className="field-search"
        aria-label={composeText.findCell}
        placeholder={composeText.findCell}
        value={words}
        ref={input}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="field-list" aria-label={composeText.editCell}>
        {found.slice(0, MOST).map((cell) => (
          <li key={`${cell.table} ${cell.row} ${cell.column}`}>
            <button type="button" className="field-choice" onClick={() => onPick(cell)}>
              <span className="field-text">{cell.printed}</span>
              <span className="field-label">{composeText.cellPlace(cell.rowName, cell.columnName)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
