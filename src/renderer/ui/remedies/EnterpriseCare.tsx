import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { remediesText as text } from '#renderer/text/remedies.ts'
import { RemedyCard } from './RemedyCard.tsx'
import { RemedyDialog } from './RemedyDialog.tsx'

const NONE: readonly never[] = []

interface EnterpriseCareProps {
  readonly enterprise: {
    readonly id: string
    readonly name: string
    readonly officerName: string | null
    readonly stageName: string | null
    readonly daysInStage: number | null
    readonly hasUnion: boolean | null
  }
}

/** Who looks after an enterprise and who did, how long it stands still, the plan where it is difficult. */
export function EnterpriseCare({ enterprise }: EnterpriseCareProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const [adding, setAdding] = useState(false)
  const remedies = useData('remedies.list', { enterprise: enterprise.id, asOf, state: 'open' }).data ?? NONE
  const charges = useData('assignments.list', { enterprise: enterprise.id, asOf }).data ?? NONE
  const former = charges.filter(({ state }) => state === 'ended')
  const { daysInStage, stageName } = enterprise
  return (
    <section aria-label={text.title}>
      <p>
        {text.officer}: {enterprise.officerName ?? text.noOfficer}
        {daysInStage === null || stageName === null || enterprise.hasUnion === true ? null : (
          <>
            {' · '}
            {text.stuck(daysInStage, stageName)}
          </>
        )}
      </p>
      {former.length === 0 ? null : (
        <p className="side-panel-muted">
          {text.history}:{' '}
          {former.map(({ person, validFrom, validTo }) => text.historyLine(person, validFrom, validTo)).join('; ')}
        </p>
      )}
      {remedies.map((remedy) => (
        <RemedyCard key={remedy.id} remedy={remedy} />
      ))}
      {remedies.length > 0 || enterprise.hasUnion === true ? null : (
        <Button size="small" icon={<AddRegular />} onClick={() => setAdding(true)}>
          {text.add}
        </Button>
      )}
      {adding ? (
        <RemedyDialog
          subject={{ kind: 'difficult', id: enterprise.id, name: enterprise.name }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </section>
  )
}
