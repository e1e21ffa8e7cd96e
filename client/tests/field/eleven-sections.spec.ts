import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMonths, firstDay, monthContaining, type Period } from '@sotay/domain/kernel/period'
import { addDays, civilDayInVietnam, type PlainDate } from '@sotay/domain/kernel/plain-date'
import { PROTOCOL } from '@sotay/domain/sync/protocol'
import { DsxReport } from '@sotay/domain/wire/reports'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, PASSWORD, type World } from '../../../server/tests/fixture-app.ts'
import { openBrowser } from '../../../tests/browser.ts'
import { buildClient } from './built-client.ts'
import { fillNewcomer, fromHousehold, fromPerson, inConfidence, keep, offLine, onDay, pick, readSection } from './noting.ts'
import { household, person } from './people.ts'
import { looksRight } from './phone-page.ts'

/**
 * The eleven sections of P0 filled by notes typed on a phone without a network, against the real service: what the phone lists and counts, and what the
 * officer's 01-DSX counts afterwards, are both equal to the tables below, which were made by hand.
 */
let world: World
let folder: string
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'field-'))
  ;[world, browser] = await Promise.all([openWorld({ clientFolder: folder, now: Date.now, logLevel: 'silent' }), openBrowser(), buildClient(folder)])
})

afterAll(async () => {
  await browser?.close()
  await world?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The month that is told of: the last one that is over. */
const month: Period = addMonths(monthContaining(civilDayInVietnam(Date.now())), -1)
/** A day of that month. */
const the = (day: number): PlainDate => addDays(firstDay(month), day - 1)
/** The same as a screen writes it. */
const on = (day: number): string => the(day).split('-').toReversed().join('/')

/** Five households of eleven people, as they stand in the book; what a collaborator entered long ago. */
async function fillBook(): Promise<void> {
  const [one, two, three, four, five] = ['12', '63', '7', '90', '91'].map((number) => household(number))
  if (one === undefined || two === undefined || three === undefined || four === undefined || five === undefined) return
  const hoa = person({ household: one.data.household, name: 'Trần Thị Hoa', sex: 'female', born: '1995-05-02', relation: 'spouse', marital: 'married' })
  const sen = person({ household: four.data.household, name: 'Võ Thị Sen', sex: 'female', born: '1998-01-01', relation: 'spouse', marital: 'married' })
  const facts = [
    one, two, three, four, five, hoa, sen,
    person({ household: one.data.household, name: 'Nguyễn Văn Hùng', sex: 'male', born: '1992-11-20', relation: 'head', marital: 'married', spouse: hoa.data.person }),
    person({ household: one.data.household, name: 'Nguyễn Minh An', sex: 'male', born: '2019-03-09', relation: 'child', mother: hoa.data.person }),
    person({ household: two.data.household, name: 'Đặng Thị Mỹ Lệ', sex: 'female', born: '1948', relation: 'head', marital: 'widowed' }),
    person({ household: two.data.household, name: "H'Hen Niê", sex: 'female', born: '2001-08', relation: 'grandchild', marital: 'never-married' }),
    person({ household: three.data.household, name: 'Phạm Quốc Ở', sex: 'male', born: '1970-01-30', relation: 'head', marital: 'divorced' }),
    person({ household: four.data.household, name: 'Lý Văn Tư', sex: 'male', born: '1996-06-06', relation: 'head', marital: 'married', spouse: sen.data.person }),
    person({ household: five.data.household, name: 'Hà Văn Dừa', sex: 'male', born: '1941-02-03', relation: 'head', marital: 'widowed' }),
    person({ household: five.data.household, name: 'Hà Thị Bưởi', sex: 'female', born: '1997-04-04', relation: 'child', marital: 'married' }),
    person({ household: five.data.household, name: 'Hà Thị Cam', sex: 'female', born: '1999-09-09', relation: 'child', marital: 'married' }),
  ]
  const lan = await world.signIn('lan')
  const stamp = { area: world.first.area, recordedBy: world.users.lan, device: lan.device, via: 'phone' }
  const request = { protocol: PROTOCOL, epoch: null, device: lan.device, cursors: {}, unsent: { count: 0, oldest: null }, facts: facts.map((fact) => ({ ...fact, ...stamp })) }
  const { body } = await lan.post('/api/sync', request)
  expect(body.verdicts.map(({ status }: { status: string }) => status)).toEqual(facts.map(() => 'accepted'))
}

interface Born {
  readonly house: string
  readonly name: string
  readonly sex: 'Nam' | 'Nữ'
  readonly mother: string
  readonly order: string
  readonly place: string
  readonly ethnicity?: string
  readonly day: number
}

async function noteBirth(page: Page, { house, name, sex, mother, order, place, ethnicity, day }: Born): Promise<void> {
  await fromHousehold(page, house, 'Trẻ sinh ra')
  await onDay(page, 'Ngày sinh', the(day))
  await pick(page, sex)
  await pick(page, mother)
  await page.getByLabel('Là con thứ mấy của mẹ').selectOption(order)
  await pick(page, place)
  await page.getByLabel('Họ tên trẻ').fill(name)
  if (ethnicity !== undefined) await page.getByLabel('Dân tộc').fill(ethnicity)
  await keep(page, new RegExp(`${name}, sinh ${on(day)}`))
}

async function noteScreening(page: Page, name: string, day: number, results: Readonly<Record<string, string>>, place?: string): Promise<void> {
  await inConfidence(page, name, 'Sàng lọc sơ sinh')
  await onDay(page, 'Ngày sàng lọc', the(day))
  for (const [condition, result] of Object.entries(results)) await page.getByLabel(condition).selectOption(result)
  if (place !== undefined) await page.getByLabel('Nơi làm').selectOption(place)
  await keep(page, new RegExp(`${name} được sàng lọc sơ sinh ngày ${on(day)}`))
}

async function noteMethod(page: Page, name: string, method: string, day: number, place?: string): Promise<void> {
  await inConfidence(page, name, 'Mới dùng biện pháp tránh thai')
  await pick(page, method)
  await onDay(page, 'Ngày bắt đầu dùng', the(day))
  if (place !== undefined) await page.getByLabel('Nơi làm').selectOption(place)
  await keep(page, new RegExp(`${name} bắt đầu dùng .* từ ngày ${on(day)}`))
}

async function notePregnancy(page: Page, name: string, day: number, which: string): Promise<void> {
  await inConfidence(page, name, 'Mang thai')
  await onDay(page, 'Ngày biết có thai', the(day))
  await page.getByLabel('Mang thai lần thứ mấy').selectOption(which)
  await keep(page, new RegExp(`${name} có thai, biết ngày ${on(day)}`))
}

async function noteElder(page: Page, name: string, day: PlainDate, note?: string): Promise<void> {
  await inConfidence(page, name, 'Người cao tuổi khám sức khỏe')
  await onDay(page, 'Ngày khám', day)
  if (note !== undefined) await page.getByLabel('Ghi thêm').fill(note)
  await keep(page, new RegExp(`${name} được khám sức khỏe`))
}

/** Everything that is typed, in an order in which it may have been told. */
async function noteAll(page: Page): Promise<void> {
  // A move inside the commune is no departure and no arrival.
  await fromHousehold(page, '63', 'Chuyển hộ trong địa bàn')
  await page.getByRole('checkbox', { name: "H'Hen Niê" }).check()
  await page.getByLabel("H'Hen Niê: quan hệ với chủ hộ mới").selectOption({ label: 'Người thân khác' })
  await page.getByLabel('Chuyển sang hộ nào?').fill('pham')
  await page.getByRole('button', { name: /Hộ 7 / }).click()
  await onDay(page, 'Ở hộ mới từ ngày', the(1))
  await keep(page, /H'Hen Niê về ở hộ 7 từ/)

  await fromHousehold(page, '7', 'Chuyển đến từ nơi khác')
  await pick(page, /Người mới/)
  await onDay(page, 'Ngày đến', the(2))
  await pick(page, 'Từ tỉnh khác')
  await page.getByLabel('Nơi ở trước').fill('Hà Giang')
  await pick(page, 'Về ở hẳn')
  await pick(page, 'Tạm trú')
  await fillNewcomer(page, { name: 'Lý Văn Páo', sex: 'Nam', born: '1990', relation: 'Người thân khác', marital: 'Có vợ/chồng' })
  await page.getByLabel('Dân tộc').fill('Mông')
  await keep(page, /Lý Văn Páo, nam, sinh 1990 chuyển đến hộ 7/)
  await page.getByRole('button', { name: 'Thêm người nữa đến cùng hộ' }).click()
  await fillNewcomer(page, { name: 'Giàng Thị Mỷ', sex: 'Nữ', born: '1992', relation: 'Người thân khác', marital: 'Có vợ/chồng', spouse: 'Lý Văn Páo' })
  await keep(page, /Giàng Thị Mỷ, nữ, sinh 1992 chuyển đến hộ 7/)

  await noteBirth(page, { house: '12', name: 'Nguyễn Thị Mai', sex: 'Nữ', mother: 'Trần Thị Hoa', order: '2', place: 'Tại Trạm Y tế', ethnicity: 'Kinh', day: 4 })
  await noteBirth(page, { house: '90', name: 'Lý Bảo Nam', sex: 'Nam', mother: 'Võ Thị Sen', order: '1', place: 'Tại bệnh viện', day: 10 })
  await noteScreening(page, 'Nguyễn Thị Mai', 6, {
    'Suy giáp trạng bẩm sinh': 'normal', 'Thiếu men G6PD': 'found', 'Tăng sản thượng thận bẩm sinh': 'normal', 'Khiếm thính bẩm sinh': 'normal', 'Tim bẩm sinh': 'normal',
  }, 'health-station')
  await noteScreening(page, 'Lý Bảo Nam', 12, { 'Khiếm thính bẩm sinh': 'normal', 'Tim bẩm sinh': 'no-result-yet' })

  await noteMethod(page, 'Hà Thị Bưởi', 'Dụng cụ tử cung (vòng)', 5, 'health-station')
  await noteMethod(page, 'Hà Thị Cam', 'Thuốc uống tránh thai', 8)
  await inConfidence(page, 'Hà Thị Cam', 'Thôi dùng biện pháp tránh thai')
  await onDay(page, 'Ngày thôi dùng', the(22))
  await page.getByLabel('Lý do thôi').selectOption('wants-child')
  await keep(page, /Hà Thị Cam thôi dùng thuốc uống tránh thai/)
  // A switch is a stop and a new one.
  await noteMethod(page, 'Hà Thị Bưởi', 'Que cấy tránh thai', 28, 'hospital')

  await notePregnancy(page, "H'Hen Niê", 3, '1')
  await inConfidence(page, "H'Hen Niê", 'Sàng lọc trước sinh')
  await pick(page, '12 tuần')
  await onDay(page, 'Ngày sàng lọc', the(14))
  for (const [condition, result] of [['Down', 'normal'], ['Edward', 'normal'], ['Patau', 'normal'], ['Thalassemia', 'found']] as const) await page.getByLabel(condition).selectOption(result)
  await page.getByLabel('Nơi làm').selectOption('hospital')
  await keep(page, /H'Hen Niê sàng lọc trước sinh mốc 12 tuần/)
  await notePregnancy(page, 'Giàng Thị Mỷ', 18, '3')
  await inConfidence(page, 'Giàng Thị Mỷ', 'Sảy thai, phá thai, thai chết lưu')
  await pick(page, 'Sảy thai')
  await onDay(page, 'Ngày thai kỳ kết thúc', the(26))
  await keep(page, /Thai kỳ của Giàng Thị Mỷ kết thúc/)

  await noteElder(page, 'Hà Văn Dừa', the(7))
  await noteElder(page, 'Đặng Thị Mỹ Lệ', the(9), 'huyết áp cao')
  await noteElder(page, 'Đặng Thị Mỹ Lệ', the(23))
  // Of the month before.
  await noteElder(page, 'Đặng Thị Mỹ Lệ', the(0))

  await fromPerson(page, 'Trần Thị Hoa', 'Thay đổi thông tin của người')
  await page.getByLabel('Dân tộc').fill('Kinh')
  await page.getByLabel('Trình độ học vấn').selectOption({ label: 'Đại học' })
  await onDay(page, 'Thay đổi từ ngày', the(11))
  await keep(page, /Trần Thị Hoa thay đổi thông tin/)
  await fromPerson(page, "H'Hen Niê", 'Thay đổi thông tin của người')
  await page.getByLabel('Đăng ký cư trú').selectOption({ label: 'Tạm trú' })
  await onDay(page, 'Thay đổi từ ngày', the(13))
  await keep(page, /cũ thường trú, mới tạm trú/)

  await fromHousehold(page, '91', 'Người chết')
  await pick(page, 'Hà Văn Dừa')
  await onDay(page, 'Ngày chết', the(15))
  await pick(page, 'Tại nhà')
  await page.getByLabel('Ghi thêm').fill('tuổi già')
  await keep(page, /Hà Văn Dừa chết ngày/)

  await fromHousehold(page, '12', 'Chuyển đi khỏi xã')
  await page.getByRole('checkbox', { name: 'Nguyễn Minh An' }).check()
  await onDay(page, 'Ngày đi', the(25))
  await pick(page, 'Đến tỉnh khác')
  await page.getByLabel('Nơi đến').fill('Bình Dương')
  await keep(page, /Nguyễn Minh An chuyển đi ngày/)
  // After the month.
  await fromHousehold(page, '90', 'Chuyển đi khỏi xã')
  await page.getByRole('checkbox', { name: 'Lý Văn Tư' }).check()
  await page.getByRole('button', { name: 'Hôm nay', exact: true }).click()
  await pick(page, 'Ra nước ngoài')
  await keep(page, /Lý Văn Tư chuyển đi ngày/)
}

const UNKNOWN = 'Chưa rõ'

/** By hand: what P0 has under each section, in the order and with the columns of the form. */
const SECTIONS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '1. Trẻ sinh ra': [
    [
      'Nguyễn Thị Mai · Hộ 12', `Ngày sinh (nữ): ${on(4)}`, 'Dân tộc: Kinh', 'Họ và tên mẹ: Trần Thị Hoa', 'Ngày sinh của mẹ: 02/05/1995',
      'Nơi đẻ: Trạm Y tế', 'Là con thứ mấy của mẹ: 2', `${UNKNOWN}: Số thẻ BHYT của mẹ`,
    ],
    [
      'Lý Bảo Nam · Hộ 90', `Ngày sinh (nam): ${on(10)}`, 'Họ và tên mẹ: Võ Thị Sen', 'Ngày sinh của mẹ: 01/01/1998',
      'Nơi đẻ: bệnh viện', 'Là con thứ mấy của mẹ: 1', `${UNKNOWN}: Dân tộc, Số thẻ BHYT của mẹ`,
    ],
  ],
  '2. Trẻ được sàng lọc sơ sinh': [
    [
      'Nguyễn Thị Mai · Hộ 12', 'Suy giáp trạng bẩm sinh: bình thường – nguy cơ thấp', 'Thiếu men G6PD: nguy cơ cao – phát hiện',
      'Tăng sản thượng thận bẩm sinh: bình thường – nguy cơ thấp', 'Khiếm thính bẩm sinh: bình thường – nguy cơ thấp', 'Tim bẩm sinh: bình thường – nguy cơ thấp',
      'Nơi thực hiện: Trạm Y tế',
    ],
    [
      'Lý Bảo Nam · Hộ 90', 'Khiếm thính bẩm sinh: bình thường – nguy cơ thấp', 'Tim bẩm sinh: chưa có kết quả',
      `${UNKNOWN}: Suy giáp trạng bẩm sinh, Thiếu men G6PD, Tăng sản thượng thận bẩm sinh, Nơi thực hiện`,
    ],
  ],
  '3. Người chết': [
    ['Hà Văn Dừa · Hộ 91', 'Quan hệ với chủ hộ: chủ hộ', 'Giới tính: nam', 'Ngày sinh: 03/02/1941', `Ngày chết: ${on(15)}`, 'Ghi chú: tuổi già', `${UNKNOWN}: Số thẻ BHYT`],
  ],
  '4. Chuyển đến từ xã khác': [
    [
      'Lý Văn Páo · Hộ 7', 'Quan hệ với chủ hộ: người thân khác', 'Giới tính: nam', 'Ngày sinh: 1990', 'Dân tộc: Mông', 'Tình trạng hôn nhân: có vợ/chồng',
      `Ngày đến: ${on(2)}`, 'Nơi đi: tỉnh khác, Hà Giang', `${UNKNOWN}: Số thẻ BHYT, Trình độ học vấn`,
    ],
    [
      'Giàng Thị Mỷ · Hộ 7', 'Quan hệ với chủ hộ: người thân khác', 'Giới tính: nữ', 'Ngày sinh: 1992', 'Tình trạng hôn nhân: có vợ/chồng',
      `Ngày đến: ${on(2)}`, 'Nơi đi: tỉnh khác, Hà Giang', `${UNKNOWN}: Số thẻ BHYT, Dân tộc, Trình độ học vấn`,
    ],
  ],
  '5. Chuyển đi khỏi xã': [
    [
      'Nguyễn Minh An · Hộ 12', 'Quan hệ với chủ hộ: con', 'Giới tính: nam', 'Ngày sinh: 09/03/2019', `Ngày đi: ${on(25)}`, 'Nơi đến: tỉnh khác, Bình Dương',
      `${UNKNOWN}: Số thẻ BHYT`,
    ],
  ],
  '6. Thay đổi thông tin cơ bản': [
    ['Trần Thị Hoa · Hộ 12', 'Giới tính: nữ', 'Ngày sinh: 02/05/1995', 'Thông tin mới: Dân tộc: Kinh; Trình độ học vấn: đại học', `${UNKNOWN}: Số thẻ BHYT, Thông tin cũ`],
    ["H'Hen Niê · Hộ 7", 'Giới tính: nữ', 'Ngày sinh: 08/2001', 'Thông tin cũ: Đăng ký cư trú: thường trú', 'Thông tin mới: Đăng ký cư trú: tạm trú', `${UNKNOWN}: Số thẻ BHYT`],
  ],
  '7. Vợ chồng mới sử dụng BPTT': [
    ['Hà Thị Bưởi · Hộ 91', 'Ngày sinh: 04/04/1997', `Ngày sử dụng: ${on(5)}`, 'BPTT mới sử dụng: dụng cụ tử cung (vòng)', '(Nơi thực hiện): Trạm Y tế', `${UNKNOWN}: Số thẻ BHYT, (Số con hiện có)`],
    ['Hà Thị Cam · Hộ 91', 'Ngày sinh: 09/09/1999', `Ngày sử dụng: ${on(8)}`, 'BPTT mới sử dụng: thuốc uống tránh thai', `${UNKNOWN}: Số thẻ BHYT, (Số con hiện có), (Nơi thực hiện)`],
    ['Hà Thị Bưởi · Hộ 91', 'Ngày sinh: 04/04/1997', `Ngày sử dụng: ${on(28)}`, 'BPTT mới sử dụng: que cấy tránh thai', '(Nơi thực hiện): bệnh viện', `${UNKNOWN}: Số thẻ BHYT, (Số con hiện có)`],
  ],
  '8. Vợ chồng thôi sử dụng BPTT': [
    ['Hà Thị Cam · Hộ 91', 'Ngày sinh: 09/09/1999', `Ngày thôi sử dụng: ${on(22)}`, 'BPTT thôi sử dụng: thuốc uống tránh thai', `${UNKNOWN}: Số thẻ BHYT`],
    ['Hà Thị Bưởi · Hộ 91', 'Ngày sinh: 04/04/1997', `Ngày thôi sử dụng: ${on(28)}`, 'BPTT thôi sử dụng: dụng cụ tử cung (vòng)', `${UNKNOWN}: Số thẻ BHYT`],
  ],
  '9. Phụ nữ có thông tin thai sản': [
    ["H'Hen Niê · Hộ 7", 'Ngày sinh: 08/2001', `Ngày: ${on(3)}`, 'Sự kiện (mang thai, sảy thai, phá thai): mang thai', 'Lần mang thai thứ: 1', `${UNKNOWN}: Số thẻ BHYT`],
    ['Giàng Thị Mỷ · Hộ 7', 'Ngày sinh: 1992', `Ngày: ${on(18)}`, 'Sự kiện (mang thai, sảy thai, phá thai): mang thai', 'Lần mang thai thứ: 3', `${UNKNOWN}: Số thẻ BHYT`],
    ['Giàng Thị Mỷ · Hộ 7', 'Ngày sinh: 1992', `Ngày: ${on(26)}`, 'Sự kiện (mang thai, sảy thai, phá thai): sảy thai', 'Lần mang thai thứ: 3', `${UNKNOWN}: Số thẻ BHYT`],
  ],
  '10. Sàng lọc trước sinh': [
    [
      "H'Hen Niê · Hộ 7", 'Nơi cư trú: Số 7, Tổ 7', 'Ngày sinh: 08/2001', 'Mốc (12 tuần, 21 tuần): 12 tuần', `Ngày thực hiện: ${on(14)}`, 'Edward: bình thường – nguy cơ thấp', 'Down: bình thường – nguy cơ thấp',
      'Patau: bình thường – nguy cơ thấp', 'Thalassemia: nguy cơ cao – phát hiện', 'Nơi thực hiện: bệnh viện', `${UNKNOWN}: Số thẻ BHYT`,
    ],
  ],
  '11. Người cao tuổi khám sức khỏe': [
    ['Hà Văn Dừa · Hộ 91', 'Năm sinh: 1941', `Ngày khám: ${on(7)}`],
    ['Đặng Thị Mỹ Lệ · Hộ 63', 'Năm sinh: 1948', `Ngày khám: ${on(9)}`, 'Ghi chú: huyết áp cao'],
    ['Đặng Thị Mỹ Lệ · Hộ 63', 'Năm sinh: 1948', `Ngày khám: ${on(23)}`],
  ],
}

/**
 * By hand: 01-DSX of the month; every cell that is not here is 0. Residents: 11 in the book + 2 born + 2 come − 1 dead − 1 gone. Wives of 15–49: Hoa, Sen, Bưởi, Cam
 * and Mỷ, who came as one. With child at the end: H'Hen. Using something at the end: Bưởi. Two old people were examined, one of them twice.
 */
const CELLS: Readonly<Record<string, number>> = {
  households: 5, 'households-family': 5, residents: 13, 'women-15-49-with-husband': 5,
  births: 2, 'births-male': 1, 'births-female': 1, 'births-second': 1,
  deaths: 1, arrivals: 2, departures: 1,
  pregnant: 1, 'pregnancies-found': 2, 'pregnancies-lost': 1,
  'prenatal-screenings': 1, 'screened-before-birth': 1, 'newborn-screenings': 2, 'screened-newborn': 1,
  'couples-using': 1, 'couples-using-implant': 1,
  'couples-new': 3, 'couples-new-iud': 1, 'couples-new-pill': 1, 'couples-new-implant': 1,
  'couples-stopped': 2, 'couples-stopped-iud': 1, 'couples-stopped-pill': 1,
  'elders-examined': 2, 'entered-by-birth': 2, 'basics-changed': 2, collaborators: 1,
}

async function report(): Promise<Record<string, number>> {
  const officer = await world.signIn('officer')
  const { body } = await officer.get(`/api/reports/dsx?area=${world.first.area}&period=${month}`)
  const { total } = DsxReport.parse(body)
  return Object.fromEntries(Object.entries(total).filter(([, count]) => count !== 0))
}

describe('the eleven sections of P0', () => {
  it('are filled by notes typed off line, and equal a count by hand on the phone and, once sent, in the report of the officer', async () => {
    await fillBook()
    const { context, page } = await offLine(browser, await world.listen(), { name: 'lan', password: PASSWORD })
    const empty = await report()
    await noteAll(page)

    await page.getByRole('link', { name: 'Tháng', exact: true }).click()
    await page.getByRole('navigation', { name: 'Tháng' }).getByRole('link', { name: `${Number(month.slice(5))}/${month.slice(0, 4)}` }).click()
    await page.getByRole('heading', { name: `Tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`, level: 1 }).waitFor()
    await looksRight(page, 'e1-month')
    const read = []
    for (const label of Object.keys(SECTIONS)) read.push([label, await readSection(page, label)] as const)
    expect(Object.fromEntries(read.map(([label, { lines }]) => [label, lines]))).toEqual(SECTIONS)
    expect(read.map(([, { count }]) => count)).toEqual([2, 2, 1, 2, 1, 2, 3, 2, 3, 1, 3])
    expect(await page.getByText(/^Cột trong ngoặc đơn là cột của địa phương/).count()).toBe(2)
    await looksRight(page, 'e2-month-open')

    expect(await report()).toEqual(empty)
    await context.setOffline(false)
    await page.getByText('Đã gửi hết').waitFor()
    expect(await report()).toEqual(CELLS)
    await context.close()
  })
})
