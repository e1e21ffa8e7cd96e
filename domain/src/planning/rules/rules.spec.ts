import { describe, it } from 'vitest'
import { partialDate } from '../../kernel/partial-date.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { birth, death, departure, type Draft, household, mother, person } from '../../testing/drafts.ts'
import { given } from '../../testing/given.ts'
import { personId } from '../../testing/ids.ts'
import { declined, elderExamined, newborn, pregnancy, pregnancyEnded, premaritalExamined, prenatal, started, stopped } from '../../testing/planning-drafts.ts'

const husband = person('Nam', { born: '1988', data: { sex: 'male', marital: 'married', spouse: personId('mother') } })
const home = (...more: readonly Draft[]) => given(household(), mother(), husband, ...more)

describe('a method begun', () => {
  it('by a woman in a couple', () => home().when(started('mother', 'iud', '2026-03-01')).thenNoProblem())
  it('by her husband is his sterilisation and nothing else', () => {
    home().when(started('Nam', 'male-sterilisation', '2026-03-01')).thenNoProblem()
    home().when(started('Nam', 'condom', '2026-03-01')).thenProblem('method-of-a-woman', { at: 'data.method', severity: 'block' })
    home().when(started('mother', 'male-sterilisation', '2026-03-01')).thenProblem('method-of-a-man', { at: 'data.method', severity: 'block' })
  })
  it('while another runs would close it', () => {
    const pill = home(started('mother', 'pill', '2026-02-01'))
    pill.when(started('mother', 'iud', '2026-03-01')).thenProblem('method-switched', { at: 'data.method', severity: 'warn' })
    pill.when(started('mother', 'pill', '2026-03-01')).thenProblem('method-runs-already', { severity: 'warn' })
    pill.when(started('mother', 'iud', '2026-01-15')).thenNoProblem('method-switched')
  })
  it('after a stop, or beside his, closes nothing', () => {
    home(started('mother', 'pill', '2026-02-01'), stopped('mother', 'pill', '2026-02-10')).when(started('mother', 'iud', '2026-03-01')).thenNoProblem()
    home(started('Nam', 'male-sterilisation', '2026-02-01')).when(started('mother', 'iud', '2026-03-01')).thenNoProblem()
  })
  it('after sterilisation is doubted', () => {
    home(started('mother', 'female-sterilisation', '2026-02-01')).when(started('mother', 'pill', '2026-03-01')).thenProblem('after-sterilisation', { severity: 'warn' })
  })
  it('by a woman of 14 or 50 is doubted, of 15 and 49 not', () => {
    const of = (born: string) => given(household(), mother({ born })).when(started('mother', 'iud', '2026-03-01'))
    of('2011-03-02').thenProblem('woman-not-of-the-age', { severity: 'warn' })
    of('2011-03-01').thenNoProblem()
    of('1976-03-01').thenProblem('woman-not-of-the-age')
    of('1976-03-02').thenNoProblem()
  })
  it('by a woman without a husband is doubted', () => {
    const of = (marital: 'divorced' | 'unknown' | 'separated') => given(household(), mother({ data: { marital } })).when(started('mother', 'iud', '2026-03-01'))
    of('divorced').thenProblem('not-in-a-couple', { at: 'data.person', severity: 'warn' })
    of('unknown').thenProblem('not-in-a-couple')
    of('separated').thenNoProblem()
    home(death('Nam', '2026-02-01')).when(started('mother', 'iud', '2026-03-01')).thenProblem('not-in-a-couple')
    home(death('Nam', '2026-04-01')).when(started('mother', 'iud', '2026-03-01')).thenNoProblem('not-in-a-couple')
  })
  it('before the book knew her is judged by the book’s first day', () => {
    home().when(started('mother', 'iud', '2025-12-01')).thenNoProblem()
    given(household(), mother({ data: { marital: 'divorced' } })).when(started('mother', 'iud', '2025-12-01')).thenProblem('not-in-a-couple')
  })
  it('by a woman who stays for now is not asked about her husband', () => {
    given(household(), mother({ data: { marital: 'unknown', residence: { legal: 'none', presence: 'staying' } } })).when(started('mother', 'iud', '2026-03-01')).thenNoProblem()
  })
  it('does not count the note that is corrected', () => {
    home(started('mother', 'pill', '2026-02-01', { as: 'p' })).when(started('mother', 'iud', '2026-02-01', { corrects: 'p' })).thenNoProblem()
  })
  it('of somebody unknown, before birth, after death or departure', () => {
    home().when(started('nobody', 'iud', '2026-03-01')).thenProblem('subject-unknown', { severity: 'block' })
    home().when(started('mother', 'iud', '1990-05-19')).thenProblem('before-birth', { severity: 'block' })
    home(death('mother', '2026-02-01')).when(started('mother', 'iud', '2026-03-01')).thenProblem('after-death', { severity: 'warn' })
    home(departure(['mother'], '2026-02-01')).when(started('mother', 'iud', '2026-03-01')).thenProblem('after-departure', { severity: 'warn' })
  })
})

