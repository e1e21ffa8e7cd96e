import AxeBuilder from '@axe-core/playwright'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../../../tests/browser.ts'
import { type PretendServer, startPretendServer } from './pretend-server.ts'

const SHOTS = process.env['SHOTS']
const PIN = '482915'

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

async function phone(options: { dark?: boolean } = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: options.dark === true ? 'dark' : 'light',
  })
  context.setDefaultTimeout(15_000)
  return context
}

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return
  await mkdir(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: false })
}

/** axe finds nothing, contrast at 7:1 included. */
async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([])
  const enhanced = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze()
  expect(enhanced.violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html.slice(0, 160), any[0]?.message])])).toEqual([])
}

/** Nothing to touch is smaller than 48 px, text inside sentences apart. */
async function expectLargeTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('a, button, input, select, summary')].flatMap((element) => {
      const label = element.closest('label')
      const box = (label !== null && element.matches('[type=radio], [type=checkbox]') ? label : element).getBoundingClientRect()
      if (box.width === 0 || element.matches('.skip')) return []
      return box.height < 47.5 || box.width < 47.5 ? [`${element.outerHTML.slice(0, 100)} ${box.width}×${box.height}`] : []
    }),
  )
  expect(small).toEqual([])
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
}

async function looksRight(page: Page, name: string): Promise<void> {
  await shot(page, name)
  await expectClean(page)
  await expectLargeTargets(page)
  await expectNoSidewaysScroll(page)
}

async function signIn(page: Page): Promise<void> {
  await page.goto(service.address)
  await page.getByLabel('Tên đăng nhập').fill('hoa')
  await page.getByLabel('Mật khẩu').fill('mat-khau-tot')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByLabel('Mã PIN 6 số').fill(PIN)
  await page.getByLabel('Gõ lại mã PIN').fill(PIN)
  await page.getByRole('button', { name: 'Khóa bằng mã PIN này' }).click()
  await page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor()
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Mã PIN 6 số').fill(PIN)
  await page.getByRole('button', { name: 'Mở sổ' }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Mở sổ' }).waitFor()
}

/** Fills in a birth in household 12 up to the confirmation; leaves out what `without` names. */
async function fillBirth(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Hôm nay', exact: true }).click()
  await page.getByRole('radio', { name: 'Nữ' }).check()
  await page.getByRole('radio', { name: 'Trần Thị Hoa' }).check()
  await page.getByLabel('Là con thứ mấy của mẹ').selectOption('2')
  await page.getByRole('radio', { name: 'Tại Trạm Y tế' }).check()
  await page.getByLabel('Họ tên trẻ').fill(name)
}

async function toBirthForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ghi' }).click()
  await page.getByRole('button', { name: 'Trẻ sinh ra' }).click()
  await page.getByLabel('Tìm theo số hộ hoặc tên').fill('tran thi h')
  await page.getByRole('link', { name: /Hộ 12/ }).click()
  await page.getByRole('heading', { name: 'Trẻ sinh ra' }).waitFor()
}

