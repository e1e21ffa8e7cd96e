import { addDays, civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openBrowser } from '../../../tests/browser.ts'
import { countOf, openPart, toMonth } from './noting.ts'
import { AREA, household, newId, person, smallArea } from './people.ts'
import { looksRight, openPhoneOf, shot, signInAt } from './phone-page.ts'
import { type PretendServer, startPretendServer } from './pretend-server.ts'

let service: PretendServer
let browser: Browser
let context: BrowserContext
let page: Page

const today = civilDayInVietnam(Date.now())

/** The small area, in which eight people came today, one of them with child. */
function busyArea(): unknown[] {
  const area = smallArea()
  const stamp = household('0')
  const house = area.houses[2] ?? ''
  const arrivals = Array.from({ length: 8 }, (_, index) => {
    const { data } = person({ household: house, name: `Giàng Thị Mỷ ${index + 1}`, sex: 'female', born: '1992' })
    const who = { kind: 'new', person: data.person, name: data.name, sex: 'female', born: '1992', legal: 'temporary', marital: 'never-married' }
    return { ...stamp, id: newId(), type: 'arrival-reported', occurredOn: today, about: [data.person, house], data: { household: house, who, relation: 'other-relative', from: 'other-province', intent: 'settle' } }
  })
  const first = arrivals[0]?.data.who.person ?? ''
  const pregnancy = { ...stamp, id: newId(), type: 'pregnancy-reported', occurredOn: today, about: [first], data: { person: first, which: 1 } }
  return [...area.facts, ...arrivals, pregnancy]
}

beforeAll(async () => {
  service = await startPretendServer()
  browser = await openBrowser()
})

beforeEach(async () => {
  service.reset(busyArea())
  context = await openPhoneOf(browser)
  page = await context.newPage()
  await signInAt(page, service.address)
  await page.getByText('Đã gửi hết').waitFor()
  return () => context.close()
})

afterAll(async () => {
  await browser?.close()
  await service?.close()
})

/** A phone of its own over these facts; `areas` more than the one of the service, all of them empty. */
async function phoneOver(facts: readonly unknown[], ...areas: readonly string[]): Promise<Page> {
  service.reset(facts)
  const other = await openPhoneOf(browser)
  onTestFinished(() => other.close())
  await other.route('**/api/session', async (route) => {
    const response = await route.fetch()
    const me = await response.json()
    const more = areas.map((number) => ({ ...me.areas[0], area: AREA.replace(/.$/, number), number, name: `Tổ ${number}` }))
    const responsibilities = more.map(({ area }) => ({ area, from: '2020-01-01' }))
    await route.fulfill({ response, json: { ...me, areas: [...me.areas, ...more], responsibilities: [...me.responsibilities, ...responsibilities] } })
  })
  const phone = await other.newPage()
  await signInAt(phone, service.address)
  await phone.getByText('Đã gửi hết').waitFor()
  return phone
}

