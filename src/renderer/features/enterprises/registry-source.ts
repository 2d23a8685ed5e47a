import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { Output } from '#shared/contract/index.ts'
import type { TableView } from '#shared/domain/table/view.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { fetchData } from '#renderer/api/data.ts'
import { stepLabel } from '#renderer/text/grid.ts'
import { enterprisesText } from '#renderer/text/enterprises.ts'
import type { RowSource, SpanAnswer, SpanEdit, SpanOperations } from '#renderer/ui/DataGrid/grid-model.ts'
import { notifyError } from '#renderer/ui/state/notices.ts'
import { makeRegistryView, type RegistryFilters } from './registry-filters.ts'

/** Of all rows that pass the filters; every page tells them. */
export type RegistrySums = Omit<Output<'enterprises.list'>, 'rows'>
type WriteAnswer = Output<'enterprises.writeSpan'>

/** The registry by pages, `onPage` hears what each was of; what is done over rows that are not loaded is done by the backend. */
export function makeRegistrySource(
  filters: RegistryFilters,
  asOf: string,
  onPage: (table: TableView, sums: RegistrySums) => void,
): RowSource<EnterpriseRow> {
  const viewOf = (table: TableView) => makeRegistryView(filters, asOf, table)
  return {
    load: async (start, end, table) => {
      const { rows, ...sums } = await fetchData('enterprises.list', {
        ...viewOf(table),
        offset: start,
        limit: end - start,
      })
      onPage(table, sums)
      return { rows, total: sums.count }
    },
    spans: makeSpans(viewOf),
    locate: async (id, table) => (await fetchData('enterprises.locate', { view: viewOf(table), id })).row,
    valuesOf: (column, table) => fetchData('enterprises.valuesOf', { view: viewOf(table), column }),
    finder: {
      find: async (query, scope) => {
        const answer = await fetchData('enterprises.find', {
          ...query,
          view: viewOf(scope.view),
          columns: [...scope.columns],
        })
        return { total: answer.cells, places: answer.hits }
      },
      replace: async (query, by, scope, dryRun) => {
        const input = { ...query, by, view: viewOf(scope.view), columns: [...scope.columns] }
        if (dryRun) return replaced(await fetchData('enterprises.previewReplace', input))
        const preview = await fetchData('enterprises.previewReplace', input)
        const size = { rows: 0, cells: preview.written }
        const answer = await runCommand('enterprises.replace', {
          ...input,
          label: stepLabel('replace', size, enterprisesText.title),
        })
        if (answer.ok) return replaced(answer.value)
        notifyError(answer.error)
        return null
      },
    },
  }
}

function makeSpans(viewOf: (table: TableView) => ReturnType<typeof makeRegistryView>): SpanOperations {
  const spanOf = ({ view, start, end, columns }: Pick<SpanEdit, 'view' | 'start' | 'end' | 'columns'>) => ({
    view: viewOf(view),
    start,
    end,
    columns: [...columns],
  })
  const blockOf = ({ texts }: SpanEdit) => ({ texts: texts.map((row) => [...row]) })
  return {
    read: (span) => fetchData('enterprises.readSpan', spanOf(span)),
    summarize: (span) => fetchData('enterprises.summarizeSpan', spanOf(span)),
    preview: async (edit) => {
      const answer = await fetchData('enterprises.previewSpan', { ...spanOf(edit), ...blockOf(edit) })
      return { ...answered(answer), ids: answer.ids }
    },
    write: async (edit) => {
      const rows = edit.end - edit.start
      const answer = await runCommand('enterprises.writeSpan', {
        ...spanOf(edit),
        ...blockOf(edit),
        ids: edit.ids === undefined ? null : [...edit.ids],
        label: stepLabel(edit.origin, { rows, cells: rows * edit.columns.length }, enterprisesText.title),
      })
      if (answer.ok) return answered(answer.value)
      notifyError(answer.error)
      return { written: 0, unchanged: 0, readOnly: 0, refused: [], refusedCount: 0 }
    },
  }
}

function answered({ written, unchanged, readOnly, refused, refusedCount }: WriteAnswer): SpanAnswer {
  return { written, unchanged, readOnly, refused, refusedCount }
}

function replaced({ written, readOnly, refusedCount, refused, changes }: Output<'enterprises.previewReplace'>) {
  return {
    written,
    readOnly,
    refusedCount,
    changes: [
      ...changes.map(({ row, column, before, after }) => ({ row, column, before, after, reason: null })),
      ...refused.map(({ row, column, text, reason }) => ({ row, column, before: '', after: text, reason })),
    ],
  }
}
