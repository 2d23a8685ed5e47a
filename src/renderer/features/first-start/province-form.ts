import type { ProvinceSetup } from '#shared/contract/files.ts'
import { normalizeText } from '#shared/domain/text/fold.ts'
import { describeArea } from '#shared/domain/units/area.ts'
import { firstStartText } from '#renderer/text/first-start.ts'

/** The wizard's fields as typed; lists are one entry a line. */
export interface ProvinceForm {
  readonly name: string
  readonly place: string
  readonly unitScheme: 'before-2025-07' | 'since-2025-07'
  readonly userName: string
  readonly superior: string
  readonly codeSuffix: string
  readonly signerName: string
  readonly signerAuthority: string
  readonly signerPosition: string
  readonly recipients: string
  /** Null: beside the other files of the program, under the office's name. */
  readonly file: string | null
}

export const emptyForm: ProvinceForm = {
  name: '',
  place: '',
  unitScheme: 'since-2025-07',
  userName: '',
  superior: firstStartText.superiorDefault,
  codeSuffix: firstStartText.codeSuffixDefault,
  signerName: '',
  signerAuthority: firstStartText.authorityDefault,
  signerPosition: firstStartText.positionDefault,
  recipients: '',
  file: null,
}

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => normalizeText(line))
    .filter((line) => line !== '')
}

/** The place name documents carry until the clerk writes another: that of the province. */
export function placeOf(form: ProvinceForm): string {
  const typed = normalizeText(form.place)
  return typed === '' ? describeArea(form.name).properName : typed
}

export function issuerOf(form: ProvinceForm): string {
  return normalizeText(form.name).toLocaleUpperCase('vi')
}

export function setupOf(form: ProvinceForm): ProvinceSetup {
  const recipients = linesOf(form.recipients)
  const fullName = normalizeText(form.signerName)
  return {
    name: form.name,
    place: placeOf(form),
    unitScheme: form.unitScheme,
    superiorLines: [...linesOf(form.superior)],
    codeSuffix: normalizeText(form.codeSuffix),
    signer:
      fullName === ''
        ? null
        : { fullName, authority: normalizeText(form.signerAuthority), position: normalizeText(form.signerPosition) },
    recipients: recipients.length === 0 ? null : [...recipients],
    userName: normalizeText(form.userName),
  }
}

/** A file name from the office's name, without the signs Windows refuses. */
export function fileNameOf(form: ProvinceForm): string {
  const name = normalizeText(form.name)
    .replace(/[\\/:*?"<>|]/g, ' ')
    .trim()
  return firstStartText.fileName(name === '' ? firstStartText.welcomeTitle : name)
}
