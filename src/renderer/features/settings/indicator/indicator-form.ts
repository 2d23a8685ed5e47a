import type { Input } from '#shared/contract/index.ts'
import type { IndicatorRow } from '#shared/contract/indicators.ts'
import { settingsText } from '#renderer/text/settings.ts'

const text = settingsText.indicators

/**
 * Where the number comes from, of what its kind allows:
 * reports      what units report of it
 * parts        the sum of other indicators, where a unit reports those
 * movements    what is added less what is taken off; of a level only held against it
 * quotient     one level of another
 * enterprises  counted in the frozen survey round
 */
export type FormulaSource = 'reports' | 'parts' | 'movements' | 'quotient' | 'enterprises'

/** The first is what a new one of the kind begins with. */
export const SOURCES: Readonly<Record<IndicatorRow['kind'], readonly [FormulaSource, ...FormulaSource[]]>> = {
  flow: ['reports', 'parts'],
  loss: ['reports', 'parts'],
  net: ['movements', 'reports'],
  stock: ['reports', 'movements'],
  ratio: ['quotient', 'enterprises', 'reports'],
}

/** One indicator in a formula; `code` is empty until one is chosen. */
export interface FormulaTerm {
  readonly key: string
  readonly code: string
  readonly sign: 'plus' | 'minus'
  /** Where nobody reported it, it counts as 0 instead of leaving the whole unknown. */
  readonly optional: boolean
}

/** The dialog as it is typed; what belongs to another kind or source is kept until the dialog is left. */
export interface IndicatorForm {
  readonly name: string
  readonly shortName: string
  readonly code: string
  readonly unitLabel: string
  readonly kind: IndicatorRow['kind']
  readonly source: FormulaSource
  readonly terms: readonly FormulaTerm[]
  readonly numerator: string
  readonly denominator: string
  readonly minWorkers: number | null
  readonly parent: string
  readonly nonState: boolean
  readonly cutWorkers: number | null
  readonly side: boolean
  readonly validFrom: string | null
  readonly validTo: string | null
}

export function readForm(row: IndicatorRow | null): IndicatorForm {
  return {
    name: row?.name ?? '',
    shortName: row?.shortName ?? '',
    code: row?.code ?? '',
    unitLabel: row?.unitLabel ?? '',
    kind: row?.kind ?? 'flow',
    ...readFormula(row?.formula ?? null),
    parent: row?.parent ?? '',
    nonState: row?.cut?.sector === 'non_state',
    cutWorkers: row?.cut?.minWorkers ?? null,
    side: row?.side ?? false,
    validFrom: row?.validFrom ?? null,
    validTo: row?.validTo ?? null,
  }
}

type FormulaPart = Pick<IndicatorForm, 'source' | 'terms' | 'numerator' | 'denominator' | 'minWorkers'>

function readFormula(formula: IndicatorRow['formula']): FormulaPart {
  const none: FormulaPart = { source: 'reports', terms: [], numerator: '', denominator: '', minWorkers: null }
  if (formula === null) return none
  if ('parts' in formula)
    return { ...none, source: 'parts', terms: formula.parts.map((code) => makeTerm({ code, sign: 'plus' })) }
  if ('numerator' in formula) return { ...none, source: 'quotient', ...formula }
  if ('enterprises' in formula) return { ...none, source: 'enterprises', minWorkers: formula.enterprises.minWorkers }
  const { plus, minus, optional = [] } = 'balance' in formula ? formula.balance : formula
  const termOf = (sign: FormulaTerm['sign']) => (code: string) =>
    makeTerm({ code, sign, optional: optional.includes(code) })
  return { ...none, source: 'movements', terms: [...plus.map(termOf('plus')), ...minus.map(termOf('minus'))] }
}

export function makeTerm(given: Partial<Omit<FormulaTerm, 'key'>> = {}): FormulaTerm {
  return { code: '', sign: 'plus', optional: false, ...given, key: crypto.randomUUID() }
}

/** Another kind begins with its own usual source and, where things are added up, with lines to fill in. */
export function changeKind(form: IndicatorForm, kind: IndicatorRow['kind']): IndicatorForm {
  return changeSource({ ...form, kind }, SOURCES[kind][0])
}

