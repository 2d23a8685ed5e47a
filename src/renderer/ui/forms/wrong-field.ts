/**
 * The first field of a form whose text could not be read (a date that is none); it is focused and its reason is
 * answered. The browser's own bubbles are switched off: they speak the language of the system.
 */
export function findWrongField(form: HTMLFormElement): string | null {
  for (const element of form.elements) {
    if (!(element instanceof HTMLInputElement) || !element.validity.customError) continue
    element.focus()
    return element.validationMessage
  }
  return null
}
