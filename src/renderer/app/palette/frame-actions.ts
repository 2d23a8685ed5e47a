import { frameText } from '#renderer/text/frame.ts'
import { historyText } from '#renderer/text/history.ts'
import { openSteps } from '#renderer/ui/state/history-view.ts'
import { redoLast, undoLast } from '../step-back.ts'
import { zoomBy, zoomReset } from '../zoom.ts'
import { openOther, openSampleProvince } from '../ProvinceMenu.tsx'

/** What the frame itself can do, on every screen. */
export function frameActions(): readonly { readonly key: string; readonly title: string; readonly run: () => void }[] {
  return [
    { key: 'frame:history', title: historyText.title, run: openSteps },
    { key: 'frame:undo', title: frameText.undoAction, run: () => void undoLast() },
    { key: 'frame:redo', title: frameText.redoAction, run: () => void redoLast() },
    { key: 'frame:open', title: frameText.openFile, run: () => void openOther() },
    { key: 'frame:sample', title: frameText.openSample, run: () => void openSampleProvince() },
    { key: 'frame:zoom-in', title: frameText.zoomIn, run: () => zoomBy(1) },
    { key: 'frame:zoom-out', title: frameText.zoomOut, run: () => zoomBy(-1) },
    { key: 'frame:zoom-reset', title: frameText.zoomReset, run: zoomReset },
  ]
}
