import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../../tests/browser.ts'

/** The real server as `npm run demo` starts it: what the pretended one cannot show. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

let folder: string
let server: ChildProcess
let url: string
let passwords: Map<string, string>
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotay-pin-'))
  // As root the database runs as another user, who must be able to pass.
  await chmod(folder, 0o711)
  const port = await freePort()
  const env = { ...process.env, SOTAY_DATA: join(folder, 'data'), PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: '', DATABASE_URL: '' }
  server = spawn(process.execPath, [join(ROOT, 'bin/sotay.js'), 'demo'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      if (text.includes('Ctrl-C')) resolve()
    })
    server.once('exit', (code) => reject(new Error(`the demonstration ended with ${code}: ${text}`)))
  })
  passwords = new Map([...text.matchAll(/^ {2}([a-z]+) +([a-z0-9-]+) {2,}.*→/gm)].map(([, name = '', password = '']) => [name, password]))
  url = `http://localhost:${port}`
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Asks the service as the officer does, from a page of its own. */
async function officer(): Promise<(method: string, path: string) => Promise<unknown>> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${url}/office`)
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
  await call('POST', '/api/session', { name: 'vienchuc', password: passwords.get('vienchuc') })
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
    await page.goto(url)
    await page.getByLabel('Tên đăng nhập').fill('hoa')
    await page.getByLabel('Mật khẩu').fill(passwords.get('hoa') ?? '')
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
    await page.getByLabel('Mật khẩu').fill(passwords.get('hoa') ?? '')
    await page.getByLabel('Mã 8 số của viên chức').fill(code === '00000000' ? '11111111' : '00000000')
    await page.getByLabel('Mã PIN mới').fill('739164')
    await page.getByLabel('Gõ lại mã PIN').fill('739164')
    await page.getByRole('button', { name: 'Mở lại bằng mã' }).click()
    await page.getByText('Mã không đúng hoặc đã hết hạn').waitFor()
    await page.getByLabel('Mã 8 số của viên chức').fill(code)
    await page.getByRole('button', { name: 'Mở lại bằng mã' }).click()
    await page.getByText('Đã gửi hết').waitFor()
    await page.getByRole('link', { name: 'Hộ', exact: true }).click()
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
    expect(await page.getByRole('link', { name: /Hộ 90[12]/ }).count()).toBe(2)
    await context.close()
  })
})
