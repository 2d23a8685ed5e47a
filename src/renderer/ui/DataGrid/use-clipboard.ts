import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { readCopyToken } from '#shared/domain/table/clipboard-html-write.ts'
import { clipboardText } from '#renderer/text/clipboard.ts'
import { readClipboard } from '../state/clipboard.ts'
import { notify } from '../state/notices.ts'
import { copyLoaded, copyRange } from './clipboard/copy-range.ts'
import { markCut, type CutMark } from './clipboard/cut-mark.ts'
import { drawFrame } from './clipboard/frame.ts'
import { finishPaste, planPaste, preparePaste, wantsPreview, type PendingPaste } from './clipboard/paste-into.ts'
import './clipboard/overlays.css'
import type { HeaderChoice } from './clipboard/block-layout.ts'
import type { RangeBounds } from './cell-range.ts'
import { onWritten } from './cell-writer.ts'
import type { GridHands, KeyHandler, MenuProvider } from './hands.ts'
import { jumpOf } from './pending-jump.ts'

export interface GridClipboard<Row> {
  /** Set while a paste is shown before it is done. */
  readonly pending: PendingPaste<Row> | null
  readonly choose: (choice: HeaderChoice) => void
  readonly paste: (wrong: 'mark' | 'leave') => Promise<void>
  readonly close: () => void
  /** Esc lets a copy or cut go, Enter pastes it, as in Excel; Ctrl+Shift+C and Ctrl+Shift+V. */
  readonly handleKeys: KeyHandler<Row>
  readonly menuItems: MenuProvider<Row>
}

type CopyKind = 'copy' | 'cut'

/**
 * Copy, cut and paste, by keys and by menu. The events are listened for on `document`: they go to whatever has
 * the focus, and the table knows whether that is its own.
 */
