import { Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { DocumentRow } from '#shared/contract/documents.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { useData } from '#renderer/api/data.ts'
import { composeText } from '#renderer/text/compose.ts'
import { ReadingDialog } from '#renderer/ui/layout/ReadingDialog.tsx'
import { FigurePanel } from './FigurePanel.tsx'
import './compose.css'

const text = composeText.figuresDialog
const MOST = 400

/** The figures a made document prints and, of the chosen one, the rows behind it. */
export function FiguresDialog({ row, onClose }: { readonly row: DocumentRow; readonly onClose: () => void }) {
  const figures = useData('documents.figures', { id: row.id }).data ?? []
  const [words, setWords] = useState('')
  const [figure, setFigure] = useState<string | null>(null)
  const origin = useData(
    'documents.figureRows',
    { id: row.id, figure: figure ?? '' },
    { enabled: figure !== null },
  ).data
  const wanted = foldText(words)
  const shown = figures.filter((one) => foldText(`${one.text} ${one.label}`).includes(wanted)).slice(0, MOST)
  return (
    <ReadingDialog title={text.title(row.title)} width={980} contentClass="figures-dialog" onClose={onClose}>
      <div className="figures-list">
        <Input
          size="small"
          aria-label={text.find}
          placeholder={text.find}
          value={words}
          onChange={(_, { value }) => setWords(value)}
        />
        <ul className="field-list" aria-label={text.list}>
          {shown.map((one, index) => (
            <li key={`${one.id} ${index}`}>
              <button
                type="button"
                className="field-choice"
                aria-pressed={one.id === figure}
                onClick={() => setFigure(one.id)}
              >
                <span className="field-text">{one.text}</span>
                <span className="field-label">{one.label}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div className="figures-origin">
        {figure === null || origin === undefined || origin.figure !== figure ? (
          <p className="dialog-note">{text.choose}</p>
        ) : (
          <FigurePanel origin={origin} />
        )}
      </div>
    </ReadingDialog>
  )
}
