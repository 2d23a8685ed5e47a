import type { TableWords } from './words.ts'

const VALID = { valid_from: 'Áp dụng từ', valid_to: 'Đến hết' } as const
const ORDER = { sort_order: 'Thứ tự' } as const

/** The office, its units and its catalogues. */
export const ORGANISATION_WORDS: Readonly<Record<string, TableWords>> = {
  settings: {
    one: 'cài đặt',
    name: ['key'],
    columns: {
      key: {
        title: 'Mục',
        values: {
          area: 'Cách gọi địa phương',
          partyCommittee: 'Cấp ủy',
          yearStart: 'Ngày đầu năm báo cáo',
          userName: 'Người nhập liệu',
        },
      },
      value: 'Nội dung',
    },
  },
  unit_types: {
    one: 'loại đơn vị',
    name: ['name'],
    columns: {
      code: 'Mã',
      name: 'Tên',
      short_name: 'Tên ngắn',
      group_title: 'Tên nhóm trong phụ lục',
      level: { title: 'Cấp', values: { province: 'cấp tỉnh', upper: 'cấp trên cơ sở', grassroots: 'cơ sở' } },
      ...ORDER,
      ...VALID,
    },
  },
  units: {
    one: 'đơn vị',
    name: ['name'],
    parts: [
      ['unit_aliases', 'unit_id'],
      ['unit_pasts', 'unit_id'],
      ['unit_relations', 'from_unit_id'],
      ['unit_relations', 'to_unit_id'],
    ],
    columns: {
      code: 'Mã',
      name: 'Tên',
      short_name: 'Tên ngắn',
      type_id: 'Loại',
      parent_id: 'Đơn vị cấp trên',
      ...ORDER,
      valid_from: 'Hoạt động từ',
      valid_to: 'Đến hết',
      note: 'Ghi chú',
    },
  },
  unit_aliases: {
    one: 'tên gọi khác',
    name: ['alias'],
    columns: { unit_id: 'Đơn vị', alias: 'Tên gọi khác', valid_from: 'Dùng từ' },
  },
  unit_pasts: {
    one: 'tên và nơi trực thuộc trước đây',
    name: ['name'],
    columns: {
      unit_id: 'Đơn vị',
      until: 'Đến hết',
      name: 'Tên trước đây',
      short_name: 'Tên ngắn trước đây',
      type_id: 'Loại trước đây',
      parent_id: 'Cấp trên trước đây',
    },
  },
  unit_relations: {
    one: 'việc sắp xếp đơn vị',
    name: ['kind', 'from_unit_id'],
    columns: {
      from_unit_id: 'Từ đơn vị',
      to_unit_id: 'Thành đơn vị',
      kind: {
        title: 'Việc sắp xếp',
        values: {
          merge: 'sáp nhập',
          split: 'chia tách',
          transfer: 'chuyển đơn vị cấp trên',
          rename: 'đổi tên',
          end: 'kết thúc hoạt động',
        },
      },
      on_date: 'Từ ngày',
      decision: 'Quyết định',
      note: 'Ghi chú',
      figures: { title: 'Số liệu', values: { follow: 'theo đơn vị mới', stay: 'để riêng' } },
      decision_number: 'Số quyết định',
      decided_on: 'Ngày quyết định',
      decided_by: 'Nơi quyết định',
    },
  },
  people: {
    one: 'cán bộ',
    name: ['full_name'],
    columns: {
      full_name: 'Họ và tên',
      position: 'Chức vụ',
      unit_id: 'Đơn vị',
      phone: 'Điện thoại',
      note: 'Ghi chú',
      ...VALID,
    },
  },
  letterheads: {
    one: 'phần đầu văn bản',
    name: ['issuer_lines'],
    columns: {
      unit_id: 'Đơn vị',
      superior_lines: 'Cơ quan cấp trên',
      issuer_lines: 'Cơ quan ban hành',
      code_suffix: 'Ký hiệu cơ quan',
      place: 'Địa danh',
      ...VALID,
    },
  },
  signers: {
    one: 'người ký',
    name: ['full_name'],
    columns: {
      unit_id: 'Đơn vị',
      full_name: 'Họ và tên',
      authority: 'Thẩm quyền ký',
      position: 'Chức vụ',
      ...ORDER,
      ...VALID,
    },
  },
  recipients: {
    one: 'nơi nhận',
    name: ['text'],
    columns: { document_type: 'Loại văn bản', text: 'Nơi nhận', ...ORDER, ...VALID },
  },
  legal_bases: {
    one: 'căn cứ',
    name: ['text'],
    columns: { document_type: 'Loại văn bản', text: 'Căn cứ', ...ORDER, ...VALID },
  },
  documents: {
    one: 'văn bản',
    name: ['title'],
    columns: {
      type: 'Loại văn bản',
      title: 'Trích yếu',
      plan_id: 'Kế hoạch',
      unit_id: 'Đơn vị',
      as_of: 'Số liệu đến ngày',
      path: 'Tệp',
      number: 'Số',
      series: 'Sổ văn bản',
      issued_on: 'Ngày ban hành',
      rule_set: 'Thể thức theo',
      corrects_id: 'Thay cho văn bản',
      // The whole text, as the program keeps it.
      content: null,
      status: { title: 'Tình trạng', values: { draft: 'dự thảo', issued: 'đã ban hành' } },
      made_at: 'Lập lúc',
    },
  },
}
