import { formatDate } from '../../../text/format.ts'
import { foldText } from '../../../text/fold.ts'
import type { ContentCells, ContentProblem, ContentRow, PackageContent } from '../../content.ts'
import type { FormColumn, FormTable, FormValue } from '../form-book.ts'
import type { FilledRow } from '../read-form.ts'
import { changedRow, filledTable, textOf, type FormFacts, type FormKind, type MakeId } from '../form-kind.ts'

/** The unit's enterprises with what the latest survey says of them, and empty lines for those it finds. */
export const surveyForm: FormKind = {
  answer: 'survey',
  compose(content, facts) {
    const asOf = content.head.notes['asOf'] ?? content.head.period?.to ?? content.head.madeAt.slice(0, 10)
    return {
      title: `BIỂU KHẢO SÁT DOANH NGHIỆP – ${content.head.to.name.toLocaleUpperCase('vi')}`,
      steps: [
        `Sửa số liệu đã thay đổi của từng doanh nghiệp, tính đến ngày ${formatDate(asOf)}.`,
        'Doanh nghiệp chưa có trong danh sách thì ghi thêm vào các dòng trống ở cuối bảng (bắt buộc có tên).',
        'Doanh nghiệp không còn trên địa bàn thì gõ chữ x vào cột “Xóa”, không xóa dòng.',
      ],
      tables: [composeTable(content, facts, asOf)],
      memory: { asOf },
    }
  },
  read({ content, memory }, filled, { idOf }) {
    return new SurveyAnswer(content, memory['asOf'] ?? content.head.madeAt.slice(0, 10), idOf).read(
      filledTable(filled, 'survey')?.rows ?? [],
      filledTable(filled, 'survey')?.sheet ?? '',
    )
  },
}

/** Cells of the registry, and those a survey says of a day. */
const REGISTRY = ['tax_code', 'name', 'address', 'industry', 'phone', 'legal_form', 'ward', 'director', 'note'] as const
const OBSERVED = ['workers', 'women', 'insured', 'has_union', 'members', 'difficulty'] as const
const NUMBERS: ReadonlySet<string> = new Set(['workers', 'women', 'insured', 'members'])
const PARTS = ['observations', 'enterprise_stages', 'enterprise_contacts', 'former_places'] as const
const SPARE_ROWS = 100

function composeTable(content: PackageContent, facts: FormFacts, asOf: string): FormTable {
  const figures = latestFigures(content)
  const rows = (content.tables['enterprises'] ?? []).filter(({ deleted }) => deleted !== true)
  const columns: FormColumn[] = [
    { key: 'tt', title: 'TT', kind: 'count', isOpen: false, width: 5 },
    { key: 'tax_code', title: 'Mã số thuế', also: ['MST'], kind: 'taxCode', isOpen: true, width: 16 },
    {
      key: 'name',
      title: 'Tên doanh nghiệp',
      also: ['Tên đơn vị', 'Doanh nghiệp'],
      kind: 'text',
      isOpen: true,
      width: 40,
    },
    {
      key: 'legal_form',
      title: 'Loại hình',
      kind: 'choice',
      isOpen: true,
      choices: facts.legalForms.map(({ code, name }) => ({ value: code, label: name })),
      width: 22,
    },
    { key: 'address', title: 'Địa chỉ', kind: 'text', isOpen: true, width: 36 },
    { key: 'ward', title: 'Xã, phường', kind: 'text', isOpen: true, width: 18 },
    { key: 'industry', title: 'Ngành nghề', kind: 'text', isOpen: true, width: 24 },
    { key: 'phone', title: 'Điện thoại', also: ['SĐT'], kind: 'text', isOpen: true, width: 14 },
    { key: 'director', title: 'Người đứng đầu', kind: 'text', isOpen: true, width: 20 },
    { key: 'workers', title: 'Lao động', also: ['Tổng lao động'], kind: 'count', isOpen: true, width: 10 },
    { key: 'women', title: 'Lao động nữ', kind: 'count', isOpen: true, width: 10 },
    { key: 'insured', title: 'Tham gia BHXH', kind: 'count', isOpen: true, width: 10 },
    {
      key: 'has_union',
      title: 'Đã có CĐCS',
      kind: 'choice',
      isOpen: true,
      choices: [
        { value: '1', label: 'Có' },
        { value: '0', label: 'Chưa' },
      ],
      width: 9,
    },
    { key: 'members', title: 'Đoàn viên', kind: 'count', isOpen: true, width: 10 },
    { key: 'difficulty', title: 'Khó khăn, vướng mắc', kind: 'text', isOpen: true, width: 30 },
    { key: 'note', title: 'Ghi chú', kind: 'text', isOpen: true, width: 24 },
  ]
  return {
    key: 'survey',
    sheet: 'Doanh nghiệp',
    title: 'DANH SÁCH DOANH NGHIỆP',
    notes: [`${content.head.to.name} – số liệu đến ngày ${formatDate(asOf)}`],
    columns,
    rows: rows.map(({ id, cells }, index) => {
      const said = figures.get(id) ?? {}
      const shown: Record<string, FormValue> = { tt: index + 1 }
      for (const name of REGISTRY) shown[name] = textOf(cells, name) || null
      for (const name of OBSERVED) shown[name] = shownFigure(name, said[name] ?? null)
      return { id, cells: shown }
    }),
    spareRows: SPARE_ROWS,
    isDeletable: true,
    knownBy: ['tax_code', 'name'],
  }
}

