import { Button } from '@fluentui/react-components'
import { useData } from '#renderer/api/data.ts'
import { registryText } from '#renderer/text/registry.ts'

const text = registryText.panel
const NONE: readonly never[] = []
const MOST = 1000

interface DoublesTabProps {
  readonly enterprise: { readonly id: string; readonly aliases: readonly string[] }
  readonly onReview: (id: string) => void
}

/** Rows that may be the same enterprise, with why; and what was joined into it before. */
export function DoublesTab({ enterprise, onReview }: DoublesTabProps) {
  const pairs = (useData('enterprises.duplicates', { limit: MOST }).data?.pairs ?? NONE).filter(
    ({ first, second }) => first.id === enterprise.id || second.id === enterprise.id,
  )
  return (
    <>
      {pairs.length === 0 ? <p>{text.noDoubles}</p> : null}
      <ul className="panel-list">
        {pairs.map(({ first, second, reasons }) => {
          const other = first.id === enterprise.id ? second : first
          return (
            <li key={other.id} className="panel-line">
              <div className="panel-main">
                <div className="side-panel-strong">{other.name}</div>
                <div className="side-panel-muted">{[other.taxCode, other.unitName].filter(Boolean).join(' · ')}</div>
                <div>{reasons.map((reason) => reason.text).join(' ')}</div>
              </div>
              <Button size="small" onClick={() => onReview(enterprise.id)}>
                {text.compare}
              </Button>
            </li>
          )
        })}
      </ul>
      {enterprise.aliases.length === 0 ? null : (
        <p className="side-panel-muted">
          {text.aliases}: {enterprise.aliases.length}
        </p>
      )}
    </>
  )
}
