import { Button, Checkbox } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { ChoiceField, CountField, type Option } from '#renderer/ui/forms/fields.tsx'
import { describeFormula, type FormulaTerm, type IndicatorForm, makeTerm, writeForm } from './indicator-form.ts'

const text = settingsText.indicators

interface FormulaFieldsProps {
  readonly form: IndicatorForm
  /** The rest of the catalogue, in its order. */
  readonly others: readonly IndicatorRow[]
  readonly onChange: (part: Partial<IndicatorForm>) => void
}

/** What an indicator is computed from: a line for each one that is added or taken off, and the formula in words. */
export function FormulaFields({ form, others, onChange }: FormulaFieldsProps) {
  if (form.source === 'reports') return null
  if (form.source === 'enterprises')
    return (
      <CountField
        label={text.minWorkers}
        hint={text.minWorkersHint}
        required
        value={form.minWorkers}
        onChange={(minWorkers) => onChange({ minWorkers })}
      />
    )
  if (form.source === 'quotient') return <QuotientFields form={form} others={others} onChange={onChange} />
  const changeTerm = (key: string, part: Partial<FormulaTerm>): void =>
    onChange({ terms: form.terms.map((term) => (term.key === key ? { ...term, ...part } : term)) })
  const signed = form.source === 'movements'
  const options = [{ value: '', label: text.chooseTerm }, ...optionsOf(others.filter(({ kind }) => kind !== 'ratio'))]
  return (
    <fieldset className="indicator-formula">
      <legend>{form.kind === 'stock' ? text.balanceTitle : text.formulaTitle}</legend>
      {form.terms.map((term, at) => (
        <div key={term.key} className="indicator-term">
          {signed ? (
            <ChoiceField
              label={text.sign}
              value={term.sign}
              onChange={(sign) => changeTerm(term.key, { sign: sign === 'minus' ? 'minus' : 'plus' })}
              options={SIGNS}
            />
          ) : null}
          <ChoiceField
            label={text.term}
            value={term.code}
            onChange={(code) => changeTerm(term.key, { code })}
            options={options}
          />
          {signed ? (
            <Checkbox
              label={text.optional}
              checked={term.optional}
              onChange={(_, { checked }) => changeTerm(term.key, { optional: checked === true })}
            />
          ) : null}
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={text.removeTerm(others.find(({ code }) => code === term.code)?.shortName ?? String(at + 1))}
            onClick={() => onChange({ terms: form.terms.filter(({ key }) => key !== term.key) })}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => onChange({ terms: [...form.terms, makeTerm({ sign: form.terms.at(-1)?.sign ?? 'plus' })] })}
        >
          {text.addTerm}
        </Button>
      </div>
      <FormulaInWords form={form} others={others} />
    </fieldset>
  )
}

const SIGNS: readonly Option[] = [
  { value: 'plus', label: text.signs.plus },
  { value: 'minus', label: text.signs.minus },
]

function QuotientFields({ form, others, onChange }: FormulaFieldsProps) {
  const stocks = [
    { value: '', label: text.chooseTerm },
    ...optionsOf(
      // What was chosen before stays among the choices, whatever it counts.
      others.filter(({ kind, code }) => kind === 'stock' || code === form.numerator || code === form.denominator),
    ),
  ]
  return (
    <div className="form-row">
      <ChoiceField
        label={text.numerator}
        required
        value={form.numerator}
        onChange={(numerator) => onChange({ numerator })}
        options={stocks}
      />
      <ChoiceField
        label={text.denominator}
        required
        value={form.denominator}
        onChange={(denominator) => onChange({ denominator })}
        options={stocks}
      />
    </div>
  )
}

function FormulaInWords({ form, others }: Pick<FormulaFieldsProps, 'form' | 'others'>) {
  const formula = writeForm(form, null).formula ?? null
  const words = describeFormula(formula, shortNamesOf(others))
  if (words === null || words === '') return null
  const own = form.shortName.trim() === '' ? form.name.trim() : form.shortName.trim()
  return <p className="indicator-words">{own === '' ? words : text.equals(own, words)}</p>
}

export function shortNamesOf(rows: readonly IndicatorRow[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ code, shortName }) => [code, shortName]))
}

/** By short name, as the columns of every table; the code beside it where two are called the same. */
export function optionsOf(rows: readonly IndicatorRow[]): readonly Option[] {
  const times = new Map<string, number>()
  for (const { shortName } of rows) times.set(shortName, (times.get(shortName) ?? 0) + 1)
  return rows.map(({ code, shortName }) => ({
    value: code,
    label: times.get(shortName) === 1 ? shortName : `${shortName} (${code})`,
  }))
}
