import type { IndicatorKind } from '#shared/domain/indicators/indicator.ts'
import type { ReportBasis } from '#shared/domain/results/reported-entry.ts'
import type { PlanKind, TargetKind } from '#shared/domain/targets/target.ts'
import type { AllocationWeights } from '#shared/domain/targets/why.ts'

// The words the command line takes for a choice, beside the choice's own name.

export const TARGET_KIND_WORDS: Readonly<Record<TargetKind, readonly string[]>> = {
  assigned: ['giao'],
  striving: ['phấn đấu'],
  registered: ['đăng ký'],
  pledged: ['cam kết'],
}

export const BASIS_WORDS: Readonly<Record<ReportBasis, readonly string[]>> = {
  cumulative: ['lũy kế', 'luỹ kế'],
  increment: ['phát sinh', 'trong kỳ'],
}

export const PLAN_KIND_WORDS: Readonly<Record<PlanKind, readonly string[]>> = {
  term: ['nhiệm kỳ', 'giai đoạn nhiều năm'],
  year: ['năm'],
  campaign: ['đợt', 'đợt thi đua', 'cao điểm'],
  phase: ['giai đoạn'],
}

export const WEIGHT_WORDS: Readonly<Record<AllocationWeights, readonly string[]>> = {
  nonmembers: ['chưa là đoàn viên'],
  enterprises: ['doanh nghiệp'],
  workers: ['lao động'],
  previous: ['năm trước'],
  equal: ['chia đều'],
  hand: ['tỷ trọng'],
}

/** What becomes of an ended unit's targets and results. */
export const FIGURE_WORDS: Readonly<Record<'follow' | 'stay', readonly string[]>> = {
  follow: ['sum', 'cộng', 'cộng dồn', 'theo'],
  stay: ['keep', 'giữ', 'giữ nguyên'],
}

/** What may stand for a target whose number was not given. */
export const NO_NUMBER_WORDS: readonly string[] = ['-', 'không nêu', 'chưa nêu', 'chưa rõ']

/** Which rows of progress are listed. */
export const PROGRESS_VIEW_WORDS: Readonly<
  Record<'unit' | 'group' | 'type' | 'assigner' | 'period', readonly string[]>
> = {
  unit: ['đơn vị'],
  group: ['nhóm', 'khối'],
  type: ['loại đơn vị', 'loại'],
  assigner: ['nơi giao'],
  period: ['year', 'phase', 'năm', 'giai đoạn', 'kỳ'],
}

/** Units as they stood on the day, or as they are today. */
export const UNIT_VIEW_WORDS: Readonly<Record<'then' | 'now', readonly string[]>> = {
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the contract; nobody waits for a list of words
  then: ['lúc đó', 'đơn vị lúc đó'],
  now: ['hiện nay', 'đơn vị hiện nay'],
}

export const INDICATOR_KIND_WORDS: Readonly<Record<IndicatorKind, readonly string[]>> = {
  flow: ['phát sinh', 'tăng', 'trong kỳ'],
  loss: ['giảm'],
  net: ['tăng thực tế', 'thực tăng', 'tăng thuần'],
  stock: ['tổng số', 'số có', 'thời điểm'],
  ratio: ['tỷ lệ', 'tỉ lệ'],
}

export const SECTOR_WORDS: Readonly<Record<'non_state', readonly string[]>> = {
  non_state: ['ngoài nhà nước', 'ngoài khu vực nhà nước', 'ngoài nn'],
}

export const SIDE_WORDS: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: ['có', 'phải'],
  no: ['không'],
}
