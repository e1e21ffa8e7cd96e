import { addDays, civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../../../tests/browser.ts'
import { countOf, openPart, toMonth } from './noting.ts'
import { household, newId, person, smallArea } from './people.ts'
import { looksRight, openPhoneOf, signInAt } from './phone-page.ts'
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
    service.reset([...busyArea(), nothing])
    const other = await openPhoneOf(browser)
    const phone = await other.newPage()
    await signInAt(phone, service.address)
    await phone.getByText('Đã gửi hết').waitFor()
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
    await other.close()
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

  it('prints all its figures and no name', async () => {
    await toMonth(page)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.getByText('= Cuối tháng').waitFor()
    for (const told of ['17. Người cao tuổi được khám sức khỏe trong tháng', 'Tờ rơi đã phát', 'Mục nào không phát sinh?']) expect(await mainText()).toContain(told)
    expect(await mainText()).not.toContain('Giàng Thị Mỷ')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await page.getByText('= Cuối tháng').waitFor({ state: 'detached' })
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
