import { Button } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { FigureOrigin, FigureRow } from '#shared/contract/document-drafts.ts'
import { commonText } from '#renderer/text/common.ts'
import { composeText } from '#renderer/text/compose.ts'
import { type SimpleColumn, SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { goTo, resultRowFocus } from '#renderer/ui/state/navigation.ts'
import { useScrollStop } from './use-scroll-stop.ts'

const text = composeText.figure

const COLUMNS: readonly SimpleColumn<FigureRow>[] = [
  { title: text.name, cell: describeRow },
  { title: text.value, width: '80px', align: 'right', cell: (row) => row.text },
  { title: text.source, width: '120px', cell: (row) => row.source ?? '' },
]

/** Where a figure comes from: what it is, how it came about, and the rows, each leading to the screen that shows it. */
export function FigurePanel({ origin, onClose }: { readonly origin: FigureOrigin; readonly onClose?: () => void }) {
  const rows = useScrollStop<HTMLDivElement>()
  const screens = new Map(origin.rows.map((row) => [row.screen, row]))
  return (
    <section className="figure-panel" aria-label={text.title}>
      <div className="figure-head">
        <strong className="figure-value">{origin.text}</strong>
        <span className="figure-label">{origin.label}</span>
        {onClose === undefined ? null : (
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={`${commonText.close}: ${text.title}`}
            onClick={onClose}
          />
        )}
      </div>
      <p className="figure-how">{origin.how}</p>
      <div className="figure-rows" role="region" aria-label={text.rows} ref={rows}>
        <SimpleTable
          label={text.rows}
          rows={origin.rows.map((row, index) => ({ ...row, key: `${row.kind} ${row.id} ${index}` }))}
          rowKey={(row) => row.key}
          empty={origin.how}
          columns={COLUMNS}
        />
        {origin.more === 0 ? null : <p className="figure-how">{text.more(origin.more)}</p>}
      </div>
      <div className="figure-acts">
        {[...screens].map(([screen, row]) => (
          <Button key={screen} size="small" onClick={() => goTo(screen, focusOf(row, origin))}>
            {text.screens[screen]}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** With one row the screen shows that row; with several it shows itself. */
function focusOf(row: FigureRow, { rows }: FigureOrigin): string | null {
  return rows.filter((other) => other.screen === row.screen).length === 1 ? placeOf(row) : null
}

function placeOf({ screen, focus }: FigureRow): string | null {
  return screen === 'results' && focus !== null ? resultRowFocus(focus) : focus
}

function describeRow(row: FigureRow): ReactNode {
  return (
    <>
      {row.focus !== null && row.screen !== 'settings' ? (
        <button type="button" className="problem-row" onClick={() => goTo(row.screen, placeOf(row))}>
          {row.name}
        </button>
      ) : (
        row.name
      )}
      <div className="gallery-hint">{row.detail}</div>
    </>
  )
}
