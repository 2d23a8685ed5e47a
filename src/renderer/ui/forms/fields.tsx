import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { formatDatePadded, formatNumber } from '#shared/domain/text/format.ts'
import { commonText } from '#renderer/text/common.ts'
import { parseCell } from '../DataGrid/cell-text.ts'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  /** What is the matter with it, shown beneath. */
  readonly error?: string | null
  readonly className?: string
}

interface ValueProps<T> extends FieldProps {
  readonly value: T
  readonly onChange: (value: T) => void
}

function Labelled({
  label,
  hint,
  required,
  error,
  className,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  return (
    <Field
      label={label}
      size="small"
      {...(className === undefined ? {} : { className })}
      {...(hint === undefined ? {} : { hint })}
      required={required ?? false}
      validationState={error ? 'error' : 'none'}
      {...(error ? { validationMessage: error } : {})}
    >
      {children as never}
    </Field>
  )
}

interface TextFieldProps extends ValueProps<string> {
  readonly placeholder?: string
  readonly lines?: number
  readonly readOnly?: boolean
}

export function TextField({ value, onChange, placeholder, lines, readOnly, ...field }: TextFieldProps) {
  const shared = { value, readOnly: readOnly ?? false, ...(placeholder === undefined ? {} : { placeholder }) }
  return (
    <Labelled {...field}>
      {lines === undefined ? (
        <Input {...shared} onChange={(_, data) => onChange(data.value)} />
      ) : (
        <Textarea {...shared} rows={lines} resize="vertical" onChange={(_, data) => onChange(data.value)} />
      )}
    </Labelled>
  )
}

export interface Option {
  readonly value: string
  readonly label: string
}

interface ChoiceFieldProps extends ValueProps<string> {
  readonly options: readonly Option[]
}

/** The system's own drop-down list: opens by keyboard, finds by typing, reads well aloud. */
export function ChoiceField({ value, onChange, options, ...field }: ChoiceFieldProps) {
  // The browser shows the first choice when none is the value: what is seen would not be what is sent.
  const isKnown = options.some((option) => option.value === value)
  return (
    <Labelled {...field}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        {isKnown ? null : (
          <option value={value} hidden>
            {commonText.choose}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Labelled>
  )
}

/** A typed value with its own text: what cannot be read stays as typed, with the reason beneath. */
function useTypedText<T extends string | number>(
  kind: 'date' | 'count',
  value: T | null,
  onChange: (value: T | null) => void,
  format: (value: T) => string,
): { text: string; error: string | null; type: (text: string) => void; leave: () => void } {
  const shown = value === null ? '' : format(value)
  const [text, setText] = useState(shown)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    setText(shown)
    setError(null)
  }, [shown])
  const read = (typed: string): { ok: true; value: T | null } | { ok: false; reason: string } =>
    parseCell({ kind }, typed) as never
  return {
    text,
    error,
    type: (typed) => {
      setText(typed)
      setError(null)
      const parsed = read(typed)
      // Half-typed dates are wrong for a moment: only a whole reading is taken, complaints wait for leaving.
      if (parsed.ok && (typed.trim() === '' || kind === 'count')) onChange(parsed.value)
    },
    leave: () => {
      const parsed = read(text)
      if (!parsed.ok) setError(parsed.reason)
      else {
        onChange(parsed.value)
        setText(parsed.value === null ? '' : format(parsed.value))
      }
    },
  }
}

interface TypedInputProps {
  readonly typed: ReturnType<typeof useTypedText>
  readonly placeholder?: string
  readonly className?: string
}

/** An input that holds back its form while what stands in it cannot be read. */
function TypedInput({ typed, placeholder, className }: TypedInputProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.setCustomValidity(typed.error ?? '')
  }, [typed.error])
  return (
    <Input
      input={{ ref: input }}
      value={typed.text}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(className === undefined ? {} : { className })}
      onChange={(_, data) => typed.type(data.value)}
      onBlur={typed.leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') typed.leave()
      }}
    />
  )
}

export function DateField({ value, onChange, error, ...field }: ValueProps<string | null>) {
  const typed = useTypedText<string>('date', value, onChange, formatDatePadded)
  return (
    <Labelled {...field} error={typed.error ?? error ?? null}>
      <TypedInput typed={typed} placeholder={commonText.dateExample} />
    </Labelled>
  )
}

export function CountField({ value, onChange, error, ...field }: ValueProps<number | null>) {
  const typed = useTypedText<number>('count', value, onChange, formatNumber)
  return (
    <Labelled {...field} error={typed.error ?? error ?? null}>
      <TypedInput typed={typed} className="number-input" />
    </Labelled>
  )
}
