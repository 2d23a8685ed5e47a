import { Button, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components'
import { ArrowUndoRegular, ChevronDownRegular, WarningRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { roundHalfUp, decimalFraction, divideFractions } from '#shared/kit/fraction.ts'
import { useData } from '#renderer/api/data.ts'
import { frameText } from '#renderer/text/frame.ts'
import { historyText } from '#renderer/text/history.ts'
import { closeHistory, openSteps, useHistoryView } from '#renderer/ui/state/history-view.ts'
import { undoLast } from './step-back.ts'
import { useStatus, type SelectionSummary } from '#renderer/ui/state/status.ts'

/** Counts the selection, shows warnings that open on click, names the last thing done. */
export function StatusBar() {
  const selection = useStatus((status) => status.selection)
  const undo = useData('history.steps', {}).data?.undo ?? null
  const historyOpen = useHistoryView(({ view }) => view.kind === 'steps')
  return (
    <footer className="status-bar" aria-label={frameText.statusBar} data-region="status">
      <span className="status-selection" role="status">
        {selection === null ? '' : describe(selection)}
      </span>
      <WarningList />
      {undo !== null && (
        <Button
          appearance="transparent"
          size="small"
          icon={<ArrowUndoRegular />}
          className="status-last"
          title={frameText.undo(undo)}
          onClick={() => void undoLast()}
        >
          {frameText.undo(undo)}
        </Button>
      )}
      <Button
        appearance="transparent"
        size="small"
        icon={<ChevronDownRegular />}
        className="status-history"
        aria-label={historyText.open}
        title={historyText.open}
        aria-expanded={historyOpen}
        onClick={historyOpen ? closeHistory : openSteps}
      />
    </footer>
  )
}

function WarningList() {
  const warnings = useStatus((status) => status.warnings)
  const [open, setOpen] = useState(false)
  if (warnings.length === 0) return null
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} positioning="above-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="transparent" size="small" icon={<WarningRegular />} className="status-warnings">
          {frameText.warnings(warnings.length)}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className="warning-list" aria-label={frameText.warnings(warnings.length)}>
        {warnings.map((warning) => (
          <button
            key={warning.text}
            type="button"
            className="warning-item"
            onClick={() => {
              setOpen(false)
              warning.open?.()
            }}
          >
            {warning.text}
          </button>
        ))}
      </PopoverSurface>
    </Popover>
  )
}

/** "Chọn 12 ô · Tổng 1.240 · TB 103,3" */
function describe({ cells, numbers, sum }: SelectionSummary): string {
  const parts = [frameText.selection(cells)]
  if (numbers > 0) {
    const average = divideFractions(decimalFraction(sum), decimalFraction(numbers))
    parts.push(frameText.sum(roundHalfUp(decimalFraction(sum), 2)), frameText.average(roundHalfUp(average, 1)))
  }
  return parts.join(' · ')
}
