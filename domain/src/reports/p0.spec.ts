import { describe, expect, it } from 'vitest'
import { asHousehold, asPerson } from '../kernel/ids.ts'
import { firstDay, lastDay, period, periodsBetween } from '../kernel/period.ts'
import { personFrom, householdFrom } from '../register/fold.ts'
import { birth, death, type Draft, household, mother, person, personChanged } from '../testing/drafts.ts'
import { historyOf, type Notebook, notedOf } from '../testing/given.ts'
import { areaId, type householdId, personId } from '../testing/ids.ts'
import { makeHistory } from '../testing/make-history.ts'
import { naiveRecount } from '../testing/naive-recount.ts'
import { adoption, moved } from '../testing/moving-drafts.ts'
import { villageOf } from '../testing/village.ts'
import { p0Of } from './p0.ts'

function sourceOf(book: Notebook) {
  const people = new Map(book.subjects().map((id) => [asPerson(id), personFrom(asPerson(id), book.about(id))]))
  return {
    people: [...people.values()],
    person: (id: ReturnType<typeof personId>) => people.get(id),
    household: (id: ReturnType<typeof householdId>) => householdFrom(asHousehold(id), book.about(id)),
  }
}
const march = (drafts: readonly Draft[], of = '2026-03') => p0Of(sourceOf(historyOf(notedOf(drafts))), areaId('1'), period(of))

describe('P0 §1', () => {
  it('leaves what was not asked without a value', () => {
    expect(march([household(), mother({ born: '1999' }), birth({ data: { place: 'unknown' } })]).births).toEqual([
      {
        person: personId('child'),
        householdNumber: '1',
        bornFemale: '2026-03-04',
        mother: { person: personId('mother'), name: 'Nguyễn Thị mother', born: '1999', bornAbout: false },
        place: 'unknown',
        order: 'unknown',
      },
    ])
  })
  it('has the day of birth in the column of the sex, as corrected', () => {
    const boy = march([household(), mother(), birth({ as: 'born' }), birth({ corrects: 'born', data: { sex: 'male' } })]).births[0]
    expect([boy?.bornMale, boy?.bornFemale]).toEqual(['2026-03-04', undefined])
  })
  it('is ordered by day, then by household number as a number', () => {
    const homes = ['10', '9', '100.2'].flatMap((number) => [
      household(number),
      person(`m${number}`, { household: number }),
      birth({ child: `c${number}`, mother: `m${number}`, household: number }),
    ])
    const early = birth({ child: 'early', mother: 'm10', household: '10', on: '2026-03-01' })
    expect(march([...homes, early]).births.map((line) => line.householdNumber)).toEqual(['10', '9', '10', '100.2'])
  })
  it('has the household in which the child was born, though it was adopted since, even the same day', () => {
    const homes = [household(), household('2'), mother(), person('adopter', { household: '2' })]
    for (const day of ['2026-03-04', '2026-03-20']) {
      const { births } = march([...homes, birth(), adoption('child', ['adopter'], day, { household: '2' })])
      expect(births.map(({ householdNumber, mother: hers }) => [householdNumber, hers?.person]), day).toEqual([['1', personId('mother')]])
    }
  })
  it('has a foundling without a mother', () => expect(march([household(), birth({ mother: 'unknown' })]).births[0]).not.toHaveProperty('mother'))
})

describe('P0 §3', () => {
  it('has who died while living here, with the note', () => {
    const old = person('old', { born: '1948-03', data: { bornAbout: true, relation: 'parent', insuranceNumber: 'GD4797930' } })
    expect(march([household(), old, death('old', '2026-03-31', { data: { note: 'Tuổi già' } })]).deaths).toEqual([
      {
        person: personId('old'),
        householdNumber: '1',
        name: 'Nguyễn Thị old',
        insuranceNumber: 'GD4797930',
        relation: 'parent',
        sex: 'female',
        born: '1948-03',
        bornAbout: true,
        died: '2026-03-31',
        note: 'Tuổi già',
      },
    ])
  })
  it('leaves out who died the day after the period', () => expect(march([household(), mother(), death('mother', '2026-04-01')]).deaths).toEqual([]))
})

describe('the household of a line', () => {
  const two = [household(), household('2'), household('3', { area: '2', by: 'Lan' })]
  const numbersOf = (...drafts: readonly Draft[]) => march([...two, person('old'), personChanged('old', { old: {}, new: { education: 'college' } }, { on: '2026-03-10' }), ...drafts]).changes.map((line) => line.householdNumber)
  it('is that of the day, whatever moves came after', () => {
    expect(numbersOf(moved(['old'], '2', '2026-03-11'))).toEqual(['1'])
    expect(numbersOf(moved(['old'], '2', '2026-03-10'))).toEqual(['2'])
    expect(numbersOf(moved(['old'], '3', '2026-04-11', { area: '2', by: 'officer' }))).toEqual(['1'])
  })
  it('is that of the area of the list on the day of moving to another', () => {
    expect(numbersOf(moved(['old'], '3', '2026-03-10', { area: '2', by: 'officer' }))).toEqual(['1'])
  })
})

describe('the lines of both sections', () => {
  it('are as many as a plain recount of the facts counts, over random histories', () => {
    let lines = 0
    for (let seed = 101; seed <= 103; seed++) {
      const noted = makeHistory(seed, villageOf(2), { households: 30, events: 150 })
      const source = sourceOf(historyOf(noted))
      const recount = naiveRecount(noted)
      for (const of of periodsBetween(period('2024-11'), period('2026-11'))) {
        const counts = recount(firstDay(of), lastDay(of))
        for (const area of ['1', '2'].map(areaId)) {
          const p0 = p0Of(source, area, of)
          expect([p0.births.length, p0.deaths.length]).toEqual([counts.get(`${area}|births`) ?? 0, counts.get(`${area}|deaths`) ?? 0])
          lines += p0.births.length + p0.deaths.length
        }
      }
    }
    expect(lines).toBeGreaterThan(150)
  }, 30_000)
})
