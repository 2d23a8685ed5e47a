import type { CatalogueId } from '#shared/domain/catalogues/catalogues.ts'

interface CatalogueText {
  readonly title: string
  readonly intro: string
}

const LISTS: Readonly<Record<CatalogueId, CatalogueText>> = {
  unitTypes: {
    title: 'Loại đơn vị',
    intro:
      'Các loại đơn vị của tỉnh và cách gọi nhóm trong phụ lục. Thứ tự ở đây là thứ tự nhóm trong bảng và văn bản.',
  },
  indicators: {
    title: 'Chỉ tiêu',
    intro: 'Danh mục chỉ tiêu. Thêm một chỉ tiêu ở đây là có ngay cột trong bảng Chỉ tiêu, Kết quả và trong văn bản.',
  },
  legalForms: {
    title: 'Loại hình doanh nghiệp',
    intro: 'Loại hình và khu vực của doanh nghiệp, đơn vị sử dụng lao động.',
  },
  stages: { title: 'Giai đoạn vận động', intro: 'Các bước đi đến thành lập công đoàn cơ sở, theo thứ tự.' },
  reasons: { title: 'Lý do', intro: 'Lý do khó khăn, giảm đoàn viên và kết thúc hoạt động công đoàn cơ sở.' },
  people: { title: 'Cán bộ', intro: 'Người được phân công phụ trách, tiếp xúc doanh nghiệp. Xếp theo tên.' },
  committeeRoles: {
    title: 'Chức danh Ban Chỉ đạo',
    intro: 'Chức danh trong Ban Chỉ đạo, theo thứ tự in trong danh sách. Chức danh chỉ một người thì đánh dấu có.',
  },
  commendationForms: {
    title: 'Hình thức khen thưởng',
    intro: 'Bằng khen, giấy khen, cờ thi đua… dành cho tập thể, cá nhân, dùng khi đề nghị khen thưởng.',
  },
  assigners: {
    title: 'Nơi giao chỉ tiêu',
    intro: 'Một chỉ tiêu có thể do nhiều nơi giao: Tổng Liên đoàn, Ban Chấp hành LĐLĐ tỉnh, cam kết với Tỉnh ủy…',
  },
  legalBases: {
    title: 'Căn cứ',
    intro: 'Các dòng căn cứ ở đầu văn bản, theo thứ tự in. Căn cứ hết hiệu lực thì ghi ngày kết thúc.',
  },
  signers: {
    title: 'Người ký',
    intro:
      'Người ký văn bản, kèm thẩm quyền ký và chức vụ. Phó Chủ tịch ký thay mặt tập thể không ghi KT. Người ký của cấp trên (nhận cam kết) ghi thêm đơn vị; để trống là cơ quan này.',
  },
  letterheads: {
    title: 'Phần đầu văn bản',
    intro:
      'Góc trái phía trên của mỗi văn bản, ký hiệu và địa danh. Khi cơ quan đổi tên hoặc sắp xếp lại, thêm một dòng có ngày áp dụng và ghi ngày kết thúc cho dòng cũ.',
  },
  recipients: {
    title: 'Nơi nhận',
    intro: 'Các dòng dưới chữ “Nơi nhận”, theo thứ tự in. Dòng cuối thường là Lưu: VT.',
  },
}

/** Words of the lists in Cài đặt. */
export const cataloguesText = {
  lists: LISTS,
  groupLists: 'Danh mục',
  groupDocuments: 'Dùng trong văn bản',
  hint: 'Sửa ngay trong bảng; gõ vào dòng trống cuối bảng để thêm. Dòng đang được dùng không xóa được, hãy ghi ngày kết thúc.',
  linesHint: 'Mỗi dòng in cách nhau bằng dấu gạch chéo: LIÊN ĐOÀN LAO ĐỘNG / TỈNH …',
  namesHint: 'Nhiều tên cách nhau bằng dấu chấm phẩy.',
  yes: 'có',
  no: 'không',
  everyType: 'Mọi loại văn bản',
  editWithPreview: 'Sửa có xem trước…',
  editIndicator: 'Sửa chi tiết chỉ tiêu…',
} as const
