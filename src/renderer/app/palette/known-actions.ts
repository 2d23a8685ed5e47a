import { CATALOGUE_IDS } from '#shared/domain/catalogues/catalogues.ts'
import { campaignsText } from '#renderer/text/campaigns.ts'
import { cataloguesText } from '#renderer/text/catalogues.ts'
import { documentsText } from '#renderer/text/documents.ts'
import { exchangeText } from '#renderer/text/exchange.ts'
import { enterprisesText } from '#renderer/text/enterprises.ts'
import { frameText } from '#renderer/text/frame.ts'
import { overviewText } from '#renderer/text/overview.ts'
import { organisationText } from '#renderer/text/organisation.ts'
import { paletteText } from '#renderer/text/palette.ts'
import { registryText } from '#renderer/text/registry.ts'
import { unionsText } from '#renderer/text/unions.ts'
import { unitChangesText } from '#renderer/text/unit-changes.ts'
import { resultsText } from '#renderer/text/results.ts'
import { targetVersionsText } from '#renderer/text/target-versions.ts'
import { targetsText } from '#renderer/text/targets.ts'
import { unitsText } from '#renderer/text/units.ts'
import { SCREENS, type ScreenId } from '#renderer/ui/state/navigation.ts'
import { offeredActions } from '#renderer/ui/state/screen-actions.ts'
import type { KnownAction } from './choices.ts'
import { frameActions } from './frame-actions.ts'

/** Verbs of screens that are not open: an open one says itself what it offers, in these very words. */
const VERBS: Readonly<Partial<Record<ScreenId, readonly string[]>>> = {
  overview: [overviewText.makeReport, overviewText.print],
  units: [unitsText.add, unitChangesText.open, unitChangesText.history.open],
  enterprises: [
    enterprisesText.import,
    registryText.assign,
    `${registryText.more}: ${registryText.review}`,
    `${registryText.more}: ${registryText.sizes}`,
  ],
  unions: [unionsText.found],
  targets: [
    targetsText.allocate,
    targetVersionsText.compare,
    targetVersionsText.issue,
    targetVersionsText.adjust,
    targetsText.makeDocument,
  ],
  results: [resultsText.enter, resultsText.source, resultsText.makeReport],
  campaigns: [campaignsText.open],
  organisation: [organisationText.addCommittee, organisationText.restaff],
  documents: [documentsText.batch, documentsText.checkFormat],
  exchange: [exchangeText.send, exchangeText.receive],
}

/** Every verb of every screen; those of the screen that is open first. */
export function knownActions(open: ScreenId): readonly KnownAction[] {
  const ofScreens = [open, ...SCREENS.filter((screen) => screen !== open)].flatMap((screen) => {
    const offered = offeredActions(screen).flatMap(({ label, disabled }) => (disabled ? [] : [label]))
    const labels = screen === open ? offered : (VERBS[screen] ?? [])
    return labels.map((label) => ({
      key: `action:${screen}:${label}`,
      title: label,
      subtitle: paletteText.onScreen(frameText.screens[screen]),
    }))
  })
  return [...ofScreens, ...frameActions().map(({ key, title }) => ({ key, title, subtitle: '' }))]
}

/** The screens, and the lists of the office, which are places of their own to those who look for one. */
export function knownScreens(): readonly KnownAction[] {
  const screens = SCREENS.map((screen, index) => ({
    key: `screen:${screen}`,
    title: paletteText.goTo(frameText.screens[screen]),
    subtitle: `Ctrl+${index + 1}`,
  }))
  const lists = CATALOGUE_IDS.map((id) => ({
    key: `list:${id}`,
    title: `${cataloguesText.groupLists}: ${cataloguesText.lists[id].title}`,
    subtitle: frameText.screens.settings,
  }))
  return [...screens, ...lists]
}
