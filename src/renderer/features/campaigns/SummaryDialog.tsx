import type { CampaignReport } from '#shared/contract/campaigns.ts'
import { ok } from '#shared/kit/result.ts'
import { chooseSave, openFile } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { campaignsText } from '#renderer/text/campaigns.ts'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'

const text = campaignsText

interface SummaryDialogProps {
  readonly report: CampaignReport
  readonly onClose: () => void
}

/** What the report will say, and the Word document made of it. */
export function SummaryDialog({ report, onClose }: SummaryDialogProps) {
  const { code: plan, asOf, document: type } = report
  const check = useData('documents.check', { type, plan, asOf }).data
  return (
    <FormDialog
      title={text.report.title(text.summary[report.verdict], report.name)}
      submitLabel={text.report.submit}
      waiting={check === undefined}
      width={760}
      onClose={onClose}
      onSubmit={async () => {
        const out = await chooseSave('document', check?.fileName ?? '')
        // The clerk changed their mind about the file, not about the report.
        if (out === null) return ok(null)
        const made = await runJob('documents.make', { type, plan, asOf, out }, text.report.job)
        if (made.ok) {
          notify('success', text.report.made(out))
          await openFile(out)
        }
        return made
      }}
    >
      <p className="dialog-note">{text.report.lead}</p>
      <ul className="campaign-sentences">
        {report.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {report.silent.length === 0 ? null : (
          <li>{text.report.silent(report.silent.map(({ name }) => name).join(', '))}</li>
        )}
      </ul>
    </FormDialog>
  )
}
