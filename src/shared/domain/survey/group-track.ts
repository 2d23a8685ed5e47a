import { foldText } from '../text/fold.ts'
import type { PlaceCandidate } from './read-record.ts'
import type { GroupMarker } from './row-kinds.ts'
import { levelOf, parsePlace, type PlaceLevel } from './places.ts'

/** Group rows that cut a list by kind of enterprise, not by place. */
const CATEGORY =
  /\b(?:doanh nghiep|dn|khu vuc|khoi|loai hinh|kinh te|nha nuoc|ngoai nha nuoc|tu nhan|co phan|tnhh|hop tac xa|htx|su nghiep|hanh chinh|von|fdi|co so|co cong doan|co cdcs|chua co|tu \d+|duoi \d+|tren \d+)\b/

interface OpenGroup {
  readonly marker: GroupMarker
  readonly candidate: PlaceCandidate | null
}

/**
 * Follows the group rows down a list and says which places the rows below them are in. A group closes those of
 * the same numbering and those of the same or a lower level of place: "II. Huyện B" ends "I. Huyện A" and the
 * communes in it, "1. Xã C" stands inside "II. Huyện B".
 */
export interface GroupTrack {
  enter(label: string, marker: GroupMarker): void
  /** The nearest first. */
  places(): readonly PlaceCandidate[]
}

const DEPTH: Readonly<Record<PlaceLevel, number>> = { province: 0, district: 1, sector: 1, zone: 1, commune: 2 }

export function createGroupTrack(): GroupTrack {
  let open: OpenGroup[] = []
  let places: readonly PlaceCandidate[] = []
  return {
    enter(label, marker) {
      const place = parsePlace(label)
      if (place === null) return
      const level = place.kind === null ? undefined : levelOf(place.kind)
      const isCategory = place.kind === null && CATEGORY.test(foldText(place.text))
      const sister = marker === 'none' ? -1 : open.findIndex((group) => group.marker === marker)
      open = open.slice(0, sister < 0 ? undefined : sister).filter((group) => {
        const above = group.candidate?.level
        return level === undefined || above === undefined || DEPTH[above] < DEPTH[level]
      })
      // A group without a numbering and without a known level replaces the last one like it.
      if (level === undefined && !isCategory && marker === 'none')
        open = open.filter((group) => group.candidate?.level !== undefined || group.marker !== 'none')
      open.push({ marker, candidate: isCategory ? null : { place, level, from: 'group' } })
      places = open.flatMap((group) => (group.candidate === null ? [] : [group.candidate])).toReversed()
    },
    places: () => places,
  }
}
