import type { AppResult } from '#shared/contract/errors.ts'
import type { FileStatus, ProvinceSetup } from '#shared/contract/files.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import { callHost } from './bridge.ts'
import { runCommand } from './commands.ts'
import { queryClient, queryKey } from './query-client.ts'
import { resetSaved } from './saving.ts'
import { choosePlan, chooseAsOf, today } from './working-context.ts'

/** Another data file: nothing that was read from the one before may stay. */
function takeFile(answer: AppResult<FileStatus>): AppResult<FileStatus> {
  if (!answer.ok) return answer
  choosePlan(null)
  chooseAsOf(today())
  resetSaved(answer.value.savedAt)
  queryClient.removeQueries({ predicate: ({ queryKey: [name] }) => name !== 'file.status' })
  queryClient.setQueryData(queryKey('file.status', {}), answer.value)
  return answer
}

export async function openDataFile(file: string): Promise<AppResult<FileStatus>> {
  return takeFile(await runCommand('file.open', { file }))
}

export async function createDataFile(file: string, setup: ProvinceSetup): Promise<AppResult<FileStatus>> {
  return takeFile(await runCommand('file.create', { file, setup }))
}

/** The file of an office that has only what the province sent. */
export async function beginFromPackage(
  input: Input<'file.createFromPackage'>,
): Promise<AppResult<Output<'file.createFromPackage'>>> {
  const answer = await runCommand('file.createFromPackage', input)
  if (!answer.ok) return answer
  const { file, provinceName, isSample, savedAt } = answer.value
  takeFile({ ok: true, value: { file, provinceName, isSample, savedAt } })
  return answer
}

export async function openSample(): Promise<AppResult<FileStatus>> {
  return takeFile(await callHost('host.openSample', {}))
}
