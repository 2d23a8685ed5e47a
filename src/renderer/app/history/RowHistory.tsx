import type { RowHistoryEntry } from '#shared/contract/history.ts'
import { useData } from '#renderer/api/data.ts'
import { historyText } from '#renderer/text/history.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import { SidePanel } from '#renderer/ui/layout/SidePanel.tsx'
import { closeHistory, type RowInHistory } from '#renderer/ui/state/history-view.ts'

const SHOWN = 300

/** Who changed which of its cells from what to what, and when. */
export function RowHistory({ row }: { readonly row: RowInHistory }) {
  const history = useData('history.row', {
    table: row.table,
    row: row.row,
    also: [...(row.also ?? [])],
    of: row.of ?? 'row',
    limit: SHOWN,
  }).data
  if (history === undefined) return null
  return (
    <SidePanel title={historyText.rowTitle(history.name)} onClose={closeHistory}>
      {history.entries.length === 0 ? <p className="history-note">{historyText.rowEmpty}</p> : null}
      <ol className="history-entries">
        {history.entries.map((entry, index) => (
          <li key={`${entry.operationId} ${entry.row} ${index}`} className="history-entry">
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
    </SidePanel>
  )
}

function Entry({ entry }: { readonly entry: RowHistoryEntry }) {
  const { at, who, label, kind, what, cells } = entry
  return (
    <>
      <div className="history-label">{label}</div>
      <div className="history-about">
        {[at === '' ? '' : describeMoment(at), who === '' ? historyText.nobody : who, what]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
      {kind === 'edited' ? null : (
        <div className="history-about">{kind === 'born' ? historyText.born : historyText.removed}</div>
      )}
      <dl className="history-cells">
        {cells.map(({ column, title, before, after }) => (
          <div key={column} className="history-cell">
            <dt>{title}</dt>
            <dd>
              {kind === 'born'
                ? after
                : kind === 'removed'
                  ? before
                  : historyText.arrow(before ?? historyText.blank, after ?? historyText.blank)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
