import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components'
import { firstStartText } from '#renderer/text/first-start.ts'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { issuerOf, type ProvinceForm } from './province-form.ts'

interface StepProps {
  readonly form: ProvinceForm
  readonly change: (patch: Partial<ProvinceForm>) => void
}

export function AgencyStep({ form, change }: StepProps) {
  return (
    <>
      <TextField
        label={firstStartText.name}
        hint={firstStartText.nameHint}
        placeholder={firstStartText.nameExample}
        required
        value={form.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={firstStartText.place}
        hint={firstStartText.placeHint}
        value={form.place}
        onChange={(place) => change({ place })}
      />
      <Field label={firstStartText.unitScheme} size="small">
        <RadioGroup
          value={form.unitScheme}
          onChange={(_, { value }) =>
            change({ unitScheme: value === 'before-2025-07' ? 'before-2025-07' : 'since-2025-07' })
          }
        >
          <Radio value="since-2025-07" label={firstStartText.schemes.since} />
          <Radio value="before-2025-07" label={firstStartText.schemes.before} />
        </RadioGroup>
      </Field>
      <TextField
        label={firstStartText.userName}
        hint={firstStartText.userNameHint}
        value={form.userName}
        onChange={(userName) => change({ userName })}
      />
    </>
  )
}

export function DocumentStep({ form, change }: StepProps) {
  return (
    <>
      <TextField
        label={firstStartText.superior}
        hint={firstStartText.superiorHint}
        lines={2}
        value={form.superior}
        onChange={(superior) => change({ superior })}
      />
      <TextField
        label={firstStartText.issuer}
        hint={firstStartText.issuerHint}
        value={issuerOf(form)}
        readOnly
        onChange={() => undefined}
      />
      <TextField
        label={firstStartText.codeSuffix}
        hint={firstStartText.codeSuffixHint}
        value={form.codeSuffix}
        onChange={(codeSuffix) => change({ codeSuffix })}
      />
      <TextField
        label={`${firstStartText.signerTitle}: ${firstStartText.signerName.toLocaleLowerCase('vi')}`}
        hint={firstStartText.signerLater}
        value={form.signerName}
        onChange={(signerName) => change({ signerName })}
      />
      <div className="form-row">
        <TextField
          label={firstStartText.signerAuthority}
          value={form.signerAuthority}
          onChange={(signerAuthority) => change({ signerAuthority })}
        />
        <TextField
          label={firstStartText.signerPosition}
          value={form.signerPosition}
          onChange={(signerPosition) => change({ signerPosition })}
        />
      </div>
    </>
  )
}

interface SavingStepProps extends StepProps {
  readonly file: string
  readonly onChooseFile: () => void
}

export function SavingStep({ form, change, file, onChooseFile }: SavingStepProps) {
  return (
    <>
      <TextField
        label={firstStartText.recipients}
        hint={firstStartText.recipientsHint}
        lines={6}
        value={form.recipients}
        onChange={(recipients) => change({ recipients })}
      />
      <TextField
        label={firstStartText.file}
        hint={firstStartText.fileHint}
        value={file}
        readOnly
        onChange={() => undefined}
      />
      <div>
        <Button size="small" onClick={onChooseFile}>
          {firstStartText.chooseFile}
        </Button>
      </div>
    </>
  )
}
