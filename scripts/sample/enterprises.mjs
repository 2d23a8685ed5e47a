// Enterprises that do not exist, in the shapes of those that do.

/** @typedef {import('./random.mjs').Random} Random */

/**
 * @typedef {object} Enterprise
 * @property {string} tax_code
 * @property {string} name
 * @property {string} legal_form
 * @property {string} unit
 * @property {string} address
 * @property {string} industry
 * @property {string} founded ISO day, or a year where only that is known
 * @property {number} workers
 * @property {number} women
 * @property {number} insured
 * @property {'x' | ''} has_union
 * @property {number} members
 * @property {string} difficulty
 */

const INDUSTRIES = [
  'May mặc',
  'Da giày',
  'Chế biến gỗ',
  'Chế biến thủy sản',
  'Xây dựng',
  'Vật liệu xây dựng',
  'Cơ khí',
  'Thương mại tổng hợp',
  'Vận tải',
  'Nông sản',
  'Du lịch - Khách sạn',
  'Bao bì',
]
const BRAND_FIRST =
  'An Bảo Cát Đại Gia Hải Hoàng Hồng Hưng Khang Khê Lâm Long Lộc Minh Nam Ngọc Phú Phúc Quang Sao Tân Thanh Thiên Thuận Trường Vạn Việt Vĩnh Yên'.split(
    ' ',
  )
const BRAND_SECOND =
  'An Châu Cường Đạt Điền Giang Hà Hải Hòa Khánh Lâm Linh Lợi Mai Nguyên Phát Phong Sơn Tài Tâm Thành Thịnh Tiến Trạch Vinh Vượng'.split(
    ' ',
  )
const STREETS =
  'đường Bến Cũ|đường Cây Sanh|đường Chợ Mới|đường Đồng Cát|đường Hàng Dừa|đường Làng Chài|đường Lò Vôi|đường Rừng Thông'.split(
    '|',
  )
const DIFFICULTIES = [
  'Chủ doanh nghiệp chưa ủng hộ',
  'Lao động thời vụ, thường xuyên biến động',
  'Nợ bảo hiểm xã hội kéo dài',
  'Chưa có người làm nòng cốt',
  'Sản xuất theo mùa vụ',
]

/** Legal forms with how names of them begin and how often they come. */
const FORMS = /** @type {const} */ ([
  ['TNHH2TV', 'Công ty TNHH', 38],
  ['TNHH1TV', 'Công ty TNHH MTV', 20],
  ['CTCP', 'Công ty Cổ phần', 22],
  ['DNTN', 'Doanh nghiệp tư nhân', 10],
  ['HTX', 'Hợp tác xã', 10],
])

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/** Tenth digit of a tax code, or null where the sum allows none (remainder 0). @param {string} nine */
export function checkDigit(nine) {
  const digit = 10 - (WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(nine[at]), 0) % 11)
  return digit === 10 ? null : digit
}

/**
 * Gives out tax codes with a right check digit that nobody holds: no province has the prefix 69, and the
 * serials 0997… were never given out. One in eight begins with a zero, which spreadsheets like to lose.
 * @param {Random} random
 */
export function createTaxCodes(random) {
  const given = new Set()
  return () => {
    for (;;) {
      const nine = random.yes(0.125) ? `0997${random.int(10000, 99999)}` : `69${random.int(1000000, 9999999)}`
      const digit = checkDigit(nine)
      if (digit === null || given.has(nine)) continue
      given.add(nine)
      return `${nine}${digit}`
    }
  }
}

/** Names that no two enterprises share, whatever their legal form. @param {Random} random */
export function createNames(random) {
  const given = new Set()
  return (/** @type {string} */ industry) => {
    for (;;) {
      const [first, second] = [random.pick(BRAND_FIRST), random.pick(BRAND_SECOND)]
      const brand = `${first} ${second}`
      if (first === second || given.has(`${industry} ${brand}`)) continue
      given.add(`${industry} ${brand}`)
      return `${industry} ${brand}`
    }
  }
}

