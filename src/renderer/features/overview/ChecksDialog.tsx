import { Link, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { CheckFindingRow } from '#shared/contract/checks.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { checksText } from '#renderer/text/checks.ts'
import { ReadingDialog } from '#renderer/ui/layout/ReadingDialog.tsx'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { Waiting } from '#renderer/ui/layout/Waiting.tsx'
import { goTo, resultRowFocus } from '#renderer/ui/state/navigation.ts'

/** So many lines are read at one go; the rule says how many there are. */
const SHOWN = 300

/** What the data contradicts, worst first, each with the way to where it is mended. */
export function ChecksDialog({ onClose }: { readonly onClose: () => void }) {
  const { plan, asOf } = useWorkingContext()
  const [rule, setRule] = useState('')
  const { data } = useData('checks.list', { plan, asOf })
  const rows = (data?.findings ?? []).filter((finding) => rule === '' || finding.rule === rule)
  const shown = rows.slice(0, SHOWN).map((finding, index) => ({ ...finding, key: `${finding.rule} ${index}` }))
  const advice = data?.rules.find((one) => one.rule === rule)?.advice
  return (
    <ReadingDialog title={checksText.title} width={1040} contentClass="checks" onClose={onClose}>
      {data === undefined ? (
        <Waiting />
      ) : (
        <>
          <div className="checks-head">
            <p>{checksText.counts(data.counts)}</p>
            <Select size="small" aria-label={checksText.rule} value={rule} onChange={(_, { value }) => setRule(value)}>
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
              { title: checksText.columns.severity, width: '80px', cell: (row) => severityOf(row) },
              { title: checksText.columns.rule, width: '210px', cell: (row) => row.title },
              { title: checksText.columns.subject, width: '220px', cell: (row) => subjectOf(row, onClose) },
              { title: checksText.columns.message, cell: (row) => row.message },
            ]}
          />
          {rows.length > SHOWN ? <p className="side-note">{checksText.more(rows.length - SHOWN)}</p> : null}
        </>
      )}
    </ReadingDialog>
  )
}

function severityOf({ severity }: CheckFindingRow) {
  return <span className={`check-${severity}`}>{checksText.severities[severity]}</span>
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
