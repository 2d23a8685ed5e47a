import { z } from 'zod'
import type { PreviewDocument } from '../domain/documents/preview.ts'
import { defineCommand, defineJob, defineQuery } from './core.ts'
import { documentChoice, documentProblem, formatFinding, madeDocument } from './documents.ts'
import { filledText, isoDate, nothing, pathText, rowIdText } from './fields.ts'

/** A section's words as one text, a line a paragraph; figures are fields: "{{result:DV_MOI::TINH@ngay}}". */
const sectionText = z.string().max(60_000)
const sectionKey = filledText
const heading = z.string().max(500).nullable().default(null)
/** The pages of a document; too many parts to be worth checking piece by piece on the way out. */
export const previewDocument = z.custom<PreviewDocument>()

export const draftRow = z.object({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  plan: z.string(),
  unit: z.string(),
  /** Null: the day its type speaks of. */
  asOf: z.string().nullable(),
  rules: z.string().nullable(),
  /** Sections the clerk reworded, added or dropped. */
  changed: z.number(),
  /** The file last made from it. */
  document: z.string().nullable(),
  openedAt: z.string(),
})
export type DraftRow = z.output<typeof draftRow>

export const draftSection = z.object({
  key: z.string(),
  part: z.enum(['subject', 'addressees', 'lead', 'heading', 'article', 'closing', 'recipients', 'annex']),
  level: z.number(),
  /** Null for a part that has none. */
  heading: z.string().nullable(),
  name: z.string(),
  text: z.string(),
  /** The same with its figures filled in, for reading. */
  printed: z.string(),
  state: z.enum(['composed', 'edited', 'added', 'dropped', 'gone']),
  /** What the program writes now, where it is no longer what the clerk's words were made from. */
  newer: z.object({ heading: z.string().nullable(), text: z.string() }).nullable(),
  clash: z.boolean(),
  /** "[Dự thảo: …]" yet to be confirmed. */
  phrases: z.array(z.string()),
  /** Fields nothing stands for on this day. */
  unknown: z.array(z.string()),
  canMove: z.boolean(),
  canDrop: z.boolean(),
})
export type DraftSectionRow = z.output<typeof draftSection>

export const draftField = z.object({
  key: z.string(),
  /** As printed: "hơn 6.448". */
  text: z.string(),
  /** The figure's id, which names its source; null for a day. */
  figure: z.string().nullable(),
  /** What it is in words: "Kết quả: Đoàn viên mới, LĐLĐ tỉnh". */
  label: z.string(),
})

/** A sentence to begin from where the program must not judge: it is marked until somebody confirms it. */
export const draftPhrase = z.object({ section: z.string(), title: z.string(), text: z.string() })

/** A picture drawn from the data, which the clerk can put into a section: its lines, and what it shows. */
export const draftPicture = z.object({ id: z.string(), title: z.string(), text: z.string() })

/** A cell of a table that says something in words: a section's text may hold it, reworded, as "[ô] table | row | column | …". */
export const wordCell = z.object({
  table: z.string(),
  row: z.string(),
  column: z.string(),
  /** "LĐLĐ huyện An Lạc" and the heading over the cell. */
  rowName: z.string(),
  columnName: z.string(),
  /** As composed, figures as fields; and with them filled in. */
  text: z.string(),
  printed: z.string(),
})
export type WordCellRow = z.output<typeof wordCell>

export const draftAnswer = draftRow.extend({
  typeTitle: z.string(),
  /** The day its figures are of. */
  boundTo: z.string(),
  /** The rule set it is laid out by now, and those it may be. */
  ruleSet: z.string(),
  ruleSets: z.array(z.string()),
  fileName: z.string(),
  sections: z.array(draftSection),
  fields: z.array(draftField),
  offered: z.array(draftPhrase),
  /** Those that stand nowhere in it yet. */
  pictures: z.array(draftPicture),
  problems: z.array(documentProblem),
})
export type DraftAnswer = z.output<typeof draftAnswer>

/** One row of the data a figure was made from, with the screen that shows it. */
export const figureRow = z.object({
  kind: z.enum(['report', 'target', 'enterprise', 'union', 'unit', 'person', 'plan']),
  /** Id of the row in the data; '' where the row is a unit or a plan as such. */
  id: z.string(),
  /** Whose: "LĐLĐ huyện A", the enterprise's name. */
  name: z.string(),
  /** What it says: "Đoàn viên mới, 01/01/2024 đến 30/6/2024 (lũy kế)". */
  detail: z.string(),
  /** As printed; '' where the row is only counted. */
  text: z.string(),
  value: z.number().nullable(),
  /** The file or document it came in. */
  source: z.string().nullable(),
  screen: z.enum(['targets', 'results', 'enterprises', 'unions', 'units', 'settings', 'documents']),
  /** What that screen is to show first. */
  focus: z.string().nullable(),
})
export type FigureRow = z.output<typeof figureRow>

export const figureOrigin = z.object({
  figure: z.string(),
  text: z.string(),
  value: z.number().nullable(),
  /** What it is, in words. */
  label: z.string(),
  /** How it came about: "Tổng của 10 dòng dưới đây.", "Kết quả chia cho chỉ tiêu." */
  how: z.string(),
  rows: z.array(figureRow),
  /** Rows beyond those listed. */
  more: z.number(),
})
export type FigureOrigin = z.output<typeof figureOrigin>

