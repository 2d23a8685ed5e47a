import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { CheckmarkRegular, CopyAddRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { PlanVersionRow } from '#shared/contract/plan-versions.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { targetVersionsText as text } from '#renderer/text/target-versions.ts'
import { ConfirmDialog } from '#renderer/ui/forms/ConfirmDialog.tsx'
import { TextField } from '#renderer/ui/forms/fields.tsx'
import { FormDialog } from '#renderer/ui/forms/FormDialog.tsx'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'
import { AdjustDialog } from './AdjustDialog.tsx'
import { lookAtVersion } from './target-view.ts'

interface VersionMenuProps {
  readonly plan: string
  readonly versions: readonly PlanVersionRow[]
  readonly shown: PlanVersionRow
}

/** "Phương án A ▾": which version is looked at, and what can be done with it. */
export function VersionMenu({ plan, versions, shown }: VersionMenuProps) {
  const [dialog, setDialog] = useState<'rename' | 'remove' | 'decision' | null>(null)
  const isDraft = shown.editable && shown.state !== 'adjusting'
  const close = (): void => setDialog(null)

  const copy = async (): Promise<void> => {
    const made = await runCommand('plans.copyVersion', { plan, version: shown.number })
    if (!made.ok) return notifyError(made.error)
    lookAtVersion(plan, made.value.number)
    notify('success', text.copied(made.value.name))
  }
  const choose = async (): Promise<void> => {
    const chosen = await runCommand('plans.chooseVersion', { plan, version: shown.number })
    if (!chosen.ok) return notifyError(chosen.error)
    notify('success', text.chosen(chosen.value.name))
  }

  return (
    <>
      <Menu
        positioning="below-start"
        checkedValues={{ version: [String(shown.number)] }}
        onCheckedValueChange={(_, { checkedItems }) => lookAtVersion(plan, Number(checkedItems[0] ?? shown.number))}
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" aria-label={text.pickerLabel(shown.name)}>
            {shown.name}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {versions.map((version) => (
              <MenuItemRadio key={version.number} name="version" value={String(version.number)}>
                {text.named(version.name, stateOf(version))}
              </MenuItemRadio>
            ))}
            {shown.editable ? <MenuDivider /> : null}
            {shown.editable ? (
              <MenuItem icon={<CopyAddRegular />} onClick={() => void copy()}>
                {text.copy}
              </MenuItem>
            ) : null}
            {isDraft && shown.state === 'draft' ? (
              <MenuItem icon={<CheckmarkRegular />} onClick={() => void choose()}>
                {text.choose}
              </MenuItem>
            ) : null}
            {shown.editable ? (
              <MenuItem icon={<EditRegular />} onClick={() => setDialog(isDraft ? 'rename' : 'decision')}>
                {isDraft ? text.rename : text.editDecision}
              </MenuItem>
            ) : null}
            {shown.editable && (shown.state === 'adjusting' || versions.length > 1) ? (
              <MenuItem icon={<DeleteRegular />} onClick={() => setDialog('remove')}>
                {isDraft ? text.remove : text.removeAdjustment}
              </MenuItem>
            ) : null}
          </MenuList>
        </MenuPopover>
      </Menu>
      {dialog === 'rename' ? <RenameDialog plan={plan} version={shown} onClose={close} /> : null}
      {dialog === 'decision' ? <AdjustDialog plan={plan} version={shown} onClose={close} /> : null}
      {dialog === 'remove' ? (
        <ConfirmDialog
          title={text.removeTitle}
          text={text.removeText(shown.name, shown.targets)}
          confirmLabel={text.removeConfirm}
          onClose={close}
          onConfirm={async () => {
            const gone = await runCommand('plans.removeVersion', { plan, version: shown.number })
            if (gone.ok) {
              lookAtVersion(plan, null)
              notify('success', text.removed(gone.value.removed))
            }
            return gone
          }}
        />
      ) : null}
    </>
  )
}

function stateOf({ state, inForce }: PlanVersionRow): string {
  return inForce && state !== 'chosen' ? text.inForce : text.states[state]
}

interface RenameDialogProps {
  readonly plan: string
  readonly version: PlanVersionRow
  readonly onClose: () => void
}

function RenameDialog({ plan, version, onClose }: RenameDialogProps) {
  const [name, setName] = useState(version.name)
  return (
    <FormDialog
      title={text.renameTitle}
      submitLabel={text.save}
      width={420}
      missing={name.trim() === '' ? text.nameMissing : null}
      onClose={onClose}
      onSubmit={() => runCommand('plans.updateVersion', { plan, version: version.number, patch: { name } })}
    >
      <TextField label={text.name} required value={name} onChange={setName} />
    </FormDialog>
  )
}