describe('a method stopped', () => {
  it('runs until then', () => home(started('mother', 'iud', '2026-02-01')).when(stopped('mother', 'iud', '2026-03-01')).thenNoProblem())
  it('without a start is doubted, so is the stop of another', () => {
    home().when(stopped('mother', 'iud', '2026-03-01')).thenProblem('stop-without-start', { at: 'data.method', severity: 'warn' })
    home(started('mother', 'iud', '2026-02-01')).when(stopped('mother', 'pill', '2026-03-01')).thenProblem('stop-without-start')
    home(started('mother', 'iud', '2026-03-02')).when(stopped('mother', 'iud', '2026-03-01')).thenProblem('stop-without-start')
  })
  it('by a man is his sterilisation', () => {
    home(started('Nam', 'male-sterilisation', '2026-02-01')).when(stopped('Nam', 'male-sterilisation', '2026-03-01')).thenNoProblem()
    home().when(stopped('Nam', 'pill', '2026-03-01')).thenProblem('method-of-a-woman', { severity: 'block' })
  })
})

describe('no method', () => {
  it('is told of a woman in a couple', () => {
    home().when(declined('mother', 'wants-child', '2026-03-01')).thenNoProblem()
    home().when(declined('Nam', 'wants-child', '2026-03-01')).thenProblem('not-a-woman', { at: 'data.person', severity: 'block' })
    given(household(), mother({ data: { marital: 'divorced' } })).when(declined('mother', 'other', '2026-03-01')).thenProblem('not-in-a-couple')
  })
  it('while one runs is doubted', () => home(started('mother', 'iud', '2026-02-01')).when(declined('mother', 'other', '2026-03-01')).thenProblem('declined-while-using', { at: 'data.reason', severity: 'warn' }))
})

describe('a pregnancy', () => {
  it('of a woman', () => {
    home().when(pregnancy('mother', '2026-03-01')).thenNoProblem()
    home().when(pregnancy('Nam', '2026-03-01')).thenProblem('not-a-woman', { severity: 'block' })
  })
  it('while one is open is doubted', () => {
    const one = pregnancy('mother', '2026-02-01')
    home(one).when(pregnancy('mother', '2026-03-01')).thenProblem('pregnancy-open', { severity: 'warn' })
    home(one, pregnancyEnded('mother', 'miscarriage', '2026-02-10')).when(pregnancy('mother', '2026-03-01')).thenNoProblem()
    home(one, birth({ on: '2026-02-10' })).when(pregnancy('mother', '2026-03-01')).thenNoProblem('pregnancy-open')
  })
  it('noted late, with another after it, needs an end in between', () => {
    const later = pregnancy('mother', '2026-06-01')
    home(later).when(pregnancy('mother', '2026-03-01')).thenProblem('pregnancy-open')
    home(later, pregnancyEnded('mother', 'miscarriage', '2026-04-01')).when(pregnancy('mother', '2026-03-01')).thenNoProblem()
    home(later, birth({ on: '2026-04-01' })).when(pregnancy('mother', '2026-03-01')).thenNoProblem('pregnancy-open')
  })
  it('has dates that can be', () => {
    const dated = (data: { lastPeriod?: string; due?: string }) =>
      pregnancy('mother', '2026-03-01', { data: { ...(data.lastPeriod === undefined ? {} : { lastPeriod: plainDate(data.lastPeriod) }), ...(data.due === undefined ? {} : { due: plainDate(data.due) }) } })
    home().when(dated({ lastPeriod: '2026-03-02' })).thenProblem('last-period-after-found', { at: 'data.lastPeriod', severity: 'block' })
    home().when(dated({ lastPeriod: '2026-03-01' })).thenNoProblem()
    home().when(dated({ due: '2026-02-28' })).thenProblem('due-before-found', { at: 'data.due', severity: 'warn' })
  })
  it('of a girl of 14 or a woman of 51 is doubted', () => {
    const of = (born: string) => given(household(), mother({ born })).when(pregnancy('mother', '2026-03-01'))
    of('2011-03-02').thenProblem('pregnant-unusual-age', { severity: 'warn' })
    of('1975-03-01').thenProblem('pregnant-unusual-age')
    of('1975-03-02').thenNoProblem()
  })
  it('that ends was open', () => {
    home(pregnancy('mother', '2026-02-01')).when(pregnancyEnded('mother', 'abortion', '2026-03-01')).thenNoProblem()
    home().when(pregnancyEnded('mother', 'abortion', '2026-03-01')).thenProblem('end-without-pregnancy', { severity: 'warn' })
    home(pregnancy('mother', '2026-03-02')).when(pregnancyEnded('mother', 'abortion', '2026-03-01')).thenProblem('end-without-pregnancy')
    home().when(pregnancyEnded('Nam', 'abortion', '2026-03-01')).thenProblem('not-a-woman', { severity: 'block' })
  })
})

