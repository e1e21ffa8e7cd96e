import { addDays, civilDayInVietnam, type PlainDate } from '@sotay/domain/kernel/plain-date'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../../tests/browser.ts'
import { openPart } from './noting.ts'
import { household, person, smallArea } from './people.ts'
import { expectNoSidewaysScroll, looksRight, openPhoneOf, shot, signInAt, unlock } from './phone-page.ts'
import { type PretendServer, startPretendServer } from './pretend-server.ts'

let service: PretendServer
let browser: Browser

beforeAll(async () => {
  service = await startPretendServer()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await service?.close()
})

const today = (): PlainDate => civilDayInVietnam(Date.now())
const daysAgo = (days: number): PlainDate => addDays(today(), -days)
const shown = (day: PlainDate): string => day.split('-').reverse().join('/')

/** The small area, in household 90 a mother with a child of 20 days, in household 91 two married women and a man. */
function area(): unknown[] {
  const house = household('90')
  const mother = person({ household: house.data.household, name: 'Võ Thị Sen', sex: 'female', born: '1998-01-01', relation: 'head', marital: 'married' })
  const child = person({ household: house.data.household, name: 'Lý Bảo Nam', sex: 'male', born: daysAgo(20), relation: 'child', mother: mother.data.person })
  const next = household('91')
  const sisters = ['Hà Thị Bưởi', 'Hà Thị Cam'].map((name) => person({ household: next.data.household, name, sex: 'female', born: '1997-04-04', marital: 'married' }))
  const father = person({ household: next.data.household, name: 'Hà Văn Dừa', sex: 'male', born: '1970-01-01', relation: 'head' })
  return [...smallArea().facts, house, mother, child, next, father, ...sisters]
}

/** What only the one concerned may read. */
const PRIVATE = /thai|tránh|biện pháp|vòng|bao cao su|sàng lọc|Down|G6PD|triệt sản|khám sức khỏe|que cấy/i

async function signedIn(options: { dark?: boolean } = {}): Promise<{ context: BrowserContext; page: Page }> {
  service.reset(area())
  const context = await openPhoneOf(browser, options)
  const page = await context.newPage()
  await signInAt(page, service.address)
  await page.getByText('Đã gửi hết').waitFor()
  return { context, page }
}

/** Cuts the network once the app can do without. */
async function goOffline({ context, page }: { context: BrowserContext; page: Page }): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.reload()
  await unlock(page)
  await context.setOffline(true)
}

async function toHousehold(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: new RegExp(`^Hộ ${number} `) }).click()
  await page.getByRole('heading', { name: `Hộ ${number}`, level: 1 }).waitFor()
}

async function toPerson(page: Page, number: string, name: string): Promise<void> {
  await toHousehold(page, number)
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

async function openPrivate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mở phần riêng tư' }).click()
  await page.getByRole('heading', { name: 'Các ghi nhận riêng' }).waitFor()
}

async function fillDate(page: Page, legend: string, day: PlainDate): Promise<void> {
  const group = page.getByRole('group', { name: legend })
  const [year = '', month = '', date = ''] = day.split('-')
  await group.getByLabel('Ngày', { exact: true }).fill(date)
  await group.getByLabel('Tháng', { exact: true }).fill(month)
  await group.getByLabel('Năm', { exact: true }).fill(year)
}

interface Noting {
  readonly house: string
  readonly who: string
  readonly title: string
  readonly fill: (page: Page) => Promise<void>
  readonly sentence: string
}

const option = async (page: Page, name: string): Promise<void> => await page.getByRole('radio', { name, exact: true }).check()
const hitToday = async (page: Page): Promise<void> => await page.getByRole('button', { name: 'Hôm nay', exact: true }).click()

