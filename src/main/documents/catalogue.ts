import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { DocumentNeeds } from '#shared/domain/documents/problems.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { composeBaoCaoCamKet } from './types/bao-cao-cam-ket/compose.ts'
import { composeBaoCaoTienDo } from './types/bao-cao-tien-do/compose.ts'
import { composeCamKetTinhUy } from './types/cam-ket-tinh-uy/compose.ts'
import { composeKeHoachNam } from './types/ke-hoach-nam/compose.ts'
import { composePhuLucChiTieu } from './types/phu-luc-chi-tieu/compose.ts'

export interface DocumentType {
  readonly id: string
  /** As menus and the register name it. */
  readonly title: string
  /** Begins the name of its file. */
  readonly fileName: string
  /** Who issues it decides by which rules it is laid out. */
  readonly issuedBy: 'union' | 'party' | 'state'
  /** plan = speaks of the plan's beginning (targets); day = speaks of a day inside it (results). */
  readonly speaksOf: 'plan' | 'day'
  /** Carries "Kính gửi", so that the first of Nơi nhận is "Như trên". */
  readonly addressed: boolean
  readonly needs: DocumentNeeds
  readonly compose: (facts: DocumentFacts) => OfficialDocument
}

const PLAN: DocumentNeeds = {
  targets: true,
  unitTargets: 'expected',
  pledge: false,
  results: false,
  legalBases: true,
  signed: true,
}
const ANNEX: DocumentNeeds = { ...PLAN, unitTargets: 'required', legalBases: false, signed: false }
const PLEDGE: DocumentNeeds = { ...PLAN, unitTargets: 'not', pledge: true }
const REPORT: DocumentNeeds = { ...PLAN, targets: false, unitTargets: 'not', results: true, legalBases: false }

/** One line a type; menu, command line, register and tests read this list. */
// prettier-ignore
export const documentTypes: readonly DocumentType[] = [
  { id: 'ke-hoach-nam', title: 'Kế hoạch phát triển đoàn viên, thành lập CĐCS (kèm Phụ lục giao chỉ tiêu)', fileName: 'Kế hoạch', issuedBy: 'union', speaksOf: 'plan', addressed: false, needs: PLAN, compose: composeKeHoachNam },
  { id: 'phu-luc-chi-tieu', title: 'Phụ lục giao chỉ tiêu cho các đơn vị', fileName: 'Phụ lục giao chỉ tiêu', issuedBy: 'union', speaksOf: 'plan', addressed: false, needs: ANNEX, compose: composePhuLucChiTieu },
  { id: 'cam-ket-tinh-uy', title: 'Bản cam kết với Ban Thường vụ cấp ủy', fileName: 'Bản cam kết', issuedBy: 'union', speaksOf: 'plan', addressed: true, needs: PLEDGE, compose: composeCamKetTinhUy },
  { id: 'bao-cao-tien-do', title: 'Báo cáo tiến độ thực hiện chỉ tiêu', fileName: 'Báo cáo tiến độ', issuedBy: 'union', speaksOf: 'day', addressed: true, needs: REPORT, compose: composeBaoCaoTienDo },
  { id: 'bao-cao-cam-ket', title: 'Báo cáo kết quả thực hiện cam kết', fileName: 'Báo cáo kết quả thực hiện cam kết', issuedBy: 'union', speaksOf: 'day', addressed: true, needs: { ...REPORT, pledge: true }, compose: composeBaoCaoCamKet },
]

export function findDocumentType(id: string): DocumentType | undefined {
  return documentTypes.find((type) => type.id === id)
}
