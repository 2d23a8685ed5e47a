import { Button } from '@fluentui/react-components'
import type { Output } from '#shared/contract/index.ts'
import { chooseSave, openFile } from '#renderer/api/commands.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { commonText } from '#renderer/text/common.ts'
import { documentsText } from '#renderer/text/documents.ts'
import { ReadingDialog } from '#renderer/ui/layout/ReadingDialog.tsx'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'

const text = documentsText.findings

export interface FileFindings {
  readonly title: string
  /** The file that was looked at. */
  readonly file: string
  readonly format: Output<'documents.checkFile'>['findings']
  /** Null where only the format was looked at. */
  readonly figures: Output<'documents.compareFile'>['figures'] | null
  readonly unchanged: number
}

/** Where a file departs from its rules, and from the figures it was made with: what is, what should be, what to do. */
export function FindingsDialog({
  findings,
  onClose,
}: {
  readonly findings: FileFindings
  readonly onClose: () => void
}) {
  const { title, format, figures, unchanged } = findings
  const canMend =
    format.some((finding) => finding.canMend) || (figures ?? []).some((figure) => figure.kind === 'changed')
  return (
    <ReadingDialog
      title={title}
      width={960}
      contentClass="findings"
      extra={
        canMend ? (
          <Button onClick={() => void mend(findings.file).then((done) => (done ? onClose() : undefined))}>
            {text.mend}
          </Button>
        ) : null
      }
      onClose={onClose}
    >
      {figures === null ? null : (
        <section aria-label={text.figures}>
          <h3 className="documents-title">{text.figures}</h3>
          <SimpleTable
            label={text.figures}
            rows={figures.map((row, index) => ({ ...row, key: `${row.id} ${index}` }))}
            rowKey={(row) => row.key}
            empty={text.figuresClean(unchanged)}
            columns={[
              { title: text.columns.level, width: '90px', cell: (row) => text.change[row.kind] },
              { title: text.columns.found, width: '90px', align: 'right', cell: (row) => row.found },
              { title: text.columns.expected, width: '90px', align: 'right', cell: (row) => row.expected },
              { title: text.columns.where, cell: (row) => row.where },
              { title: text.columns.fix, cell: (row) => row.fix },
            ]}
          />
        </section>
      )}
      <section aria-label={text.format}>
        {figures === null ? null : <h3 className="documents-title">{text.format}</h3>}
        <SimpleTable
          label={text.format}
          rows={format.map((row, index) => ({ ...row, key: `${row.rule} ${index}` }))}
          rowKey={(row) => row.key}
          empty={text.formatClean}
          columns={[
            { title: text.columns.level, width: '80px', cell: (row) => text.severity[row.severity] },
            { title: text.columns.rule, cell: (row) => row.title },
            { title: text.columns.found, width: '140px', cell: (row) => row.found },
            { title: text.columns.expected, width: '160px', cell: (row) => row.expected },
            { title: text.columns.where, cell: (row) => row.where },
            { title: text.columns.fix, cell: (row) => row.fix },
          ]}
        />
      </section>
    </ReadingDialog>
  )
}

/** A copy with what can be put right put right; where it goes is asked, the file itself is never written. */
async function mend(file: string): Promise<boolean> {
  const name = file.split(/[\\/]/).at(-1) ?? file
  const out = await chooseSave('document', file.slice(0, file.length - name.length) + text.mendName(name))
  if (out === null) return false
  const answer = await runJob('documents.mendFile', { file, out }, text.mendJob(name))
  if (!answer.ok) {
    notifyError(answer.error)
    return false
  }
  const { figures, format, left, leftFigures } = answer.value
  const made = answer.value.file
  notify('success', text.mended(made.split(/[\\/]/).at(-1) ?? made, figures, format, left.length + leftFigures), [
    {
      label: commonText.openInWord,
      run: () => void openFile(made).then((opened) => (opened.ok ? undefined : notifyError(opened.error))),
    },
  ])
  return true
}
