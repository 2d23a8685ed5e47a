import { Button } from '@fluentui/react-components'
import { ArchiveRegular, FolderRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useData, fetchData } from '#renderer/api/data.ts'
import { showInFolder, useCommand } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { describeMoment } from '#renderer/ui/describe-moment.ts'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'

const text = settingsText.backups

export function BackupsSection() {
  const client = useQueryClient()
  const status = useData('file.status', {}).data
  const backups = useData('file.listBackups', {}).data ?? []
  const backUp = useCommand('file.backup')
  const make = async (): Promise<void> => {
    const answer = await backUp.run({})
    await client.invalidateQueries({ queryKey: ['file.listBackups'] })
    if (answer.ok) notify('success', text.done(answer.value.file))
    else notifyError(answer.error)
  }
  const verify = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['file.verify'] })
    const report = await fetchData('file.verify', {})
    const broken = report.checks.filter((check) => !check.ok).map((check) => check.message)
    if (report.ok) notify('success', text.verified)
    else notify('error', text.broken(broken.join('; ')))
  }
  return (
    <>
      <p className="settings-intro">{text.intro}</p>
      <p className="settings-intro">
        {text.file}: {status?.file ?? ''}
      </p>
      <div className="settings-actions">
        <Button
          appearance="primary"
          icon={<ArchiveRegular />}
          disabledFocusable={backUp.busy}
          onClick={() => void make()}
        >
          {text.make}
        </Button>
        <Button icon={<ShieldCheckmarkRegular />} onClick={() => void verify()}>
          {text.verify}
        </Button>
        <Button
          icon={<FolderRegular />}
          onClick={() => {
            const file = backups[0]?.file ?? status?.file
            if (file !== undefined && file !== null) void showInFolder(file)
          }}
        >
          {commonText.openFolder}
        </Button>
      </div>
      <SimpleTable
        label={settingsText.sections.backups}
        rows={backups}
        rowKey={(row) => row.file}
        empty={text.empty}
        columns={[
          { title: text.name, cell: (row) => row.file.split(/[\\/]/).at(-1) },
          { title: text.made, cell: (row) => describeMoment(row.at), width: '160px' },
          { title: text.size, cell: (row) => text.kilobytes(row.bytes), align: 'right', width: '120px' },
        ]}
      />
    </>
  )
}
