import { formatDate } from '#shared/domain/text/format.ts'
import { useData } from '#renderer/api/data.ts'
import { documentsText } from '#renderer/text/documents.ts'
import { SimpleTable } from '#renderer/ui/layout/SimpleTable.tsx'

const text = documentsText.register

/** Sổ văn bản: what was issued by series and number, with gaps and doubles at its head. */
export function RegisterSection() {
  const register = useData('register.list', {}).data
  if (register === undefined) return null
  return (
    <section aria-label={text.title}>
      <h2 className="documents-title">{text.title}</h2>
      {register.flags.length === 0 ? null : (
        <ul className="register-flags" aria-label={text.flags}>
          {register.flags.map((flag) => (
            <li key={`${flag.kind} ${flag.series} ${flag.year} ${flag.number}`} className="problem-warning">
              {flag.message}
            </li>
          ))}
        </ul>
      )}
      <SimpleTable
        label={text.title}
        rows={register.rows}
        rowKey={(row) => row.id}
        empty={text.empty}
        columns={[
          { title: text.code, width: '120px', cell: (row) => row.code },
          { title: text.issuedOn, width: '110px', cell: (row) => formatDate(row.issuedOn) },
          { title: text.name, cell: (row) => row.title },
          { title: text.corrects, cell: (row) => row.corrects ?? '' },
        ]}
      />
    </section>
  )
}