/** All nine forms, each with what was understood. */
const NOTINGS: readonly Noting[] = [
  {
    house: '12', who: 'Trần Thị Hoa', title: 'Mới dùng biện pháp tránh thai',
    async fill(page) {
      await option(page, 'Dụng cụ tử cung (vòng)')
      await fillDate(page, 'Ngày bắt đầu dùng', daysAgo(200))
      await page.getByLabel('Nơi làm').selectOption('health-station')
      await page.getByLabel('Nguồn cấp').selectOption('free')
    },
    sentence: `Trần Thị Hoa bắt đầu dùng dụng cụ tử cung (vòng) từ ngày ${shown(daysAgo(200))}, tại Trạm Y tế, miễn phí.`,
  },
  {
    house: '12', who: 'Trần Thị Hoa', title: 'Thôi dùng biện pháp tránh thai',
    async fill(page) {
      await page.getByText(`Đang dùng: dụng cụ tử cung (vòng), từ ngày ${shown(daysAgo(200))}.`).waitFor()
      expect(await page.getByRole('radio', { name: 'Dụng cụ tử cung (vòng)' }).isChecked()).toBe(true)
      await fillDate(page, 'Ngày thôi dùng', daysAgo(150))
      await page.getByLabel('Lý do thôi').selectOption('wants-child')
    },
    sentence: `Trần Thị Hoa thôi dùng dụng cụ tử cung (vòng) từ ngày ${shown(daysAgo(150))}, muốn có con.`,
  },
  {
    house: '12', who: 'Trần Thị Hoa', title: 'Không dùng biện pháp tránh thai',
    async fill(page) {
      await option(page, 'Muốn có con')
      await fillDate(page, 'Ngày hỏi', daysAgo(120))
    },
    sentence: `Trần Thị Hoa không dùng biện pháp nào, muốn có con, hỏi ngày ${shown(daysAgo(120))}.`,
  },
  {
    house: '12', who: 'Trần Thị Hoa', title: 'Mang thai',
    async fill(page) {
      await fillDate(page, 'Ngày biết có thai', daysAgo(40))
      await page.getByLabel('Mang thai lần thứ mấy').selectOption('2')
      await fillDate(page, 'Ngày đầu của kỳ kinh cuối (nếu biết)', daysAgo(82))
    },
    sentence: `Trần Thị Hoa có thai, biết ngày ${shown(daysAgo(40))}, mang thai lần 2, kinh cuối ngày ${shown(daysAgo(82))}.`,
  },
  {
    house: '12', who: 'Trần Thị Hoa', title: 'Sàng lọc trước sinh',
    async fill(page) {
      await option(page, '12 tuần')
      await hitToday(page)
      await page.getByLabel('Down').selectOption('no-result-yet')
      await page.getByLabel('Thalassemia').selectOption('normal')
      await page.getByLabel('Nơi làm').selectOption('hospital')
    },
    sentence: `Trần Thị Hoa sàng lọc trước sinh mốc 12 tuần ngày ${shown(today())}, tại bệnh viện: Down chưa có kết quả; Thalassemia bình thường – nguy cơ thấp.`,
  },
  {
    house: '12', who: 'Trần Thị Hoa', title: 'Sảy thai, phá thai, thai chết lưu',
    async fill(page) {
      await option(page, 'Sảy thai')
      await hitToday(page)
    },
    sentence: `Thai kỳ của Trần Thị Hoa kết thúc ngày ${shown(today())}, sảy thai.`,
  },
  {
    house: '90', who: 'Lý Bảo Nam', title: 'Sàng lọc sơ sinh',
    async fill(page) {
      await fillDate(page, 'Ngày sàng lọc', daysAgo(17))
      await page.getByLabel('Thiếu men G6PD').selectOption('found')
      await page.getByLabel('Khiếm thính bẩm sinh').selectOption('not-done')
    },
    sentence: `Lý Bảo Nam được sàng lọc sơ sinh ngày ${shown(daysAgo(17))}: thiếu men G6PD nguy cơ cao – phát hiện; khiếm thính bẩm sinh chưa làm.`,
  },
  {
    house: '63', who: 'Đặng Thị Mỹ Lệ', title: 'Người cao tuổi khám sức khỏe',
    async fill(page) {
      await page.getByRole('button', { name: 'Hôm qua', exact: true }).click()
      await page.getByLabel('Nơi làm').selectOption('health-station')
      await page.getByLabel('Ghi thêm').fill('huyết áp cao')
    },
    sentence: `Đặng Thị Mỹ Lệ được khám sức khỏe người cao tuổi ngày ${shown(daysAgo(1))}, tại Trạm Y tế, huyết áp cao.`,
  },
  {
    house: '63', who: "H'Hen Niê", title: 'Tư vấn, khám sức khỏe trước khi kết hôn',
    fill: hitToday,
    sentence: `H'Hen Niê được tư vấn, khám sức khỏe trước khi kết hôn ngày ${shown(today())}.`,
  },
]

