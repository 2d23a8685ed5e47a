import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { UnitRow } from '#shared/contract/units.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { unitChangesText as text } from '#renderer/text/unit-changes.ts'
import { useReturnFocus } from '#renderer/ui/forms/use-return-focus.ts'
import { findWrongField } from '#renderer/ui/forms/wrong-field.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import './change.css'
import {
  CHANGE_KINDS,
  type ChangeForm,
  type ChangeKind,
  choosingDay,
  missingIn,
  startForm,
  type StepName,
  stepsOf,
  toChange,
} from './change-form.ts'
import { DecisionStep } from './DecisionStep.tsx'
import { FiguresStep } from './FiguresStep.tsx'
import { PartsStep } from './PartsStep.tsx'
import { ProofStep } from './ProofStep.tsx'
import { UnitsStep } from './UnitsStep.tsx'
import { useChangePreview } from './use-change-preview.ts'

export type PatchForm = (patch: Partial<ChangeForm>) => void

export interface StepProps {
  readonly form: ChangeForm
  readonly patch: PatchForm
  /** Units to choose from, as of the day before the change. */
  readonly units: readonly UnitRow[]
}

interface ChangeDialogProps {
  readonly chosen: readonly UnitRow[]
  readonly onClose: () => void
  readonly onDone: (code: string | null) => void
}

/** Step by step to a reorganisation: nothing is written before the totals were seen and are equal. */
export function ChangeDialog({ chosen, onClose, onDone }: ChangeDialogProps) {
  useReturnFocus()
  const asOf = useWorkingContext((context) => context.asOf)
  const [form, setForm] = useState(() => startForm(chosen, asOf))
  const [step, setStep] = useState<StepName>('kind')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const content = useRef<HTMLFormElement>(null)
  const units = useData('units.list', { asOf: choosingDay(form, asOf) }).data ?? []
  const steps = stepsOf(form)
  const at = Math.max(0, steps.indexOf(step))
  const change = toChange(form)
  const needsPreview = step === 'proof' || step === 'figures'
  const { report, problem: failure } = useChangePreview(needsPreview ? change : null)
  const patch: PatchForm = (given) => {
    setProblem(null)
    setForm((before) => ({ ...before, ...given }))
  }

  // Each step begins at its first field, so that Enter and Tab lead through the whole.
  useEffect(() => {
    content.current?.querySelector<HTMLElement>('input:not([disabled]), select, textarea')?.focus()
  }, [step])

  const goTo = (wanted: number): void => {
    const next = steps[wanted]
    if (next === undefined) return
    if (wanted > at) {
      const wrong = (content.current === null ? null : findWrongField(content.current)) ?? missingIn(form, step)
      if (wrong !== null) {
        setProblem(wrong)
        return
      }
    }
    setProblem(null)
    setStep(next)
  }
  const apply = async (): Promise<void> => {
    if (change === null || busy) return
    setBusy(true)
    const answer = await runCommand('units.change', { change })
    setBusy(false)
    if (!answer.ok) {
      setProblem(answer.error.message)
      return
    }
    notify('success', text.done(answer.value.title))
    onDone(answer.value.units.find(({ effect }) => effect === 'created')?.code ?? null)
    onClose()
  }
  const isLast = at === steps.length - 1

  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open && !busy) onClose()
      }}
    >
      <DialogSurface className="change-dialog">
        <form
          ref={content}
          noValidate
          className="change-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (isLast) void apply()
            else goTo(at + 1)
          }}
        >
          <DialogBody className="change-body">
            <DialogTitle>{text.title}</DialogTitle>
            <DialogContent className="change-content form" data-region="dialog">
              <p className="change-step" aria-live="polite">
                {text.stepOf(at + 1, steps.length, text.steps[step])}
              </p>
              {step === 'kind' ? <KindStep form={form} patch={patch} /> : null}
              {step === 'units' ? <UnitsStep form={form} patch={patch} units={units} /> : null}
              {step === 'decision' ? <DecisionStep form={form} patch={patch} /> : null}
              {step === 'parts' ? <PartsStep form={form} patch={patch} units={units} /> : null}
              {step === 'figures' ? <FiguresStep form={form} patch={patch} report={report} /> : null}
              {step === 'proof' ? <ProofStep report={report} failed={failure !== null} /> : null}
              {problem === null && failure === null ? null : (
                <MessageBar className="form-error" intent="error" layout="multiline">
                  <MessageBarBody>{problem ?? failure}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions fluid data-region="dialog-actions">
              <Button className="change-back" disabledFocusable={at === 0 || busy} onClick={() => goTo(at - 1)}>
                {text.back}
              </Button>
              <Button
                appearance="primary"
                type="submit"
                disabledFocusable={busy || (isLast && (report === null || !report.balanced))}
              >
                {isLast ? text.apply : text.next}
              </Button>
              <Button disabledFocusable={busy} onClick={onClose}>
                {commonText.cancel}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

function KindStep({ form, patch }: Omit<StepProps, 'units'>) {
  return (
    <RadioGroup
      aria-label={text.steps.kind}
      value={form.kind}
      onChange={(_, { value }) => patch({ kind: value as ChangeKind })}
    >
      {CHANGE_KINDS.map((kind) => (
        <Radio
          key={kind}
          value={kind}
          label={
            <>
              <span className="change-kind">{text.kinds[kind]}</span>
              <span className="change-hint">{text.kindHints[kind]}</span>
            </>
          }
        />
      ))}
    </RadioGroup>
  )
}
