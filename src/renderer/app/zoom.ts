import { callHost } from '#renderer/api/bridge.ts'
import { frameText } from '#renderer/text/frame.ts'
import { notify } from '#renderer/ui/state/notices.ts'
import { setZoom, useDisplay, ZOOM_STEPS } from '#renderer/ui/state/display.ts'

/** The host knows the size the window began with. */
export async function readZoom(): Promise<void> {
  const answer = await callHost('host.zoom', { factor: null })
  if (answer.ok) setZoom(answer.value.factor)
}

export function zoomBy(step: 1 | -1): void {
  const { zoom } = useDisplay.getState()
  const next =
    step > 0 ? ZOOM_STEPS.find((size) => size > zoom + 0.01) : ZOOM_STEPS.findLast((size) => size < zoom - 0.01)
  if (next !== undefined) void zoomTo(next)
}

export function zoomReset(): void {
  void zoomTo(1)
}

export async function zoomTo(factor: number): Promise<void> {
  const answer = await callHost('host.zoom', { factor })
  if (!answer.ok) return
  setZoom(answer.value.factor)
  notify('info', frameText.zoomed(Math.round(answer.value.factor * 100)), [], 'zoom')
}
