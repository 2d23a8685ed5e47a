import { useHistoryView } from '#renderer/ui/state/history-view.ts'
import './history.css'
import { RowHistory } from './RowHistory.tsx'
import { StepList } from './StepList.tsx'

/** The column beside every screen that tells what was done: all steps, or those of one row. */
export function HistoryColumn() {
  const view = useHistoryView((state) => state.view)
  if (view.kind === 'closed') return null
  return view.kind === 'steps' ? <StepList /> : <RowHistory row={view.row} />
}
