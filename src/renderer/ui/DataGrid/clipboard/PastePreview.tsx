import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { formatNumber } from '#shared/domain/text/format.ts'
import { commonText } from '#renderer/text/common.ts'
import { clipboardText } from '#renderer/text/clipboard.ts'
import { useReturnFocus } from '../../forms/use-return-focus.ts'
import type { HeaderChoice } from './block-layout.ts'
import type { Finding } from './plan-model.ts'
import type { PendingPaste } from './paste-into.ts'
import './paste-preview.css'

interface PastePreviewProps<Row> {
  readonly paste: PendingPaste<Row>
  readonly onChoose: (choice: HeaderChoice) => void
  /** Resolves when it is written. */
  readonly onPaste: (wrong: 'mark' | 'leave') => Promise<void>
  readonly onClose: () => void
}

const COUNTS = ['written', 'added', 'refused', 'converted', 'readOnly', 'unchanged'] as const

/** What a paste would do, cell by cell where it is not plain, before anything is written. */
export function PastePreview<Row>({ paste, onChoose, onPaste, onClose }: PastePreviewProps<Row>) {
  useReturnFocus()
  const [busy, setBusy] = useState(false)
  const main = useRef<HTMLElement | null>(null)
  // Enter pastes: the hands are on the keyboard. Fluent gives the focus to the first thing in the dialog.
  useEffect(() => {
    const timer = setTimeout(() => main.current?.focus(), 0)
    return () => clearTimeout(timer)
  }, [])
  const { plan, block, header, choice } = paste
  const { counts, layout, findings } = plan
  const told = counts.refused + counts.converted + counts.readOnly
  const canWrite = counts.written > 0 || counts.added > 0
  const notes = [
    choice?.isHeader === true && choice.byTitle
      ? clipboardText.intoColumns(layout.columns.map(({ title }) => title))
      : null,
    layout.cutColumns > 0 ? clipboardText.cutColumns(layout.cutColumns) : null,
    layout.cutRows > 0 ? clipboardText.cutRows(layout.cutRows) : null,
    layout.unknownTitles.length > 0 ? clipboardText.unknownTitles(layout.unknownTitles) : null,
    layout.hiddenTitles.length > 0 ? clipboardText.hiddenTitles(layout.hiddenTitles) : null,
    block.wordsAround ? clipboardText.wordsAround : null,
    canWrite || counts.refused > 0 ? null : clipboardText.nothingChanges,
  ].filter((note) => note !== null)
  const write = (wrong: 'mark' | 'leave'): void => {
    if (busy) return
    setBusy(true)
    void onPaste(wrong)
  }
  const mainLabel =
    counts.refused > 0
      ? clipboardText.pasteRight
      : layout.added > 0
        ? clipboardText.pasteAndAdd(layout.added)
        : clipboardText.pasteAll
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open && !busy) onClose()
      }}
    >
      <DialogSurface style={{ maxWidth: '860px' }}>
        <DialogBody>
          <DialogTitle>{clipboardText.title}</DialogTitle>
          <DialogContent className="paste-preview" data-region="dialog">
            <p>{clipboardText.intro(block.cells.length, block.width)}</p>
            {header.choice === null || choice === null ? null : (
              <div className="paste-header">
                <Checkbox
                  label={clipboardText.isHeader}
                  checked={choice.isHeader}
                  onChange={(_, { checked }) => onChoose({ ...choice, isHeader: checked === true })}
                />
                {header.match === null ? null : (
                  <Checkbox
                    label={clipboardText.byTitle}
                    checked={choice.isHeader && choice.byTitle}
                    disabled={!choice.isHeader}
                    onChange={(_, { checked }) => onChoose({ ...choice, byTitle: checked === true })}
                  />
                )}
              </div>
            )}
            <dl className="paste-counts">
              {COUNTS.map((name) =>
                counts[name] === 0 && name !== 'written' ? null : (
                  <div key={name} className={name === 'refused' ? 'paste-wrong' : undefined}>
                    <dt>{clipboardText.counts[name]}</dt>
                    <dd>{formatNumber(counts[name])}</dd>
                  </div>
                ),
              )}
            </dl>
            {notes.map((note) => (
              <p key={note} className="paste-note">
                {note}
              </p>
            ))}
            {findings.length === 0 ? null : <Findings findings={findings} more={told - findings.length} />}
          </DialogContent>
          <DialogActions className="paste-actions" data-region="dialog-actions">
            <Button
              ref={(button: HTMLElement | null) => void (main.current = button)}
              appearance="primary"
              disabledFocusable={busy || !canWrite}
              onClick={() => write('leave')}
            >
              {mainLabel}
            </Button>
            {counts.refused === 0 ? null : (
              <Button disabledFocusable={busy} onClick={() => write('mark')}>
                {clipboardText.pasteMarking}
              </Button>
            )}
            <Button disabledFocusable={busy} onClick={onClose}>
              {commonText.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Findings({ findings, more }: { readonly findings: readonly Finding[]; readonly more: number }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to scroll by keys as well
    <div className="paste-findings" tabIndex={0} role="region" aria-label={clipboardText.findings}>
      <table aria-label={clipboardText.findings}>
        <thead>
          <tr>
            <th scope="col" className="paste-row">
              {clipboardText.row}
            </th>
            <th scope="col">{clipboardText.column}</th>
            <th scope="col">{clipboardText.before}</th>
            <th scope="col">{clipboardText.pasted}</th>
            <th scope="col">{clipboardText.after}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={`${finding.kind} ${finding.row} ${finding.column}`} className={`paste-${finding.kind}`}>
              <td className="paste-row">
                {finding.isNew ? clipboardText.newRow(finding.row + 1) : formatNumber(finding.row + 1)}
              </td>
              <td>{finding.title}</td>
              <td>{finding.before ?? '…'}</td>
              <td>{finding.pasted}</td>
              <td>
                <b>{finding.after ?? clipboardText.notPasted}</b> <span>{finding.reason}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className="paste-note">{clipboardText.more(more)}</p> : null}
    </div>
  )
}
