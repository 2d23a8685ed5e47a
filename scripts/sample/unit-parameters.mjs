// What makes one unit of the sample province differ from another. Codes are those of resources/sample/units.csv.

/**
 * @typedef {object} UnitParameters
 * @property {string} code
 * @property {string} place as addresses name it
 * @property {'district' | 'zone' | 'building' | 'trade' | 'school' | 'clinic'} kind of enterprises
 * @property {number} enterprises how many the survey finds
 * @property {number} scale typical size of one, in workers
 * @property {number} unionRate share of them with a union
 * @property {number} state members outside the enterprises of the survey: schools, offices, state firms
 * @property {number | null} unions CĐCS at the end of 2023; null for a unit that is itself a CĐCS
 * @property {number} women share among `state`
 * @property {number} pace 2024: admitted by 30/9 as a share of the year's target
 * @property {number} foundingPace the same for unions founded
 * @property {number} introduced to the Party in a usual year
 */

/** @type {readonly UnitParameters[]} */
export const UNITS = [
  district('TP-HAISON', 'thành phố Hải Sơn', 128, 34, 0.42, 9180, 236, 0.84, 0.9, 148),
  district('TX-PHULINH', 'thị xã Phú Lĩnh', 76, 32, 0.38, 5420, 138, 0.91, 0.8, 92),
  district('H-YENGIANG', 'huyện Yên Giang', 60, 28, 0.33, 5890, 131, 0.79, 0.75, 84),
  district('H-THANHLAM', 'huyện Thanh Lâm', 45, 24, 0.28, 5130, 109, 0.58, 0.4, 66),
  district('H-SONLOC', 'huyện Sơn Lộc', 50, 26, 0.3, 4790, 104, 1.04, 1, 71),
  district('H-NAMTRACH', 'huyện Nam Trạch', 48, 24, 0.3, 4610, 99, 0.72, 0.6, 58),
  district('H-TANKHE', 'huyện Tân Khê', 34, 18, 0.22, 2340, 59, 0.46, 0.3, 31),
  district('H-DONGVINH', 'huyện Đông Vĩnh', 42, 26, 0.27, 4280, 94, 0.88, 0.7, 55),
  district('H-NHANSON', 'huyện đảo Nhạn Sơn', 14, 14, 0.2, 640, 21, 0.5, 0, 9),
  unit('CDN-GD', 'thành phố Hải Sơn', 'school', 6, 24, 0.3, 3910, 64, 0.78, 0.83, 0.5, 62),
  unit('CDN-YT', 'thành phố Hải Sơn', 'clinic', 4, 22, 0.3, 3320, 38, 0.66, 1.08, 1, 48),
  unit('CDN-XD', 'thành phố Hải Sơn', 'building', 14, 48, 0.5, 420, 26, 0.22, 0.69, 0.5, 18),
  unit('CDN-CT', 'thành phố Hải Sơn', 'trade', 12, 60, 0.55, 380, 24, 0.38, 0.77, 0.5, 16),
  unit('CDN-NN', 'thành phố Hải Sơn', 'district', 0, 0, 0, 980, 22, 0.31, 0.93, 0, 15),
  unit('CDVC', 'thành phố Hải Sơn', 'district', 0, 0, 0, 4120, 71, 0.44, 0.96, 1, 87),
  unit('CDKCN', 'Khu công nghiệp Bắc Hải Sơn', 'zone', 70, 150, 0.5, 0, 0, 0.5, 0.81, 0.8, 39),
  unit('TT-CAPNUOC', 'thành phố Hải Sơn', 'district', 0, 0, 0, 412, null, 0.29, 1.1, 0, 6),
  unit('TT-DIENLUC', 'thành phố Hải Sơn', 'district', 0, 0, 0, 1124, null, 0.19, 0.88, 0, 14),
  unit('TT-CAODANG', 'thành phố Hải Sơn', 'district', 0, 0, 0, 236, null, 0.47, 0.7, 0, 7),
]

/**
 * @param {string} code @param {string} place @param {number} enterprises @param {number} scale @param {number} unionRate
 * @param {number} state @param {number} unions @param {number} pace @param {number} foundingPace @param {number} introduced
 * @returns {UnitParameters}
 */
function district(code, place, enterprises, scale, unionRate, state, unions, pace, foundingPace, introduced) {
  return unit(
    code,
    place,
    'district',
    enterprises,
    scale,
    unionRate,
    state,
    unions,
    0.62,
    pace,
    foundingPace,
    introduced,
  )
}

/**
 * @param {string} code @param {string} place @param {UnitParameters['kind']} kind @param {number} enterprises
 * @param {number} scale @param {number} unionRate @param {number} state @param {number | null} unions
 * @param {number} women @param {number} pace @param {number} foundingPace @param {number} introduced
 * @returns {UnitParameters}
 */
function unit(code, place, kind, enterprises, scale, unionRate, state, unions, women, pace, foundingPace, introduced) {
  return { code, place, kind, enterprises, scale, unionRate, state, unions, women, pace, foundingPace, introduced }
}