const focused = (): Promise<string> => page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`)
const height = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight)
const mainText = (): Promise<string> => page.locator('main').innerText()

describe('the page of the month', () => {
  it('is two screens and a half however much the month holds, and the signature is one tap away from a long list', async () => {
    await toMonth(page)
    expect(await height()).toBeLessThan(1_850)
    expect(await mainText()).not.toContain('Giàng Thị Mỷ')
    await looksRight(page, 't1-month')
    await openPart(page, '4. Chuyển đến từ xã khác')
    await page.getByText('Giàng Thị Mỷ 8').waitFor()
    expect(await height()).toBeGreaterThan(2_500)
    await looksRight(page, 't2-month-open')
    await page.getByRole('button', { name: 'Đến phần ký' }).click()
    const sign = await page.getByRole('button', { name: /^Ký tháng/ }).boundingBox()
    expect((sign?.y ?? 0) + (sign?.height ?? 0)).toBeLessThan(740)
    expect(sign?.y).toBeGreaterThan(0)
    await page.getByRole('button', { name: /^Ký tháng/ }).click()
    await page.getByRole('button', { name: 'Tôi đã xem, ký' }).waitFor()
    await looksRight(page, 't3-sign')
  })

  it('tells first what contradicts itself and what is blank, and a zero only where it was said', async () => {
    const nothing = { ...household('0'), id: newId(), type: 'nothing-to-report', occurredOn: today, about: [], data: { month: today.slice(0, 7), sections: [3, 4] } }
    const phone = await phoneOver([...busyArea(), nothing])
    await toMonth(phone)
    const told = phone.getByText('4. Chuyển đến từ xã khác: đã ghi “không phát sinh” nhưng nay có 8 dòng. Hãy xem lại.')
    await told.waitFor()
    expect((await told.boundingBox())?.y).toBeLessThan((await phone.getByRole('heading', { name: 'Phiếu thu tin P0/CTV' }).boundingBox())?.y ?? 0)
    // Filled are 4 and 9; of 3 it is said that nothing happened.
    await phone.getByText('Chưa ký · còn 8 mục trống', { exact: true }).waitFor()
    const rows = await phone.locator('main ol > li').allInnerTexts()
    expect(rows.map((row) => row.replace(/\s+/g, ' ').replace(/^(\d+)\. .*? (?=(trống|✓ 0|\d+)$)/, '$1 '))).toEqual([
      '1 trống', '2 trống', '3 ✓ 0', '4 8', '5 trống', '6 trống', '7 trống', '8 trống', '9 1', '10 trống', '11 trống',
    ])
    await looksRight(phone, 't6-contradicted')
    await phone.getByRole('link', { name: 'Xem các ghi chép chung của địa bàn' }).click()
    await phone.getByText(/Không phát sinh tháng/).first().waitFor()
    // Who signs is told the same.
    await toMonth(phone)
    await phone.getByRole('button', { name: /^Ký tháng/ }).click()
    await phone.locator('form').getByText('4. Chuyển đến từ xã khác: đã ghi “không phát sinh” nhưng nay có 8 dòng. Hãy xem lại.').waitFor()
    await openPart(phone, 'Các mục của P0')
    for (const row of ['1. Trẻ sinh ra trống', '3. Người chết 0', '4. Chuyển đến từ xã khác 8', '9. Phụ nữ có thông tin thai sản 1']) await phone.getByRole('row', { name: row, exact: true }).waitFor()
  })

  it('opens by the keyboard, and is found as it was left by whoever comes back', async () => {
    await toMonth(page)
    await page.getByRole('listitem').filter({ hasText: /^4\. / }).locator('summary').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /^Giàng Thị Mỷ 3/ }).click()
    await page.getByRole('heading', { name: 'Giàng Thị Mỷ 3', level: 1 }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: /^Giàng Thị Mỷ 3/ }).waitFor()
    await page.getByRole('listitem').filter({ hasText: /^4\. / }).locator('summary').focus()
    await page.keyboard.press('Space')
    await page.getByRole('link', { name: /^Giàng Thị Mỷ 3/ }).waitFor({ state: 'detached' })
    // Whoever begins anew finds it closed.
    await openPart(page, '4. Chuyển đến từ xã khác')
    await page.getByRole('link', { name: 'Hôm nay', exact: true }).click()
    await toMonth(page)
    expect(await mainText()).not.toContain('Giàng Thị Mỷ')
  })

  it('closes what was told in confidence with the page, and when the screen goes dark', async () => {
    await toMonth(page)
    const section = page.getByRole('listitem').filter({ hasText: /^9\. / }).locator('summary')
    expect(await countOf(page, '9. Phụ nữ có thông tin thai sản')).toBe(1)
    await section.click()
    await page.getByText('mang thai', { exact: true }).waitFor()
    await looksRight(page, 't4-in-confidence')
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.getByText('mang thai', { exact: true }).waitFor({ state: 'detached' })
    await section.click()
    await page.getByRole('link', { name: /^Giàng Thị Mỷ 1/ }).click()
    await page.getByRole('heading', { name: 'Giàng Thị Mỷ 1', level: 1 }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: /^Tháng/, level: 1 }).waitFor()
    expect(await mainText()).not.toContain('Giàng Thị Mỷ')
  })

  it('prints all its figures and no name, not of what is open and not of what came late, and nothing to tap', async () => {
    const data = { month: today.slice(0, 7), on: 'device', signer: 'Lê Thị Hoa', seq: 0, pending: [], rulesVersion: 1, totals: {} }
    const signature = { ...household('0'), id: newId(), type: 'month-signed', occurredOn: today, about: [], data }
    const late = busyArea()
    const heard = { kind: 'counts', male: 3, female: 9 }
    const talk = { ...household('0'), id: newId(), type: 'counselling-given', occurredOn: today, about: [], data: { mode: 'talk', topics: ['methods'], heard } }
    const phone = await phoneOver([signature, ...late, talk])
    await toMonth(phone, '4. Chuyển đến từ xã khác', '9. Phụ nữ có thông tin thai sản', 'Bổ sung kỳ trước')
    const isTold = async (text: string): Promise<boolean> => (await phone.locator('body').innerText()).includes(text)
    const toTap = phone.locator('button, form, nav').filter({ visible: true })
    await phone.getByText('mang thai', { exact: true }).waitFor()
    await phone.getByText('Giàng Thị Mỷ 8').nth(1).waitFor()
    expect(await phone.getByText('Giàng Thị Mỷ 8').count()).toBe(2)
    expect(await toTap.count()).toBe(4)
    await phone.emulateMedia({ media: 'print' })
    await phone.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await phone.getByText('= Cuối tháng').waitFor()
    for (const told of ['17. Người cao tuổi được khám sức khỏe trong tháng', 'Tờ rơi đã phát', 'Biện pháp tránh thai', 'Bổ sung kỳ trước: 10 ghi chép', 'Tổ 7']) expect([told, await isTold(told)]).toEqual([told, true])
    for (const secret of ['Giàng Thị Mỷ', 'mang thai\n', 'Mục nào không phát sinh?']) expect([secret, await isTold(secret)]).toEqual([secret, false])
    expect(await toTap.count()).toBe(0)
    await shot(phone, 't7-paper')
    await phone.evaluate(() => dispatchEvent(new Event('afterprint')))
    await phone.emulateMedia({ media: 'screen' })
    await phone.getByText('= Cuối tháng').waitFor({ state: 'detached' })
    await phone.getByText('Giàng Thị Mỷ 8').nth(1).waitFor()
    expect(await phone.getByText('Giàng Thị Mỷ 8').count()).toBe(2)
  })

  it('tells who is behind a number of private facts by one more tap, and not once the screen is dark or on paper', async () => {
    await toMonth(page, 'Số liệu của địa bàn')
    await page.getByRole('link', { name: /Phụ nữ mới mang thai trong tháng.*: 1$/ }).click()
    await page.getByText('1 người hoặc hộ').waitFor()
    expect(await mainText()).not.toContain('Giàng Thị Mỷ')
    for (const event of ['visibilitychange', 'beforeprint']) {
      await page.getByRole('button', { name: 'Mở phần riêng tư' }).click()
      await page.getByRole('link', { name: /^Giàng Thị Mỷ 1/ }).waitFor()
      await looksRight(page, 't8-behind')
      await page.evaluate((name) => (name === 'beforeprint' ? window : document).dispatchEvent(new Event(name)), event)
      await page.getByRole('link', { name: /^Giàng Thị Mỷ 1/ }).waitFor({ state: 'detached' })
    }
    await page.goto(`${service.address}/#/thang/${today.slice(0, 7)}/arrivals`)
    await page.getByRole('link', { name: /^Giàng Thị Mỷ 8/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Mở phần riêng tư' }).count()).toBe(0)
  })

  it('opens another month closed, and is found open by whoever comes back to it', async () => {
    await toMonth(page, 'Công việc trong tháng')
    await page.getByText('Tờ rơi đã phát').waitFor()
    await page.getByRole('navigation', { name: 'Tháng' }).getByRole('link').nth(1).click()
    await page.getByText('Tờ rơi đã phát').waitFor({ state: 'detached' })
    await page.goBack()
    await page.getByText('Tờ rơi đã phát').waitFor()
  })

  it('leads back to the line that was tapped', async () => {
    await toMonth(page, '4. Chuyển đến từ xã khác')
    const line = page.getByRole('link', { name: /^Giàng Thị Mỷ 8/ })
    await line.click()
    await page.getByRole('heading', { name: 'Giàng Thị Mỷ 8', level: 1 }).waitFor()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.goBack()
    await line.waitFor()
    await expect.poll(async () => (await line.boundingBox())?.y ?? 0).toBeLessThan(740)
    expect((await line.boundingBox())?.y).toBeGreaterThan(0)
  })

  it('leaves nobody without a place after the signature, its refusal and “không phát sinh”', async () => {
    await toMonth(page, 'Không phát sinh')
    const heading = 'H2 Không phát sinh và ký'
    await page.getByRole('checkbox', { name: '1. Trẻ sinh ra' }).check()
    await page.getByRole('button', { name: 'Ghi không phát sinh' }).click()
    await page.getByText('1. Trẻ sinh ra: không phát sinh').waitFor()
    expect(await focused()).toBe(heading)
    await page.getByRole('button', { name: /^Ký tháng/ }).click()
    await page.getByRole('button', { name: 'Quay lại' }).click()
    await page.getByRole('button', { name: /^Ký tháng/ }).waitFor()
    expect(await focused()).toBe(heading)
    await page.getByRole('button', { name: /^Ký tháng/ }).click()
    await page.getByLabel('Vẫn ký, vì …').or(page.getByRole('button', { name: 'Tôi đã xem, ký' })).first().waitFor()
    if ((await page.getByLabel('Vẫn ký, vì …').count()) > 0) await page.getByLabel('Vẫn ký, vì …').fill('Nghỉ từ mai')
    await page.getByRole('button', { name: 'Tôi đã xem, ký' }).click()
    await page.getByText(/Đã ký ngày/).waitFor()
    expect(await focused()).toBe(heading)
  })

  it('of two areas leads to the signature of each', async () => {
    const phone = await phoneOver(busyArea(), '8')
    await toMonth(phone)
    const ways = phone.getByRole('button', { name: /^Đến phần ký/ })
    for (const [index, name] of ['Tổ 7', 'Tổ 8'].entries()) {
      await ways.nth(index).click()
      expect(await phone.evaluate(() => document.activeElement?.textContent)).toMatch(new RegExp(`^Không phát sinh và ký · .*${name}$`))
      await phone.getByRole('button', { name: new RegExp(`^Đến phần ký · .*${name}$`) }).waitFor()
      await phone.getByRole('button', { name: new RegExp(`^Ký tháng .* · .*${name}$`) }).waitFor()
    }
  })
})