export function useClipboard<Row>(hands: RefObject<GridHands<Row> | null>): GridClipboard<Row> {
  const [pending, setPending] = useState<PendingPaste<Row> | null>(null)
  const shown = useRef(pending)
  shown.current = pending
  const marked = useRef<{
    readonly mark: CutMark | null
    readonly token: string
    readonly bounds: RangeBounds
    readonly drop: () => void
  } | null>(null)

  const dropMark = useCallback((): void => {
    marked.current?.drop()
    marked.current = null
  }, [])

  /** Frames what was copied or cut, until Esc, another copy or any writing. */
  const frame = useCallback(
    (current: GridHands<Row>, kind: CopyKind, token: string): void => {
      const bounds = current.range.bounds()
      dropMark()
      if (bounds === null) return
      const undraw = drawFrame(current, bounds, kind)
      const forget = onWritten(current.setup.api, dropMark)
      marked.current = {
        mark: kind === 'cut' ? markCut(current, bounds, token) : null,
        token,
        bounds,
        drop: () => {
          forget()
          undraw()
        },
      }
    },
    [dropMark],
  )

  const copy = useCallback(
    async (kind: CopyKind, withTitles: boolean): Promise<void> => {
      if (hands.current !== null) await jumpOf(hands.current.range)
      const current = hands.current
      const bounds = current?.range.bounds() ?? null
      if (current === null || bounds === null) return
      const token = newToken()
      frame(current, kind, token)
      if (!(await tell(copyRange(current, bounds, withTitles, token)))) dropMark()
    },
    [hands, frame, dropMark],
  )

  const pasteContent = useCallback(
    async (content: { readonly text: string; readonly html: string }, looking: boolean): Promise<void> => {
      if (hands.current !== null) await jumpOf(hands.current.range)
      const current = hands.current
      const bounds = current?.range.bounds() ?? null
      if (current === null || bounds === null || shown.current !== null) return
      const paste = await tell(preparePaste(current, bounds, content, marked.current?.mark ?? null))
      if (paste === null) return
      if (looking || wantsPreview(paste)) setPending(paste)
      else await tell(finishPaste(current, paste, 'mark', false))
    },
    [hands],
  )

  /** Enter: only what the frame stands for; another program may have copied something since. */
  const pasteFramed = useCallback(
    async (token: string): Promise<void> => {
      const content = await readClipboard()
      if (content !== null && readCopyToken(content.html) === token) await pasteContent(content, false)
      dropMark()
    },
    [pasteContent, dropMark],
  )

  const pasteFromMenu = useCallback(
    async (looking: boolean): Promise<void> => {
      const content = await readClipboard()
      if (content !== null) await pasteContent(content, looking)
    },
    [pasteContent],
  )

  useEffect(() => {
    const own = (): GridHands<Row> | null => {
      const current = hands.current
      return current === null || !current.hasFocus() || current.isEditing() ? null : current
    }
    const take = (event: ClipboardEvent, kind: CopyKind): void => {
      const current = own()
      const bounds = current?.range.bounds() ?? null
      if (current === null || bounds === null || event.clipboardData === null) return
      event.preventDefault()
      const token = newToken()
      const isJumping = jumpOf(current.range) !== null
      const copied = isJumping ? null : copyLoaded(current, bounds, false, token)
      if (copied === null) {
        // Rows have to be read first; by then the event is over.
        void copy(kind, false)
        return
      }
      event.clipboardData.setData('text/plain', copied.text)
      if (copied.html !== null) event.clipboardData.setData('text/html', copied.html)
      frame(current, kind, token)
    }
    const onCopy = (event: ClipboardEvent): void => take(event, 'copy')
    const onCut = (event: ClipboardEvent): void => take(event, 'cut')
    const onPaste = (event: ClipboardEvent): void => {
      if (own() === null || event.clipboardData === null) return
      event.preventDefault()
      const { clipboardData } = event
      void pasteContent({ text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }, false)
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCut)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCut)
      document.removeEventListener('paste', onPaste)
      dropMark()
    }
  }, [hands, copy, frame, pasteContent, dropMark])

  const choose = useCallback(
    (choice: HeaderChoice): void => {
      const current = hands.current
      const before = shown.current
      if (current === null || before === null) return
      void tell(planPaste(current, before, choice)).then((paste) => {
        if (paste !== null && shown.current !== null) setPending(paste)
      })
    },
    [hands],
  )
  const paste = useCallback(
    async (wrong: 'mark' | 'leave'): Promise<void> => {
      const current = hands.current
      const chosen = shown.current
      // The table shows how it goes on ("Đang lưu"); a dialog that stays would only be in the way.
      setPending(null)
      if (current !== null && chosen !== null) await tell(finishPaste(current, chosen, wrong, true))
    },
    [hands],
  )

  const handleKeys = useCallback(
    (event: KeyboardEvent, current: GridHands<Row>): boolean => {
      if (event.key === 'Escape' && marked.current !== null) {
        dropMark()
        return true
      }
      const key = event.key.toLowerCase()
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
      if (key === 'enter' && isPlain && marked.current !== null) {
        const { bounds, token } = marked.current
        const now = current.range.bounds()
        // On the copied cells themselves Enter goes on, as always.
        if (now === null || isWithin(now, bounds)) {
          dropMark()
          return false
        }
        event.preventDefault()
        void pasteFramed(token)
        return true
      }
      if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || (key !== 'c' && key !== 'v')) return false
      event.preventDefault()
      void (key === 'c' ? copy('copy', true) : pasteFromMenu(true))
      return true
    },
    [copy, dropMark, pasteFramed, pasteFromMenu],
  )
  const menuItems = useCallback<MenuProvider<Row>>(
    (target, bounds, current) => {
      if (target.kind === 'header' || bounds === null) return []
      const canWrite = current.setup.write !== null
      return [
        { label: clipboardText.cut, keys: 'Ctrl+X', disabled: !canWrite, run: () => void copy('cut', false) },
        { label: clipboardText.copy, keys: 'Ctrl+C', run: () => void copy('copy', false) },
        { label: clipboardText.copyWithTitles, keys: 'Ctrl+Shift+C', run: () => void copy('copy', true) },
        { label: clipboardText.paste, keys: 'Ctrl+V', disabled: !canWrite, run: () => void pasteFromMenu(false) },
        {
          label: clipboardText.pasteLooking,
          keys: 'Ctrl+Shift+V',
          disabled: !canWrite,
          run: () => void pasteFromMenu(true),
        },
      ]
    },
    [copy, pasteFromMenu],
  )
  const close = useCallback(() => setPending(null), [])
  return useMemo(
    () => ({ pending, choose, paste, close, handleKeys, menuItems }),
    [pending, choose, paste, close, handleKeys, menuItems],
  )
}

function isWithin(inner: RangeBounds, outer: RangeBounds): boolean {
  return (
    inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right
  )
}

function newToken(): string {
  return crypto.randomUUID()
}

/** The backend could not answer: said in a sentence; null then. */
async function tell<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    notify('error', clipboardText.failed)
    // A bug, not an expected failure: the window's own record of incidents shall have it.
    reportError(error)
    return null
  }
}
