import { z } from 'zod'
import { defineCommand, defineQuery } from './core.ts'
import { applyOutcome } from './exchange-rows.ts'
import { filledText, looseText, nothing, pathText } from './fields.ts'

export const fileStatus = z.object({
  /** Absolute path, null when no data file is open. */
  file: z.string().nullable(),
  provinceName: z.string().nullable(),
  isSample: z.boolean(),
  /** ISO time of the newest recorded operation; every accepted edit is durable at that moment. */
  savedAt: z.string().nullable(),
})
export type FileStatus = z.output<typeof fileStatus>

/** What the first start asks; an empty province is made from it. */
export const provinceSetup = z.object({
  name: filledText,
  /** "tỉnh Hải An"; taken from the name when left out. */
  area: looseText.optional(),
  place: looseText.default(''),
  /** Kind of units: which types the empty province offers first. */
  unitScheme: z.enum(['before-2025-07', 'since-2025-07']).default('since-2025-07'),
  superiorLines: z.array(looseText).default(['TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM']),
  codeSuffix: looseText.default('LĐLĐ'),
  signer: z.object({ fullName: filledText, authority: looseText, position: filledText }).nullable().default(null),
  recipients: z.array(filledText).nullable().default(null),
  userName: looseText.default(''),
})
export type ProvinceSetup = z.input<typeof provinceSetup>

export const filesContract = {
  'file.status': defineQuery(nothing, fileStatus),
  'file.create': defineCommand(z.object({ file: pathText, setup: provinceSetup }), fileStatus, ['settings', 'units']),
  /** Makes a data file with the sample province in it and opens it. */
  'file.createSample': defineCommand(z.object({ file: pathText }), fileStatus, ['settings', 'units']),
  /**
   * Makes the data file of an office that has only what the province sent: a package with its catalogues says whose
   * file it is. Taken over whole, or no file is left behind. Opens it.
   */
  'file.createFromPackage': defineCommand(
    z.object({
      file: pathText,
      sent: pathText,
      passphrase: z.string().max(500).nullable().default(null),
      userName: looseText.default(''),
    }),
    fileStatus.extend({ unit: z.string(), unitName: z.string(), site: z.string(), outcome: applyOutcome }),
    ['settings', 'units'],
  ),
  'file.open': defineCommand(z.object({ file: pathText }), fileStatus, ['settings', 'units']),
  /** Writes a checked copy of the open file to `file` and goes on with the open one. */
  'file.copy': defineCommand(z.object({ file: pathText }), z.object({ file: z.string(), bytes: z.number() }), []),
  /** The same into the backup folder beside the data file, named by time. */
  'file.backup': defineCommand(nothing, z.object({ file: z.string(), bytes: z.number() }), []),
  'file.listBackups': defineQuery(nothing, z.array(z.object({ file: z.string(), at: z.string(), bytes: z.number() }))),
}
