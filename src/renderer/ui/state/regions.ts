/**
 * Sent to a part of the window (an element with `data-region`) that shall take the keyboard's focus and knows
 * best which of its elements should have it.
 */
export const TAKE_FOCUS = 'take-focus'