describe('Hôm nay', () => {
  it('counts what is to do, was done and is not sent, and names the households to visit in the order of their doors', async () => {
    const { facts, houses } = smallArea()
    const stamp = household('0')
    const [twelve, sixtyThree, seven] = houses
    const agreed = [[sixtyThree, 1], [seven, 4], [twelve, 2]] as const
    const visits = agreed.map(([house, days]) => ({
      ...stamp, id: newId(), type: 'visit-made', occurredOn: addDays(today, -3), about: [house],
      data: { household: house, met: 'met', purposes: ['look-through'], lookedThrough: true, next: addDays(today, days) },
    }))
    const officer = '0193a000-0000-7000-8000-0000000000aa'
    const task = { ...stamp, id: newId(), type: 'task-given', occurredOn: today, about: [], recordedBy: officer, device: officer, data: { text: 'Rà soát hộ mới đến' } }
    service.reset([...facts, ...visits, task])
    const other = await openPhoneOf(browser)
    const phone = await other.newPage()
    await signInAt(phone, service.address)
    await phone.getByText('Rà soát hộ mới đến').waitFor()
    const counts = phone.locator('main div').filter({ has: phone.locator('> * > strong') }).locator('> *')
    expect((await counts.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual(['4 Việc cần làm', '0 Đã làm hôm nay', '0 Chưa gửi'])
    expect(await phone.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['Hộ hẹn thăm', 'Việc được giao', 'Đã ghi hôm nay'])
    expect((await phone.getByRole('link', { name: /^Hộ \d/ }).allInnerTexts()).map((text) => text.split(' · ')[0])).toEqual(['Hộ 7', 'Hộ 12', 'Hộ 63'])
    await looksRight(phone, 't5-today')
    await other.close()
  })
})
