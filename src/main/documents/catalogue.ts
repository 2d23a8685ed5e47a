import type { DocumentFacts } from '#shared/domain/documents/facts.ts'
import type { DocumentNeeds, DocumentProblem } from '#shared/domain/documents/problems.ts'
import type { OfficialDocument } from '#shared/domain/documents/tree.ts'
import { composeBaoCaoCamKet } from './types/bao-cao-cam-ket/compose.ts'
import { composeBaoCaoNhanh } from './types/bao-cao-nhanh/compose.ts'
import { composeBaoCaoTienDo } from './types/bao-cao-tien-do/compose.ts'
import { composeCamKetTinhUy } from './types/cam-ket-tinh-uy/compose.ts'
import { composeKeHoachNam } from './types/ke-hoach-nam/compose.ts'
import { composePhuLucChiTieu } from './types/phu-luc-chi-tieu/compose.ts'
import { findCommendationProblems } from './pieces/commendation.ts'
import { composeKeHoachGiaiDoan } from './types/ke-hoach-giai-doan/compose.ts'
import { composeCamKetDonVi } from './types/cam-ket-don-vi/compose.ts'
import { composeBaoCaoDinhKy } from './types/bao-cao-dinh-ky/compose.ts'
import { composeCongVanDonDoc } from './types/cong-van-don-doc/compose.ts'
import { composeKeHoachPhatDong } from './types/ke-hoach-phat-dong/compose.ts'
import { composeBaoCaoSoKet } from './types/bao-cao-so-ket/compose.ts'
import { composeToTrinhKhenThuong } from './types/to-trinh-khen-thuong/compose.ts'
import { composeQuyetDinhKhenThuong } from './types/quyet-dinh-khen-thuong/compose.ts'
import { findDifficultyProblems, findReachProblems } from './pieces/enterprise-lists.ts'
import { findCommitteeProblems } from './pieces/committee.ts'
import { composePhuLucDoanhNghiep } from './types/phu-luc-doanh-nghiep/compose.ts'
import { composeKeHoachDoanhNghiepKhoKhan } from './types/ke-hoach-doanh-nghiep-kho-khan/compose.ts'
import { composeBaoCaoDoanhNghiepKhoKhan } from './types/bao-cao-doanh-nghiep-kho-khan/compose.ts'
import { composeThongBaoPhanCong, findAssignmentProblems } from './types/thong-bao-phan-cong/compose.ts'
import { composeQuyetDinhBanChiDao } from './types/quyet-dinh-ban-chi-dao/compose.ts'
import { composeToTrinhBanChiDao } from './types/to-trinh-ban-chi-dao/compose.ts'
import { composeQuyetDinhCongNhanCdcs } from './types/quyet-dinh-cong-nhan-cdcs/compose.ts'
import { findUnionProblems } from './types/quyet-dinh-cong-nhan-cdcs/problems.ts'

