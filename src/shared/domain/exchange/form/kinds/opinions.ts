import type { ContentRow } from '../../content.ts'
import type { FormTable } from '../form-book.ts'
import { changedRow, filledTable, nameOf, numberOf, textOf, type FormFacts, type FormKind } from '../form-kind.ts'

/** The draft of a unit's targets, and what the unit says to each of them. */
export const opinionsForm: FormKind = {
  answer: 'opinions',
  compose(content, facts) {
    return {
      title: `LẤY Ý KIẾN DỰ THẢO CHỈ TIÊU – ${(facts.planName ?? '').toLocaleUpperCase('vi')}`.replace(/ – $/, ''),
      steps: [
        'Ở mỗi dòng, chọn “Đồng ý” nếu thống nhất với số dự thảo.',
        'Nếu đề nghị số khác, chọn “Đề nghị khác”, ghi số đề nghị và lý do.',
      ],
      tables: [
        composeTable(
          content.head.to.name,
          draftRows(content.tables['targets'], content.tables['target_opinions']),
          facts,
        ),
      ],
      memory: {},
    }
  },
  read({ content }, filled, { idOf, day }) {
    const drafts = draftRows(content.tables['targets'], content.tables['target_opinions'])
    const byId = new Map(drafts.map((draft) => [draft.target.id, draft]))
    const rows: ContentRow[] = []
    for (const { id, changes } of filledTable(filled, 'opinions')?.rows ?? []) {
      const draft = id === null ? undefined : byId.get(id)
      if (draft === undefined) continue
      const { target, opinion } = draft
      const said: Record<string, string | number | null> = {}
      if (changes['agreed'] !== undefined) said['agreed'] = changes['agreed'] === null ? 0 : Number(changes['agreed'])
      if (changes['proposed'] !== undefined) said['proposed'] = changes['proposed']
      if (changes['note'] !== undefined) said['note'] = changes['note']
      // Another figure says by itself that the draft was not agreed to.
      if (said['agreed'] === undefined && typeof said['proposed'] === 'number') said['agreed'] = 0
      if (opinion !== undefined) rows.push(changedRow(opinion, said))
      else if (Object.keys(said).length > 0) {
        const { plan, unit, indicator, assigner, kind, version } = target.cells
        rows.push({
          id: idOf(`target_opinions ${[plan, unit, indicator, assigner, kind, version].join(' ')}`),
          title: textOf(target.cells, 'indicator'),
          cells: {
            plan: plan ?? null,
            unit: unit ?? null,
            indicator: indicator ?? null,
            assigner: assigner ?? null,
            kind: kind ?? null,
            version: version ?? null,
            drafted: numberOf(target.cells, 'value'),
            agreed: 0,
            ...said,
            given_by: content.head.to.name,
            given_on: day,
          },
        })
      }
    }
    return { tables: { target_opinions: rows }, problems: [] }
  },
}

interface Draft {
  readonly target: ContentRow
  readonly opinion: ContentRow | undefined
}

const KEY = ['plan', 'unit', 'indicator', 'assigner', 'kind', 'version'] as const

function draftRows(targets: readonly ContentRow[] = [], opinions: readonly ContentRow[] = []): readonly Draft[] {
  const keyOf = ({ cells }: ContentRow): string => KEY.map((name) => textOf(cells, name)).join('|')
  const given = new Map(opinions.map((row) => [keyOf(row), row]))
  return targets
    .filter(({ deleted, cells }) => deleted !== true && numberOf(cells, 'value') !== null)
    .map((target) => ({ target, opinion: given.get(keyOf(target)) }))
}

function composeTable(unitName: string, drafts: readonly Draft[], facts: FormFacts): FormTable {
  const units = new Set(drafts.map(({ target }) => textOf(target.cells, 'unit')))
  return {
    key: 'opinions',
    sheet: 'Ý kiến',
    title: 'Ý KIẾN ĐỐI VỚI DỰ THẢO CHỈ TIÊU',
    notes: [unitName, ...(facts.planName === null ? [] : [facts.planName])],
    columns: [
      { key: 'tt', title: 'TT', kind: 'count', isOpen: false, width: 5 },
      ...(units.size > 1 ? [{ key: 'unit', title: 'Đơn vị', kind: 'text' as const, isOpen: false, width: 28 }] : []),
      { key: 'name', title: 'Chỉ tiêu', also: ['Tên chỉ tiêu'], kind: 'text', isOpen: false, width: 40 },
      { key: 'assigner', title: 'Nơi giao', kind: 'text', isOpen: false, width: 18 },
      { key: 'label', title: 'Đơn vị tính', also: ['ĐVT'], kind: 'text', isOpen: false, width: 9 },
      { key: 'drafted', title: 'Dự thảo', also: ['Số dự thảo'], kind: 'number', isOpen: false, least: null, width: 12 },
      {
        key: 'agreed',
        title: 'Ý kiến',
        kind: 'choice',
        isOpen: true,
        choices: [
          { value: '1', label: 'Đồng ý' },
          { value: '0', label: 'Đề nghị khác' },
        ],
        width: 14,
      },
      { key: 'proposed', title: 'Đề nghị', also: ['Số đề nghị'], kind: 'number', isOpen: true, least: null, width: 12 },
      { key: 'note', title: 'Lý do', kind: 'text', isOpen: true, width: 40 },
    ],
    rows: drafts.map(({ target: { id, cells }, opinion }, index) => {
      const indicator = facts.indicators.find(({ code }) => code === textOf(cells, 'indicator'))
      return {
        id,
        cells: {
          tt: index + 1,
          unit: nameOf(facts.units, textOf(cells, 'unit')),
          name: indicator?.name ?? textOf(cells, 'indicator'),
          assigner: nameOf(facts.assigners, textOf(cells, 'assigner')),
          label: indicator?.unitLabel ?? '',
          drafted: numberOf(cells, 'value'),
          agreed: opinion === undefined ? null : textOf(opinion.cells, 'agreed') || null,
          proposed: opinion === undefined ? null : numberOf(opinion.cells, 'proposed'),
          note: opinion === undefined ? null : textOf(opinion.cells, 'note') || null,
        },
      }
    }),
    spareRows: 0,
    isDeletable: false,
    // With several units or assigners a name alone says nothing; then only the hidden id does.
    knownBy:
      new Set(drafts.map(({ target }) => textOf(target.cells, 'indicator'))).size === drafts.length ? ['name'] : [],
  }
}
