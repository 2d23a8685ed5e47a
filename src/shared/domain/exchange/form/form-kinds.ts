import type { PackageKind } from '../content.ts'
import type { FormKind } from './form-kind.ts'
import { commitmentForm } from './kinds/commitment.ts'
import { opinionsForm } from './kinds/opinions.ts'
import { reportForm } from './kinds/report.ts'
import { returnForm } from './kinds/return.ts'
import { surveyForm } from './kinds/survey.ts'

/** Kinds an office without the program can answer in Excel; the others travel only as packages. */
export const FORM_KINDS: Readonly<Partial<Record<PackageKind, FormKind>>> = {
  'report-form': reportForm,
  'targets-draft': opinionsForm,
  commitment: commitmentForm,
  survey: surveyForm,
  return: returnForm,
}
