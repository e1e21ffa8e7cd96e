import { P0_SECTIONS } from '@sotay/domain/packs/tt01-2022/code-lists'
import { expect, it } from 'vitest'
import { p0En } from './p0-en.ts'
import { workEn } from './work-en.ts'

it('names the sections of P0 as the form does', () => {
  for (const section of P0_SECTIONS) expect(`${section}. ${workEn.sections[section]}`).toBe(p0En.section(section))
})

it('tells one thing in the singular', () => {
  const { handbook, end } = workEn
  expect([handbook.inShort(1), handbook.inShort(2)]).toEqual(['1 visit', '2 visits'])
  expect([handbook.times(1, 1), handbook.times(2, 3)]).toEqual(['1 time, 1 person', '2 times, 3 people'])
  expect([handbook.bySex(1, 1), handbook.bySex(0, 2)]).toEqual(['1 man, 1 woman', '0 men, 2 women'])
  expect([end.notEmpty(4, 'Arrivals', 1), end.notEmpty(4, 'Arrivals', 2)].map((told) => /has (.*) now/.exec(told)?.[1])).toEqual(['1 line', '2 lines'])
  expect([end.open(1), end.open(2)].map((told) => told.slice(0, 18))).toEqual(['1 section has no l', '2 sections have no'])
  expect([end.late(1), end.late(2)]).toEqual(['Late for this month: 1 note after the signature', 'Late for this month: 2 notes after the signature'])
})
