import type { PackageKind } from './content.ts'

/** What a kind is about and which way it goes. */
export interface KindRule {
  /** Vietnamese, as a list shows it. */
  readonly title: string
  /** Who sends it: the province downwards, a unit upwards, or either. */
  readonly sender: 'province' | 'unit' | 'either'
  readonly needsPlan: boolean
  readonly needsPeriod: boolean
  /** Kind of the reply; null when none is expected. */
  readonly answer: PackageKind | null
}

export const KIND_RULES: Readonly<Record<PackageKind, KindRule>> = {
  catalogue: rule('Danh mục', 'province', null),
  'targets-draft': rule('Dự thảo chỉ tiêu', 'province', 'opinions', { needsPlan: true }),
  opinions: rule('Ý kiến về dự thảo chỉ tiêu', 'unit', null, { needsPlan: true }),
  'targets-issued': rule('Chỉ tiêu ban hành', 'province', null, { needsPlan: true }),
  survey: rule('Doanh nghiệp và công đoàn cơ sở', 'either', 'survey'),
  'report-form': rule('Biểu báo cáo', 'province', 'report', { needsPeriod: true }),
  report: rule('Báo cáo', 'unit', null, { needsPeriod: true }),
  commitment: rule('Bản cam kết', 'province', 'commitment-signed', { needsPlan: true }),
  'commitment-signed': rule('Bản cam kết đã ký', 'unit', null, { needsPlan: true }),
  transfer: rule('Chuyển doanh nghiệp, công đoàn cơ sở', 'either', null),
  handover: rule('Bàn giao đơn vị', 'either', null),
  // Downwards the questions, upwards what the unit says to them.
  return: rule('Số liệu hỏi lại', 'either', 'return'),
}

function rule(
  title: string,
  sender: KindRule['sender'],
  answer: PackageKind | null,
  needs: { readonly needsPlan?: boolean; readonly needsPeriod?: boolean } = {},
): KindRule {
  return { title, sender, answer, needsPlan: needs.needsPlan ?? false, needsPeriod: needs.needsPeriod ?? false }
}

/** Kind of the file that comes back when a form of this kind was sent. */
export const ANSWER_KINDS: Readonly<Partial<Record<PackageKind, PackageKind>>> = {
  'targets-draft': 'opinions',
  survey: 'survey',
  'report-form': 'report',
  commitment: 'commitment-signed',
  return: 'return',
}
