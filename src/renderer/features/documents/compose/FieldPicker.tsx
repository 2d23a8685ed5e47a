import { useEffect, useRef, useState } from 'react'
import type { DraftAnswer } from '#shared/contract/document-drafts.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { composeText } from '#renderer/text/compose.ts'

/** More than a person looks through; typing a word narrows the list. */
const MOST = 60

/** The figures a document may print, found by a word of what they are. */
export function FieldPicker({
  fields,
  onPick,
}: {
  readonly fields: DraftAnswer['fields']
  readonly onPick: (key: string) => void
}) {
  const [words, setWords] = useState('')
  const input = useRef<HTMLInputElement>(null)
  // Opened to type in; the editor keeps the caret's place by itself.
  useEffect(() => input.current?.focus(), [])
  const wanted = foldText(words).split(' ').filter(Boolean)
  const found = fields.filter((field) => {
    const folded = `${foldText(field.label)} ${foldText(field.text)}`
    return wanted.every((word) => folded.includes(word))
  })
  return (
    <div className="field-picker">
      <input
        className="field-search"
        aria-label={composeText.findFigure}
        placeholder={composeText.findFigure}
        value={words}
        ref={input}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="field-list" aria-label={composeText.insertFigure}>
        {found.slice(0, MOST).map((field) => (
          <li key={field.key}>
            {/* The caret's place in the text must not be lost to the button. */}
            <button
              type="button"
              className="field-choice"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(field.key)}
            >
              <span className="field-text">{field.text}</span>
              <span className="field-label">{field.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
