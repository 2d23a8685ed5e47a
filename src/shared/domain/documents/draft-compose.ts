import { draftPhrases, type FieldBook, type Template } from './draft-fields.ts'
import { mergeLines } from './draft-merge.ts'
import { orderSections } from './draft-order.ts'
import { type DraftSection, type SectionPart, splitDocument } from './draft-sections.ts'
import type { OfficialDocument } from './tree.ts'

/** What a clerk did to one section. */
export interface SectionEdit {
  readonly key: string
  readonly part: SectionPart
  readonly level: DraftSection['level']
  readonly isAdded: boolean
  readonly isDropped: boolean
  /** His words; null where he only dropped it. */
  readonly heading: Template | null
  readonly text: string | null
  /** As it was composed when he changed it; null for a section of his own. */
  readonly baseHeading: Template | null
  readonly baseText: string | null
}

export interface DraftEdits {
  /** Keys in his order; null where he moved nothing. */
  readonly order: readonly string[] | null
  readonly sections: readonly SectionEdit[]
}

/** A section as the draft has it now. */
export interface DraftView extends DraftSection {
  /** composed = as the program writes it; gone = no longer composed for this day, but the clerk had changed it. */
  readonly state: 'composed' | 'edited' | 'added' | 'dropped' | 'gone'
  /** What the program writes now, where that is no longer what the clerk's words were made from. */
  readonly newer: { readonly heading: Template | null; readonly text: string } | null
  /** Both changed the same lines; the clerk's stand. */
  readonly clash: boolean
  /** The heading the program writes for this day; null for a section of the clerk's own, or without one. */
  readonly composedHeading: Template | null
  /** Words yet to be confirmed: "[Dự thảo: …]". */
  readonly phrases: readonly string[]
}

/** The sections of a document as composed for a day, with what the clerk did to them put over it. */
export function viewDraft(document: OfficialDocument, book: FieldBook, edits: DraftEdits): DraftView[] {
  const composed = splitDocument(document, book)
  const editOf = new Map(edits.sections.map((edit) => [edit.key, edit]))
  const known = new Set(composed.map((section) => section.key))
  const views = composed.map((section) => overlay(section, editOf.get(section.key)))
  const own = edits.sections.flatMap((edit): DraftView[] => {
    if (known.has(edit.key) || edit.text === null) return []
    if (edit.isDropped && !edit.isAdded) return []
    const state = edit.isDropped ? 'dropped' : edit.isAdded ? 'added' : 'gone'
    const { key, part, level, heading, text } = edit
    const name = heading ?? text.split('\n')[0] ?? ''
    return [
      withPhrases({
        key,
        part,
        level,
        heading,
        name,
        text,
        tables: [],
        state,
        newer: null,
        clash: false,
        composedHeading: null,
      }),
    ]
  })
  return orderSections([...views, ...own], edits.order)
}

function overlay(section: DraftSection, edit: SectionEdit | undefined): DraftView {
  const plain = { ...section, newer: null, clash: false, composedHeading: section.heading } as const
  if (edit === undefined) return withPhrases({ ...plain, state: 'composed' })
  const { text, baseText } = edit
  if (text === null || baseText === null)
    return withPhrases({ ...plain, state: edit.isDropped ? 'dropped' : 'composed' })
  const lines = mergeLines(baseText.split('\n'), text.split('\n'), section.text.split('\n'))
  const headings = mergeLines([edit.baseHeading ?? ''], [edit.heading ?? ''], [section.heading ?? ''])
  const isNewer = baseText !== section.text || (edit.baseHeading ?? '') !== (section.heading ?? '')
  const heading = section.heading === null ? null : headings.lines.join(' ')
  return withPhrases({
    ...section,
    heading,
    name: heading === null || heading === section.heading ? section.name : heading,
    text: lines.lines.join('\n'),
    state: edit.isDropped ? 'dropped' : 'edited',
    newer: isNewer ? { heading: section.heading, text: section.text } : null,
    clash: lines.clash || headings.clash,
    composedHeading: section.heading,
  })
}

function withPhrases(view: Omit<DraftView, 'phrases'>): DraftView {
  return { ...view, phrases: draftPhrases(`${view.heading ?? ''}\n${view.text}`) }
}
