import type { OfficeFact, ScopeFact, SignerFact } from '#shared/domain/documents/facts.ts'
import { type NamedUnit, unitFact } from '#shared/domain/documents/from-progress.ts'
import { foldText } from '#shared/domain/text/fold.ts'
import { describeArea } from '#shared/domain/units/area.ts'
import {
  describeScope,
  fullOrganisationName,
  partyCommitteeOf,
  properCaseOrganisation,
  properNameIn,
} from '#shared/domain/wording/scope.ts'
import type { IsoDate } from '#shared/kit/dates.ts'
import {
  readLegalBasesOn,
  readLetterheadOn,
  readRecipientsOn,
  readSignerOn,
  readSignerTerms,
} from '../../db/queries/document-rows.ts'
import type { ReadStore } from '../../db/store.ts'
import { readSettings } from '../settings.ts'

const CONFEDERATION = 'Tổng Liên đoàn Lao động Việt Nam'

/** A unit with the one above it on the day. */
export interface Placed {
  readonly unit: NamedUnit
  readonly parent: NamedUnit | null
}

/** What a letterhead is made from. */
export interface NamedPlace {
  readonly unit: { readonly name: string }
  readonly parent: { readonly id: string; readonly name: string } | null
}

/** How the unit is spoken of; a province whose name does not say "tỉnh" takes it from the settings. */
export function gatherScope(store: ReadStore, { unit, parent }: Placed, superiorLines: readonly string[]): ScopeFact {
  const words = describeScope(unit.name)
  const base = {
    unit: unitFact(unit),
    organisation: words.organisation,
    body: words.body,
    superior: parent === null ? superiorOfRoot(superiorLines) : speakerOf(parent.name),
    isProvince: parent === null,
  }
  const { area } = readSettings(store)
  if (words.level !== '' || parent !== null || area === '')
    return { ...base, short: words.short, whole: words.whole, within: words.within }
  const { text, whole, isCity } = describeArea(area)
  return { ...base, short: `LĐLĐ ${isCity ? 'thành phố' : 'tỉnh'}`, whole, within: `trên địa bàn ${text}` }
}

/** "Ban Thường vụ Liên đoàn Lao động tỉnh Hải An" */
function speakerOf(name: string): string {
  const { body, organisation } = describeScope(name)
  return `${body} ${organisation}`
}

/**
 * A root that is no province ("LĐLĐ quận …" kept in a file of its own) reports to the federation its
 * letterhead names; a province reports to the confederation, whatever stands above it since the reform.
 */
function superiorOfRoot(superiorLines: readonly string[]): string {
  const line = superiorLines.join(' ')
  return foldText(line).startsWith('lien doan lao dong')
    ? `Ban Thường vụ ${properCaseOrganisation(line)}`
    : CONFEDERATION
}

export function gatherOffice(store: ReadStore, placed: Placed, on: IsoDate): OfficeFact {
  const { unit, parent } = placed
  const letterhead = readLetterheadOn(store, unit.id, on)
  const signer = readSignerOn(store, unit.id, on)
  const made = makeLetterhead(store, placed, on)
  return {
    superiorLines: (letterhead?.superiorLines ?? made.superiorLines).map(inCapitals),
    // A letterhead made at the first start may hold the short name the clerk typed.
    issuerLines: (letterhead?.issuerLines ?? made.issuerLines).map(inCapitals),
    codeSuffix: letterhead?.codeSuffix ?? made.codeSuffix,
    place: letterhead?.place ?? made.place,
    hasLetterhead: letterhead !== null,
    signer: signerFact(signer),
    otherSigners: signer === null ? readSignerTerms(store, unit.id) : [],
    superiorName: parent === null ? '' : fullOrganisationName(parent.name),
    superiorSigner: parent === null ? null : signerFact(readSignerOn(store, parent.id, on)),
    partyCommittee: gatherPartyCommittee(store, unit, parent),
  }
}

