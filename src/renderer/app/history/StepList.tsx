import { Button, mergeClasses } from '@fluentui/react-components'
import { ArrowRedoRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { OperationRow } from '#shared/contract/history.ts'
import { useData } from '#renderer/api/data.ts'
import { historyText } from '#renderer/text/history.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import { SidePanel } from '#renderer/ui/layout/SidePanel.tsx'
import { closeHistory } from '#renderer/ui/state/history-view.ts'
import { redoStep } from '../step-back.ts'
import { UndoDialog, type UndoChoice } from './UndoDialog.tsx'
import { useOperations } from './use-operations.ts'

/** What was done, newest first; one is chosen, and the buttons below say what can be done about it. */
export function StepList() {
  const { operations, more, loadMore } = useOperations()
  const steps = useData('history.steps', {}).data
  const [chosenId, choose] = useState<string | null>(null)
  const [asking, setAsking] = useState<UndoChoice | null>(null)
  const chosen = operations.find(({ id }) => id === chosenId) ?? null
  const redoable = new Set((steps?.redoable ?? []).map(({ id }) => id))
  return (
    <SidePanel title={historyText.title} onClose={closeHistory}>
      <Steps operations={operations} chosenId={chosenId} onChoose={choose} more={more} onMore={loadMore} />
      <StepButtons
        chosen={chosen}
        hasAbove={chosen !== null && operations.some((row) => row.state === 'done' && row.sequence > chosen.sequence)}
        isRedoable={chosen !== null && redoable.has(chosen.id)}
        onAsk={setAsking}
      />
      {asking === null ? null : <UndoDialog choice={asking} onClose={() => setAsking(null)} />}
    </SidePanel>
  )
}

interface StepsProps {
  readonly operations: readonly OperationRow[]
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
  readonly more: boolean
  readonly onMore: () => void
}

function Steps({ operations, chosenId, onChoose, more, onMore }: StepsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const at = operations.findIndex(({ id }) => id === chosenId)
    const next = operations[Math.min(operations.length - 1, Math.max(0, at + step))]
    if (next !== undefined) onChoose(next.id)
    if (step > 0 && at >= operations.length - 2 && more) onMore()
  }
  if (operations.length === 0) return <p className="history-note">{historyText.empty}</p>
  return (
    <div
      className="history-list"
      ref={list}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        if (more && scrollHeight - scrollTop - clientHeight < 400) onMore()
      }}
    >
      <div
        role="listbox"
        tabIndex={0}
        aria-label={historyText.steps}
        onKeyDown={onKey}
        {...(chosenId === null ? {} : { 'aria-activedescendant': `step-${chosenId}` })}
      >
        {operations.map((operation) => (
          <button
            key={operation.id}
            type="button"
            tabIndex={-1}
            id={`step-${operation.id}`}
            role="option"
            aria-selected={operation.id === chosenId}
            className={mergeClasses('history-step', `history-${operation.state}`)}
            onClick={() => onChoose(operation.id)}
          >
            <span className="history-label">{operation.label}</span>
            <span className="history-about">{describe(operation)}</span>
          </button>
        ))}
      </div>
      {more ? (
        <Button size="small" appearance="subtle" onClick={onMore}>
          {historyText.older}
        </Button>
      ) : null}
    </div>
  )
}

/** "10:32 21/11/2024 · Nguyễn An · 200 dòng · đã hoàn tác" */
function describe({ at, who, rows, cells, state, origin }: OperationRow): string {
  const by = historyText.by[origin as keyof typeof historyText.by] ?? ''
  return [
    at === '' ? '' : describeMoment(at),
    who === '' ? historyText.nobody : who,
    by,
    historyText.size(rows, cells),
    historyText.states[state],
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

interface StepButtonsProps {
  readonly chosen: OperationRow | null
  readonly hasAbove: boolean
  readonly isRedoable: boolean
  readonly onAsk: (choice: UndoChoice) => void
}

function StepButtons({ chosen, hasAbove, isRedoable, onAsk }: StepButtonsProps) {
  if (chosen === null) return <p className="history-note">{historyText.choose}</p>
  return (
    <div className="history-foot">
      {chosen.hint === null ? null : <p className="history-note">{chosen.hint}</p>}
      <div className="history-buttons">
        {chosen.state === 'done' ? (
          <Button size="small" onClick={() => onAsk({ operation: chosen, above: false })}>
            {hasAbove ? historyText.undoOnly : historyText.undo}
          </Button>
        ) : null}
        {isRedoable ? (
          <Button size="small" icon={<ArrowRedoRegular />} onClick={() => void redoStep(chosen.id)}>
            {historyText.redo}
          </Button>
        ) : null}
        {hasAbove ? (
          <Button size="small" onClick={() => onAsk({ operation: chosen, above: true })}>
            {historyText.undoAbove}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
