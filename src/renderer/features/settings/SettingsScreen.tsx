import { Tab, TabList } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { CATALOGUE_IDS, type CatalogueId } from '#shared/domain/catalogues/catalogues.ts'
import { useData } from '#renderer/api/data.ts'
import { cataloguesText } from '#renderer/text/catalogues.ts'
import { settingsText } from '#renderer/text/settings.ts'
import { Screen } from '#renderer/ui/layout/Screen.tsx'
import { takeFocus, useNavigation } from '#renderer/ui/state/navigation.ts'
import { AboutSection } from './AboutSection.tsx'
import { BackupsSection } from './BackupsSection.tsx'
import { CatalogueSection } from './catalogue/CatalogueSection.tsx'
import { DisplaySection } from './DisplaySection.tsx'
import { OfficeSection } from './OfficeSection.tsx'
import { BandsSection } from './progress/BandsSection.tsx'
import { PresetsSection } from './progress/PresetsSection.tsx'
import './settings.css'

const OWN_SECTIONS = ['office', 'display', 'bands', 'presets', 'backups', 'about'] as const
type Section = (typeof OWN_SECTIONS)[number] | CatalogueId

const GROUPS: readonly { readonly title: string; readonly sections: readonly Section[] }[] = [
  { title: settingsText.sections.office, sections: ['office', 'display'] },
  {
    title: cataloguesText.groupLists,
    sections: [
      'unitTypes',
      'indicators',
      'assigners',
      'legalForms',
      'stages',
      'reasons',
      'people',
      'committeeRoles',
      'commendationForms',
    ],
  },
  { title: settingsText.groupProgress, sections: ['bands', 'presets'] },
  { title: cataloguesText.groupDocuments, sections: ['letterheads', 'signers', 'recipients', 'legalBases'] },
  { title: settingsText.groupProgram, sections: ['backups', 'about'] },
]

/** Cơ quan ta là ai? */
export function SettingsScreen() {
  const [section, setSection] = useState<Section>('office')
  // Also while the screen is open: the palette leads from one list to another.
  const asked = useNavigation(({ focus }) => focus)
  useEffect(() => {
    if (asked === null) return
    const focus = takeFocus()
    const found = GROUPS.flatMap(({ sections }) => sections).find((name) => name === focus)
    if (found !== undefined) setSection(found)
  }, [asked])
  return (
    <Screen title={settingsText.title}>
      <div className="settings">
        <TabList
          vertical
          size="small"
          aria-label={settingsText.sectionsLabel}
          selectedValue={section}
          onTabSelect={(_, { value }) =>
            setSection(GROUPS.flatMap(({ sections }) => sections).find((name) => name === value) ?? 'office')
          }
        >
          {GROUPS.map(({ title, sections }) => [
            <div key={title} className="settings-group" role="presentation">
              {title}
            </div>,
            ...sections.map((name) => (
              <Tab key={name} value={name}>
                {titleOf(name)}
              </Tab>
            )),
          ])}
        </TabList>
        <SectionBody section={section} />
      </div>
    </Screen>
  )
}

function SectionBody({ section }: { readonly section: Section }) {
  const settings = useData('settings.get', {}).data
  const catalogue = catalogueIdOf(section)
  return (
    <section
      className={catalogue === null && section !== 'bands' ? 'settings-section' : 'settings-section settings-table'}
      aria-label={titleOf(section)}
    >
      <h2 className="settings-title">{titleOf(section)}</h2>
      {catalogue === null ? null : <CatalogueSection key={catalogue} id={catalogue} />}
      {section === 'office' && settings !== undefined ? (
        <OfficeSection root={settings.root} values={settings.values} />
      ) : null}
      {section === 'display' ? <DisplaySection /> : null}
      {section === 'bands' ? <BandsSection /> : null}
      {section === 'presets' ? <PresetsSection /> : null}
      {section === 'backups' ? <BackupsSection /> : null}
      {section === 'about' ? <AboutSection /> : null}
    </section>
  )
}

function catalogueIdOf(section: Section): CatalogueId | null {
  return CATALOGUE_IDS.find((id) => id === section) ?? null
}

function titleOf(section: Section): string {
  const own = OWN_SECTIONS.find((name) => name === section)
  if (own !== undefined) return settingsText.sections[own]
  const catalogue = catalogueIdOf(section)
  return catalogue === null ? '' : cataloguesText.lists[catalogue].title
}