function shownFigure(name: string, value: string | number | null): FormValue {
  return name === 'has_union' && value !== null ? String(Number(value)) : value
}

/** Column by column what the latest observation says that says anything. */
function latestFigures(content: PackageContent): ReadonlyMap<string, ContentCells> {
  const figures = new Map<string, Record<string, string | number | null>>()
  const observations = (content.tables['observations'] ?? [])
    .filter(({ deleted }) => deleted !== true)
    .toSorted((a, b) => (textOf(a.cells, 'observed_on') < textOf(b.cells, 'observed_on') ? -1 : 1))
  for (const { cells } of observations) {
    const enterprise = textOf(cells, 'enterprise')
    const known = figures.get(enterprise) ?? {}
    figures.set(enterprise, known)
    for (const name of OBSERVED) known[name] = cells[name] ?? known[name] ?? null
  }
  return figures
}

class SurveyAnswer {
  private readonly content: PackageContent
  private readonly asOf: string
  private readonly idOf: MakeId
  private readonly enterprises: ContentRow[] = []
  /** By id: a cell may be cleared in several observations of one enterprise. */
  private readonly observations = new Map<string, ContentRow>()
  /** By table: what went with enterprises that were marked. */
  private readonly parts = new Map<string, readonly ContentRow[]>()
  private readonly problems: ContentProblem[] = []
  private readonly roundId: string
  private needsRound = false

  constructor(content: PackageContent, asOf: string, idOf: MakeId) {
    this.content = content
    this.asOf = asOf
    this.idOf = idOf
    this.roundId = idOf('survey_rounds')
  }

  read(
    rows: readonly FilledRow[],
    sheet: string,
  ): {
    readonly tables: Readonly<Record<string, readonly ContentRow[]>>
    readonly problems: readonly ContentProblem[]
  } {
    const sent = new Map((this.content.tables['enterprises'] ?? []).map((row) => [row.id, row]))
    const observed = new Map<string, ContentRow[]>()
    for (const row of this.content.tables['observations'] ?? []) {
      const id = textOf(row.cells, 'enterprise')
      observed.set(id, [...(observed.get(id) ?? []), row])
    }
    const born = new Set<string>()
    for (const row of rows) {
      const known = row.id === null ? undefined : sent.get(row.id)
      if (known === undefined) this.add(row, sheet, born)
      else if (row.isMarked) this.remove(known)
      else {
        this.enterprises.push(changedRow(known, pick(row.changes, REGISTRY)))
        this.observe(known, row.changes, observed.get(known.id) ?? [])
      }
    }
    const round: ContentRow = {
      id: this.roundId,
      title: this.content.head.to.name,
      cells: {
        name: `${this.content.head.to.name}, biểu khảo sát đến ${formatDate(this.asOf)}`,
        source: this.content.head.to.name,
        surveyed_on: this.asOf,
        frozen: 0,
      },
    }
    return {
      tables: {
        enterprises: this.enterprises,
        ...Object.fromEntries(this.parts),
        ...(this.needsRound ? { survey_rounds: [round] } : {}),
        ...(this.observations.size > 0 || this.parts.has('observations')
          ? { observations: [...this.observations.values(), ...(this.parts.get('observations') ?? [])] }
          : {}),
      },
      problems: this.problems,
    }
  }

