/**
 * Whether a word can be a Vietnamese syllable, by the closed lists of onsets and rimes. It is how text in an
 * unknown encoding is judged: decoded rightly nearly every word passes, decoded wrongly hardly any does.
 */

const ONSETS = 'ngh ng nh gh gi kh ph th tr ch qu b c d đ g h k l m n p r s t v x'.split(' ')

// Toneless rimes. "oong", "ooc" live in loan words (xoong, rơ-moóc), "uâng" in bâng khuâng.
const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut ' +
    'uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ynh'
  ).split(' '),
)

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const STOPPED = /(?:c|ch|p|t)$/

/** "Nghiệp" → true, "nghiÖp" → false. A stopped rime takes only sắc or nặng, as in "một", never "mồt". */
export function isVietnameseSyllable(word: string): boolean {
  const spread = word.toLowerCase().normalize('NFD')
  const tones = spread.match(TONES)
  if (tones !== null && tones.length > 1) return false
  const bare = spread.replace(TONES, '').normalize('NFC')
  if (tones !== null && STOPPED.test(bare) && tones[0] !== '\u0301' && tones[0] !== '\u0323') return false
  if (RIMES.has(bare)) return true
  return ONSETS.some((onset) => bare.startsWith(onset) && isRimeAfter(onset, bare.slice(onset.length)))
}

function isRimeAfter(onset: string, rime: string): boolean {
  // "gì", "gìn": the i of the onset is the rime's own.
  if (onset === 'gi' && rime === '') return true
  return RIMES.has(rime)
}

const WORDS = /[\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7]+/gu
const NOT_ASCII = /[^\u0000-\u007f]/

/**
 * Share of the words with letters beyond ASCII that are Vietnamese syllables, 0 to 1; 1 for a text without
 * such words. Signs of the upper half of Latin-1 count as letters, for in an old encoding they are.
 */
export function vietnameseShare(text: string): number {
  let words = 0
  let good = 0
  for (const [word] of text.matchAll(WORDS)) {
    if (!NOT_ASCII.test(word)) continue
    words++
    if (isVietnameseSyllable(word)) good++
  }
  return words === 0 ? 1 : good / words
}
