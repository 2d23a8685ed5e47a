import type { DraftView } from '#shared/domain/documents/draft-compose.ts'
import type { DocumentProblem } from '#shared/domain/documents/problems.ts'
import { formatCountInProse } from '#shared/domain/text/format.ts'

/** What only a draft can be short of: words to confirm, fields without a figure, two versions of one sentence. */
export function findDraftProblems(
  draftId: string,
  views: readonly DraftView[],
  unknown: ReadonlyMap<string, readonly string[]>,
): DocumentProblem[] {
  const kept = views.filter((view) => view.state !== 'dropped')
  const problem = (
    code: DocumentProblem['code'],
    severity: DocumentProblem['severity'],
    view: DraftView | undefined,
    message: string,
  ): DocumentProblem => ({
    code,
    severity,
    mend: 'documents',
    focus: view === undefined ? null : `draft ${draftId} ${view.key}`,
    message,
  })
  const problems: DocumentProblem[] = []
  for (const view of kept) {
    if (view.phrases.length > 0)
      problems.push(
        problem(
          'DRAFT_PHRASES',
          'warning',
          view,
          `Phần “${view.name}” còn ${formatCountInProse(view.phrases.length)} lời dự thảo cần xác nhận: ${view.phrases[0] ?? ''}. Hãy sửa thành lời chính thức trước khi phát hành.`,
        ),
      )
    const missing = unknown.get(view.key)?.length ?? 0
    if (missing > 0)
      problems.push(
        problem(
          'DRAFT_FIELD_UNKNOWN',
          'warning',
          view,
          `Phần “${view.name}” có ${formatCountInProse(missing)} chỗ không còn số liệu hoặc bảng vào ngày này. Hãy chọn số liệu khác hoặc bỏ chỗ đó.`,
        ),
      )
    if (view.clash)
      problems.push(
        problem(
          'DRAFT_CLASH',
          'warning',
          view,
          `Phần “${view.name}” đã sửa tay, và lời do chương trình soạn cho ngày này cũng đã khác. Hãy so hai bản rồi chọn.`,
        ),
      )
  }
  if (!kept.some((view) => ['lead', 'heading', 'article', 'closing', 'annex'].includes(view.part)))
    problems.push(
      problem('DRAFT_EMPTY', 'error', views[0], 'Bản thảo không còn phần nội dung nào. Hãy lấy lại ít nhất một phần.'),
    )
  return problems
}
