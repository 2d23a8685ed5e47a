import { Button, Checkbox, Radio, RadioGroup } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import type { PackageKind } from '#shared/domain/exchange/content.ts'
import { ANSWER_KINDS, KIND_RULES } from '#shared/domain/exchange/kinds.ts'
import { ok } from '#shared/kit/result.ts'
import { call, callHost } from '#renderer/api/bridge.ts'
import { chooseFolder, showInFolder } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { followWork } from '#renderer/api/jobs.ts'
import { useWorkingContext } from '#renderer/api/working-context.ts'
import { commonText } from '#renderer/text/common.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { ChoiceField, TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import type { SendWish } from './ExchangeScreen.tsx'
import { fileNameOf, kindsOf } from './send-choices.ts'

const text = exchangeText.sendDialog

interface SendDialogProps {
  readonly wish: SendWish
  readonly isUnit: boolean
  readonly onClose: () => void
}

/** One file for each unit into a folder, for as many units as are ticked. */
export function SendDialog({ wish, isUnit, onClose }: SendDialogProps) {
  const asOf = useWorkingContext((context) => context.asOf)
  const workingPlan = useWorkingContext((context) => context.plan)
  const board = useData('board.get', { kind: 'month', last: 12, asOf }).data
  const plans = useData('plans.list', {}).data ?? []
  const [kind, setKind] = useState<PackageKind>(wish.kind ?? (isUnit ? 'report' : 'report-form'))
  const [units, setUnits] = useState<ReadonlySet<string>>(() => new Set(wish.units))
  const [period, setPeriod] = useState(wish.period ?? '')
  const [plan, setPlan] = useState(workingPlan ?? '')
  const [carrier, setCarrier] = useState<'package' | 'form'>('package')
  const [folder, setFolder] = useState('')
  const [separator, setSeparator] = useState('/')
  const [full, setFull] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  useEffect(() => {
    void callHost('host.windowInfo', {}).then((info) => {
      if (!info.ok) return
      setSeparator(info.value.separator)
      setFolder((before) =>
        before === '' ? info.value.defaultFolder + info.value.separator + text.folderName : before,
      )
    })
  }, [])
  const rule = KIND_RULES[kind]
  const canBeForm = ANSWER_KINDS[kind] !== undefined
  const asForm = canBeForm && carrier === 'form'
  const rows = board?.rows ?? []
  const periods = useMemo(() => (board?.periods ?? []).toReversed(), [board])
  const usual = periods.find(({ to }) => to <= asOf) ?? periods[0]
  const chosenPeriod = periods.find(({ code }) => code === (period === '' ? usual?.code : period)) ?? usual
  const receivers: readonly (string | null)[] = isUnit ? [null] : [...units]
  const missing =
    receivers.length === 0
      ? text.missingUnits
      : folder.trim() === ''
        ? text.missingFolder
        : rule.needsPeriod && chosenPeriod === undefined
          ? text.missingPeriod
          : null

  const submit = async () => {
    const failures: string[] = []
    const files: string[] = []
    await followWork(text.job(rule.title), async ({ signal, progress }) => {
      for (const [index, unit] of receivers.entries()) {
        if (signal.aborted) return
        const name = rows.find((row) => row.unit === unit)?.name ?? unit ?? ''
        progress({ step: text.step(name), done: index, total: receivers.length })
        const file = [
          folder.replace(/[\\/]+$/, ''),
          fileNameOf(kind, unit, rule.needsPeriod ? (chosenPeriod?.code ?? null) : null, asForm),
        ].join(separator)
        const made = await call(
          'exchange.make',
          {
            kind,
            unit,
            file,
            ...(rule.needsPeriod && chosenPeriod !== undefined
              ? { period: { from: chosenPeriod.from, to: chosenPeriod.to } }
              : {}),
            ...(rule.needsPlan && plan !== '' ? { plan } : {}),
            full,
            passphrase: asForm || passphrase === '' ? null : passphrase,
          },
          `make-${Date.now()}-${index}`,
        )
        if (made.ok) files.push(made.value.file)
        else failures.push(text.failed(name, made.error.message))
      }
    })
    for (const failure of failures) notify('error', failure)
    const first = files[0]
    if (first !== undefined)
      notify('success', text.done(files.length), [
        { label: commonText.openFolder, run: () => void showInFolder(first) },
      ])
    return ok(null)
  }

  return (
    <FormDialog
      title={isUnit ? text.titleUp : text.title}
      submitLabel={text.submit}
      waiting={board === undefined}
      missing={missing}
      onClose={onClose}
      onSubmit={submit}
      width={720}
    >
      <div className="form-row">
        <ChoiceField
          label={text.kind}
          value={kind}
          onChange={(value) => setKind(kindsOf(isUnit).find((one) => one === value) ?? kind)}
          options={kindsOf(isUnit).map((one) => ({ value: one, label: KIND_RULES[one].title }))}
        />
        {rule.needsPeriod ? (
          <ChoiceField
            label={text.period}
            value={chosenPeriod?.code ?? ''}
            onChange={setPeriod}
            options={periods.map(({ code, name }) => ({ value: code, label: name }))}
          />
        ) : null}
        {rule.needsPlan ? (
          <ChoiceField
            label={text.plan}
            value={plan}
            onChange={setPlan}
            options={plans.map(({ code, name }) => ({ value: code, label: name }))}
          />
        ) : null}
      </div>
      {isUnit ? null : (
        <div role="group" aria-label={text.units}>
          <p className="dialog-note">
            {text.units}: {text.chosen(units.size)}{' '}
            <Button size="small" onClick={() => setUnits(new Set(rows.map(({ unit }) => unit)))}>
              {text.allUnits(rows.length)}
            </Button>{' '}
            <Button size="small" onClick={() => setUnits(new Set())}>
              {text.noUnits}
            </Button>
          </p>
          <div className="exchange-units">
            {rows.map((row) => (
              <Checkbox
                key={row.unit}
                size="medium"
                label={row.name}
                checked={units.has(row.unit)}
                onChange={(_, { checked }) =>
                  setUnits((before) => {
                    const next = new Set(before)
                    if (checked === true) next.add(row.unit)
                    else next.delete(row.unit)
                    return next
                  })
                }
              />
            ))}
          </div>
        </div>
      )}
      {canBeForm && !isUnit ? (
        <RadioGroup
          aria-label={text.carrier}
          layout="horizontal"
          value={carrier}
          onChange={(_, { value }) => setCarrier(value === 'form' ? 'form' : 'package')}
        >
          <Radio value="package" label={text.package} />
          <Radio value="form" label={text.form} />
        </RadioGroup>
      ) : null}
      <TextField label={text.folder} value={folder} onChange={setFolder} />
      <div>
        <Button
          size="small"
          onClick={() =>
            void chooseFolder().then((chosen) => {
              if (chosen !== null) setFolder(chosen)
            })
          }
        >
          {text.chooseFolder}
        </Button>
      </div>
      {asForm ? null : (
        <>
          <TextField label={text.passphrase} hint={text.passphraseHint} value={passphrase} onChange={setPassphrase} />
          <Checkbox label={text.full} checked={full} onChange={(_, { checked }) => setFull(checked === true)} />
        </>
      )}
    </FormDialog>
  )
}
