import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import type { AppResult } from '#shared/contract/errors.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { commonText } from '#renderer/text/common.ts'
import { enterprisesText } from '#renderer/text/enterprises.ts'
import { stepLabel } from '#renderer/text/grid.ts'
import { registryText } from '#renderer/text/registry.ts'
import type { GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { notify } from '#renderer/ui/state/notices.ts'
import { FoundUnionDialog } from '#renderer/ui/unions/FoundUnionDialog.tsx'
import type { ChosenRows } from './chosen-rows.ts'
import { ContactDialog } from './ContactDialog.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { OfficerDialog } from './OfficerDialog.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'
import { SizesDialog } from './SizesDialog.tsx'
import { StageDialog } from './StageDialog.tsx'

export type OpenDialog =
  | { readonly kind: 'import'; readonly file: string }
  | { readonly kind: 'officer' | 'stage' | 'sizes' }
  | { readonly kind: 'review'; readonly about: string | null }
  | { readonly kind: 'found' | 'contact'; readonly row: EnterpriseRow }
  | { readonly kind: 'remove'; readonly rows: readonly EnterpriseRow[] }

interface RegistryDialogsProps {
  readonly open: OpenDialog | null
  readonly rows: ChosenRows
  readonly columns: GridColumns<EnterpriseRow>
  readonly unit: string | null
  readonly onOtherFile: () => void
  readonly onClose: () => void
}

/** The one dialog that is open, if any. */
export function RegistryDialogs({ open, rows, columns, unit, onOtherFile, onClose }: RegistryDialogsProps) {
  switch (open?.kind) {
    case undefined:
      return null
    case 'import':
      return <ImportDialog file={open.file} onOtherFile={onOtherFile} onClose={onClose} />
    case 'officer':
      return <OfficerDialog rows={rows} onClose={onClose} />
    case 'stage':
      return <StageDialog rows={rows} onClose={onClose} />
    case 'sizes':
      return <SizesDialog unit={unit} onClose={onClose} />
    case 'review':
      return <ReviewDialog unit={unit} about={open.about} columns={columns} onClose={onClose} />
    case 'found':
      return (
        <FoundUnionDialog
          enterprise={{ id: open.row.id, name: open.row.name, unit: open.row.unitCode }}
          onClose={onClose}
        />
      )
    case 'contact':
      return <ContactDialog enterprise={open.row} contact={null} onClose={onClose} />
    case 'remove':
      return (
        <ConfirmDialog
          title={registryText.removing.title}
          text={registryText.removing.text(open.rows.length, open.rows[0]?.name ?? '')}
          confirmLabel={commonText.remove}
          onClose={onClose}
          onConfirm={() => removeEnterprises(open.rows)}
        />
      )
  }
}

async function removeEnterprises(rows: readonly EnterpriseRow[]): Promise<AppResult<unknown>> {
  const answer = await runCommand('enterprises.remove', {
    ids: rows.map(({ id }) => id),
    label: stepLabel('remove', { rows: rows.length, cells: 0 }, enterprisesText.title),
  })
  if (answer.ok) {
    if (answer.value.removed > 0) notify('success', registryText.removed(answer.value.removed))
    for (const { name, reason } of answer.value.kept) notify('warning', registryText.kept(name, reason))
  }
  return answer
}
