// Sentences to begin from where somebody must judge and the figures cannot. Each is marked as a draft until a person
// puts his own words in its place; none of them states anything that has happened.

interface OfferedPhrase {
  /** The sections it fits: the last part of their key. */
  readonly sections: RegExp
  /** What kind of document it fits; left out: every kind. */
  readonly types?: RegExp
  readonly title: string
  readonly text: string
}

const PHRASES: readonly OfferedPhrase[] = [
  {
    sections: /^(ket-qua-dat-duoc|ket-qua-trien-khai|cong-tac-chi-dao-trien-khai)$/u,
    title: 'Cách làm hiệu quả',
    text: '- [Dự thảo: nêu tên đơn vị và cách làm hiệu quả, kết quả cụ thể].',
  },
  {
    sections: /^(ket-qua-dat-duoc|danh-gia-chung)$/u,
    title: 'Nguyên nhân đạt được',
    text: '- [Dự thảo: nêu nguyên nhân của kết quả đạt được: sự lãnh đạo của cấp ủy, sự phối hợp của cơ quan, đơn vị nào].',
  },
  {
    sections: /^(ton-tai-han-che|danh-gia-chung)$/u,
    title: 'Nguyên nhân hạn chế (khách quan)',
    text: '- [Dự thảo: nguyên nhân khách quan: nêu khó khăn cụ thể của doanh nghiệp, lao động trên địa bàn].',
  },
  {
    sections: /^(ton-tai-han-che|danh-gia-chung)$/u,
    title: 'Nguyên nhân hạn chế (chủ quan)',
    text: '- [Dự thảo: nguyên nhân chủ quan: nêu việc chưa làm tốt, trách nhiệm của tập thể, cá nhân].',
  },
  {
    sections: /^(ton-tai-han-che|ket-qua-cua-cac-don-vi)$/u,
    title: 'Giải trình của đơn vị chậm',
    text: '- [Dự thảo: đơn vị chậm tiến độ giải trình lý do và cam kết thời hạn hoàn thành].',
  },
  {
    sections: /^(de-xuat-kien-nghi|kien-nghi-de-xuat)$/u,
    title: 'Kiến nghị cụ thể',
    text: '- Đề nghị [Dự thảo: cơ quan nhận kiến nghị] [Dự thảo: nội dung kiến nghị và lý do].',
  },
  {
    sections: /^nhiem-vu-trong-tam/u,
    title: 'Phân công và thời hạn',
    text: '- Giao [Dự thảo: ban, đơn vị chủ trì] thực hiện [Dự thảo: công việc], hoàn thành trước ngày [Dự thảo: thời hạn].',
  },
  {
    sections: /^(nhiem-vu-giai-phap|giai-phap|giai-phap-thuc-hien|noi-dung)$/u,
    title: 'Giải pháp riêng của địa phương',
    text: '- [Dự thảo: giải pháp riêng phù hợp với tình hình doanh nghiệp, lao động của địa phương].',
  },
  {
    sections: /^kinh-phi-thuc-hien$/u,
    title: 'Mức và nguồn kinh phí',
    text: 'Kinh phí thực hiện: [Dự thảo: số tiền] đồng, từ nguồn [Dự thảo: nguồn kinh phí].',
  },
  {
    sections: /^(to-chuc-thuc-hien|lien-doan-lao-dong|cac-don-vi-truc-thuoc|trach-nhiem-cua-don-vi)/u,
    title: 'Việc giao thêm',
    text: '- [Dự thảo: đơn vị được giao] [Dự thảo: công việc và thời hạn].',
  },
  {
    sections: /^tinh-hinh(-|$)/u,
    title: 'Diễn biến cụ thể',
    text: '- [Dự thảo: nêu tình hình cụ thể của từng doanh nghiệp: việc đã vận động, thái độ của chủ doanh nghiệp, vướng mắc].',
  },
  {
    sections: /^su-can-thiet$/u,
    title: 'Lý do trình',
    text: '- [Dự thảo: nêu lý do cần thành lập vào thời điểm này].',
  },
  {
    sections: /^phan-mo-dau$/u,
    types: /^(cong-van|to-trinh)/u,
    title: 'Căn cứ chỉ đạo mới',
    text: 'Thực hiện [Dự thảo: văn bản chỉ đạo, số, ngày], ',
  },
]

/** The sentences offered for a section. */
export function phrasesFor(
  type: string,
  sectionKey: string,
): readonly { readonly title: string; readonly text: string }[] {
  const last = sectionKey.split('.').at(-1) ?? ''
  return PHRASES.filter(({ sections, types }) => sections.test(last) && (types === undefined || types.test(type))).map(
    ({ title, text }) => ({ title, text }),
  )
}
