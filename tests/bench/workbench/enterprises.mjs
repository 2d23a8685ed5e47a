// The same invented enterprises for the registry and for the bare table beside it.

export const UNITS = [
  ['P-HAIAN', 'Công đoàn phường Hải An'],
  ['P-DONGSON', 'Công đoàn phường Đông Sơn'],
  ['P-NGUYENDUC', 'Công đoàn phường Nguyễn Đức Cảnh'],
  ['X-YENBINH', 'Công đoàn xã Yên Bình'],
  ['X-PHULOC', 'Công đoàn xã Phú Lộc'],
  ['X-TANLAP', 'Công đoàn xã Tân Lập'],
  ['X-HALONG', 'Công đoàn xã Hạ Long'],
]
const FORMS = ['Công ty TNHH', 'Công ty Cổ phần', 'Doanh nghiệp tư nhân', 'Hợp tác xã', 'Công ty TNHH MTV']
const TRADES = ['May mặc', 'Xây dựng', 'Chế biến gỗ', 'Vận tải', 'Thương mại', 'Nông nghiệp', 'Thủy sản']
const WORDS = [
  'Đức Thịnh',
  'Hoàng Gia',
  'Sao Mai',
  'Tân Tiến',
  'Phú Quý',
  'Trường Sơn',
  'Cửu Long',
  'Bình Minh',
  'An Phát',
]
const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đặng', 'Vũ', 'Hoàng']
const GIVEN = ['An', 'Bình', 'Cường', 'Dũng', 'Đức', 'Hạnh', 'Hương', 'Lan', 'Minh', 'Quang', 'Tuấn', 'Ước']

/** 25 columns of enterprise number `at`, by the registry's names of columns. */
export function makeEnterprise(at) {
  const pick = (list, step) => list[Math.floor(at / step) % list.length]
  const workers = (at * 7919) % 900
  const hasUnion = at % 3 === 0
  const person = `${pick(SURNAMES, 1)} ${at % 2 === 0 ? 'Văn' : 'Thị'} ${pick(GIVEN, 7)}`
  return {
    name: `${pick(FORMS, 1)} ${pick(TRADES, 5)} ${pick(WORDS, 35)} ${at}`,
    taxCode: taxCode(at),
    unit: pick(UNITS, 1)[0],
    workers,
    women: Math.floor(workers / 2),
    foreignWorkers: at % 11,
    withContracts: Math.floor(workers * 0.9),
    insured: Math.floor(workers * 0.8),
    hasUnion,
    members: hasUnion ? Math.floor(workers * 0.6) : 0,
    womenMembers: hasUnion ? Math.floor(workers * 0.3) : 0,
    attitude: at % 4 === 0 ? 'Đồng ý cho tiếp xúc với người lao động' : 'Chưa trả lời',
    difficulty: at % 6 === 0 ? 'Lao động thường xuyên biến động' : 'Không',
    expectedMembers: Math.floor(workers * 0.5),
    industry: pick(TRADES, 2),
    address: `Số ${at % 400} đường Lê Duẩn`,
    ward: `Phường ${pick(WORDS, 3)}`,
    district: 'Thành phố Hải An',
    zone: at % 5 === 0 ? 'Khu công nghiệp Bắc Hải Sơn' : 'Ngoài khu công nghiệp',
    phone: `09${String(10_000_000 + at)}`,
    director: person,
    contactPerson: person,
    shortName: `${pick(WORDS, 35)} ${at}`,
    source: 'Bảo hiểm xã hội tỉnh',
    note: `Dòng ${at} của danh sách`,
  }
}

/** A number with the check digit of NĐ về đăng ký thuế: Σ of nine digits by 31, 29, 23, 19, 17, 13, 7, 5, 3. */
function taxCode(at) {
  const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
  for (let number = 200_000_000 + at * 7; ; number += 1) {
    const digits = String(number).padStart(9, '0')
    const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
    const check = 10 - (sum % 11)
    if (check >= 0 && check <= 9 && number < 200_000_000 + at * 7 + 7) return `${digits}${check}`
  }
}
