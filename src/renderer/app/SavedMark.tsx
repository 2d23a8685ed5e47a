import { CheckmarkCircleRegular, ErrorCircleRegular, SaveSyncRegular } from '@fluentui/react-icons'
import { useSaving, whenSaved } from '#renderer/api/saving.ts'
import { today } from '#renderer/api/working-context.ts'
import { frameText } from '#renderer/text/frame.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { useStatus } from '#renderer/ui/state/status.ts'

/** "Đã lưu 10:32", and true: the time is that of the newest write the backend called durable. */
export function SavedMark() {
  const underWay = useSaving((saving) => saving.underWay)
  const savedAt = useSaving((saving) => saving.savedAt)
  const unsaved = useStatus(({ unsaved: cells }) => sumOf(cells))
  if (unsaved > 0)
    return (
      <span className="saved saved-problem" role="status">
        <ErrorCircleRegular aria-hidden="true" />
        {frameText.unsavedCells(unsaved)}
      </span>
    )
  if (underWay > 0)
    return (
      <span className="saved" role="status">
        <SaveSyncRegular aria-hidden="true" />
        {frameText.saving}
      </span>
    )
  return (
    <span className="saved" role="status">
      <CheckmarkCircleRegular aria-hidden="true" />
      {savedAt === null ? frameText.nothingToSave : describe(savedAt)}
    </span>
  )
}

/** Ctrl+S: everything is saved already; say so once it is. */
export async function saySaved(): Promise<void> {
  await whenSaved()
  const unsaved = sumOf(useStatus.getState().unsaved)
  const { savedAt } = useSaving.getState()
  if (unsaved > 0) notify('warning', frameText.someUnsaved(unsaved))
  else notify('success', savedAt === null ? frameText.nothingToSave : frameText.allSaved(timeOf(new Date(savedAt))))
}

function sumOf(unsaved: Readonly<Record<string, number>>): number {
  return Object.values(unsaved).reduce((sum, count) => sum + count, 0)
}

function describe(savedAt: string): string {
  const at = new Date(savedAt)
  const pad = (value: number): string => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
  return day === today() ? frameText.saved(timeOf(at)) : frameText.savedOn(timeOf(at), day)
}

function timeOf(at: Date): string {
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}