function signerFact(signer: SignerFact | null): SignerFact | null {
  if (signer === null) return null
  const { fullName, authority, position } = signer
  return { fullName, authority: authority.toLocaleUpperCase('vi'), position: position.toLocaleUpperCase('vi') }
}

function inCapitals(line: string): string {
  return fullOrganisationName(line).toLocaleUpperCase('vi')
}

/** From the unit's own name and the one above it, where nobody has entered a letterhead. */
export function makeLetterhead(
  store: ReadStore,
  { unit, parent }: NamedPlace,
  on: IsoDate,
): Pick<OfficeFact, 'superiorLines' | 'issuerLines' | 'codeSuffix' | 'place'> {
  const words = describeScope(unit.name)
  const above = parent === null ? null : readLetterheadOn(store, parent.id, on)
  const superior = parent === null ? CONFEDERATION : fullOrganisationName(parent.name)
  const named = properNameIn(words.territory, words.level)
  // "Công đoàn các xã, phường vùng cao" names no one place: its papers are dated where the office above it sits.
  const proper = /^[\p{Lu}\p{N}][^,;()–]*$/u.test(named) ? named : ''
  return {
    superiorLines: above?.issuerLines ?? [superior.toLocaleUpperCase('vi')],
    issuerLines: [inCapitals(words.organisation)],
    codeSuffix: codeSuffixOf(words.organisation),
    place: proper !== '' ? proper : (above?.place ?? describeArea(readSettings(store).area).properName),
  }
}

function codeSuffixOf(organisation: string): string {
  const folded = foldText(organisation)
  if (folded.startsWith('lien doan lao dong')) return 'LĐLĐ'
  return folded.startsWith('cong doan nganh') ? 'CĐN' : 'CĐ'
}

/** "Tỉnh ủy Hải An": the setting says which word, the place says whose. */
function gatherPartyCommittee(store: ReadStore, unit: NamedUnit, parent: NamedUnit | null): string {
  const { partyCommittee, area } = readSettings(store)
  const words = describeScope(unit.name)
  if (parent !== null || (words.level !== '' && words.level !== 'tỉnh' && words.level !== 'thành phố')) {
    return partyCommitteeOf(unit.name, partyCommittee)
  }
  // An office that entered the whole name ("Tỉnh ủy Hải An") keeps it.
  if (partyCommittee.trim().split(/\s+/).length > 2) return partyCommittee
  const proper = words.level !== '' ? properNameIn(words.territory, words.level) : describeArea(area).properName
  return `${partyCommittee} ${proper}`.trim()
}

export interface Lines {
  readonly recipients: readonly string[]
  readonly legalBases: readonly string[]
}

/** Nơi nhận and Căn cứ valid on the day, places filled in, without the marks the layout puts itself. */
export function gatherLines(
  store: ReadStore,
  type: { readonly id: string; readonly addressed: boolean },
  on: IsoDate,
): Lines {
  const settings = readSettings(store)
  const fill = (line: string): string =>
    line
      .replaceAll('{partyCommittee}', settings.partyCommittee)
      .replaceAll('{area}', settings.area)
      .replace(/\{\w+\}/gu, '')
      .replace(/^[-–+•]\s*/u, '')
      .replace(/[;.,\s]+$/u, '')
      .replace(/\s+/gu, ' ')
      .trim()
  const recipients = unique(readRecipientsOn(store, type.id, on).map(fill))
  const asAbove = (line: string): boolean => foldText(line) === 'nhu tren'
  const others = recipients.filter((line) => !asAbove(line))
  return {
    recipients: type.addressed && others.length > 0 ? ['Như trên', ...others] : others,
    legalBases: unique(readLegalBasesOn(store, type.id, on).map(fill)),
  }
}

function unique(lines: readonly string[]): string[] {
  const seen = new Set<string>()
  return lines.filter((line) => {
    const key = foldText(line)
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
