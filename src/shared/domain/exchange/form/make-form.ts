import { formatDate } from '../../text/format.ts'
import type { ContentProblem, ContentRow, PackageContent } from '../content.ts'
import { FORM_VERSION, type FormBook, type FormTable } from './form-book.ts'
import { FORM_KINDS } from './form-kinds.ts'
import type { FormFacts, MakeId } from './form-kind.ts'
import { wordFormNote } from './form-words.ts'
import type { FilledTable, FormNote, FormReading } from './read-form.ts'

/** A form and what its answer is read with. */
export interface MadeForm {
  readonly book: FormBook
  readonly memory: Readonly<Record<string, string>>
}

/** The form of a content; null for a kind that travels as a package only. */
export function makeForm(content: PackageContent, facts: FormFacts): MadeForm | null {
  const kind = FORM_KINDS[content.head.kind]
  if (kind === undefined) return null
  const { title, steps, tables, memory } = kind.compose(content, facts)
  const { to, from, period, id } = content.head
  const line = (label: string, value: string | null): { label: string; value: string }[] =>
    value === null || value === '' ? [] : [{ label, value }]
  return {
    book: {
      stamp: {
        version: FORM_VERSION,
        kind: content.head.kind,
        unit: to.unit,
        period: facts.period?.code ?? period?.to ?? null,
        id,
      },
      office: facts.office,
      title,
      facts: [
        ...line('Đơn vị thực hiện', to.name),
        ...line('Nơi giao biểu mẫu', from.name),
        ...line('Kế hoạch', facts.planName),
        ...line('Kỳ số liệu', facts.period?.name ?? null),
        ...line('Số liệu tính đến ngày', period === null ? null : formatDate(period.to)),
        ...line('Hạn gửi', facts.dueOn === null ? null : formatDate(facts.dueOn)),
        ...line('Ngày lập biểu mẫu', formatDate(content.head.madeAt.slice(0, 10))),
      ],
      steps,
      tables,
    },
    memory,
  }
}

/** What a hidden part must hold to be read. */
export interface CarriedForm extends MadeForm {
  readonly content: PackageContent
}

export interface ReadFormInput {
  readonly sent: CarriedForm
  readonly reading: FormReading
  /** Of the answer; the same answer has the same. */
  readonly id: string
  readonly readAt: string
  readonly idOf: MakeId
}

/** The content of a form that came back: what the unit changed, laid over what was sent. */
export function contentOfForm({ sent, reading, id, readAt, idOf }: ReadFormInput): PackageContent {
  const kind = FORM_KINDS[sent.content.head.kind]
  if (kind === undefined) throw new Error(`no form of kind ${sent.content.head.kind}`)
  const { head } = sent.content
  const answer = kind.read(sent, reading.tables, { idOf, day: readAt.slice(0, 10) })
  const tables = new Map(sent.book.tables.map((table) => [table.key, table]))
  return {
    head: {
      ...head,
      id,
      kind: kind.answer,
      from: { ...head.to, site: null },
      to: head.from,
      sequence: 0,
      base: null,
      answers: head.id,
      madeAt: readAt,
      madeBy: head.to.name,
      notes: {},
    },
    tables: byTheUnit(answer.tables, head.to.name, readAt),
    missing: reading.tables.flatMap((table) => missingRows(table, tables.get(table.key))),
    problems: [...reading.notes.map(toProblem), ...answer.problems],
  }
}

/** What the unit changed is signed with its name; rows it left alone keep whom they had. */
function byTheUnit(tables: PackageContent['tables'], by: string, at: string): PackageContent['tables'] {
  const isChanged = ({ cells, base, deleted }: ContentRow): boolean =>
    base === undefined || deleted === true || Object.keys(cells).some((name) => cells[name] !== base[name])
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map((row) => (isChanged(row) ? { ...row, by, at } : row)),
    ]),
  )
}

function missingRows(filled: FilledTable, table: FormTable | undefined): PackageContent['missing'] {
  if (table === undefined) return []
  const named = table.columns.find(({ key }) => key === 'name' || key === 'title') ?? table.columns[0]
  return filled.missing.map(({ id, cells }) => ({
    table: TABLE_OF[table.key] ?? table.key,
    id,
    title: String(cells[named?.key ?? ''] ?? id),
  }))
}

/** Where the rows of a form's table stand in the data file. */
const TABLE_OF: Readonly<Record<string, string>> = {
  report: 'report_values',
  opinions: 'targets',
  commitment: 'commitments',
  survey: 'enterprises',
  questions: 'returned_cells',
}

function toProblem(note: FormNote): ContentProblem {
  const place = note.row === null ? note.sheet : `${note.sheet}!${note.column ?? ''}${note.row}`
  return { table: '', id: '', column: note.column ?? '', place, message: wordFormNote(note) }
}
