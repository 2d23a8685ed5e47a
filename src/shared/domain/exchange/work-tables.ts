import type { ExchangeTable } from './tables.ts'

// Who steers the work of a unit and what came of it: steering committees, who is in charge of what, collaborators,
// visits and what they left to do, plans for difficult enterprises and weak unions, commendations. They are the unit's
// as its registry is, but for commendations, which the province decides.

export const WORK_TABLES: readonly ExchangeTable[] = [
  {
    table: 'committees',
    owner: 'unit',
    key: ['unit', 'name', 'valid_from'],
    derived: [
      { column: 'name_folded', from: 'name', how: 'fold' },
      { column: 'sort_key', from: 'name', how: 'sort' },
    ],
    title: 'name',
    unit: 'unit',
    companion: true,
  },
  {
    table: 'committee_decisions',
    owner: 'unit',
    key: ['committee', 'kind', 'decided_on'],
    title: 'number',
    parents: ['committee'],
  },
  {
    table: 'committee_members',
    owner: 'unit',
    key: ['committee', 'person', 'role', 'valid_from'],
    title: 'position',
    parents: ['committee'],
  },
  {
    table: 'assignments',
    owner: 'unit',
    title: 'duties',
    unit: 'unit',
    parents: ['enterprise', 'union'],
  },
  {
    table: 'collaborators',
    owner: 'unit',
    derived: [
      { column: 'name_folded', from: 'full_name', how: 'fold' },
      { column: 'sort_key', from: 'full_name', how: 'person-sort' },
    ],
    title: 'full_name',
    unit: 'unit',
  },
  {
    table: 'visits',
    owner: 'unit',
    title: 'title',
    unit: 'unit',
    parents: ['enterprise'],
  },
  {
    table: 'visit_people',
    owner: 'unit',
    key: ['visit', 'person'],
    title: 'person',
    parents: ['visit'],
  },
  {
    // Its unit is the one that has to do it, not the one whose visit it is.
    table: 'visit_followups',
    owner: 'unit',
    title: 'content',
    parents: ['visit'],
  },
  {
    table: 'remedies',
    owner: 'unit',
    title: 'opened_on',
    parents: ['enterprise', 'union'],
  },
  {
    table: 'remedy_steps',
    owner: 'unit',
    title: 'content',
    parents: ['remedy'],
  },
  {
    table: 'union_officers',
    owner: 'unit',
    derived: [{ column: 'name_folded', from: 'full_name', how: 'fold' }],
    title: 'full_name',
    parents: ['union'],
  },
  {
    table: 'commendations',
    owner: 'province',
    key: ['plan', 'unit', 'kind', 'name'],
    derived: [{ column: 'name_folded', from: 'name', how: 'fold' }],
    title: 'name',
    unit: 'unit',
    parents: ['union', 'person'],
  },
]
