import { Button, Checkbox, Link, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { CheckFindingRow } from '#shared/contract/checks.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { checksText } from '#renderer/text/checks.ts'
import { useReturnFocus } from '#renderer/ui/forms/use-return-focus.ts'
import { ReadingDialog } from '#renderer/ui/layout/ReadingDialog.tsx'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { Waiting } from '#renderer/ui/layout/Waiting.tsx'
import { goTo, resultRowFocus } from '#renderer/ui/state/navigation.ts'
import { ExplainDialog } from './ExplainDialog.tsx'

/** So many lines are read at one go; the rule says how many there are. */
const SHOWN = 300

/** What the data contradicts, worst first, each with the way to where it is mended. */
export function ChecksDialog({ onClose }: { readonly onClose: () => void }) {
  const { plan, asOf } = useWorkingContext()
  const [chosen, setChosen] = useState('')
  const [withExplained, setWithExplained] = useState(false)
  const [explaining, setExplaining] = useState<CheckFindingRow | null>(null)
  const { data } = useData('checks.list', { plan, asOf, withExplained })
  // What had the keyboard before the first of these dialogs; each that follows only knows the one before it.
  useReturnFocus()
  if (explaining !== null) return <ExplainDialog finding={explaining} onClose={() => setExplaining(null)} />
  // The last finding of the chosen rule may have been explained: then all are shown again.
  const rule = data?.rules.some((one) => one.rule === chosen) === true ? chosen : ''
  const rows = (data?.findings ?? []).filter((finding) => rule === '' || finding.rule === rule)
  const shown = rows.slice(0, SHOWN).map((finding, index) => ({ ...finding, key: `${finding.rule} ${index}` }))
  const advice = data?.rules.find((one) => one.rule === rule)?.advice
  return (
    <ReadingDialog title={checksText.title} width={1140} contentClass="checks" onClose={onClose}>
      {data === undefined ? (
        <Waiting />
      ) : (
        <>
          <div className="checks-head">
            <p>
              {[checksText.counts(data.counts), data.explained === 0 ? null : checksText.explained(data.explained)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {data.explained === 0 ? null : (
              <Checkbox
                label={checksText.withExplained}
                checked={withExplained}
                onChange={(_, { checked }) => setWithExplained(checked === true)}
              />
            )}
            <Select
              size="small"
              aria-label={checksText.rule}
              value={rule}
              onChange={(_, { value }) => setChosen(value)}
            >
              <option value="">{checksText.allRules}</option>
              {data.rules.map((one) => (
                <option key={one.rule} value={one.rule}>
                  {checksText.ruleOption(one.title, one.count)}
                </option>
              ))}
            </Select>
          </div>
          {advice === undefined ? null : <p className="side-note">{advice}</p>}
          <SimpleTable
            label={checksText.title}
            rows={shown}
            rowKey={(row) => row.key}
            empty={checksText.clean}
            columns={[
              { title: checksText.columns.severity, width: '92px', cell: (row) => severityOf(row) },
              { title: checksText.columns.rule, width: '210px', cell: (row) => row.title },
              { title: checksText.columns.subject, width: '220px', cell: (row) => subjectOf(row, onClose) },
              { title: checksText.columns.message, cell: messageOf },
              { title: checksText.columns.explain, width: '124px', cell: (row) => actOf(row, setExplaining) },
            ]}
          />
          {rows.length > SHOWN ? <p className="side-note">{checksText.more(rows.length - SHOWN)}</p> : null}
        </>
      )}
    </ReadingDialog>
  )
}

function severityOf({ severity, explanation }: CheckFindingRow) {
  if (explanation !== null) return checksText.explainedState
  return <span className={`check-${severity}`}>{checksText.severities[severity]}</span>
}

function messageOf({ message, explanation }: CheckFindingRow) {
  if (explanation === null) return message
  return (
    <>
      {message}
      <span className="check-note">{checksText.explanation(explanation.note, explanation.by, explanation.on)}</span>
    </>
  )
}

function actOf(finding: CheckFindingRow, onExplain: (finding: CheckFindingRow) => void) {
  const { id, subject, explanation } = finding
  return explanation === null ? (
    <Button size="small" aria-label={checksText.explainOf(subject)} onClick={() => onExplain(finding)}>
      {checksText.explain}
    </Button>
  ) : (
    <Button
      size="small"
      aria-label={checksText.withdrawOf(subject)}
      onClick={() => void runCommand('checks.withdraw', { findings: [id] })}
    >
      {checksText.withdraw}
    </Button>
  )
}

function subjectOf({ subject, place, focus }: CheckFindingRow, onClose: () => void) {
  return (
    <Link
      as="button"
      title={checksText.open}
      onClick={() => {
        onClose()
        goTo(place, place === 'results' && focus !== null ? resultRowFocus(focus) : focus)
      }}
    >
      {subject}
    </Link>
  )
}
