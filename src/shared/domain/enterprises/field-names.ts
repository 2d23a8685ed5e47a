import { foldText } from '../text/fold.ts'
import { REGISTRY_TITLES } from './column-titles.ts'
import { findRegistryColumn, REGISTRY_COLUMNS, type RegistryColumn, type RegistryColumnId } from './columns.ts'

/** What else people and scripts call a column, besides its own name and its title. Folded, signs made spaces. */
const OTHER_NAMES: Readonly<Partial<Record<RegistryColumnId, readonly string[]>>> = {
  name: ['ten', 'ten dn', 'ten don vi'],
  taxCode: ['mst', 'tax', 'ma thue'],
  unit: ['unit code', 'ma don vi', 'don vi quan ly'],
  legalForm: ['form', 'loai hinh doanh nghiep'],
  workers: ['so lao dong', 'ld', 'size', 'employees', 'cnvcld'],
  women: ['women workers', 'lao dong nu', 'so lao dong nu', 'nu'],
  foreignWorkers: ['lao dong nuoc ngoai'],
  withContracts: ['contracts', 'hop dong lao dong', 'hdld'],
  insured: ['bhxh', 'social insurance', 'so tham gia bhxh', 'so lao dong tham gia bhxh'],
  sizeBand: ['band', 'size band', 'muc quy mo'],
  hasUnion: ['union', 'cdcs', 'co cd', 'cong doan', 'co cong doan', 'da co cdcs'],
  members: ['union members', 'so doan vien', 'dv'],
  womenMembers: ['members women', 'doan vien nu', 'dv nu'],
  nonmembers: ['non members', 'nonmember', 'so chua la doan vien', 'chua la dv'],
  unionDecisionNumber: ['decision', 'decision number', 'so quyet dinh'],
  unionDecisionOn: ['decision on', 'decision date', 'ngay quyet dinh'],
  partyOrganisation: ['party', 'party organization', 'dang', 'to chuc dang'],
  youthOrganisation: ['youth', 'youth organization', 'doan thanh nien'],
  stage: ['funnel', 'giai doan'],
  stageOn: ['stage date', 'ngay vao giai doan'],
  daysInStage: ['days', 'so ngay'],
  officer: ['can bo', 'phu trach', 'nguoi phu trach'],
  feasibility: ['kha nang'],
  attitude: ['thai do'],
  difficultyCodes: ['difficulty code', 'difficulties', 'ma kho khan', 'loai kho khan'],
  difficulty: ['kho khan', 'vuong mac', 'kho khan vuong mac'],
  expectedOn: ['expected', 'expected date', 'du kien thanh lap'],
  expectedMembers: ['du kien doan vien', 'so doan vien du kien'],
  lastContactOn: ['last contact', 'tiep xuc cuoi', 'lan tiep xuc gan nhat'],
  nextContactOn: ['next contact', 'hen'],
  contacts: ['contact count', 'so lan gap', 'tiep xuc'],
  operatingStatus: ['status', 'tinh trang'],
  placeKind: ['kind', 'kind of place', 'loai'],
  industry: ['nganh'],
  address: ['dia chi'],
  ward: ['commune', 'xa', 'phuong', 'xa phuong'],
  district: ['huyen', 'huyen cu'],
  zone: ['kcn', 'industrial zone', 'khu'],
  phone: ['sdt', 'so dien thoai', 'telephone'],
  director: ['owner', 'giam doc', 'chu dn'],
  contactPerson: ['contact', 'nguoi lien he'],
  country: ['nationality', 'quoc tich'],
  foundedOn: ['founded', 'ngay thanh lap', 'nam thanh lap'],
  shortName: ['ten tat'],
  foreignName: ['english name', 'ten tieng anh'],
  surveyCode: ['code', 'ma'],
  source: ['nguon'],
  parentEnterprise: ['parent', 'cong ty me'],
  taxCheck: ['mst check', 'kiem tra ma so thue'],
  surveyedOn: ['surveyed', 'survey date', 'ngay khao sat'],
  note: ['notes'],
}

let byName: ReadonlyMap<string, RegistryColumn> | null = null

/** A column by its name ("taxCode", "tax_code"), its title ("Mã số thuế") or what else it is called; null for none. */
export function findRegistryField(name: string): RegistryColumn | null {
  byName ??= collectNames()
  return byName.get(nameForm(name)) ?? byName.get(nameForm(name).replaceAll(' ', '')) ?? null
}

function collectNames(): ReadonlyMap<string, RegistryColumn> {
  const names = new Map<string, RegistryColumn>()
  const add = (name: string, column: RegistryColumn): void => {
    if (!names.has(name)) names.set(name, column)
  }
  for (const column of REGISTRY_COLUMNS) add(column.id.toLowerCase(), column)
  for (const column of REGISTRY_COLUMNS) add(nameForm(REGISTRY_TITLES[column.id]), column)
  for (const [id, others] of Object.entries(OTHER_NAMES)) {
    const column = findRegistryColumn(id)
    if (column !== null) for (const other of others) add(other, column)
  }
  return names
}

/** "Xã, phường" → "xa phuong", "tax_code" → "tax code", "taxCode" → "taxcode". */
function nameForm(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** "workers (Lao động), members (Đoàn viên), …": what a sentence about an unknown column lists. */
export function listRegistryFields(): string {
  return REGISTRY_COLUMNS.map(({ id }) => `${id} (${REGISTRY_TITLES[id]})`).join(', ')
}
