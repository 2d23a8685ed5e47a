import { Button } from '@fluentui/react-components'
import { ArrowUploadRegular, CheckmarkRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Question } from '#shared/contract/exchange-board.ts'
import { ok } from '#shared/kit/result.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { DataGrid } from '#renderer/ui/DataGrid/DataGrid.tsx'
import type { GridColumn, GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { CountField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { EmptyState } from '#renderer/ui/layout/EmptyState.tsx'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'
import type { SendWish } from './ExchangeScreen.tsx'

const text = exchangeText.questions
const NONE: readonly never[] = []

interface QuestionsViewProps {
  readonly isUnit: boolean
  readonly onSend: (wish: SendWish) => void
}

/** Figures asked back with their reasons; a unit answers here, the province sends them out and closes them. */
export function QuestionsView({ isUnit, onSend }: QuestionsViewProps) {
  const questions = useData('board.questions', {}).data
  const [selected, setSelected] = useState<readonly Question[]>(NONE)
  const [focused, setFocused] = useState<Question | null>(null)
  const [answering, setAnswering] = useState<Question | null>(null)
  const chosen = selected.length > 0 ? selected : focused === null ? NONE : [focused]
  if (questions !== undefined && questions.length === 0)
    return <EmptyState title={text.emptyTitle} text={text.emptyText} actions={[]} />
  const close = async (): Promise<void> => {
    if (chosen.length === 0) {
      notify('info', text.chooseFirst)
      return
    }
    const answer = await runCommand('board.close', { ids: chosen.map(({ id }) => id) })
    if (answer.ok) notify('success', text.closeDone(answer.value.closed))
    else notifyError(answer.error)
  }
  const answer = (question: Question | null): void => {
    if (question === null) notify('info', text.chooseFirst)
    else setAnswering(question)
  }
  const waiting = [...new Set((questions ?? NONE).filter(({ open }) => open).map(({ unit }) => unit))]
  return (
    <>
      <div className="exchange-bar">
        {isUnit ? (
          <Button size="small" icon={<CheckmarkRegular />} onClick={() => answer(focused)}>
            {text.answer}
          </Button>
        ) : (
          <>
            <Button
              size="small"
              icon={<ArrowUploadRegular />}
              disabled={waiting.length === 0}
              onClick={() => onSend({ kind: 'return', units: waiting, period: null })}
            >
              {text.sendReturn}
            </Button>
            <Button size="small" onClick={() => void close()}>
              {text.close}
            </Button>
          </>
        )}
      </div>
      <DataGrid<Question>
        name="exchange-questions"
        label={text.table}
        columns={COLUMNS}
        rows={questions ?? NONE}
        rowId={idOf}
        onSelect={setSelected}
        onFocusRow={(row) => setFocused(row)}
        {...(isUnit ? { onOpen: setAnswering } : {})}
      />
      {answering === null ? null : <AnswerDialog question={answering} onClose={() => setAnswering(null)} />}
    </>
  )
}

function AnswerDialog({ question, onClose }: { readonly question: Question; readonly onClose: () => void }) {
  const [answer, setAnswer] = useState(question.answer ?? '')
  const [corrected, setCorrected] = useState<number | null>(question.corrected)
  return (
    <FormDialog
      title={text.answerTitle}
      missing={answer.trim() === '' && corrected === null ? text.answerMissing : null}
      onClose={onClose}
      onSubmit={async () =>
        answer.trim() === '' && corrected === null
          ? ok(null)
          : runCommand('board.answer', { id: question.id, answer: answer.trim() === '' ? null : answer, corrected })
      }
    >
      <p className="dialog-note">{text.answerText(question.title, question.said, question.reason)}</p>
      <CountField label={text.corrected} value={corrected} onChange={setCorrected} />
      <TextField label={text.answer} lines={3} value={answer} onChange={setAnswer} />
    </FormDialog>
  )
}

function column(
  id: string,
  title: string,
  width: number,
  value: (row: Question) => string | number | null,
  look: Partial<GridColumn<Question>> = {},
): GridColumn<Question> {
  return { id, title, kind: 'text', width, value, ...look }
}

const COLUMNS: GridColumns<Question> = [
  column('unit', text.columns.unit, 240, (row) => row.unitName, { pinned: true }),
  column('title', text.columns.title, 150, (row) => row.title, { pinned: true }),
  column('asOf', text.columns.asOf, 104, (row) => row.asOf, { kind: 'date' }),
  column('said', text.columns.said, 104, (row) => row.said, { align: 'right' }),
  column('reason', text.columns.reason, 250, (row) => row.reason),
  column('askedOn', text.columns.askedOn, 104, (row) => row.askedOn, { kind: 'date' }),
  column('state', text.columns.state, 110, stateOf, { tone: (row) => (row.open ? 'warning' : 'reached') }),
  column('corrected', text.columns.corrected, 96, (row) => row.corrected, { kind: 'number' }),
  column('answer', text.columns.answer, 220, (row) => row.answer, { flex: 1, minWidth: 140 }),
]

function stateOf(row: Question): string {
  if (row.open) return text.open
  return row.answer !== null || row.corrected !== null ? text.answered : text.closed
}

function idOf(row: Question): string {
  return row.id
}
