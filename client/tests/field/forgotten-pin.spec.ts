import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../../tests/browser.ts'
import { type DemoServer, startDemoServer } from '../../../tests/demo-server.ts'

/** What a pretended service cannot show. */
let server: DemoServer
let browser: Browser

beforeAll(async () => {
  server = await startDemoServer()
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Asks the service as the officer does, from a page of its own. */
async function officer(): Promise<(method: string, path: string) => Promise<unknown>> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${server.url}/office`)
  const call = (method: string, path: string, body?: unknown): Promise<unknown> =>
    page.evaluate(
      async ([how, where, what]) => {
        const headers = { 'content-type': 'application/json' }
        const response = await fetch(where, { method: how, ...(what === undefined ? {} : { body: JSON.stringify(what), headers }) })
        const text = await response.text()
        if (!response.ok) throw new Error(`${response.status} ${text}`)
        return text === '' ? null : JSON.parse(text)
      },
      [method, path, body] as const,
    )
  await call('POST', '/api/session', { name: 'vienchuc', password: server.password('vienchuc') })
  return (method, path) => call(method, path)
}

async function noteHousehold(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: 'Ghi', exact: true }).click()
  await page.getByRole('link', { name: 'Thêm hộ' }).click()
  await page.getByLabel('Số hộ').fill(number)
  await page.getByRole('radio', { name: 'Hộ gia đình' }).check()
  await page.getByRole('button', { name: 'Hôm nay', exact: true }).click()
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('heading', { name: /Đã lưu/ }).waitFor()
}

describe('the phone and the real service', () => {
  it('a forgotten PIN: the officer’s code opens the book again, and what was unsent is sent; a revoked device still delivers', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    await page.goto(server.url)
    await page.getByLabel('Tên đăng nhập').fill('hoa')
    await page.getByLabel('Mật khẩu').fill(server.password('hoa'))
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByLabel('Mã PIN 6 số').fill('482915')
    await page.getByLabel('Gõ lại mã PIN').fill('482915')
    await page.getByRole('button', { name: 'Khóa bằng mã PIN này' }).click()
    await page.getByText('Đã gửi hết').waitFor()
    await page.getByRole('link', { name: 'Tôi' }).click()
    await page.getByText('viên chức dân số xã giúp mở lại được').waitFor()
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await context.setOffline(true)
    await noteHousehold(page, '901')
    await page.getByText('1 ghi chép chưa gửi').waitFor()
    await page.getByRole('link', { name: 'Tôi' }).click()
    await page.getByRole('button', { name: 'Khóa sổ ngay' }).click()
    await context.setOffline(false)

    const device = await page.evaluate(() => (JSON.parse(localStorage.getItem('sotay-books') ?? '{}') as { books: { device: string }[] }).books[0]?.device ?? '')
    const ask = await officer()
    const { code } = (await ask('POST', `/api/devices/${device}/recovery-code`)) as { code: string }
    await page.getByRole('button', { name: 'Quên mã PIN' }).click()
    await page.getByLabel('Mật khẩu').fill(server.password('hoa'))
    await page.getByLabel('Mã 8 số của viên chức').fill(code === '00000000' ? '11111111' : '00000000')
    await page.getByLabel('Mã PIN mới').fill('739164')
    await page.getByLabel('Gõ lại mã PIN').fill('739164')
    await page.getByRole('button', { name: 'Mở lại bằng mã' }).click()
    await page.getByText('Mã không đúng hoặc đã hết hạn').waitFor()
    await page.getByLabel('Mã 8 số của viên chức').fill(code)
    await page.getByRole('button', { name: 'Mở lại bằng mã' }).click()
    await page.getByText('Đã gửi hết').waitFor()
    await page.getByRole('link', { name: 'Hộ', exact: true }).click()
    await page.getByLabel('Tìm theo số hộ hoặc tên').fill('901')
    await page.getByRole('link', { name: /Hộ 901/ }).waitFor()

    await context.setOffline(true)
    await noteHousehold(page, '902')
    await ask('POST', `/api/devices/${device}/revoke`)
    await context.setOffline(false)
    await page.getByRole('link', { name: /chưa gửi|Đã gửi/ }).click()
    await page.getByText('Không còn ghi chép nào chưa gửi.').waitFor()
    await page.reload()
    await page.getByLabel('Mã PIN 6 số').fill('482915')
    await page.getByRole('button', { name: 'Mở sổ' }).click()
    await page.getByText('Mã PIN không đúng').waitFor()
    await page.getByLabel('Mã PIN 6 số').fill('739164')
    await page.getByRole('button', { name: 'Mở sổ' }).click()
    await page.getByText('Máy này đã bị thu hồi').first().waitFor()
    await page.getByRole('link', { name: 'Hộ', exact: true }).click()
    await page.getByLabel('Tìm theo số hộ hoặc tên').fill('90')
    await page.getByRole('link', { name: /Hộ 901/ }).waitFor()
    expect(await page.getByRole('link', { name: /Hộ 90[12]/ }).count()).toBe(2)
    await context.close()
  })
})
