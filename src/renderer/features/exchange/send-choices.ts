import { PACKAGE_KINDS, type PackageKind } from '#shared/domain/exchange/content.ts'
import { KIND_RULES } from '#shared/domain/exchange/kinds.ts'

/** What this side sends. A transfer names its enterprises and is made where they are listed. */
export function kindsOf(isUnit: boolean): readonly PackageKind[] {
  return PACKAGE_KINDS.filter((kind) => {
    const { sender } = KIND_RULES[kind]
    return kind !== 'transfer' && (sender === 'either' || sender === (isUnit ? 'unit' : 'province'))
  })
}

/** Words of file names: what it is, whose, of which period. */
const NAMES: Readonly<Record<PackageKind, string>> = {
  catalogue: 'Danh muc',
  'targets-draft': 'Du thao chi tieu',
  opinions: 'Y kien chi tieu',
  'targets-issued': 'Chi tieu ban hanh',
  survey: 'Doanh nghiep',
  'report-form': 'Bieu bao cao',
  report: 'Bao cao',
  commitment: 'Cam ket',
  'commitment-signed': 'Cam ket da ky',
  transfer: 'Chuyen don vi',
  handover: 'Ban giao',
  return: 'So lieu hoi lai',
}

/** Without accents: such names survive every mail program and USB stick. */
export function fileNameOf(kind: PackageKind, unit: string | null, period: string | null, isForm: boolean): string {
  return `${[NAMES[kind], unit, period].filter((part) => part !== null).join(' ')}.${isForm ? 'xlsx' : 'chitieu'}`
}