  /** What hangs on an enterprise alone goes with it; a union that is on record keeps it. */
  private remove(enterprise: ContentRow): void {
    this.enterprises.push({ ...changedRow(enterprise, {}), deleted: true })
    for (const table of PARTS)
      for (const row of this.content.tables[table] ?? [])
        if (row.cells['enterprise'] === enterprise.id) {
          const gone = this.parts.get(table) ?? []
          this.parts.set(table, [...gone, { ...changedRow(row, {}), deleted: true }])
        }
  }

  /** A line the unit added. The same line read again gives the same enterprise. */
  private add(row: FilledRow, sheet: string, born: Set<string>): void {
    if (row.isMarked) return
    const name = row.changes['name']
    if (typeof name !== 'string') {
      const place = `${sheet}, dòng ${row.number}`
      const message = `Dòng ${row.number}: chưa có tên doanh nghiệp nên dòng này không được nhận.`
      this.problems.push({ table: 'enterprises', id: '', column: 'name', place, message })
      return
    }
    const code = row.changes['tax_code']
    const words = `enterprises ${typeof code === 'string' ? code : foldText(name)}`
    const id = this.idOf(words)
    if (born.has(id)) {
      const place = `${sheet}, dòng ${row.number}`
      const message = `Dòng ${row.number}: “${name}” đã có ở một dòng thêm phía trên nên dòng này không được nhận.`
      this.problems.push({ table: 'enterprises', id, column: 'name', place, message })
      return
    }
    born.add(id)
    const { unit } = this.content.head.to
    const cells = pick(row.changes, REGISTRY)
    this.enterprises.push({ id, title: name, cells: { ...cells, unit, source: this.content.head.to.name } })
    this.observe({ id, title: name, cells: { ...cells, unit } }, row.changes, [])
  }

  /** New figures are an observation of the form's day; a figure that is cleared is taken out where it was said. */
  private observe(
    { id: enterprise, title, cells }: ContentRow,
    changes: FilledRow['changes'],
    before: readonly ContentRow[],
  ): void {
    const said: Record<string, string | number> = {}
    for (const name of OBSERVED) {
      const value = changes[name]
      if (value === undefined) continue
      if (value !== null) said[name] = name === 'has_union' || NUMBERS.has(name) ? Number(value) : value
      else
        for (const row of before) {
          if ((row.cells[name] ?? null) === null) continue
          const earlier = this.observations.get(row.id)
          const changed = changedRow(row, { [name]: null })
          this.observations.set(
            row.id,
            earlier === undefined ? changed : { ...earlier, cells: { ...earlier.cells, [name]: null } },
          )
        }
    }
    if (Object.keys(said).length === 0) return
    this.needsRound = true
    const id = this.idOf(`observations ${enterprise}`)
    this.observations.set(id, {
      id,
      title: `${title ?? textOf(cells, 'name')}, ${formatDate(this.asOf)}`,
      cells: {
        observed_on: this.asOf,
        ...said,
        extra: '{}',
        round: this.roundId,
        enterprise,
        unit: textOf(cells, 'unit'),
      },
    })
  }
}

function pick(changes: FilledRow['changes'], names: readonly string[]): Record<string, string | number | null> {
  return Object.fromEntries(names.flatMap((name) => (changes[name] === undefined ? [] : [[name, changes[name]]])))
}
