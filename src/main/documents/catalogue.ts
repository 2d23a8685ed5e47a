import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
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
  /** Who issues it decides by which rules it is laid out. */
  readonly issuedBy: 'union' | 'party' | 'state'
  /** plan = speaks of the plan's beginning (targets); day = speaks of a day inside it (results). */
  readonly speaksOf: 'plan' | 'day'
  /** What it cannot be written without. */
  readonly needs: { readonly targets: boolean; readonly unitTargets: boolean; readonly pledge: boolean; readonly signer: boolean }
  readonly compose: (facts: DocumentFacts) => OfficialDocument
}

const SIGNED = { targets: false, unitTargets: false, pledge: false, signer: true }

/** One line a type; menu, command line, register and tests read this list. */
export const documentTypes: readonly DocumentType[] = [
  { id: 'ke-hoach-nam', title: 'Kế hoạch phát triển đoàn viên, thành lập CĐCS (kèm Phụ lục giao chỉ tiêu)', issuedBy: 'union', speaksOf: 'plan', needs: { ...SIGNED, targets: true, unitTargets: true }, compose: composeKeHoachNam },
  { id: 'phu-luc-chi-tieu', title: 'Phụ lục giao chỉ tiêu cho các đơn vị', issuedBy: 'union', speaksOf: 'plan', needs: { targets: true, unitTargets: true, pledge: false, signer: false }, compose: composePhuLucChiTieu },
  { id: 'cam-ket-tinh-uy', title: 'Bản cam kết với Ban Thường vụ cấp ủy', issuedBy: 'union', speaksOf: 'plan', needs: { ...SIGNED, targets: true, pledge: true }, compose: composeCamKetTinhUy },
  { id: 'bao-cao-tien-do', title: 'Báo cáo tiến độ thực hiện chỉ tiêu', issuedBy: 'union', speaksOf: 'day', needs: SIGNED, compose: composeBaoCaoTienDo },
  { id: 'bao-cao-cam-ket', title: 'Báo cáo kết quả thực hiện cam kết', issuedBy: 'union', speaksOf: 'day', needs: { ...SIGNED, pledge: true }, compose: composeBaoCaoCamKet },
]

export function findDocumentType(id: string): DocumentType | undefined {
  return documentTypes.find((type) => type.id === id)
}
