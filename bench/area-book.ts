import { aboutOf } from '@sotay/domain/decide'
import { partialDate } from '@sotay/domain/kernel/partial-date'
import { addDays, type PlainDate, plainDate } from '@sotay/domain/kernel/plain-date'
import { type Fact, type FactType, readFact } from '@sotay/domain/kinds'
import { Chance } from '@sotay/domain/testing/chance'
import { Notebook } from '@sotay/domain/testing/given'
import { areaId, deviceId, userId } from '@sotay/domain/testing/ids'
import { v7 } from 'uuid'

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý']
const MIDDLE = ['Thị', 'Văn', 'Thị Thu', 'Thị Kim', 'Minh', 'Ngọc', 'Thanh', 'Quốc', 'Hữu', 'Xuân', 'Đức', 'Gia', 'Bảo', 'Khánh', 'Hoài', 'Thị Mỹ']
const GIVEN = ['Lan', 'Hoa', 'Mai', 'Hương', 'Hùng', 'Dũng', 'Tuấn', 'Phúc', 'Lộc', 'Thảo', 'Ngân', 'Vy', 'Khôi', 'Quỳnh', 'Trang', 'Nhung', 'Thủy', 'Đạt', 'Sơn', 'Hà']
const ROADS = ['Tổ 1', 'Tổ 2', 'Tổ 3', 'Tổ 4', 'Tổ 5', 'Tổ 6', 'Tổ 7']

/** An area's book made up for measures: so many households, four people each on average, and changes until there are so many facts. The seed decides all but ids. */
export function areaBook(households: number, facts: number, seed = 1): Fact[] {
  const chance = new Chance(seed)
  const book = new Notebook()
  const area = areaId('bench')
  const homes: string[] = []
  const people: { id: string; household: string; sex: 'male' | 'female' }[] = []
  let clock = Date.UTC(2024, 0, 2, 1)

  const note = (type: FactType, on: PlainDate, data: unknown): void => {
    clock += chance.whole(20_000, 9_000_000)
    const bare = { id: v7({ msecs: clock }), type, v: 1, area, about: [], occurredOn: on, recordedAt: clock, recordedBy: userId('bench'), device: deviceId('bench'), via: 'phone', data }
    const read = readFact(bare)
    if (read.kind !== 'known') throw new TypeError(`no fact: ${JSON.stringify(read)}`)
    book.add({ fact: { ...read.fact, about: aboutOf(read.fact, book) }, status: 'accepted' })
  }
  const name = () => {
    const given = chance.pick(GIVEN)
    return { full: `${chance.pick(SURNAMES)} ${chance.pick(MIDDLE)} ${given}`, given }
  }
  const id = () => v7({ msecs: clock })
  const someDay = () => addDays(plainDate('2024-01-02'), chance.whole(0, 1000))

  for (let index = 0; index < households; index++) {
    const household = id()
    homes.push(household)
    note('household-registered', plainDate('2024-01-02'), { household, number: `${index + 1}`, kind: 'family', address: [chance.pick(ROADS), `${chance.whole(1, 300)}`] })
    for (let place = 0; place < 4; place++) {
      const sex = place === 0 ? 'male' : place === 1 ? 'female' : chance.pick(['male', 'female'] as const)
      const husband = place === 1 ? people.at(-1)?.id : undefined
      const person = { id: id(), household, sex }
      note('person-registered', plainDate('2024-01-02'), {
        person: person.id,
        household,
        name: name(),
        sex,
        born: partialDate(`${chance.whole(place > 1 ? 2000 : 1950, place > 1 ? 2023 : 1995)}-0${chance.whole(1, 9)}-1${chance.whole(0, 9)}`),
        relation: ['head', 'spouse', 'child', 'child'][place],
        marital: place < 2 ? 'married' : 'never-married',
        residence: { legal: 'permanent', presence: 'present' },
        ethnicity: 'Kinh',
        education: chance.pick(['primary', 'lower-secondary', 'upper-secondary', 'college']),
        insuranceNumber: `DN466${chance.whole(1_000_000_000, 9_999_999_999)}`,
        ...(husband === undefined ? {} : { spouse: husband }),
      })
      people.push(person)
    }
  }
  while (book.noted.length < facts) {
    const who = chance.pick(people)
    const die = chance.whole(1, 20)
    if (die === 1 && who.sex === 'female') {
      note('birth-reported', someDay(), { child: id(), household: who.household, name: name(), sex: chance.pick(['male', 'female']), mother: { kind: 'person', person: who.id }, place: 'hospital', order: chance.whole(1, 3), weight: chance.whole(2400, 3900) })
    } else if (die === 2) note('death-reported', someDay(), { person: who.id, place: 'home', cause: 'illness' })
    else if (die <= 8) note('household-changed', someDay(), { household: chance.pick(homes), phone: `09${chance.whole(10_000_000, 99_999_999)}` })
    else note('person-changed', someDay(), { person: who.id, old: { education: 'primary' }, new: { education: chance.pick(['lower-secondary', 'college', 'university']) } })
  }
  return book.noted.map(({ fact }) => fact)
}
