import { useCallback, useState } from 'react'
import type { AppResult } from '#shared/contract/errors.ts'
import type { HostInput, HostOutput } from '#shared/contract/host.ts'
import type { Input, NamesOfKind, Output } from '#shared/contract/index.ts'
import { call, callHost } from './bridge.ts'
import { beginSaving, endSaving } from './saving.ts'

type CommandName = NamesOfKind<'command'>

/** Writes through the backend; "Đang lưu" shows until it answered. */
export async function runCommand<N extends CommandName>(name: N, input: Input<N>): Promise<AppResult<Output<N>>> {
  beginSaving()
  try {
    return await call(name, input)
  } finally {
    endSaving()
  }
}

/** What a command would refuse (with `dryRun`): nothing is written, so nothing is being saved. */
export function tryCommand<N extends CommandName>(name: N, input: Input<N>): Promise<AppResult<Output<N>>> {
  return call(name, input)
}

interface Command<N extends CommandName> {
  readonly run: (input: Input<N>) => Promise<AppResult<Output<N>>>
  readonly busy: boolean
}

/** A command for a form: `busy` while it runs, so that its button can't be pressed twice. */
export function useCommand<N extends CommandName>(name: N): Command<N> {
  const [busy, setBusy] = useState(false)
  const run = useCallback(
    async (input: Input<N>) => {
      setBusy(true)
      try {
        return await runCommand(name, input)
      } finally {
        setBusy(false)
      }
    },
    [name],
  )
  return { run, busy }
}

/** Asks for a file to read; null when the clerk changed their mind. */
export async function chooseOpen(purpose: HostInput<'host.chooseOpen'>['purpose']): Promise<string | null> {
  const answer = await callHost('host.chooseOpen', { purpose })
  return answer.ok ? answer.value.file : null
}

/** Files that came in, several at once. */
export async function chooseMany(purpose: HostInput<'host.chooseMany'>['purpose']): Promise<readonly string[]> {
  const answer = await callHost('host.chooseMany', { purpose })
  return answer.ok ? answer.value.files : []
}

export async function chooseFolder(): Promise<string | null> {
  const answer = await callHost('host.chooseFolder', {})
  return answer.ok ? answer.value.folder : null
}

export async function chooseSave(
  purpose: HostInput<'host.chooseSave'>['purpose'],
  suggested: string,
): Promise<string | null> {
  const answer = await callHost('host.chooseSave', { purpose, suggested })
  return answer.ok ? answer.value.file : null
}

export function openFile(file: string): Promise<AppResult<HostOutput<'host.openFile'>>> {
  return callHost('host.openFile', { file })
}

export function showInFolder(file: string): Promise<AppResult<HostOutput<'host.showInFolder'>>> {
  return callHost('host.showInFolder', { file })
}