export interface DocumentType {
  readonly id: string
  /** Code of its type in its number, within which numbers count on; '' for letters, which have none. */
  readonly series: string
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
  /** The kind of plan it speaks of when none is named; left out: the year. */
  readonly planKind?: 'term' | 'campaign'
  /** The body that founds the committee it speaks of decides it, on the union's draft. */
  readonly foundedByOthers?: boolean
  /** A unit below the province issues it. */
  readonly ofUnit?: boolean
  /** Rows it lists beside figures. */
  readonly lists?: 'enterprises' | 'people' | 'union'
  /** Speaks of a reporting period as well as of the whole year up to its day. */
  readonly periodic?: boolean
  /** Shows how results grew, so that their curves are read. */
  readonly growth?: boolean
  /** Tells what came of each phase of a campaign, and who its ranking leaves out. */
  readonly phases?: boolean
  /** In a batch each unit is handed its own rows of the province's document, not a document of its own. */
  readonly extracts?: boolean
  readonly needs: DocumentNeeds
  /** What only this type can miss, beside its needs. */
  readonly findProblems?: (facts: DocumentFacts) => readonly DocumentProblem[]
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
/** Speaks of people, enterprises or unions; figures of targets are not needed. */
const LISTS: DocumentNeeds = { ...PLAN, targets: false, unitTargets: 'not', legalBases: true }
const PLEDGE: DocumentNeeds = { ...PLAN, unitTargets: 'not', pledge: true }
const REPORT: DocumentNeeds = { ...PLAN, targets: false, unitTargets: 'not', results: true, legalBases: false }

/** One line a type; menu, command line, register and tests read this list. */
// prettier-ignore
export const documentTypes: readonly DocumentType[] = [
  { id: 'ke-hoach-nam', series: 'KH', title: 'Kế hoạch phát triển đoàn viên, thành lập CĐCS (kèm Phụ lục giao chỉ tiêu)', fileName: 'Kế hoạch', issuedBy: 'union', speaksOf: 'plan', addressed: false, needs: PLAN, compose: composeKeHoachNam },
  { id: 'phu-luc-chi-tieu', series: 'KH', title: 'Phụ lục giao chỉ tiêu cho các đơn vị', fileName: 'Phụ lục giao chỉ tiêu', issuedBy: 'union', speaksOf: 'plan', addressed: false, extracts: true, needs: ANNEX, compose: composePhuLucChiTieu },
  { id: 'cam-ket-tinh-uy', series: 'CK', title: 'Bản cam kết với Ban Thường vụ cấp ủy', fileName: 'Bản cam kết', issuedBy: 'union', speaksOf: 'plan', addressed: true, needs: PLEDGE, compose: composeCamKetTinhUy },
  { id: 'bao-cao-tien-do', series: 'BC', title: 'Báo cáo tiến độ thực hiện chỉ tiêu', fileName: 'Báo cáo tiến độ', issuedBy: 'union', speaksOf: 'day', addressed: true, growth: true, needs: REPORT, compose: composeBaoCaoTienDo },
  { id: 'bao-cao-nhanh', series: 'BC', title: 'Báo cáo nhanh (một trang)', fileName: 'Báo cáo nhanh', issuedBy: 'union', speaksOf: 'day', addressed: false, growth: true, needs: REPORT, compose: composeBaoCaoNhanh },
  { id: 'bao-cao-cam-ket', series: 'BC', title: 'Báo cáo kết quả thực hiện cam kết', fileName: 'Báo cáo kết quả thực hiện cam kết', issuedBy: 'union', speaksOf: 'day', addressed: true, growth: true, needs: { ...REPORT, pledge: true }, compose: composeBaoCaoCamKet },
  { id: 'ke-hoach-giai-doan', series: 'KH', title: 'Kế hoạch nhiều năm, chỉ tiêu từng năm', fileName: 'Kế hoạch giai đoạn', issuedBy: 'union', speaksOf: 'plan', addressed: false, planKind: 'term', needs: { ...PLAN, unitTargets: 'not' }, compose: composeKeHoachGiaiDoan },
  { id: 'cam-ket-don-vi', series: 'CK', title: 'Bản cam kết của đơn vị với công đoàn cấp trên', fileName: 'Bản cam kết của đơn vị', issuedBy: 'union', speaksOf: 'plan', addressed: true, ofUnit: true, needs: { ...PLEDGE, legalBases: false, signed: false, bothSign: true }, compose: composeCamKetDonVi },
  { id: 'bao-cao-dinh-ky', series: 'BC', title: 'Báo cáo định kỳ (tuần, tháng, quý, 6 tháng, 9 tháng, năm)', fileName: 'Báo cáo định kỳ', issuedBy: 'union', speaksOf: 'day', addressed: true, periodic: true, growth: true, needs: REPORT, compose: composeBaoCaoDinhKy },
  { id: 'cong-van-don-doc', series: '', title: 'Công văn đôn đốc các đơn vị chậm tiến độ', fileName: 'Công văn đôn đốc', issuedBy: 'union', speaksOf: 'day', addressed: true, needs: REPORT, compose: composeCongVanDonDoc },
  { id: 'ke-hoach-phat-dong', series: 'KH', title: 'Kế hoạch phát động đợt thi đua cao điểm', fileName: 'Kế hoạch phát động', issuedBy: 'union', speaksOf: 'plan', addressed: false, planKind: 'campaign', needs: { ...PLAN, unitTargets: 'not' }, compose: composeKeHoachPhatDong },
  { id: 'bao-cao-so-ket', series: 'BC', title: 'Báo cáo sơ kết, tổng kết đợt thi đua', fileName: 'Báo cáo sơ kết', issuedBy: 'union', speaksOf: 'day', addressed: true, planKind: 'campaign', growth: true, phases: true, needs: REPORT, compose: composeBaoCaoSoKet },
  { id: 'to-trinh-khen-thuong', series: 'TTr', title: 'Tờ trình đề nghị khen thưởng', fileName: 'Tờ trình khen thưởng', issuedBy: 'union', speaksOf: 'day', addressed: true, planKind: 'campaign', needs: REPORT, findProblems: findCommendationProblems, compose: composeToTrinhKhenThuong },
  { id: 'quyet-dinh-khen-thuong', series: 'QĐ', title: 'Quyết định khen thưởng', fileName: 'Quyết định khen thưởng', issuedBy: 'union', speaksOf: 'day', addressed: false, planKind: 'campaign', needs: { ...REPORT, legalBases: true }, findProblems: findCommendationProblems, compose: composeQuyetDinhKhenThuong },
  { id: 'phu-luc-doanh-nghiep', series: 'KH', title: 'Phụ lục danh sách doanh nghiệp vận động thành lập CĐCS', fileName: 'Danh sách doanh nghiệp', issuedBy: 'union', speaksOf: 'plan', addressed: false, lists: 'enterprises', extracts: true, needs: { ...LISTS, legalBases: false, signed: false }, findProblems: findReachProblems, compose: composePhuLucDoanhNghiep },
  { id: 'ke-hoach-doanh-nghiep-kho-khan', series: 'KH', title: 'Kế hoạch vận động tại doanh nghiệp khó khăn', fileName: 'Kế hoạch doanh nghiệp khó khăn', issuedBy: 'union', speaksOf: 'plan', addressed: false, lists: 'enterprises', needs: LISTS, findProblems: findDifficultyProblems, compose: composeKeHoachDoanhNghiepKhoKhan },
  { id: 'bao-cao-doanh-nghiep-kho-khan', series: 'BC', title: 'Báo cáo Ban Thường vụ cấp ủy về doanh nghiệp khó khăn', fileName: 'Báo cáo doanh nghiệp khó khăn', issuedBy: 'union', speaksOf: 'day', addressed: true, lists: 'enterprises', needs: { ...LISTS, legalBases: false }, findProblems: findDifficultyProblems, compose: composeBaoCaoDoanhNghiepKhoKhan },
  { id: 'thong-bao-phan-cong', series: 'TB', title: 'Thông báo phân công cán bộ phụ trách', fileName: 'Thông báo phân công', issuedBy: 'union', speaksOf: 'plan', addressed: false, lists: 'enterprises', needs: LISTS, findProblems: findAssignmentProblems, compose: composeThongBaoPhanCong },
  { id: 'quyet-dinh-ban-chi-dao', series: 'QĐ', title: 'Quyết định thành lập, kiện toàn Ban Chỉ đạo', fileName: 'Quyết định Ban Chỉ đạo', issuedBy: 'union', speaksOf: 'plan', addressed: false, lists: 'people', foundedByOthers: true, needs: LISTS, findProblems: findCommitteeProblems, compose: composeQuyetDinhBanChiDao },
  { id: 'to-trinh-ban-chi-dao', series: 'TTr', title: 'Tờ trình cấp ủy thành lập Ban Chỉ đạo', fileName: 'Tờ trình Ban Chỉ đạo', issuedBy: 'union', speaksOf: 'plan', addressed: true, lists: 'people', needs: { ...LISTS, legalBases: false }, findProblems: findCommitteeProblems, compose: composeToTrinhBanChiDao },
  { id: 'quyet-dinh-cong-nhan-cdcs', series: 'QĐ', title: 'Quyết định công nhận công đoàn cơ sở', fileName: 'Quyết định công nhận CĐCS', issuedBy: 'union', speaksOf: 'day', addressed: false, lists: 'union', needs: LISTS, findProblems: findUnionProblems, compose: composeQuyetDinhCongNhanCdcs },
]

export function findDocumentType(id: string): DocumentType | undefined {
  return documentTypes.find((type) => type.id === id)
}
