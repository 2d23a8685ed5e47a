import fs from 'node:fs'
import path from 'node:path'
import { fail, type AppResult } from '#shared/contract/errors.ts'
import { ok } from '#shared/kit/result.ts'
import type { Backend } from '../../../backend.ts'
import type { Command, CommandEnvironment, CommandOutput } from '../command.ts'
import { readDemoScript } from '../demo/demo-script.ts'
import { allocateAll, importFile, makeDocuments, makeSample, setTargets, typeResults } from '../demo/demo-steps.ts'
import * as text from '../text/demo.ts'

const DEFAULT_FOLDER = 'ket-qua'
const DATA_FILE = 'tỉnh mẫu.chitieu-db'

export const demoCommand: Command = {
  name: ['demo'],
  usage: '[--out THƯ MỤC]',
  summary: 'Làm trọn việc chính trên tỉnh mẫu, không cần cửa sổ; kết quả ở ket-qua/',
  options: { values: ['out'] },
  db: 'none',
  async run(backend, args, environment) {
    const folder = path.resolve(args.value('out') ?? DEFAULT_FOLDER)
    const made = makeFolder(folder)
    return made.ok ? runDemo(backend, folder, environment) : made
  },
}

/** Only what the demo writes is written over; anything else in the folder stays. */
function makeFolder(folder: string): AppResult<null> {
  try {
    fs.mkdirSync(folder, { recursive: true })
    return ok(null)
  } catch {
    return fail('FOLDER_READ_ONLY', { folder })
  }
}

async function runDemo(
  backend: Backend,
  folder: string,
  { resources, print }: CommandEnvironment,
): Promise<AppResult<CommandOutput>> {
  const started = Date.now()
  const script = readDemoScript(resources)
  let step = 0
  const begin = (title: keyof typeof text.STEP_TITLES): void => print(text.stepTitle(++step, text.STEP_TITLES[title]))

  begin('sample')
  const dataFile = path.join(folder, DATA_FILE)
  const name = await makeSample(backend, dataFile)
  if (!name.ok) return name
  const units = await backend.call('units.list', { asOf: script.asOf })
  if (!units.ok) return units
  const root = units.value[0]?.code ?? ''
  const registry = await backend.call('enterprises.list', { limit: 1 })
  if (!registry.ok) return registry
  print(text.tellSample(name.value, dataFile, units.value.length, registry.value.count))

  begin('import')
  const imports = []
  for (const file of script.files) {
    const imported = await importFile(backend, script, file)
    if (!imported.ok) return imported
    print(text.tellImport(imported.value.before, imported.value.after))
    imports.push(imported.value.after)
  }

  begin('targets')
  const written = await setTargets(backend, script, root)
  if (!written.ok) return written
  print(text.tellTargets(written.value, script.plan))

  begin('allocate')
  const allocations = await allocateAll(backend, script)
  if (!allocations.ok) return allocations
  for (const allocation of allocations.value) print(text.tellAllocation(allocation))
  const [first] = allocations.value
  if (first === undefined) throw new Error('the demo allocates nothing')
  print(`\n${text.tellReasons(first)}`)

  begin('results')
  const results = await typeResults(backend, script)
  if (!results.ok) return results
  print(text.tellResults(results.value, script.asOf))

  begin('progress')
  const progress = await backend.call('progress.get', { plan: script.plan, asOf: script.asOf })
  if (!progress.ok) return progress
  const assigner = progress.value.rows.find((row) => row.assigner === first.assigner)?.assignerCode ?? ''
  print(text.tellProgress(progress.value, root, first.indicator, assigner))

  begin('documents')
  const documents = await makeDocuments(backend, script, folder)
  if (!documents.ok) return documents
  for (const document of documents.value) print(text.tellDocument(document))

  begin('verify')
  const verified = await backend.call('file.verify', {})
  if (!verified.ok) return verified
  print(verified.value.checks.map((check) => check.message).join('\n'))

  return ok({
    value: {
      folder,
      dataFile,
      imports,
      targets: written.value,
      allocations: allocations.value,
      results: results.value,
      progress: progress.value,
      documents: documents.value,
      verified: verified.value,
    },
    text: text.tellEnd(folder, documents.value.length, (Date.now() - started) / 1000),
    exitCode: verified.value.ok ? 0 : 1,
  })
}
