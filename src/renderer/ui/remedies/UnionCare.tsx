import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { WeakUnionRow } from '#shared/contract/funnel.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { remediesText as text } from '#renderer/text/remedies.ts'
import { RemedyCard } from './RemedyCard.tsx'
import { RemedyDialog } from './RemedyDialog.tsx'

const NONE: readonly never[] = []

interface UnionCareProps {
  readonly union: { readonly id: string; readonly name: string }
  /** Why it is among the weak; null: it is not. */
  readonly weak: WeakUnionRow | null
}

/** Why a union is weak and what is done about it; who sits in its committees. */
export function UnionCare({ union, weak }: UnionCareProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [adding, setAdding] = useState(false)
  const remedies = useData('remedies.list', { union: union.id, asOf, state: 'open' }).data ?? NONE
  const officers = useData('unionOfficers.list', { union: union.id, asOf }).data ?? NONE
  return (
    <>
      {weak === null && remedies.length === 0 ? null : <p className="side-panel-strong">{text.consolidation}</p>}
      {(weak?.reasons ?? NONE).map(({ code, message }) => (
        <p key={code} className="side-panel-muted">
          {message}
        </p>
      ))}
      {remedies.map((remedy) => (
        <RemedyCard key={remedy.id} remedy={remedy} />
      ))}
      {remedies.length > 0 ? null : (
        <Button size="small" icon={<AddRegular />} onClick={() => setAdding(true)}>
          {text.addForUnion}
        </Button>
      )}
      {officers.length === 0 ? null : (
        <>
          <p className="side-panel-strong">{text.officers}</p>
          <ul className="panel-list">
            {officers.map((officer) => (
              <li key={officer.id}>{[officer.fullName, officer.role, officer.position].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
        </>
      )}
      {adding ? (
        <RemedyDialog
          subject={{ kind: weak?.kind ?? 'weak', id: union.id, name: union.name }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  )
}