describe('a screening before birth', () => {
  const carrying = (data: { lastPeriod?: string; due?: string } = {}) =>
    home(pregnancy('mother', '2026-02-01', { data: { ...(data.lastPeriod === undefined ? {} : { lastPeriod: plainDate(data.lastPeriod) }), ...(data.due === undefined ? {} : { due: plainDate(data.due) }) } }))
  it('is of a woman who is pregnant', () => {
    carrying().when(prenatal('mother', '2026-03-01')).thenNoProblem()
    home().when(prenatal('mother', '2026-03-01')).thenProblem('screened-without-pregnancy', { severity: 'warn' })
    home().when(prenatal('Nam', '2026-03-01')).thenProblem('not-a-woman', { severity: 'block' })
  })
  it('may be two weeks off its window, not more', () => {
    const at = (days: string) => carrying({ lastPeriod: '2026-01-01' }).when(prenatal('mother', days))
    at('2026-03-11').thenProblem('weeks-off-window', { at: 'data.window', severity: 'warn' })
    at('2026-03-12').thenNoProblem()
    at('2026-04-09').thenNoProblem()
    at('2026-04-10').thenProblem('weeks-off-window')
    carrying({ lastPeriod: '2026-01-01' }).when(prenatal('mother', '2026-05-28', undefined, { data: { window: '21' } })).thenNoProblem()
  })
  it('is held against the due date where no last period was told', () => {
    carrying({ due: '2026-10-08' }).when(prenatal('mother', '2026-03-12')).thenNoProblem()
    carrying({ due: '2026-10-08' }).when(prenatal('mother', '2026-03-11')).thenProblem('weeks-off-window')
    carrying({ due: '1800-05-01' }).when(prenatal('mother', '2026-03-11')).thenProblem('weeks-off-window')
  })
  it('tells of one condition at least', () => carrying().when(prenatal('mother', '2026-03-01', {})).thenProblem('no-result-told', { at: 'data.results', severity: 'block' }))
})

describe('a screening of a newborn', () => {
  const born = () => home(birth())
  it('is after the birth, a boy’s too', () => {
    born().when(newborn('child', '2026-03-06')).thenNoProblem()
    home(birth({ data: { sex: 'male' } })).when(newborn('child', '2026-03-06')).thenNoProblem()
    born().when(newborn('child', '2026-03-03')).thenProblem('before-birth', { severity: 'block' })
  })
  it('is hardly of somebody older than a year', () => {
    given(household(), person('bé', { born: '2025-03-01' })).when(newborn('bé', '2026-03-01')).thenNoProblem()
    given(household(), person('bé', { born: '2025-03-01' })).when(newborn('bé', '2026-03-02')).thenProblem('not-a-newborn', { severity: 'warn' })
  })
  it('tells of one condition at least', () => born().when(newborn('child', '2026-03-06', {})).thenProblem('no-result-told', { severity: 'block' }))
})

describe('an examination', () => {
  it('of the elderly is of those of 60', () => {
    given(household(), person('cụ', { data: { born: partialDate('1966-03-01') } })).when(elderExamined('cụ', '2026-03-01')).thenNoProblem()
    given(household(), person('cụ', { data: { born: partialDate('1966-03-02') } })).when(elderExamined('cụ', '2026-03-01')).thenProblem('not-an-elder', { severity: 'warn' })
  })
  it('is of men and women, within the lifetime', () => {
    home(person('ông', { born: '1950', data: { sex: 'male' } })).when(elderExamined('ông', '2026-03-01')).thenNoProblem()
    home().when(premaritalExamined('Nam', '2026-03-01')).thenNoProblem()
    home(death('Nam', '2026-02-01')).when(premaritalExamined('Nam', '2026-03-01')).thenProblem('after-death')
  })
})
