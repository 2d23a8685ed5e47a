import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { EnterpriseRow } from '#shared/contract/enterprises.ts'
import { runCommand } from '#renderer/api/commands.ts'
import { useData } from '#renderer/api/data.ts'
import { commonText } from '#renderer/text/common.ts'
import { registryText } from '#renderer/text/registry.ts'
import { useReturnFocus } from '#renderer/ui/forms/use-return-focus.ts'
import type { GridColumns } from '#renderer/ui/DataGrid/column.ts'
import { PairTable, type Pair, type PairSide } from './PairTable.tsx'

const text = registryText.reviewForm
const NONE: readonly never[] = []
const MOST = 1000

interface ReviewDialogProps {
  readonly unit: string | null
  /** Begins with the pairs of this enterprise. */
  readonly about: string | null
  /** The table's columns, so that a field reads here as it does there. */
  readonly columns: GridColumns<EnterpriseRow>
  readonly onClose: () => void
}

/**
 * Pair by pair, side by side. A judged pair leaves the list and the next one takes its place; "Để sau" goes on
 * without a word on it. By keyboard: 1, 2, 3.
 */
export function ReviewDialog({ unit, about, columns, onClose }: ReviewDialogProps) {
  useReturnFocus()
  const asked = useData('enterprises.duplicates', { unit, limit: MOST }).data
  const all = asked?.pairs ?? NONE
  const pairs = about === null ? all : all.toSorted((a, b) => Number(isAbout(b, about)) - Number(isAbout(a, about)))
  const [at, setAt] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  // What was done last: notices lie behind the dialog.
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const place = Math.min(at, Math.max(0, pairs.length - 1))
  const pair = pairs[place]
  const key = pair === undefined ? '' : `${pair.first.id} ${pair.second.id}`
  const [chosen, setChosen] = useState<{ readonly key: string; readonly sides: Readonly<Record<string, PairSide>> }>({
    key: '',
    sides: {},
  })
  const sides = chosen.key === key ? chosen.sides : {}

  const judge = async (verdict: 'same' | 'different'): Promise<void> => {
    if (pair === undefined || busy) return
    setBusy(true)
    setProblem(null)
    const answer = await runCommand('enterprises.judgePair', {
      first: pair.first.id,
      second: pair.second.id,
      verdict,
      keep: 'first',
      take: pair.differences.flatMap(({ column }) => (sides[column] === 'second' ? [column] : [])),
    })
    setBusy(false)
    if (!answer.ok) setProblem(answer.error.message)
    else setSaid(verdict === 'same' ? text.joined(answer.value.kept?.name ?? pair.first.name) : text.parted)
  }
  const later = (): void => setAt(pairs.length === 0 ? 0 : (place + 1) % pairs.length)

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key === '1') void judge('same')
      else if (event.key === '2') void judge('different')
      else if (event.key === '3') later()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose()
      }}
    >
      <DialogSurface style={{ maxWidth: '900px' }}>
        <DialogBody>
          <DialogTitle>
            {text.title}
            {pair === undefined ? '' : ` · ${text.progress(place + 1, asked?.count ?? pairs.length)}`}
          </DialogTitle>
          <DialogContent className="form" data-region="dialog">
            {pair === undefined ? (
              <p>{asked === undefined ? commonText.loading : text.none}</p>
            ) : (
              <PairTable
                pair={pair}
                columns={columns}
                sides={sides}
                onChoose={(column, side) => setChosen({ key, sides: { ...sides, [column]: side } })}
              />
            )}
            <p className="dialog-note" role="status">
              {said}
            </p>
            {problem === null ? null : (
              <MessageBar className="form-error" intent="error" layout="multiline">
                <MessageBarBody>{problem}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions data-region="dialog-actions" fluid>
            {pair === undefined ? null : (
              <>
                <Button appearance="primary" disabledFocusable={busy} onClick={() => void judge('same')}>
                  {text.sameKeys}
                </Button>
                <Button disabledFocusable={busy} onClick={() => void judge('different')}>
                  {text.different}
                </Button>
                <Button disabledFocusable={busy} onClick={later}>
                  {text.later}
                </Button>
                <Button disabledFocusable={busy || place === 0} onClick={() => setAt(place - 1)}>
                  {text.previous}
                </Button>
              </>
            )}
            <Button onClick={onClose}>{commonText.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function isAbout({ first, second }: Pair, id: string): boolean {
  return first.id === id || second.id === id
}
