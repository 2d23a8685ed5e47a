import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { enterprisesText } from '#renderer/text/enterprises.ts'
import { SidePanel } from '#renderer/ui/layout/SidePanel.tsx'

const text = enterprisesText.detailsPanel

/** What the files said of an enterprise in columns the program has no field for: kept under their headers. */
export function DetailsPanel({ row, onClose }: { readonly row: EnterpriseRow | null; readonly onClose: () => void }) {
  const extra = Object.entries(row?.extra ?? {})
  return (
    <SidePanel title={text.title} onClose={onClose}>
      {row === null ? (
        <p>{text.choose}</p>
      ) : (
        <>
          <p className="side-panel-strong">{row.name}</p>
          {row.surveyedOn === null ? null : <p className="side-panel-muted">{text.surveyed(row.surveyedOn)}</p>}
          {extra.length === 0 ? <p>{text.none}</p> : null}
          <dl className="details-list">
            {extra.map(([header, value]) => (
              <div key={header}>
                <dt>{header}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </SidePanel>
  )
}