const changed = z.object({ id: z.string(), section: z.string() })
const TOUCHED = ['documents', 'history'] as const

export const documentDraftsContract = {
  /** The pages of a document as it would be made now, and what stands in the way; nothing is written. */
  'documents.preview': defineQuery(
    documentChoice,
    z.object({ preview: previewDocument, problems: z.array(documentProblem) }),
  ),

  /** What stands in the way of a document, or would look wrong in it, before anything is made. */
  'documents.problems': defineQuery(
    documentChoice,
    z.object({
      type: z.string(),
      plan: z.string(),
      unit: z.string(),
      asOf: z.string(),
      /** How many of them keep the document from being made. */
      blocking: z.number(),
      problems: z.array(documentProblem),
    }),
  ),
  /**
   * Sửa giúp: writes a copy of a Word file in which figures stand as the document printed them and the look follows
   * its rules; the file itself stays. What the program cannot put right is listed.
   */
  'documents.mendFile': defineJob(
    z.object({ file: pathText, rules: z.string().nullable().default(null), out: pathText }),
    z.object({
      file: z.string(),
      /** Figures put back. */
      figures: z.number(),
      /** Departures from the rules that are gone. */
      format: z.number(),
      left: z.array(formatFinding),
      /** Figures whose sentence was reworded: for the clerk to look at. */
      leftFigures: z.number(),
    }),
    [],
  ),
  /** The rows behind one figure of a made document. */
  'documents.figureRows': defineQuery(z.object({ id: rowIdText, figure: filledText }), figureOrigin),
  /** The same for a figure of a draft as it stands now. */
  'drafts.figureRows': defineQuery(z.object({ id: rowIdText, figure: filledText }), figureOrigin),

  'drafts.list': defineQuery(nothing, z.array(draftRow)),
  /** Begins a draft of a document. */
  'drafts.open': defineCommand(documentChoice, draftRow, TOUCHED),
  /** A draft with its sections as they stand, bound to the figures of its day. */
  'drafts.get': defineQuery(z.object({ id: rowIdText }), draftAnswer),
  /** Cells of a section's tables whose words may be changed. */
  'drafts.cells': defineQuery(z.object({ id: rowIdText, section: sectionKey }), z.array(wordCell)),
  'drafts.preview': defineQuery(
    z.object({ id: rowIdText }),
    z.object({
      preview: previewDocument,
      /** Key of the draft's section by section and block of the preview's origins. */
      origins: z.array(z.array(z.string().nullable())),
    }),
  ),
  /** Rewords a section; the words it was composed with are kept beside. */
  'drafts.saveSection': defineCommand(
    z.object({ id: rowIdText, section: sectionKey, heading, text: sectionText }),
    changed,
    TOUCHED,
  ),
  'drafts.addSection': defineCommand(
    z.object({
      id: rowIdText,
      /** The section it follows; null puts it first. */
      after: sectionKey.nullable().default(null),
      heading: filledText,
      level: z.int().min(1).max(2).default(1),
      text: sectionText.default(''),
    }),
    changed,
    TOUCHED,
  ),
  /** With everything under its heading. It stays in the draft and can be brought back. */
  'drafts.dropSection': defineCommand(z.object({ id: rowIdText, section: sectionKey }), changed, TOUCHED),
  'drafts.restoreSection': defineCommand(z.object({ id: rowIdText, section: sectionKey }), changed, TOUCHED),
  /** Ends a difference: the clerk's words stay as they are, or those composed now take their place. */
  'drafts.settleSection': defineCommand(
    z.object({ id: rowIdText, section: sectionKey, take: z.enum(['mine', 'composed']) }),
    changed,
    TOUCHED,
  ),
  /** All sections in a new order. */
  'drafts.reorder': defineCommand(
    z.object({ id: rowIdText, sections: z.array(sectionKey).max(2000) }),
    z.object({ id: z.string() }),
    TOUCHED,
  ),
  /** Lấy số liệu đến ngày: every figure is bound to another day, what was changed by hand stays. */
  'drafts.rebind': defineCommand(
    z.object({ id: rowIdText, asOf: isoDate }),
    z.object({
      id: z.string(),
      asOf: z.string(),
      /** Figures that print otherwise now. */
      changedFigures: z.number(),
      /** Sections where both the program and the clerk changed the words. */
      clashes: z.array(z.string()),
    }),
    TOUCHED,
  ),
  'drafts.setRules': defineCommand(
    z.object({ id: rowIdText, rules: z.string().nullable() }),
    z.object({ id: z.string() }),
    TOUCHED,
  ),
  'drafts.remove': defineCommand(z.object({ id: rowIdText }), nothing, TOUCHED),
  /** Writes the Word file and records it with its figures, as `documents.make` does; PDF and Excel leave no record. */
  'drafts.make': defineJob(
    z.object({ id: rowIdText, out: pathText }),
    madeDocument.extend({ document: z.string().nullable() }),
    TOUCHED,
  ),
}
