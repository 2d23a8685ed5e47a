import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '#shared/contract/errors.ts'
import type { ApplyOutcome, PackagePreview } from '#shared/contract/exchange-rows.ts'
import { runOwnJob, stopOwnJobs, useOwnJobs, type RunningJob } from '#renderer/api/jobs.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import type { Selector } from './selectors.ts'

const text = exchangeText.receiveDialog

export interface Decision extends Selector {
  readonly choice: 'ours' | 'theirs' | 'leave'
}

/** One file on its way in. */
export interface ReceivedFile {
  readonly file: string
  readonly preview: PackagePreview | null
  readonly error: AppError | null
  readonly passphrase: string | null
  /** Compared although an earlier file is missing. */
  readonly review: boolean
  readonly rejected: readonly Selector[]
  readonly decided: readonly Decision[]
}

export interface Receiving {
  readonly files: readonly ReceivedFile[]
  readonly change: (file: string, patch: Partial<ReceivedFile>) => void
  /** Reads a file again, with a passphrase or as a review. */
  readonly reread: (file: string, patch: Partial<ReceivedFile>) => void
  readonly apply: () => Promise<void>
  readonly outcomes: readonly ApplyOutcome[] | null
  readonly refusal: string | null
  readonly job: RunningJob | null
  readonly isWriting: boolean
}

/** Reads files one after another, keeps what the clerk decided of each, and takes them over. */
export function useReceived(names: readonly string[]): Receiving {
  const [files, setFiles] = useState<readonly ReceivedFile[]>(() =>
    names.map((file) => ({
      file,
      preview: null,
      error: null,
      passphrase: null,
      review: false,
      rejected: [],
      decided: [],
    })),
  )
  const [outcomes, setOutcomes] = useState<readonly ApplyOutcome[] | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isWriting, setWriting] = useState(false)
  const { job, isOpen } = useOwnJobs()

  const change = useCallback((file: string, patch: Partial<ReceivedFile>) => {
    setFiles((before) => before.map((one) => (one.file === file ? { ...one, ...patch } : one)))
  }, [])
  const read = useCallback(
    async (file: string, passphrase: string | null, review: boolean) => {
      const answer = await runOwnJob('exchange.read', { file, passphrase, review }, text.readJob)
      if (!isOpen()) return
      change(file, answer.ok ? { preview: answer.value, error: null } : { preview: null, error: answer.error })
    },
    [change, isOpen],
  )
  useEffect(() => {
    let stopped = false
    void (async () => {
      for (const file of names) {
        if (stopped) return
        await read(file, null, false)
      }
    })()
    return () => {
      stopped = true
      stopOwnJobs()
    }
  }, [names, read])

  const apply = useCallback(async () => {
    setRefusal(null)
    setWriting(true)
    const said: ApplyOutcome[] = []
    for (const group of groupFiles(files)) {
      const answer = await runOwnJob('exchange.apply', group, text.applyJob)
      if (!isOpen()) return
      if (answer.ok) said.push(...answer.value.files)
      else {
        setRefusal(answer.error.message)
        break
      }
    }
    setWriting(false)
    if (said.length > 0) setOutcomes(said)
  }, [files, isOpen])

  return {
    files,
    change,
    reread: (file, patch) => {
      change(file, { ...patch, preview: null, error: null })
      const known = files.find((one) => one.file === file)
      void read(file, patch.passphrase ?? known?.passphrase ?? null, patch.review ?? known?.review ?? false)
    },
    apply,
    outcomes,
    refusal,
    job,
    isWriting,
  }
}

interface ApplyInput {
  readonly files: string[]
  readonly clashes: 'leave'
  readonly reject: Selector[]
  readonly decide: Decision[]
  readonly passphrase: string | null
  readonly review: boolean
}

/** Files nothing was decided about go together; each other one by itself, for its decisions mean it alone. */
function groupFiles(files: readonly ReceivedFile[]): readonly ApplyInput[] {
  const taken = files.filter(
    ({ preview, rejected }) =>
      preview !== null && !rejected.some(({ table, row, column }) => table === null && row === null && column === null),
  )
  const isPlain = ({ rejected, decided, passphrase, review }: ReceivedFile): boolean =>
    rejected.length === 0 && decided.length === 0 && passphrase === null && !review
  const plain = taken.filter(isPlain).map(({ file }) => file)
  const groups: ApplyInput[] =
    plain.length === 0
      ? []
      : [{ files: plain, clashes: 'leave', reject: [], decide: [], passphrase: null, review: false }]
  for (const { file, rejected, decided, passphrase, review } of taken.filter((one) => !isPlain(one)))
    groups.push({ files: [file], clashes: 'leave', reject: [...rejected], decide: [...decided], passphrase, review })
  return groups
}
