import { useEffect, useRef, useState } from 'react'
import { foldText } from '#shared/domain/text/fold.ts'

/** More than a person looks through; typing a word narrows the list. */
const MOST = 60

export interface FoundChoice<T> {
  readonly key: string
  /** What stands in the paper, and what it is. */
  readonly text: string
  readonly label: string
  /** Further words it is found by. */
  readonly words?: string
  readonly value: T
}

interface FindPickerProps<T> {
  readonly find: string
  readonly label: string
  readonly choices: readonly FoundChoice<T>[]
  readonly onPick: (value: T) => void
}

/** Things of a paper to pick one from, found by every word typed, in any order and without accents. */
export function FindPicker<T>({ find, label, choices, onPick }: FindPickerProps<T>) {
  const [words, setWords] = useState('')
  const input = useRef<HTMLInputElement>(null)
  // Opened to type in; the editor keeps the caret's place by itself.
  useEffect(() => input.current?.focus(), [])
  const wanted = foldText(words).split(' ').filter(Boolean)
  const found = choices.filter((choice) => {
    const folded = foldText(`${choice.label} ${choice.text} ${choice.words ?? ''}`)
    return wanted.every((word) => folded.includes(word))
  })
  return (
    <div className="field-picker">
      <input
        className="field-search"
        aria-label={find}
        placeholder={find}
        value={words}
        ref={input}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="field-list" aria-label={label}>
        {found.slice(0, MOST).map((choice) => (
          <li key={choice.key}>
            {/* The caret's place in the text must not be lost to the button. */}
            <button
              type="button"
              className="field-choice"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(choice.value)}
            >
              <span className="field-text">{choice.text}</span>
              <span className="field-label">{choice.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
