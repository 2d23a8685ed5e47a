import type { SourceUse } from '#shared/domain/results/sources.ts'

/** How a report's figure is used in a number of progress. */
export const SOURCE_USE_WORDS: Readonly<Record<SourceUse, string>> = {
  counted: 'cộng',
  opening: 'trừ (đầu kỳ)',
  covered: 'đã có trong báo cáo sau',
}