/**
 * A head count as surveys find them: most firms are small, a few are large.
 * @param {Random} random @param {number} scale about the typical size
 */
function drawWorkers(random, scale) {
  const skew = Math.exp((random.next() + random.next() + random.next() - 1.5) * 2.1)
  return Math.max(3, Math.round(scale * skew))
}

/**
 * @param {Random} random
 * @param {{ unit: string, place: string, scale: number, unionRate: number, kind: 'district' | 'zone' | 'building' | 'trade' | 'school' | 'clinic' }} of
 * @param {() => string} nextTaxCode
 * @param {(industry: string) => string} nextName
 * @returns {Enterprise}
 */
export function drawEnterprise(random, of, nextTaxCode, nextName) {
  const { form, prefix, industry } = drawForm(random, of.kind)
  const workers = drawWorkers(random, of.scale)
  const women = Math.round(workers * (0.15 + random.next() * 0.65))
  const hasUnion = workers >= 8 && random.yes(of.unionRate * (workers >= 25 ? 1.25 : 0.55))
  const members = hasUnion ? Math.max(5, Math.round(workers * (0.55 + random.next() * 0.4))) : 0
  const name = nextName(industry)
  return {
    tax_code: nextTaxCode(),
    name: `${prefix} ${name}`,
    legal_form: form,
    unit: of.unit,
    address:
      of.kind === 'zone'
        ? `Lô ${random.pick(['A', 'B', 'C', 'D'])}${random.int(1, 28)}, ${of.place}`
        : `Số ${random.int(2, 380)} ${random.pick(STREETS)}, ${of.place}`,
    industry,
    founded: drawFounded(random),
    workers,
    women,
    insured: Math.min(workers, Math.round(workers * (0.45 + random.next() * 0.55))),
    has_union: hasUnion ? 'x' : '',
    members: Math.min(members, workers),
    difficulty: !hasUnion && workers >= 15 && random.yes(0.4) ? random.pick(DIFFICULTIES) : '',
  }
}

/** @param {Random} random @param {'district' | 'zone' | 'building' | 'trade' | 'school' | 'clinic'} kind */
function drawForm(random, kind) {
  if (kind === 'school')
    return { form: 'SNNCL', prefix: 'Trường', industry: random.pick(['Mầm non tư thục', 'Tiểu học tư thục']) }
  if (kind === 'clinic') return { form: 'SNNCL', prefix: 'Phòng khám', industry: 'Đa khoa' }
  if (kind === 'building')
    return { ...drawUsualForm(random), industry: random.pick(['Xây dựng', 'Vật liệu xây dựng', 'Tư vấn thiết kế']) }
  if (kind === 'trade')
    return { ...drawUsualForm(random), industry: random.pick(['Thương mại tổng hợp', 'Xăng dầu', 'Cơ khí']) }
  if (kind === 'zone') {
    const industry = random.pick([
      'May mặc',
      'Da giày',
      'Điện tử',
      'Chế biến gỗ',
      'Chế biến thủy sản',
      'Bao bì',
      'Linh kiện',
    ])
    return random.yes(0.4)
      ? { form: 'FDI100', prefix: 'Công ty TNHH', industry }
      : { ...drawUsualForm(random), industry }
  }
  return { ...drawUsualForm(random), industry: random.pick(INDUSTRIES) }
}

/** @param {Random} random */
function drawUsualForm(random) {
  let left = random.next() * FORMS.reduce((sum, form) => sum + form[2], 0)
  for (const [form, prefix, weight] of FORMS) {
    left -= weight
    if (left < 0) return { form, prefix }
  }
  return { form: 'KHAC', prefix: 'Cơ sở' }
}

/** @param {Random} random */
function drawFounded(random) {
  const year = random.int(1998, 2022)
  if (random.yes(0.08)) return String(year)
  const pad = (/** @type {number} */ value) => String(value).padStart(2, '0')
  return `${year}-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`
}