describe('the phone', () => {
  it('signs in, sets a PIN, pulls, and each place looks right', async () => {
    const context = await phone()
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.goto(service.address)
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    await looksRight(page, '01-sign-in')
    await page.getByLabel('Tên đăng nhập').fill('hoa')
    await page.getByLabel('Mật khẩu').fill('sai')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByText('Tên hoặc mật khẩu không đúng').waitFor()
    await looksRight(page, '02-sign-in-wrong')
    await page.getByLabel('Mật khẩu').fill('mat-khau-tot')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByLabel('Mã PIN 6 số').fill('123456')
    await page.getByLabel('Gõ lại mã PIN').fill('123456')
    await page.getByRole('button', { name: 'Khóa bằng mã PIN này' }).click()
    await page.getByText('Mã này quá dễ đoán').waitFor()
    await looksRight(page, '03-set-pin')
    await page.getByLabel('Mã PIN 6 số').fill(PIN)
    await page.getByLabel('Gõ lại mã PIN').fill(PIN)
    await page.getByRole('button', { name: 'Khóa bằng mã PIN này' }).click()
    await page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor()
    await page.getByText('Đã gửi hết').waitFor()
    await looksRight(page, '04-today')
    await page.getByRole('link', { name: 'Hộ', exact: true }).click()
    await page.getByText('3 hộ · 6 người').waitFor()
    expect(await page.getByRole('link', { name: /^Hộ \d/ }).allInnerTexts()).toMatchObject([/^Hộ 7 /, /^Hộ 12 /, /^Hộ 63 /].map((row) => expect.stringMatching(row)))
    await looksRight(page, '05-households')
    await page.getByLabel('Tìm theo số hộ hoặc tên').fill('dang thi my le')
    await page.getByText('Tìm thấy 1').waitFor()
    await page.getByRole('link', { name: /Hộ 63/ }).click()
    await page.getByRole('heading', { name: 'Hộ 63' }).waitFor()
    await looksRight(page, '06-household')
    await page.getByRole('link', { name: /H'Hen Niê/ }).first().click()
    await page.getByRole('heading', { name: "H'Hen Niê" }).waitFor()
    await looksRight(page, '07-person')
    await page.getByRole('link', { name: 'Tháng' }).click()
    await page.getByRole('heading', { name: /^Tháng/ }).waitFor()
    await looksRight(page, '08-month')
    await page.getByRole('link', { name: /Nhân khẩu thực tế thường trú cuối tháng: 6/ }).click()
    await page.getByText('6 người hoặc hộ').waitFor()
    await looksRight(page, '09-month-behind')
    await page.getByRole('link', { name: 'Tôi' }).click()
    await page.getByRole('heading', { name: 'Tôi' }).waitFor()
    await looksRight(page, '10-me')
    await page.getByRole('link', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: 'Ghi việc gì?' }).waitFor()
    await looksRight(page, '11-choose')
    await page.setViewportSize({ width: 1366, height: 768 })
    await shot(page, '12-choose-wide')
    await page.getByRole('link', { name: 'Hộ', exact: true }).click()
    await shot(page, '13-households-wide')
    expect(errors.filter((text) => !text.includes('401') && !text.includes('404'))).toEqual([])
    await context.close()
  })

  it('notes a birth: problems under their fields, a draft that survives a reload, a sentence, undo', async () => {
    const context = await phone()
    const page = await context.newPage()
    await signIn(page)
    await page.getByText('Đã gửi hết').waitFor()
    service.failWith = 503
    await toBirthForm(page)
    await looksRight(page, '20-birth-empty')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByText('Còn chỗ cần xem lại:').waitFor()
    await looksRight(page, '21-birth-missing')
    await fillBirth(page, 'Nguyễn Thị Mai')
    await page.getByLabel('Là con thứ mấy của mẹ').selectOption('1')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByText('theo sổ thì là con thứ').first().waitFor()
    await looksRight(page, '22-birth-doubtful')
    await page.waitForTimeout(300)
    await page.reload()
    await unlock(page)
    expect(await page.getByLabel('Họ tên trẻ').inputValue()).toBe('Nguyễn Thị Mai')
    await page.getByLabel('Là con thứ mấy của mẹ').selectOption('2')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByText('Máy hiểu là:').waitFor()
    expect(await page.locator('main').innerText()).toMatch(/Bé gái Nguyễn Thị Mai, sinh \d\d\/\d\d\/\d{4}, tại Trạm Y tế, con thứ 2 của Trần Thị Hoa/)
    await looksRight(page, '23-birth-confirm')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: 'Đã lưu trên máy – chưa gửi' }).waitFor()
    await looksRight(page, '24-birth-saved')
    await page.getByText('1 ghi chép chưa gửi').waitFor()
    await page.getByRole('link', { name: /1 ghi chép chưa gửi/ }).click()
    await page.getByText('Máy chủ đang bận').waitFor()
    await looksRight(page, '25-unsent')
    await page.getByRole('link', { name: 'Tháng' }).click()
    await page.getByRole('link', { name: /1\. Trẻ sinh ra: 1/ }).click()
    await page.getByRole('link', { name: /Nguyễn Thị Mai/ }).click()
    await page.getByText('Chưa gửi', { exact: false }).first().waitFor()
    await looksRight(page, '26-child')
    await page.getByRole('link', { name: 'Sửa' }).click()
    await page.getByRole('radio', { name: 'Nam' }).check()
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: 'Đã lưu trên máy – chưa gửi' }).waitFor()
    await page.getByRole('link', { name: 'Tháng' }).click()
    await page.getByRole('link', { name: /Trẻ em nam: 1/ }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: 'Tháng' }).click()
    service.failWith = undefined
    await page.getByRole('link', { name: /chưa gửi/ }).click()
    await page.getByRole('button', { name: 'Thử gửi ngay' }).click()
    await page.getByText('Không còn ghi chép nào chưa gửi.').waitFor()
    expect(service.log.entries.filter(({ raw }) => (raw as { type: string }).type === 'birth-reported')).toHaveLength(2)
    await context.close()
  })

  it('takes a note back within the minute, and it counts no more', async () => {
    const context = await phone()
    const page = await context.newPage()
    await signIn(page)
    await page.getByText('Đã gửi hết').waitFor()
    service.failWith = 'cut-before'
    await page.getByRole('link', { name: 'Hộ', exact: true }).click()
    await page.getByRole('link', { name: /Hộ 7 / }).click()
    await page.getByRole('link', { name: 'Người chết' }).click()
    await page.getByRole('radio', { name: 'Phạm Quốc Ở' }).check()
    await page.getByRole('button', { name: 'Hôm qua' }).click()
    await page.getByRole('radio', { name: 'Tại nhà' }).check()
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByText('Đã rút lại').waitFor()
    await looksRight(page, '30-undone')
    await page.getByRole('link', { name: 'Tháng' }).click()
    await page.getByRole('link', { name: /3\. Người chết: 0/ }).waitFor()
    service.failWith = undefined
    await context.close()
  })

  it('two tabs of one book show the same and lose nothing', async () => {
    const context = await phone()
    const left = await context.newPage()
    await signIn(left)
    const right = await context.newPage()
    await right.goto(service.address)
    await unlock(right)
    service.failWith = 503
    for (const [page, number] of [
      [left, '101'],
      [right, '102'],
    ] as const) {
      await page.getByRole('link', { name: 'Ghi', exact: true }).click()
      await page.getByRole('link', { name: 'Thêm hộ' }).click()
      await page.getByLabel('Số hộ').fill(number)
      await page.getByRole('radio', { name: 'Hộ gia đình' }).check()
      await page.getByRole('button', { name: 'Hôm nay', exact: true }).click()
      await page.getByRole('button', { name: 'Xem lại' }).click()
      await page.getByRole('button', { name: 'Ghi', exact: true }).click()
      await page.getByRole('heading', { name: /Đã lưu/ }).waitFor()
    }
    for (const page of [left, right]) await page.getByText('2 ghi chép chưa gửi').waitFor()
    service.failWith = undefined
    await context.close()
  })

  it('a wrong PIN is said, and after three one waits; nothing is lost', async () => {
    const context = await phone()
    const page = await context.newPage()
    await signIn(page)
    await page.getByText('Đã gửi hết').waitFor()
    await page.reload()
    for (let attempt = 0; attempt < 3; attempt++) {
      await page.getByLabel('Mã PIN 6 số').fill('000000')
      await page.getByRole('button', { name: 'Mở sổ' }).click()
      await page.getByText('Mã PIN không đúng').first().waitFor()
    }
    await page.getByText('Hãy đợi').waitFor()
    await looksRight(page, '40-wrong-pin')
    await page.getByRole('button', { name: 'Mở sổ' }).and(page.locator(':enabled')).waitFor({ timeout: 30_000 })
    await unlock(page)
    await page.getByRole('button', { name: 'Quên mã PIN' }).waitFor({ state: 'detached' })
    await context.close()
  })

  it('opens off line from the second visit on, notes, and sends when the network is back', async () => {
    const context = await phone()
    const page = await context.newPage()
    await signIn(page)
    await page.getByText('Đã gửi hết').waitFor()
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.reload()
    await unlock(page)
    await context.setOffline(true)
    await page.reload()
    await unlock(page)
    await page.getByRole('link', { name: 'Hộ', exact: true }).click()
    await page.getByRole('link', { name: /Hộ 12/ }).click()
    await page.getByRole('link', { name: 'Chuyển đi khỏi xã' }).click()
    await page.getByRole('checkbox', { name: 'Nguyễn Minh An' }).check()
    await page.getByRole('button', { name: 'Hôm nay', exact: true }).click()
    await page.getByRole('radio', { name: 'Đến tỉnh khác' }).check()
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: 'Đã lưu trên máy – chưa gửi' }).waitFor()
    await page.getByRole('link', { name: /1 ghi chép chưa gửi/ }).click()
    await page.getByText('Chưa có mạng').waitFor()
    await looksRight(page, '50-offline-unsent')
    const before = service.requests.length
    await context.setOffline(false)
    await page.getByText('Không còn ghi chép nào chưa gửi.').waitFor()
    expect(service.requests.length - before).toBe(1)
    await context.close()
  })

  it('an expired session keeps everything and asks to sign in', async () => {
    const context = await phone({ dark: true })
    const page = await context.newPage()
    await signIn(page)
    await page.getByText('Đã gửi hết').waitFor()
    service.isSignedIn = false
    await page.getByRole('link', { name: 'Ghi', exact: true }).click()
    await page.getByRole('link', { name: 'Thêm hộ' }).click()
    await page.getByLabel('Số hộ').fill('200')
    await page.getByRole('radio', { name: 'Hộ gia đình' }).check()
    await page.getByRole('button', { name: 'Hôm nay', exact: true }).click()
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('link', { name: /1 ghi chép chưa gửi/ }).click()
    await page.getByText('Máy chủ cần chị đăng nhập lại').waitFor()
    await looksRight(page, '60-signed-out-dark')
    await page.getByLabel('Mật khẩu').fill('mat-khau-tot')
    await page.getByRole('button', { name: 'Đăng nhập lại' }).click()
    await page.getByText('Không còn ghi chép nào chưa gửi.').waitFor()
    await context.close()
  })

  it('speaks English when asked, and again after a reload', async () => {
    const context = await phone()
    const page = await context.newPage()
    await signIn(page)
    await page.getByText('Đã gửi hết').waitFor()
    await page.getByRole('link', { name: 'Tôi' }).click()
    await page.getByRole('radio', { name: 'English' }).check()
    await page.getByRole('heading', { name: 'Me' }).waitFor()
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await page.getByRole('link', { name: 'Month' }).click()
    await page.getByText('Residents at the end of the month').waitFor()
    await looksRight(page, '80-english-month')
    await page.reload()
    await page.getByLabel('PIN, 6 digits').waitFor()
    await context.close()
  })

  it('at 200 % text nothing runs out of the screen', async () => {
    const context = await phone()
    const page = await context.newPage()
    await signIn(page)
    await page.getByText('Đã gửi hết').waitFor()
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    for (const name of ['Hôm nay', 'Hộ', 'Ghi', 'Tháng', 'Tôi']) {
      await page.getByRole('link', { name, exact: true }).click()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await shot(page, `70-large-${name}`)
      await expectNoSidewaysScroll(page)
    }
    await context.close()
  })
})
