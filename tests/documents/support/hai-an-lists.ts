import type { EnterpriseFact, ListFacts, PersonFact } from '#shared/domain/documents/facts.ts'

const PEOPLE: readonly PersonFact[] = [
  { fullName: 'Trần Văn An', position: 'Phó Chủ tịch', unit: 'LĐLĐ tỉnh Hải An', isOwn: true },
  { fullName: 'Đỗ Thị Bích', position: 'Trưởng Ban Tổ chức', unit: 'LĐLĐ tỉnh Hải An', isOwn: true },
  { fullName: 'Lê Quang Huy', position: 'Chủ tịch', unit: 'LĐLĐ huyện An Lạc', isOwn: false },
]

function enterprise(
  id: number,
  name: string,
  unit: string | null,
  workers: number,
  rest: Partial<EnterpriseFact> = {},
) {
  return {
    id: `dn-${id}`,
    name,
    taxCode: `01001091${String(id).padStart(2, '0')}`,
    address: `Số ${id} đường Trần Phú, thành phố Hải An`,
    industry: 'May mặc',
    unit,
    workers,
    members: 0,
    hasUnion: false,
    difficulty: null,
    isDifficult: false,
    officer: null,
    surveyedOn: '2024-01-15',
    ...rest,
  }
}

/** Enterprises, people and a union of the invented province, for documents that list them. */
export const HAI_AN_LISTS: ListFacts = {
  people: PEOPLE,
  union: {
    id: 'cd-1',
    name: 'Công đoàn cơ sở Công ty TNHH May Hải An',
    unit: 'LĐLĐ thành phố Hải An',
    enterprise: 'Công ty TNHH May Hải An',
    foundedOn: '2024-05-20',
    decisionOn: '2024-05-17',
    members: 18,
    chair: 'Nguyễn Thị Lụa',
    endedOn: null,
  },
  enterprises: [
    enterprise(1, 'Công ty TNHH May Hải An', 'TPHA', 120, { hasUnion: true, members: 90 }),
    enterprise(2, 'Công ty Cổ phần Bao bì Thành Đạt', 'TPHA', 64, { officer: PEOPLE[1] ?? null }),
    enterprise(3, 'Công ty TNHH Da giày Minh Phát', 'AL', 1_350, {
      difficulty: 'Chủ doanh nghiệp chưa ủng hộ; lao động biến động',
      isDifficult: true,
      officer: PEOPLE[2] ?? null,
    }),
    enterprise(4, 'Doanh nghiệp tư nhân Tân Tiến', 'AL', 9),
    enterprise(5, 'Công ty TNHH Điện tử Sao Mai 26', null, 48, {
      difficulty: 'Chưa có người làm nòng cốt',
      address: null,
    }),
  ],
}
