import type { Me } from '@sotay/domain/wire/session'
import { AreaId, DeviceId, UnitId, UserId } from '@sotay/domain/kernel/ids'
import { plainDate } from '@sotay/domain/kernel/plain-date'
import { Me as MeSchema } from '@sotay/domain/wire/session'

export const AREA = AreaId.parse('0193a000-0000-7000-8000-000000000001')
const USER = UserId.parse('0193a000-0000-7000-8000-000000000002')
export const DEVICE = DeviceId.parse('0193a000-0000-7000-8000-000000000003')
const COMMUNE = UnitId.parse('0193a000-0000-7000-8000-000000000004')

/** A collaborator in charge of one area since 2020. */
export const ME: Me = MeSchema.parse({
  user: USER, name: 'hoa', fullName: 'Lê Thị Hoa', role: 'collaborator', communeAreas: [], commune: null,
  responsibilities: [{ area: AREA, from: plainDate('2020-01-01') }],
  areas: [{ area: AREA, number: '07', name: 'Tổ 7', commune: COMMUNE, communeName: 'Phường Hòa Khánh' }],
  people: { [USER]: 'Lê Thị Hoa' }, mustChangePassword: false, isDeviceRevoked: false, serverTime: 1_790_000_000_000,
})

let counter = 0
/** A fresh id; ids of one run sort in the order in which they were made. */
export const newId = (): string => `0193b000-0000-7000-8000-${(counter++).toString(16).padStart(12, '0')}`

const stamp = { v: 1, area: AREA, recordedBy: USER, device: DEVICE, via: 'office' } as const

/** A household with its opening entry. */
export function household(number: string, id = newId()) {
  const data = { household: id, number, kind: 'family', address: [`Số ${number}`, 'Tổ 7'] }
  return { ...stamp, id: newId(), type: 'household-registered', about: [id], occurredOn: '2024-01-01', recordedAt: 1_704_000_000_000 + counter, data }
}

export interface Told {
  readonly household: string
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly born: string
  readonly relation?: string
  readonly marital?: string
  readonly mother?: string
  readonly spouse?: string
  readonly person?: string
}

/** A person with her or his opening entry. */
export function person(told: Told) {
  const { name, person: id = newId(), relation = 'other-relative', ...rest } = told
  const data = {
    ...rest,
    person: id,
    relation,
    name: { full: name, given: name.split(' ').at(-1) ?? name },
    residence: { legal: 'permanent', presence: 'present' },
  }
  const about = [id, told.household, told.mother, told.spouse].filter((one) => one !== undefined)
  return { ...stamp, id: newId(), type: 'person-registered', about, occurredOn: '2024-01-01', recordedAt: 1_704_000_000_000 + counter, data }
}

/** Three households as a small area has them. */
export function smallArea(): { readonly facts: unknown[]; readonly hoa: string; readonly houses: string[] } {
  const [one, two, three] = [household('12'), household('63'), household('7')]
  const lan = person({ household: one.data.household, name: 'Trần Thị Hoa', sex: 'female', born: '1995-05-02', relation: 'spouse', marital: 'married' })
  const hung = person({
    household: one.data.household, name: 'Nguyễn Văn Hùng', sex: 'male', born: '1992-11-20', relation: 'head', marital: 'married',
    spouse: lan.data.person,
  })
  const an = person({ household: one.data.household, name: 'Nguyễn Minh An', sex: 'male', born: '2019-03-09', relation: 'child', mother: lan.data.person })
  const rest = [
    person({ household: two.data.household, name: 'Đặng Thị Mỹ Lệ', sex: 'female', born: '1948', relation: 'head', marital: 'widowed' }),
    person({ household: two.data.household, name: "H'Hen Niê", sex: 'female', born: '2001-08', relation: 'grandchild' }),
    person({ household: three.data.household, name: 'Phạm Quốc Ở', sex: 'male', born: '1970-01-30', relation: 'head', marital: 'divorced' }),
  ]
  return { facts: [one, two, three, lan, hung, an, ...rest], hoa: lan.data.person, houses: [one.data.household, two.data.household, three.data.household] }
}
