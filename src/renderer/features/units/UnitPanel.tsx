import type { UnitRow } from '#shared/contract/units.ts'
import { formatDate } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { unitChangesText } from '#renderer/text/unit-changes.ts'
import './units.css'
import { SidePanel } from '#renderer/ui/layout/SidePanel.tsx'

const text = unitChangesText.history

/** A unit through time: what it was called and where it belonged, and what it came from and went into. */
export function UnitPanel({ unit, onClose }: { readonly unit: UnitRow | null; readonly onClose: () => void }) {
  const history = useData('units.history', { unit: unit?.code ?? '' }, { enabled: unit !== null }).data
  return (
    <SidePanel title={text.open} onClose={onClose}>
      {unit === null ? (
        <p>{text.choose}</p>
      ) : (
        <>
          <p className="side-panel-strong">{unit.name}</p>
          <p className="side-panel-muted">{text.standings}</p>
          <dl className="unit-history">
            {(history?.standings ?? []).map((standing) => (
              <div key={standing.until ?? ''}>
                <dt>
                  {text.from(standing.from)} {text.until(standing.until)}
                </dt>
                <dd>
                  {standing.name}
                  <br />
                  <span className="side-panel-muted">
                    {[standing.typeName, standing.parentName === null ? null : text.under(standing.parentName)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
          <p className="side-panel-muted">{text.events}</p>
          {history?.events.length === 0 ? <p>{text.none}</p> : null}
          <dl className="unit-history">
            {(history?.events ?? []).map((event) => (
              <div key={`${event.on} ${event.text}`}>
                <dt>{formatDate(event.on)}</dt>
                <dd>{event.text}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </SidePanel>
  )
}
