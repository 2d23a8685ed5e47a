import type { ContentCells, ContentProblem, ContentRow, PackageContent, PackageKind } from '../content.ts'
import type { FormTable } from './form-book.ts'
import type { FilledTable } from './read-form.ts'

/** What a form shows beside the content it carries: names for codes, figures nobody changes in it. */
export interface FormFacts {
  /** "LIÊN ĐOÀN LAO ĐỘNG TỈNH …": who sends the form. */
  readonly office: string
  readonly dueOn: string | null
  /** "tháng 6/2024" and its code; null for kinds without a period. */
  readonly period: { readonly code: string; readonly name: string } | null
  readonly planName: string | null
  readonly indicators: readonly FormIndicator[]
  readonly assigners: readonly CodeName[]
  readonly legalForms: readonly CodeName[]
  readonly units: readonly CodeName[]
  /** By indicator: the unit's target of the year, and what it reported before with its day. */
  readonly targets: Readonly<Record<string, number>>
  readonly earlier: Readonly<Record<string, { readonly value: number; readonly asOf: string }>>
  /** First day of the reporting year the period lies in. */
  readonly yearFrom: string | null
}

export interface CodeName {
  readonly code: string
  readonly name: string
}

export interface FormIndicator extends CodeName {
  readonly unitLabel: string
  /** False for what is computed from others: shown nowhere, asked nowhere. */
  readonly isAsked: boolean
  /** A change such as the net of members may be below zero. */
  readonly mayBeNegative: boolean
  readonly isWhole: boolean
}

/** What is asked with a form of one kind, and what its answer means. Pure; one file a kind. */
export interface FormKind {
  /** Kind of the content that comes back. */
  readonly answer: PackageKind
  readonly compose: (content: PackageContent, facts: FormFacts) => ComposedForm
  readonly read: (sent: SentForm, filled: readonly FilledTable[], given: Given) => FormAnswer
}

export interface ComposedForm {
  readonly title: string
  readonly steps: readonly string[]
  readonly tables: readonly FormTable[]
  /** What reading the answer needs to know of the facts. */
  readonly memory: Readonly<Record<string, string>>
}

export interface SentForm {
  readonly content: PackageContent
  readonly memory: Readonly<Record<string, string>>
}

export interface Given {
  readonly idOf: MakeId
  /** The day the answer is read. */
  readonly day: string
}

/** The same words give the same id, so that a file that is read twice brings no second row. */
export type MakeId = (words: string) => string

export interface FormAnswer {
  readonly tables: Readonly<Record<string, readonly ContentRow[]>>
  readonly problems: readonly ContentProblem[]
}

/** The row as it comes back: what was sent, with what the unit changed laid over it. */
export function changedRow(sent: ContentRow, changes: ContentCells): ContentRow {
  return { ...sent, cells: { ...sent.cells, ...changes }, base: sent.cells }
}

export function textOf(cells: ContentCells, name: string): string {
  const value = cells[name]
  return value === null || value === undefined ? '' : String(value)
}

export function numberOf(cells: ContentCells, name: string): number | null {
  const value = cells[name]
  return typeof value === 'number' ? value : null
}

export function nameOf(list: readonly CodeName[], code: string): string {
  return list.find((one) => one.code === code)?.name ?? code
}

export function filledTable(filled: readonly FilledTable[], key: string): FilledTable | undefined {
  return filled.find((table) => table.key === key)
}
