import { expect, test } from 'vitest'
import { markOf } from './look-alikes.ts'

test('what is not known on one side is neither the same nor another', () => {
  expect(markOf('Kinh', 'Kinh')).toBe('same')
  expect(markOf('Kinh', 'Tày')).toBe('differs')
  expect(markOf('Kinh', undefined)).toBe('oneMissing')
  expect(markOf(undefined, 'Kinh')).toBe('oneMissing')
  expect(markOf(undefined, undefined)).toBe('bothMissing')
})
