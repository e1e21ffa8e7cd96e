import { addDays, civilDayInVietnam, type PlainDate } from '@sotay/domain/kernel/plain-date'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../../../tests/browser.ts'
import { countOf, fillNewcomer, fromHousehold, fromPerson, keep, offLine, onDay, openPart, pick, toMonth } from './noting.ts'
import { household, newId, person, smallArea } from './people.ts'
import { expectNoSidewaysScroll, looksRight, openPhoneOf, shot, signInAt } from './phone-page.ts'
import { type PretendServer, startPretendServer } from './pretend-server.ts'

let service: PretendServer
let browser: Browser

beforeAll(async () => {
  service = await startPretendServer()
  browser = await openBrowser()
})

beforeEach(() => service.reset())

afterAll(async () => {
  await browser?.close()
  await service?.close()
})

const today = (): PlainDate => civilDayInVietnam(Date.now())
/** A day as the screen writes it. */
const shown = (day: PlainDate): string => day.split('-').toReversed().join('/')

const DSX = 'Số liệu của địa bàn (01-DSX)'
const IDENTITY = 'Dân số trong tháng'

async function choose(page: Page, kind: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Ghi', exact: true }).click()
  await page.getByRole('button', { name: kind }).click()
}

const onToday = (page: Page) => page.getByRole('button', { name: 'Hôm nay', exact: true }).click()

async function figure(page: Page, label: string): Promise<number> {
  const name = await page.getByRole('link', { name: new RegExp(`^${label.replace(/[.+()]/g, '\\$&')}: \\d+$`) }).getAttribute('aria-label')
  return Number(name?.split(': ').at(-1))
}

