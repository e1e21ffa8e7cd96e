import { expect, test } from 'vitest'
import { isNamesake, isSamePerson, likenessKey, spellingKey } from './likeness.ts'

const like = (full: string, sex: 'male' | 'female', born: string) => ({ full, given: full.split(' ').at(-1) ?? '', sex, born })

test.each([
  ['Nguyễn Thị Hoà', '1990-03-05', 'NGUYỄN THỊ HÒA', '1990-03-05', true, true],
  ['Nguyễn Thị Hòa', '1990-03-05', 'Nguyễn Thị Hoa', '1990-03-05', false, false],
  ['Nguyễn Thị Hòa', '1990-03-05', 'nguyen thi hoa', '1990', true, true],
  ['Nguyễn Thị Hòa', '1990-03-05', 'NGUYEN THI HOA', '1990', true, true],
  ['Nguyễn Thị Thu Lan', '1990-03-05', 'Nguyễn Lan', '1990-03', true, false],
  ['Nguyễn Thị Lan', '1990-03-05', 'Nguyễn Thị Lan', '1990-04-05', false, false],
  ['Nguyễn Thị Lan', '1990', 'Trần Thị Lan', '1990', false, false],
  ["H'Hen Niê", '1990', 'H’Hen  Niê', '1990', true, true],
  ["H'Hen Niê", '1990', 'H’HEN NIE', '1990', true, true],
])('%s (%s) and %s (%s): the same in one household %s, worth a question elsewhere %s', (a, bornA, b, bornB, isSame, isAsked) => {
  expect(isSamePerson(like(a, 'female', bornA), like(b, 'female', bornB))).toBe(isSame)
  expect(isSamePerson(like(b, 'female', bornB), like(a, 'female', bornA))).toBe(isSame)
  expect(isSamePerson(like(a, 'female', bornA), like(b, 'male', bornB))).toBe(false)
  expect(isNamesake(like(a, 'female', bornA), like(b, 'female', bornB))).toBe(isAsked)
  expect(isNamesake(like(b, 'female', bornB), like(a, 'female', bornA))).toBe(isAsked)
  expect(isNamesake(like(a, 'female', bornA), like(b, 'male', bornB))).toBe(false)
})

test('a name is the same wherever its tone is written, and decomposed', () => {
  expect(spellingKey('Thuỷ')).toBe(spellingKey('Thủy'.normalize('NFD')))
  expect(spellingKey('Lân')).not.toBe(spellingKey('Lan'))
})

test('whoever may be one person is looked up by one key', () => {
  expect(likenessKey(like('Nguyễn Thị Hoà', 'female', '1990-03-05'))).toBe(likenessKey(like('nguyen thi hoa', 'female', '1990')))
})
