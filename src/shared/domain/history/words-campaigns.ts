import type { TableWords } from './words.ts'

/** Campaigns: what they are opened from, who is left out, and the bands of progress. */
export const CAMPAIGN_WORDS: Readonly<Record<string, TableWords>> = {
  status_bands: {
    one: 'mức tiến độ',
    name: ['name'],
    columns: {
      code: 'Mã',
      name: 'Tên',
      measure: { title: 'So theo', values: { percent: 'tỷ lệ đạt', pace: 'tỷ lệ đạt so với thời gian đã qua' } },
      bound: 'Từ mức (%)',
      above: { title: 'Chỉ khi lớn hơn', yesNo: true },
      tone: {
        title: 'Màu',
        values: {
          behind: 'chậm',
          slow: 'cần đôn đốc',
          pace: 'đúng tiến độ',
          reached: 'hoàn thành',
          exceeded: 'vượt',
        },
      },
      sort_order: 'Thứ tự',
      valid_from: 'Dùng từ ngày',
      valid_to: 'Dùng đến ngày',
    },
  },
  campaign_presets: {
    one: 'mẫu đợt thi đua',
    name: ['name'],
    columns: {
      code: 'Mã',
      name: 'Tên',
      from_day: 'Từ ngày (tháng-ngày)',
      to_day: 'Đến ngày (tháng-ngày)',
      phases: 'Các giai đoạn',
      sort_order: 'Thứ tự',
    },
  },
  campaign_exclusions: {
    one: 'đơn vị không xếp thứ trong đợt',
    name: ['unit_id'],
    columns: { plan_id: 'Đợt thi đua', unit_id: 'Đơn vị', reason: 'Lý do' },
  },
}