describe('comings, goings and marriages on the phone', () => {
  it('are noted off line one after the other, and the month equals a count by hand', async () => {
    const { context, page } = await offLine(browser, service.address)

    // A family of three comes to a household of its own.
    await choose(page, /4\. Chuyển đến/)
    await page.getByRole('heading', { name: 'Chuyển đến từ nơi khác' }).waitFor()
    await page.getByRole('link', { name: 'Cả hộ mới đến' }).click()
    await page.getByLabel('Số hộ').fill('88')
    await pick(page, 'Hộ gia đình')
    await onToday(page)
    await keep(page, /Hộ gia đình số 88/)
    await page.getByRole('link', { name: 'Ghi người chuyển đến hộ này' }).click()
    await looksRight(page, 'm01-arrival')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByText('Còn chỗ cần xem lại:').waitFor()
    await pick(page, /Người mới/)
    await looksRight(page, 'm02-arrival-missing')
    await onToday(page)
    await pick(page, 'Từ tỉnh khác')
    await page.getByLabel('Nơi ở trước').fill('Hà Giang')
    await pick(page, 'Về ở hẳn')
    await pick(page, 'Tạm trú')
    await fillNewcomer(page, { name: 'Lý Văn Páo'.normalize('NFD'), sex: 'Nam', born: '1990', relation: 'Chủ hộ', marital: 'Có vợ/chồng' })
    await keep(page, /Lý Văn Páo, nam, sinh 1990 chuyển đến hộ 88/)
    await looksRight(page, 'm03-arrival-saved')
    await page.getByRole('button', { name: 'Thêm người nữa đến cùng hộ' }).click()
    expect(await page.getByLabel('Nơi ở trước').inputValue()).toBe('Hà Giang')
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('')
    await fillNewcomer(page, { name: 'Giàng Thị Mỷ', sex: 'Nữ', born: '1992', relation: 'Vợ/chồng', marital: 'Có vợ/chồng', spouse: 'Lý Văn Páo' })
    await keep(page, /Giàng Thị Mỷ, nữ, sinh 1992 chuyển đến hộ 88 .* từ tỉnh khác, Hà Giang, về ở hẳn/)
    await page.getByRole('button', { name: 'Thêm người nữa đến cùng hộ' }).click()
    await fillNewcomer(page, { name: 'Lý Thị Say', sex: 'Nữ', born: '2019', relation: 'Con' })
    await keep(page, /Lý Thị Say/)

    // A woman moves in with a neighbour and then sets up her own household.
    await fromHousehold(page, '63', 'Chuyển hộ trong địa bàn')
    await page.getByRole('checkbox', { name: "H'Hen Niê" }).check()
    await page.getByLabel("H'Hen Niê: quan hệ với chủ hộ mới").selectOption({ label: 'Người thân khác' })
    await page.getByLabel('Chuyển sang hộ nào?').fill('pham')
    await looksRight(page, 'm10-move')
    await page.getByRole('button', { name: /Hộ 7 / }).click()
    await onDay(page, 'Ở hộ mới từ ngày', addDays(today(), -3))
    await keep(page, /H'Hen Niê về ở hộ 7 từ/)
    await fromHousehold(page, '7', 'Tách hộ')
    await page.getByRole('checkbox', { name: "H'Hen Niê" }).check()
    await page.getByLabel("H'Hen Niê: quan hệ với chủ hộ mới").selectOption({ label: 'Chủ hộ' })
    await page.getByLabel('Số của hộ mới').fill('7A')
    await onToday(page)
    await looksRight(page, 'm11-split')
    await keep(page, /H'Hen Niê tách từ hộ 7 thành hộ 7A/)

    // She marries somebody who lives elsewhere.
    await fromPerson(page, "H'Hen Niê", 'Kết hôn')
    await looksRight(page, 'm20-marriage')
    await page.getByLabel('Chồng', { exact: true }).selectOption({ label: 'Ở nơi khác, không có trong sổ' })
    const long = `${'Trần Văn Xa '.repeat(16)}Dài`.slice(0, 200)
    await page.getByLabel('Họ tên chồng').fill(long)
    await page.getByRole('group', { name: /Ngày sinh của chồng/ }).getByLabel('Năm').fill('1999')
    await page.getByLabel('Xã nơi chồng ở').fill('Ea Tu')
    await onDay(page, 'Ngày kết hôn', '2026-02-31' as PlainDate)
    await pick(page, 'Có đăng ký')
    await page.getByRole('group', { name: /cận huyết thống/ }).getByRole('radio', { name: 'Không' }).check()
    await page.getByRole('group', { name: /khám sức khỏe/ }).getByRole('radio', { name: 'Có', exact: true }).check()
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByText('Không có ngày này').first().waitFor()
    await onToday(page)
    await keep(page, /H'Hen Niê và Trần Văn Xa .* ở Ea Tu kết hôn/)
    await looksRight(page, 'm21-marriage-saved')
    await page.getByRole('link', { name: 'Vợ hoặc chồng về đây ở: ghi chuyển đến' }).waitFor()

    // One couple lives apart, another divorces; the other of a couple is filled in.
    await fromPerson(page, 'Giàng Thị Mỷ', 'Ly thân')
    expect(await page.getByLabel('Chồng', { exact: true }).locator('option:checked').innerText()).toBe('Lý Văn Páo')
    await onToday(page)
    await keep(page, /Giàng Thị Mỷ và Lý Văn Páo ly thân từ/)
    await choose(page, /^Ly hôn/)
    await page.getByRole('link', { name: /Trần Thị Hoa/ }).waitFor()
    await looksRight(page, 'm30-divorce-whom')
    await page.getByRole('link', { name: /Trần Thị Hoa/ }).click()
    await onToday(page)
    await looksRight(page, 'm31-divorce')
    await keep(page, /Trần Thị Hoa và Nguyễn Văn Hùng ly hôn từ/)

    // An old woman takes in a child from elsewhere.
    await fromHousehold(page, '63', 'Nhận con nuôi')
    await pick(page, /Trẻ từ nơi khác/)
    await page.getByRole('checkbox', { name: 'Đặng Thị Mỹ Lệ' }).check()
    await onToday(page)
    await pick(page, 'Từ xã khác trong tỉnh')
    await pick(page, 'Thường trú')
    await page.getByLabel('Họ và tên').fill('Đặng Thị Bé')
    await pick(page, 'Nữ')
    await page.getByRole('group', { name: 'Ngày sinh' }).getByLabel('Năm').fill('2022')
    await looksRight(page, 'm40-adoption')
    await keep(page, /Đặng Thị Bé, nữ, sinh 2022 được Đặng Thị Mỹ Lệ nhận làm con nuôi, về hộ 63/)
    await page.getByRole('link', { name: 'Về trang hộ' }).click()
    await page.getByText('Cha mẹ nuôi: Đặng Thị Mỹ Lệ').waitFor()

    // A man was away for more than six months, comes back, and joins another household; his own is closed.
    const left = addDays(today(), -215)
    await fromPerson(page, 'Phạm Quốc Ở', 'Còn ở, vắng hay đã về')
    await looksRight(page, 'm50-residence')
    await pick(page, 'Vắng')
    await onDay(page, 'Từ ngày nào', left)
    await keep(page, /Phạm Quốc Ở vắng từ/)
    await page.getByRole('link', { name: 'Về trang của người này' }).click()
    await page.getByText(`không, vắng từ ${shown(left)}, đủ sáu tháng ngày`).waitFor()
    await looksRight(page, 'm51-away-too-long')
    await page.getByRole('link', { name: 'Hôm nay', exact: true }).click()
    await page.getByRole('link', { name: /Phạm Quốc Ở .*đã về chưa/s }).click()
    await pick(page, 'Đã về')
    await onToday(page)
    await keep(page, /Phạm Quốc Ở đã về từ/)
    await page.getByRole('link', { name: 'Hôm nay', exact: true }).click()
    await page.getByText('đã về chưa').waitFor({ state: 'detached' })
    await fromPerson(page, 'Phạm Quốc Ở', 'Chuyển hộ trong địa bàn')
    await page.getByLabel('Phạm Quốc Ở: quan hệ với chủ hộ mới').selectOption({ label: 'Người thân khác' })
    await page.getByLabel('Chuyển sang hộ nào?').fill('63')
    await page.getByRole('button', { name: /Hộ 63/ }).click()
    await onToday(page)
    await keep(page, /Phạm Quốc Ở về ở hộ 63/)
    await fromHousehold(page, '7', 'Đóng sổ hộ')
    await pick(page, 'Đã nhập vào hộ khác')
    await onToday(page)
    await looksRight(page, 'm52-close')
    await keep(page, /Đóng sổ hộ 7 ngày/)
    await page.getByRole('link', { name: 'Về trang hộ' }).click()
    await page.getByText(`đã đóng sổ ngày ${shown(today())}`).waitFor()
    expect(await page.getByText('Ghi cho hộ này').count()).toBe(0)
    await page.getByText('Đã chuyển hộ').click()
    await page.getByText('nay ở hộ 7A').waitFor()
    await looksRight(page, 'm53-closed')
    await page.getByRole('link', { name: 'Hộ', exact: true }).click()
    await page.getByText('4 hộ · 10 người').waitFor()
    await looksRight(page, 'm54-households')

    // By hand. Residents: 6 of the book, of whom Ở was not counted at the start of the month, + 3 come + 1 adopted. Couples: Mỷ (apart is still
    // "có chồng") and H'Hen; Hoa is divorced. Households: 12, 63, 88, 7A.
    await toMonth(page)
    const sections = { '4. Chuyển đến từ xã khác': 4, '5. Chuyển đi khỏi xã': 0, '6. Thay đổi thông tin cơ bản': 0 }
    for (const [label, count] of Object.entries(sections)) expect([label, await countOf(page, label)]).toEqual([label, count])
    await openPart(page, IDENTITY)
    await openPart(page, DSX)
    const rows = {
      '1. Số hộ dân cư cuối tháng': 4, '2. Nhân khẩu thực tế thường trú cuối tháng': 10, '3. Nữ 15–49 tuổi có chồng cuối tháng': 2, '4. Trẻ sinh ra trong tháng': 0,
      '5. Người chết trong tháng': 0, '6. Người kết hôn trong tháng': 1, '6a. Người tảo hôn': 0, '6b. Người kết hôn cận huyết thống': 0,
      '7. Cặp kết hôn đã tư vấn, khám sức khỏe trước kết hôn': 1, '8. Người ly hôn trong tháng': 2, '9. Người chuyển đến từ xã khác': 4, '10. Người chuyển đi khỏi xã (soạn)': 0,
      'Đầu tháng': 5, '+ Người chuyển đến từ xã khác': 4, '+ Ở đủ sáu tháng, bắt đầu tính': 1, '− Người chết trong tháng': 0, '= Cuối tháng': 10,
    }
    for (const [label, count] of Object.entries(rows)) expect([label, await figure(page, label)]).toEqual([label, count])
    await looksRight(page, 'm60-month')
    await page.getByRole('link', { name: /^\+ Người chuyển đến từ xã khác/ }).click()
    await page.getByText('4 người hoặc hộ').waitFor()
    expect(new Set((await page.getByRole('listitem').allInnerTexts()).map((text) => text.split(' · ')[0]))).toEqual(new Set(['Giàng Thị Mỷ', 'Lý Thị Say', 'Lý Văn Páo', 'Đặng Thị Bé']))

    // A correction and a withdrawal count like any.
    await page.getByRole('link', { name: /Lý Thị Say/ }).click()
    await page.getByRole('link', { name: 'Sửa' }).click()
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Lý Thị Say')
    await page.getByLabel('Họ và tên').fill('Lý Thị Sai')
    await keep(page, /Lý Thị Sai, nữ, sinh 2019 chuyển đến hộ 88/)
    await fromPerson(page, "H'Hen Niê", 'Kết hôn')
    await page.goBack()
    await page.getByRole('listitem').filter({ hasText: 'kết hôn ngày' }).getByRole('link', { name: 'Rút lại' }).click()
    await page.getByLabel('Vì sao rút lại?').fill('Ghi nhầm người')
    await page.getByRole('button', { name: 'Rút lại' }).click()
    await page.getByRole('heading', { name: /Đã lưu/ }).waitFor()
    await toMonth(page, DSX)
    expect([await figure(page, '6. Người kết hôn trong tháng'), await figure(page, '3. Nữ 15–49 tuổi có chồng cuối tháng')]).toEqual([0, 1])

    await context.setOffline(false)
    await page.getByText('Đã gửi hết').waitFor()
    const sent = service.log.entries.map(({ raw }) => (raw as { type: string }).type).slice(9)
    expect(sent).toEqual([
      'household-registered', 'arrival-reported', 'arrival-reported', 'arrival-reported', 'person-moved', 'household-split', 'marriage-reported', 'separation-reported',
      'divorce-reported', 'adoption-reported', 'residence-confirmed', 'residence-confirmed', 'person-moved', 'household-closed', 'arrival-reported', 'fact-withdrawn',
    ])
    expect(JSON.stringify(service.log.entries.at(10)?.raw)).toContain('Lý Văn Páo')
    await context.close()
  })

  it('who left comes back, a woman is widowed from afar, a collective household counts its short stayers', async () => {
    const { facts, houses } = smallArea()
    const gone = person({ household: houses[0] ?? '', name: 'Nguyễn Thị Út', sex: 'female', born: '1999-01-01', marital: 'married' })
    const stamp = { ...household('0') }
    const left = { ...stamp, id: newId(), type: 'departure-reported', occurredOn: '2025-03-01', about: [gone.data.person], data: { people: [gone.data.person], destination: 'abroad' } }
    const dorm = household('90')
    service.reset([...facts, gone, left, { ...dorm, data: { ...dorm.data, kind: 'collective' } }])
    const { context, page } = await offLine(browser, service.address)
    await fromHousehold(page, '12', 'Chuyển đến từ nơi khác')
    await pick(page, /nay trở lại/)
    await page.getByLabel('Tìm trong sổ').selectOption({ label: 'Nguyễn Thị Út' })
    await onToday(page)
    await pick(page, 'Từ nước ngoài')
    await pick(page, 'Ở tạm dưới sáu tháng')
    await page.getByLabel('Quan hệ với chủ hộ').selectOption({ label: 'Người thân khác' })
    await looksRight(page, 'm70-back')
    await keep(page, /Nguyễn Thị Út trở lại hộ 12/)
    await page.getByRole('link', { name: 'Về trang hộ' }).click()
    await page.getByText(/Nguyễn Thị Út: Đủ sáu tháng ngày .* còn ở đây không/).waitFor()
    await looksRight(page, 'm71-staying')
    await page.getByRole('link', { name: /^Nguyễn Thị Út ·/ }).click()
    await page.getByText(`chưa, đến ở tạm ngày ${shown(today())}, đủ sáu tháng ngày`).waitFor()
    await page.getByRole('link', { name: 'Thay đổi thông tin của người' }).click()
    await page.getByLabel('Tình trạng hôn nhân').selectOption({ label: 'Góa' })
    await onToday(page)
    await keep(page, /cũ có vợ\/chồng, mới góa/)
    await page.getByRole('link', { name: 'Về trang của người này' }).click()
    await page.getByText('Hôn nhân: góa').waitFor()
    await fromHousehold(page, '90', 'Thay đổi thông tin của hộ')
    await page.getByLabel('Số nam ở ngắn ngày').fill('mười')
    await page.getByLabel('Số nữ ở ngắn ngày').fill('31')
    await onToday(page)
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByText('Hãy điền số người, từ 0 đến 5000.').first().waitFor()
    await looksRight(page, 'm72-stayers')
    await page.getByLabel('Số nam ở ngắn ngày').fill('12')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('link', { name: 'Về trang hộ' }).click()
    await page.getByText('Ở ngắn ngày: 12 nam, 31 nữ').waitFor()
    await toMonth(page, DSX)
    expect(await figure(page, '2. Nhân khẩu thực tế thường trú cuối tháng')).toBe(6)
    await context.close()
  })

  it('shows what the officer noted: two entries of one person, and who moved to another area', async () => {
    const area = smallArea()
    const twice = person({ household: area.houses[1] ?? '', name: 'Trần Hoa', sex: 'female', born: '1995' })
    const stamp = { ...household('0') }
    const joined = { ...stamp, id: newId(), type: 'persons-joined', occurredOn: '2026-01-05', about: [area.hoa, twice.data.person], data: { person: area.hoa, duplicate: twice.data.person } }
    const mover = area.facts.map((fact) => fact as { data: { person?: string; name?: { full: string } } }).find(({ data }) => data.name?.full === "H'Hen Niê")?.data.person ?? ''
    const far = newId()
    const moved = {
      ...stamp, area: '0193a000-0000-7000-8000-0000000000aa', id: newId(), type: 'person-moved', occurredOn: addDays(today(), -1), about: [far, mover],
      data: { household: far, people: [{ person: mover, relation: 'spouse' }] },
    }
    service.reset([...area.facts, twice, joined, moved])
    const context = await openPhoneOf(browser)
    const page = await context.newPage()
    await signInAt(page, service.address)
    await page.getByText('Đã gửi hết').waitFor()
    await page.getByRole('link', { name: 'Hộ', exact: true }).click()
    await page.getByText('3 hộ · 5 người').waitFor()
    await page.getByLabel('Tìm theo số hộ hoặc tên').fill('hhen')
    await page.getByText("H'Hen Niê (đã chuyển sang địa bàn khác)").waitFor()
    await page.getByRole('link', { name: /^Hộ 63/ }).click()
    await page.getByText('Trần Hoa · Bản ghi trùng, không tính.').waitFor()
    await page.getByText('Đã chuyển hộ').click()
    await looksRight(page, 'm80-joined')
    await page.getByRole('link', { name: /H'Hen Niê/ }).click()
    await page.getByText(/không, đã chuyển sang địa bàn khác ngày/).waitFor()
    expect(await page.getByText('Ghi cho người này').count()).toBe(0)
    expect(await page.getByRole('listitem').filter({ hasText: 'về ở hộ từ' }).getByRole('link', { name: 'Sửa' }).count()).toBe(0)
    expect(await page.getByRole('listitem').filter({ hasText: 'Vào sổ' }).getByRole('link', { name: 'Sửa' }).count()).toBe(1)
    await looksRight(page, 'm81-elsewhere')
    await page.goBack()
    await page.getByRole('link', { name: 'Xem người được giữ: Trần Thị Hoa' }).click()
    await page.getByRole('heading', { name: 'Trần Thị Hoa' }).waitFor()
    await toMonth(page, DSX, IDENTITY)
    expect(await figure(page, '2. Nhân khẩu thực tế thường trú cuối tháng')).toBe(5)
    expect(await figure(page, '− Chuyển sang địa bàn khác trong xã')).toBe(Number(addDays(today(), -1).slice(0, 7) === today().slice(0, 7)))
    await context.close()
  })

  it('every form reads at 200 % text and on a wide screen', async () => {
    const context = await openPhoneOf(browser)
    const page = await context.newPage()
    await signInAt(page, service.address)
    await page.getByText('Đã gửi hết').waitFor()
    const house = smallHouse()
    const forms = ['arrival', 'adoption', 'move', 'split', 'close', 'person', 'household-change'].map((kind) => `/ghi/${kind}/${house}`)
    const ofPerson = ['marriage', 'separation', 'divorce', 'residence', 'person-change'].map((kind) => `/ghi/${kind}/${hoa()}`)
    for (const place of ['/ghi', '/thang', `/nguoi/${hoa()}`, `/ho/${house}`, ...forms, ...ofPerson]) {
      await page.evaluate((to) => (location.hash = to), place)
      await page.waitForFunction((to) => location.hash === `#${to}` && document.querySelector('h1') !== null, place)
      await page.waitForTimeout(150)
      for (const [width, height, size] of [[360, 740, '200%'], [1366, 768, '100%']] as const) {
        await page.setViewportSize({ width, height })
        await page.evaluate((of) => (document.documentElement.style.fontSize = of), size)
        await shot(page, `m9${place.replaceAll('/', '-').replace(/[0-9a-f-]{30,}$/, '')}-${width}`)
        await expectNoSidewaysScroll(page)
      }
    }
    await context.close()
  })
})

const idOf = (entry: unknown, key: 'household' | 'person'): string => String((entry as { data: Record<string, unknown> }).data[key])
const smallHouse = (): string => idOf(service.log.entries[0]?.raw, 'household')
const hoa = (): string => idOf(service.log.entries[3]?.raw, 'person')
