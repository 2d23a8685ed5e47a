import { expect, test } from 'vitest'
import { readStep } from '#renderer/ui/remedies/read-step.ts'

test.each([
  ['Khảo sát lao động', ['Khảo sát lao động']],
  ['  Khảo sát lao động; 15/9/2024 ', ['Khảo sát lao động', '15/9/2024']],
  ['Gặp chủ; phát đơn;2024-09-15', ['Gặp chủ; phát đơn', '2024-09-15']],
  // What is no day is for the backend to refuse, with its reason; what has no digits is part of the words.
  ['Khảo sát; 31/2/2024', ['Khảo sát', '31/2/2024']],
  ['Khảo sát; sau Tết', ['Khảo sát; sau Tết']],
  ['Đạt 50; 60%', ['Đạt 50; 60%']],
  ['; 15/9/2024', ['; 15/9/2024']],
])('a step and by when: %s', (line, cells) => {
  expect(readStep(line)).toEqual(cells.map((value, at) => ({ column: at === 0 ? 'content' : 'dueOn', value })))
})
