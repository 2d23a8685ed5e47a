// How far the enterprises without a union are on the way to one in 2024: who is in charge, stages with their days,
// meetings. Those where a union was founded have gone the whole way, with the decision on its day.

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {Record<string, string | number>} Row */

export const FOLLOW_UP_COLUMNS = ['tax_code', 'officer', 'stages']
export const CONTACT_COLUMNS = ['tax_code', 'on', 'officer', 'kind', 'content', 'result', 'next']

/** The day up to which the sample knows anything. */
const LAST_DAY = '2024-09-30'
const SURVEY_DAY = '2023-11-30'
/** From this size on somebody is asked to look after an enterprise. */
const FROM_WORKERS = 20
const WAY = ['DU_DIEU_KIEN', 'DA_TIEP_XUC', 'DONG_Y', 'BAN_VAN_DONG', 'DAI_HOI', 'HO_SO']

const KINDS = ['Gặp trực tiếp', 'Điện thoại', 'Gửi văn bản']
const CONTENTS = [
  'Giới thiệu Luật Công đoàn, quyền lợi của đoàn viên',
  'Trao đổi với giám đốc về việc thành lập công đoàn cơ sở',
  'Gặp người lao động, phát tờ rơi tuyên truyền',
  'Hướng dẫn lập ban vận động và danh sách đoàn viên',
]
const GOOD_RESULTS = ['Đồng ý chủ trương, hẹn làm việc tiếp', 'Cử người phối hợp', 'Đã lập danh sách người tự nguyện']
const HARD_RESULTS = ['Giám đốc vắng, chưa gặp được', 'Hẹn sau khi hết mùa vụ', 'Chưa thống nhất, cần gặp lại']

/**
 * @param {Random} random
 * @param {{
 *   enterprises: readonly import('./enterprises.mjs').Enterprise[],
 *   foundings: readonly import('./foundings.mjs').Founding[],
 *   people: readonly Record<string, string>[],
 *   silent: string,
 * }} province
 * @returns {{ followUps: Row[], contacts: Row[] }}
 */
export function drawFollowUps(random, { enterprises, foundings, people, silent }) {
  const officerOf = chooseOfficers(random, people)
  const founded = new Map(foundings.map((founding) => [founding.enterprise.tax_code, founding]))
  /** @type {Row[]} */
  const followUps = []
  /** @type {Row[]} */
  const contacts = []
  for (const enterprise of enterprises) {
    const founding = founded.get(enterprise.tax_code)
    const isWanted = enterprise.has_union === '' && enterprise.workers >= FROM_WORKERS && enterprise.unit !== silent
    if (founding === undefined && !(isWanted && random.yes(0.72))) continue
    const officer = officerOf(enterprise.unit)
    const stages = founding === undefined ? drawWay(random, enterprise) : drawWholeWay(random, founding.date)
    followUps.push({
      tax_code: enterprise.tax_code,
      officer,
      stages: stages.map(([code, day]) => `${code}:${day}`).join('|'),
    })
    const met = stages.find(([code]) => code === 'DA_TIEP_XUC')?.[1]
    if (met !== undefined) contacts.push(...drawContacts(random, enterprise, officer, met, stages.at(-1)?.[0] ?? ''))
  }
  return { followUps, contacts }
}

/** People of the unit who are at work in 2024, else those of the province. */
/** @param {Random} random @param {readonly Record<string, string>[]} people */
function chooseOfficers(random, people) {
  const working = people.filter((person) => (person['to'] ?? '') === '' || (person['to'] ?? '') > LAST_DAY)
  return (/** @type {string} */ unit) => {
    const own = working.filter((person) => person['unit'] === unit)
    const chosen = own.length > 0 ? own : working.filter((person) => person['unit'] === 'TINH')
    return random.pick(chosen)['full_name'] ?? ''
  }
}

/** @typedef {[code: string, day: string]} Stage */

/** Backwards from the decision; the ceremony a little after it. @param {Random} random @param {string} decided @returns {Stage[]} */
function drawWholeWay(random, decided) {
  let day = decided
  /** @type {Stage[]} */
  const back = WAY.toReversed().map((code) => {
    day = addDays(day, -random.int(4, 14))
    return [code, day]
  })
  const way = back.toReversed().filter(([, on]) => on > SURVEY_DAY)
  const launched = addDays(decided, random.int(3, 20))
  return [
    ['KHAO_SAT', SURVEY_DAY],
    ...way,
    ['QD_CONG_NHAN', decided],
    ...(launched <= LAST_DAY ? [/** @type {Stage} */ (['RA_MAT', launched])] : []),
  ]
}

/** Some steps of the way; where the survey found a difficulty it ends in one. */
/** @param {Random} random @param {import('./enterprises.mjs').Enterprise} enterprise @returns {Stage[]} */
function drawWay(random, enterprise) {
  const isHard = enterprise.difficulty !== ''
  const steps = isHard ? random.int(1, 2) : Math.max(0, random.int(0, 9) - 4)
  let day = SURVEY_DAY
  const next = () => {
    day = addDays(day, random.int(20, 55))
    return day
  }
  /** @type {Stage[]} */
  const way = WAY.slice(0, Math.min(steps, WAY.length)).map((code) => [code, next()])
  if (isHard) way.push(['KHO_KHAN', next()])
  if (isHard && random.yes(0.35)) way.push(['KE_HOACH_RIENG', next()])
  if (isHard && way.length > 3 && random.yes(0.4)) way.push(['BAO_CAO_BTV', next()])
  return [['KHAO_SAT', SURVEY_DAY], ...way.filter(([, on]) => on <= LAST_DAY)]
}

/** @param {Random} random @param {import('./enterprises.mjs').Enterprise} enterprise @param {string} officer @param {string} first @param {string} stage @returns {Row[]} */
function drawContacts(random, enterprise, officer, first, stage) {
  const isHard = enterprise.difficulty !== ''
  let day = first
  return Array.from({ length: random.int(1, 3) }, (_, at) => {
    if (at > 0) day = addDays(day, random.int(12, 45))
    return { day, isFirst: at === 0 }
  })
    .filter((meeting) => meeting.day <= LAST_DAY)
    .map((meeting, at, all) => ({
      tax_code: enterprise.tax_code,
      on: meeting.day,
      officer,
      kind: meeting.isFirst ? (KINDS[0] ?? '') : random.pick(KINDS),
      content: random.pick(CONTENTS),
      result: random.pick(isHard ? HARD_RESULTS : GOOD_RESULTS),
      // The last meeting of an open case names the next one.
      next: at === all.length - 1 && stage !== 'RA_MAT' ? addDays('2024-10-01', random.int(0, 40)) : '',
    }))
}

/** @param {string} day @param {number} days */
function addDays(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
