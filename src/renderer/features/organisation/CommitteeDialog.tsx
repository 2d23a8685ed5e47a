import { useState } from 'react'
import type { CommitteeRow } from '#shared/contract/organisation-rows.ts'
import type { DecisionKind, IssuerKind } from '#shared/domain/organisation/words.ts'
import { DECISION_KINDS, ISSUER_KINDS } from '#shared/domain/organisation/words.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import { ChoiceField, DateField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'

const text = organisationText.committeeForm
const NONE: readonly never[] = []

interface CommitteeDialogProps {
  readonly committee: CommitteeRow | null
  /** The unit a new one is at first for. */
  readonly unit: string | null
  readonly onClose: () => void
}

/** A committee with what it is to do, and the decision that founds, restaffs or ends it. */
export function CommitteeDialog({ committee, unit: shown, onClose }: CommitteeDialogProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const units = useData('units.list', { asOf: null }).data ?? NONE
  const root = units.find(({ parent }) => parent === null)?.code ?? ''
  const [unit, setUnit] = useState<string | null>(committee?.unit ?? shown)
  const [name, setName] = useState(committee?.name ?? text.usualName)
  const [issuerKind, setIssuerKind] = useState<IssuerKind>(committee?.issuerKind ?? 'union')
  const [issuer, setIssuer] = useState(committee?.issuer ?? '')
  const [period, setPeriod] = useState(committee?.period ?? '')
  const [duties, setDuties] = useState(committee?.duties ?? '')
  const [regime, setRegime] = useState(committee?.regime ?? '')
  const [kind, setKind] = useState<DecisionKind | ''>(committee === null ? 'found' : '')
  const [number, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<string | null>(asOf)
  const missing = findMissing({ name, kind, number, decidedOn })
  return (
    <FormDialog
      title={committee === null ? text.add : text.edit}
      missing={missing}
      width={680}
      onClose={onClose}
      onSubmit={() =>
        runCommand('committees.save', {
          id: committee?.id ?? null,
          unit: unit ?? root,
          name,
          issuerKind,
          issuer,
          period,
          duties,
          regime,
          validFrom: committee?.validFrom ?? null,
          validTo: committee?.validTo ?? null,
          note: committee?.note ?? null,
          decision: kind === '' || decidedOn === null ? null : { kind, number, decidedOn, issuer },
        })
      }
    >
      <div className="form-row">
        <ChoiceField
          label={text.unit}
          required
          value={unit ?? root}
          onChange={setUnit}
          options={units.map((row) => ({ value: row.code, label: row.shortName }))}
        />
        <ChoiceField
          label={text.issuerKind}
          value={issuerKind}
          onChange={(value) => setIssuerKind(ISSUER_KINDS.find((known) => known === value) ?? 'union')}
          options={ISSUER_KINDS.map((value) => ({ value, label: text.issuerKinds[value] }))}
        />
      </div>
      <TextField label={text.name} required value={name} onChange={setName} />
      <div className="form-row">
        <TextField label={text.issuer} value={issuer} onChange={setIssuer} />
        <TextField label={text.period} hint={text.periodHint} value={period} onChange={setPeriod} />
      </div>
      <TextField label={text.duties} lines={3} value={duties} onChange={setDuties} />
      <TextField label={text.regime} lines={2} value={regime} onChange={setRegime} />
      <div className="form-row">
        <ChoiceField
          label={text.decisionKind}
          value={kind}
          onChange={(value) => setKind(DECISION_KINDS.find((known) => known === value) ?? '')}
          options={(['', ...DECISION_KINDS] as const).map((value) => ({ value, label: text.decisionKinds[value] }))}
        />
        <TextField label={text.decisionNumber} value={number} onChange={setNumber} />
        <DateField label={text.decidedOn} value={decidedOn} onChange={setDecidedOn} />
      </div>
      {kind === 'end' ? <p className="organisation-note">{text.endNote}</p> : null}
      {committee === null || committee.decisions.length === 0 ? null : (
        <section aria-label={text.decisions}>
          <h3 className="organisation-heading">{text.decisions}</h3>
          <ul className="organisation-decisions">
            {committee.decisions.map((decision) => (
              <li key={decision.id}>
                {text.decisionLine(text.decisionKinds[decision.kind], decision.number, decision.decidedOn)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </FormDialog>
  )
}

interface Typed {
  readonly name: string
  readonly kind: DecisionKind | ''
  readonly number: string
  readonly decidedOn: string | null
}

function findMissing({ name, kind, number, decidedOn }: Typed): string | null {
  if (name.trim() === '') return text.missing
  if (kind !== '') return decidedOn === null ? text.missingDay : null
  // A number nobody says the meaning of would be lost.
  return number.trim() === '' ? null : text.missingKind
}
