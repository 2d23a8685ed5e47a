import { Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import {
  ArchiveRegular,
  DocumentAddRegular,
  FolderOpenRegular,
  FolderRegular,
  MapRegular,
  NavigationRegular,
  SaveCopyRegular,
} from '@fluentui/react-icons'
import type { FileStatus } from '#shared/contract/files.ts'
import { chooseOpen, chooseSave, runCommand, showInFolder } from '#renderer/api/commands.ts'
import { openDataFile, openSample } from '#renderer/api/data-file.ts'
import { commonText } from '#renderer/text/common.ts'
import { frameText } from '#renderer/text/frame.ts'
import { notify, notifyError } from '#renderer/ui/state/notices.ts'

interface ProvinceMenuProps {
  readonly status: FileStatus
  readonly onNewFile: () => void
}

/** Whose figures these are, and everything about the data file itself. */
export function ProvinceMenu({ status, onNewFile }: ProvinceMenuProps) {
  const name = status.provinceName ?? ''
  return (
    <Menu positioning="below-start">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="transparent" icon={<NavigationRegular />} className="top-province">
          {name}
          {status.isSample ? <span className="top-sample">{frameText.sampleMark}</span> : null}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={frameText.province}>
          <MenuItem icon={<DocumentAddRegular />} onClick={onNewFile}>
            {frameText.newFile}
          </MenuItem>
          <MenuItem icon={<FolderOpenRegular />} onClick={() => void openOther()}>
            {frameText.openFile}
          </MenuItem>
          <MenuItem icon={<MapRegular />} onClick={() => void openSampleProvince()}>
            {frameText.openSample}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<SaveCopyRegular />} onClick={() => void copyTo(name)}>
            {frameText.copyFile}
          </MenuItem>
          <MenuItem icon={<ArchiveRegular />} onClick={() => void backUp()}>
            {frameText.backUp}
          </MenuItem>
          <MenuItem
            icon={<FolderRegular />}
            onClick={() => {
              if (status.file !== null) void showInFolder(status.file)
            }}
          >
            {frameText.showFile}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

export async function openOther(): Promise<void> {
  const file = await chooseOpen('data')
  if (file === null) return
  const answer = await openDataFile(file)
  if (answer.ok) notify('success', frameText.opened(answer.value.provinceName ?? ''))
  else notifyError(answer.error)
}

export async function openSampleProvince(): Promise<void> {
  const answer = await openSample()
  if (answer.ok) notify('success', frameText.opened(answer.value.provinceName ?? ''))
  else notifyError(answer.error)
}

async function copyTo(province: string): Promise<void> {
  const file = await chooseSave('copy', frameText.copyName(province))
  if (file === null) return
  const answer = await runCommand('file.copy', { file })
  if (answer.ok) notifyFile(frameText.copied(answer.value.file), answer.value.file)
  else notifyError(answer.error)
}

async function backUp(): Promise<void> {
  const answer = await runCommand('file.backup', {})
  if (answer.ok) notifyFile(frameText.backedUp(answer.value.file), answer.value.file)
  else notifyError(answer.error)
}

function notifyFile(text: string, file: string): void {
  notify('success', text, [{ label: commonText.openFolder, run: () => void showInFolder(file) }])
}