function noting(index: number): Noting {
  const found = NOTINGS[index]
  if (found === undefined) throw new RangeError(`there is no noting ${index}`)
  return found
}

async function note(page: Page, { house, who, title, fill, sentence }: Noting, name?: string): Promise<void> {
  await toPerson(page, house, who)
  await openPrivate(page)
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  if (name !== undefined) await looksRight(page, `${name}-empty`)
  await fill(page)
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await page.getByText('Máy hiểu là:').waitFor()
  expect(await page.locator('main').innerText()).toContain(sentence)
  if (name !== undefined) await looksRight(page, `${name}-confirm`)
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('heading', { name: /^Đã lưu/ }).waitFor()
  // The phone may lie on the table now.
  expect(await page.locator('main').innerText()).toMatch(/Ghi chép riêng tư/)
  expect(await page.locator('main').innerText()).not.toMatch(new RegExp(`${PRIVATE.source}|${who}`, 'i'))
}

const mainText = async (page: Page): Promise<string> => await page.locator('main').innerText()

describe('what is told in confidence', () => {
  it('is noted off line in nine forms, and stands nowhere but on the person’s own page behind a tap', async () => {
    const { context, page } = await signedIn()
    await goOffline({ context, page })
    for (const [index, noting] of NOTINGS.entries()) await note(page, noting, `p${index + 1}`)
    await shot(page, 'p10-saved')

    await toHousehold(page, '12')
    expect(await mainText(page)).not.toMatch(PRIVATE)
    await toPerson(page, '12', 'Nguyễn Văn Hùng')
    expect(await mainText(page)).not.toMatch(PRIVATE)
    await openPrivate(page)
    await page.getByText('Chưa có ghi nhận riêng nào.').waitFor()
    expect(await mainText(page)).not.toContain('Trần Thị Hoa bắt đầu')
    await toPerson(page, '12', 'Nguyễn Minh An')
    expect(await mainText(page)).not.toMatch(PRIVATE)
    await toPerson(page, '12', 'Trần Thị Hoa')
    expect(await mainText(page)).not.toMatch(PRIVATE)
    await looksRight(page, 'p11-person-closed')
    await page.getByRole('link', { name: 'Tháng', exact: true }).click()
    await page.getByRole('heading', { name: /^Tháng/ }).waitFor()
    expect(await mainText(page)).not.toMatch(/Trần Thị Hoa|Lý Bảo Nam/)
    await page.getByRole('link', { name: 'Hôm nay', exact: true }).click()
    await page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor()
    expect(await mainText(page)).not.toMatch(new RegExp(`${PRIVATE.source}|Trần Thị Hoa|Lý Bảo Nam`, 'i'))
    expect(await page.getByRole('link', { name: /^Ghi chép riêng tư · \d\d\/\d\d\/\d{4} \d\d:\d\d$/ }).count()).toBe(9)
    await looksRight(page, 'p12-today')
    await page.getByRole('link', { name: /9 ghi chép chưa gửi/ }).click()
    await page.getByText('Chưa có mạng').waitFor()
    expect(await mainText(page)).not.toMatch(new RegExp(`${PRIVATE.source}|Trần Thị Hoa`, 'i'))
    await looksRight(page, 'p13-unsent')

    await toPerson(page, '12', 'Trần Thị Hoa')
    await openPrivate(page)
    const told = await mainText(page)
    for (const { who, sentence } of NOTINGS) expect(told.includes(sentence), sentence).toBe(who === 'Trần Thị Hoa')
    await page.getByText(`Thai kỳ đã kết thúc, ngày ${shown(today())}.`).waitFor()
    expect(await page.getByRole('list', { name: 'Biện pháp tránh thai, 24 tháng' }).getByRole('listitem').count()).toBe(24)
    // No line of the page is then half under the bar, which axe takes for a small target.
    await page.getByRole('list', { name: 'Biện pháp tránh thai, 24 tháng' }).evaluate((list) => list.scrollIntoView({ block: 'start' }))
    await looksRight(page, 'p14-private')

    await context.setOffline(false)
    await page.getByText('Đã gửi hết').waitFor()
    expect(service.log.entries.filter(({ raw }) => JSON.stringify(raw).includes('-screened"')).length).toBe(2)
    await context.close()
  })

  it('is put right and taken back from there, without telling one of the other', async () => {
    const { context, page } = await signedIn()
    service.failWith = 503
    await note(page, { house: '91', who: 'Hà Thị Bưởi', title: 'Mang thai', sentence: 'Hà Thị Bưởi có thai', fill: async () => {
      await hitToday(page)
      await page.getByLabel('Mang thai lần thứ mấy').selectOption('unknown')
    } })
    await toPerson(page, '91', 'Hà Thị Bưởi')
    await openPrivate(page)
    await page.getByText('Đang mang thai, biết ngày').waitFor()
    await page.getByRole('link', { name: 'Sửa' }).first().click()
    await page.getByRole('heading', { name: 'Sửa: Mang thai' }).waitFor()
    expect(await page.getByRole('radio', { name: 'Hà Văn Dừa' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Người khác trong hộ' }).click()
    await page.getByRole('radio', { name: 'Hà Văn Dừa' }).waitFor()
    await looksRight(page, 'p20-correct')
    await page.getByRole('radio', { name: 'Hà Thị Cam' }).check()
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: /^Đã lưu/ }).waitFor()
    await toPerson(page, '91', 'Hà Thị Bưởi')
    expect(await mainText(page)).not.toMatch(PRIVATE)
    await openPrivate(page)
    expect(await mainText(page)).not.toContain('Thị Cam')
    expect(await mainText(page)).not.toContain('Đang mang thai')
    await page.getByText('Không còn tính').waitFor()
    await toPerson(page, '91', 'Hà Thị Cam')
    expect(await mainText(page)).not.toMatch(PRIVATE)
    await openPrivate(page)
    expect(await mainText(page)).not.toContain('Thị Bưởi')
    await page.getByRole('link', { name: 'Rút lại' }).first().click()
    await page.getByLabel('Vì sao rút lại?').fill('không có thai')
    await page.getByRole('button', { name: 'Rút lại' }).click()
    await page.getByRole('heading', { name: /^Đã lưu/ }).waitFor()
    expect(await mainText(page)).not.toMatch(PRIVATE)
    await page.getByRole('link', { name: 'Hôm nay', exact: true }).click()
    expect(await page.getByRole('link', { name: /^Ghi chép riêng tư/ }).count()).toBe(3)
    expect(await mainText(page)).not.toMatch(PRIVATE)
    await toPerson(page, '91', 'Hà Thị Cam')
    expect(await mainText(page)).not.toMatch(PRIVATE)
    await openPrivate(page)
    await page.getByText('Rút lại một ghi chép: không có thai').waitFor()
    service.failWith = undefined
    await context.close()
  })

  it('closes with the page, and when the screen goes dark', async () => {
    const { context, page } = await signedIn()
    await toPerson(page, '90', 'Võ Thị Sen')
    await openPrivate(page)
    await page.getByRole('link', { name: /^Hộ: 90/ }).click()
    await page.getByRole('heading', { name: 'Hộ 90' }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Mở phần riêng tư' }).waitFor()
    await openPrivate(page)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.getByRole('heading', { name: 'Các ghi nhận riêng' }).waitFor({ state: 'detached' })
    await toPerson(page, '90', 'Lý Bảo Nam')
    expect(await mainText(page)).not.toMatch(PRIVATE)
    await openPrivate(page)
    await page.getByText('Chưa ghi sàng lọc sơ sinh.').waitFor()
    await looksRight(page, 'p30-newborn-due')
    await context.close()
  })

  it('a method change takes seven taps and typed fields from her household’s page', async () => {
    const { context, page } = await signedIn({ dark: true })
    await note(page, noting(0))
    await toHousehold(page, '12')
    let taps = 0
    const tap = async (role: 'link' | 'button' | 'radio', name: string | RegExp): Promise<void> => {
      taps++
      await page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click()
    }
    await tap('link', /^Trần Thị Hoa/)
    await tap('button', 'Mở phần riêng tư')
    await looksRight(page, 'p40-private-dark')
    await tap('link', 'Mới dùng biện pháp tránh thai')
    await page.getByText('Ghi biện pháp mới thì biện pháp này coi như thôi dùng từ ngày đó.').waitFor()
    await tap('radio', 'Que cấy tránh thai')
    await tap('button', 'Hôm nay')
    await looksRight(page, 'p41-method-dark')
    await tap('button', 'Xem lại')
    await tap('button', 'Ghi')
    await page.getByRole('heading', { name: /^Đã lưu/ }).waitFor()
    expect(taps).toBeLessThanOrEqual(7)
    await toPerson(page, '12', 'Trần Thị Hoa')
    await openPrivate(page)
    await page.getByRole('list', { name: 'Biện pháp tránh thai, 24 tháng' }).getByRole('listitem').last().getByText('que cấy').waitFor()
    await context.close()
  })

  it('notes male sterilisation of the husband, whoever’s page it began on', async () => {
    const { context, page } = await signedIn()
    await toPerson(page, '12', 'Trần Thị Hoa')
    await openPrivate(page)
    await page.getByRole('link', { name: 'Mới dùng biện pháp tránh thai' }).click()
    await option(page, 'Triệt sản nam')
    await hitToday(page)
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByText('Ghi ở ai?: Hãy chọn một ô.').waitFor()
    await looksRight(page, 'p50-partner')
    await option(page, 'Nguyễn Văn Hùng')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByText('Nguyễn Văn Hùng bắt đầu dùng triệt sản nam').waitFor()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: /^Đã lưu/ }).waitFor()
    await toPerson(page, '12', 'Trần Thị Hoa')
    await openPrivate(page)
    await page.getByText('Chưa có ghi nhận riêng nào.').waitFor()
    await toPerson(page, '12', 'Nguyễn Văn Hùng')
    await openPrivate(page)
    await page.getByText('Nguyễn Văn Hùng bắt đầu dùng triệt sản nam').waitFor()
    await context.close()
  })

  it('asks why where something speaks against the person, beside the name', async () => {
    const { context, page } = await signedIn()
    await toPerson(page, '63', "H'Hen Niê")
    await openPrivate(page)
    await page.getByRole('link', { name: 'Mới dùng biện pháp tránh thai' }).click()
    await option(page, 'Bao cao su')
    await hitToday(page)
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.locator('#box-whom', { hasText: "H'Hen Niê: Theo sổ, vào ngày này người này không có chồng hoặc chưa rõ." }).waitFor()
    await looksRight(page, 'p55-doubtful')
    await page.getByLabel('Vẫn ghi, vì …').fill('sống cùng bạn trai')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: /^Đã lưu/ }).waitFor()
    await toPerson(page, '63', "H'Hen Niê")
    expect(await mainText(page)).not.toContain('bạn trai')
    await context.close()
  })

  it('is among what came late to a signed month without a word of whom or of what', async () => {
    const { context, page } = await signedIn()
    await page.getByRole('link', { name: 'Tháng', exact: true }).click()
    await page.getByRole('button', { name: /^Ký tháng/ }).click()
    await page.getByLabel('Vẫn ký, vì …').fill('Nghỉ từ mai')
    await page.getByRole('button', { name: 'Tôi đã xem, ký' }).click()
    await page.getByText('Không có ghi chép bổ sung sau khi ký.').waitFor()
    await note(page, noting(8))
    await page.getByRole('link', { name: 'Tháng', exact: true }).click()
    await page.getByRole('heading', { name: 'Bổ sung kỳ trước: 1 ghi chép sau khi ký' }).waitFor()
    await openPart(page, 'Bổ sung kỳ trước')
    const late = await page.locator('details', { hasText: 'Bổ sung kỳ trước' }).getByRole('list').innerText()
    expect(late).toMatch(/Ghi chép riêng tư/)
    expect(late).not.toMatch(new RegExp(`${PRIVATE.source}|H'Hen Niê`, 'i'))
    await context.close()
  })

  it('is chosen from "Ghi" in the order of P0, for whom it usually is and for anybody else', async () => {
    const { context, page } = await signedIn()
    await page.getByRole('link', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: 'Ghi việc gì?' }).waitFor()
    const kinds = await page.locator('main button, main a').allInnerTexts()
    const sections = kinds.map((text) => Number(/^(\d+)\./.exec(text)?.[1] ?? 99))
    expect(sections).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]))
    expect(sections.toSorted((a, b) => a - b)).toEqual(sections)
    await page.setViewportSize({ width: 1366, height: 768 })
    await shot(page, 'p60-choose-wide')
    await page.setViewportSize({ width: 360, height: 740 })
    await looksRight(page, 'p60-choose')
    await page.getByRole('button', { name: /Người cao tuổi khám sức khỏe/ }).click()
    await page.getByRole('link', { name: /^Đặng Thị Mỹ Lệ/ }).waitFor()
    expect(await page.locator('main li').count()).toBe(1)
    await looksRight(page, 'p61-choose-elder')
    await page.getByLabel('Tìm theo số hộ hoặc tên').fill('quoc')
    await page.getByRole('link', { name: /^Phạm Quốc Ở/ }).waitFor()
    await page.getByLabel('Tìm theo số hộ hoặc tên').fill('')
    await page.getByRole('checkbox', { name: 'Hiện cả những người khác' }).check()
    expect(await page.locator('main li').count()).toBe(11)
    await page.getByRole('link', { name: /^Đặng Thị Mỹ Lệ/ }).click()
    await page.getByRole('heading', { name: 'Người cao tuổi khám sức khỏe' }).waitFor()
    await page.getByText('Hộ 63 · Đặng Thị Mỹ Lệ').waitFor()
    await context.close()
  })

  it('wants one result at least, and is readable at twice the size and on a wide screen', async () => {
    const { context, page } = await signedIn()
    await note(page, noting(0))
    await note(page, noting(3))
    await toPerson(page, '12', 'Trần Thị Hoa')
    await openPrivate(page)
    await page.getByText('Đang là lúc sàng lọc trước sinh mốc 12 tuần').waitFor()
    await page.setViewportSize({ width: 1366, height: 768 })
    await shot(page, 'p70-private-wide')
    await page.setViewportSize({ width: 360, height: 740 })
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    await shot(page, 'p71-private-large')
    await expectNoSidewaysScroll(page)
    for (const title of ['Sàng lọc trước sinh', 'Mang thai', 'Mới dùng biện pháp tránh thai']) {
      await page.getByRole('link', { name: title }).click()
      await page.getByRole('heading', { name: title, level: 1 }).waitFor()
      await page.getByRole('button', { name: 'Xem lại' }).click()
      await page.getByText('Còn chỗ cần xem lại:').waitFor()
      await shot(page, `p72-large-${title}`)
      await expectNoSidewaysScroll(page)
      if (title === 'Sàng lọc trước sinh') await page.getByText('Kết quả từng bệnh: Hãy chọn kết quả của ít nhất một bệnh.').waitFor()
      await page.goBack()
      await openPrivate(page)
    }
    await page.evaluate(() => (document.documentElement.style.fontSize = ''))
    await page.getByRole('link', { name: 'Sàng lọc trước sinh' }).click()
    await page.setViewportSize({ width: 1366, height: 768 })
    await looksRight(page, 'p73-screening-wide')
    await context.close()
  })
})