export function changeSource(form: IndicatorForm, source: FormulaSource): IndicatorForm {
  if (form.terms.length > 0) return { ...form, source }
  if (source === 'parts') return { ...form, source, terms: [makeTerm(), makeTerm()] }
  if (source === 'movements') return { ...form, source, terms: [makeTerm(), makeTerm({ sign: 'minus' })] }
  return { ...form, source }
}

/** What still keeps the dialog from being saved, or null. What names what is decided when it is saved. */
export function findMissing(form: IndicatorForm): string | null {
  if ([form.name, form.code, form.unitLabel].some((typed) => typed.trim() === '')) return text.missing
  switch (form.source) {
    case 'reports':
      return null
    case 'quotient':
      return form.numerator === '' || form.denominator === '' ? text.quotientMissing : null
    case 'enterprises':
      return form.minWorkers === null || form.minWorkers < 1 ? text.minWorkersMissing : null
    case 'parts':
    case 'movements':
      return form.terms.some(({ code }) => code !== '') ? null : text.termsMissing
  }
}

/** Lines nothing was chosen in are left out. */
export function writeForm(form: IndicatorForm, id: string | null): Input<'indicators.save'> {
  const cut = {
    ...(form.nonState ? { sector: 'non_state' as const } : {}),
    ...(form.cutWorkers === null || form.cutWorkers < 1 ? {} : { minWorkers: form.cutWorkers }),
  }
  return {
    id,
    code: form.code,
    name: form.name,
    ...(form.shortName.trim() === '' ? {} : { shortName: form.shortName }),
    unitLabel: form.unitLabel,
    kind: form.kind,
    formula: writeFormula(form),
    parent: form.parent === '' ? null : form.parent,
    cut: Object.keys(cut).length === 0 ? null : cut,
    side: form.side,
    validFrom: form.validFrom,
    validTo: form.validTo,
  }
}

function writeFormula(form: IndicatorForm): IndicatorRow['formula'] {
  const terms = form.terms.filter(({ code }) => code !== '')
  switch (form.source) {
    case 'reports':
      return null
    case 'quotient':
      return { numerator: form.numerator, denominator: form.denominator }
    case 'enterprises':
      return { enterprises: { minWorkers: form.minWorkers ?? 1, having: 'union' } }
    case 'parts':
      return { parts: terms.map(({ code }) => code) }
    case 'movements': {
      const codesOf = (sign: FormulaTerm['sign']): string[] =>
        terms.filter((term) => term.sign === sign).map(({ code }) => code)
      const optional = terms.filter((term) => term.optional).map(({ code }) => code)
      const net = {
        plus: codesOf('plus'),
        minus: codesOf('minus'),
        ...(optional.length === 0 ? {} : { optional }),
      }
      return form.kind === 'stock' ? { balance: net } : net
    }
  }
}

/** "ĐV mới + ĐV chuyển đến − ĐV giảm": how it is computed, by the short names of the catalogue; null: from reports. */
export function describeFormula(
  formula: IndicatorRow['formula'],
  shortNames: ReadonlyMap<string, string>,
): string | null {
  const nameOf = (code: string): string => shortNames.get(code) ?? code
  if (formula === null) return null
  if ('parts' in formula) return formula.parts.map(nameOf).join(' + ')
  if ('numerator' in formula) return `${nameOf(formula.numerator)} ÷ ${nameOf(formula.denominator)}`
  if ('enterprises' in formula) return text.ofEnterprises(formula.enterprises.minWorkers)
  if ('balance' in formula) return text.heldAgainst(describeFormula(formula.balance, shortNames) ?? '')
  const minus = formula.minus.map((code) => ` − ${nameOf(code)}`).join('')
  return `${formula.plus.map(nameOf).join(' + ')}${minus}`.trim()
}

/** "CĐCS mới: ngoài nhà nước, từ 25 lao động": whose part it is and which; empty for one that stands for itself. */
export function describePart(
  { parent, cut }: Pick<IndicatorRow, 'parent' | 'cut'>,
  shortNames: ReadonlyMap<string, string>,
): string {
  const which = [
    ...(cut?.sector === 'non_state' ? [text.cutSector] : []),
    ...(cut?.minWorkers === undefined ? [] : [text.cutSize(cut.minWorkers)]),
  ].join(', ')
  const whole = parent === null ? '' : (shortNames.get(parent) ?? parent)
  return [whole, which].filter((part) => part !== '').join(': ')
}
