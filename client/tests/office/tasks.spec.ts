import type { AreaFreshness } from '@sotay/domain/wire/reports'
import type { TaskSeen } from '@sotay/domain/wire/work'
import type { Me } from '@sotay/domain/wire/session'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addMonths, monthContaining } from '@sotay/domain/kernel/period'
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import { checkScreen, NARROW, type Office, openOffice, signIn } from './demo-office.ts'

let office: Office
let page: Page
let context: BrowserContext
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => office.close())
beforeEach(async () => {
  ;({ page, context } = await office.open())
})
afterEach(async () => context.close())

/** The areas of the demonstration. */
const AREAS = 3
const OLD_PEOPLE = 'Lập danh sách <b>người cao tuổi</b> chưa khám'
const NEWCOMERS = 'Rà soát hộ mới đến'

/** A task in the list, with its areas. */
function given(text: string): Locator {
  return page.locator('section').filter({ has: page.getByRole('heading', { name: text, exact: true, level: 3 }) })
}

const dayWords = (day: string) => day.split('-').reverse().join('/')

const today = () => civilDayInVietnam(Date.now())

/** Sends what a collaborator's phone would, over the real service. */
async function sendAs(name: string, type: string, data: unknown, area: (me: Me) => string): Promise<unknown> {
  const phone = await office.browser.newContext({ baseURL: office.url, extraHTTPHeaders: { origin: office.url } })
  const device = v7()
  const me = (await (await phone.request.post('/api/session', { data: { name, password: office.password(name), device } })).json()) as Me
  const fact = { id: v7(), type, v: 1, area: area(me), about: [], occurredOn: today(), recordedAt: Date.now(), recordedBy: me.user, device, via: 'phone', data }
  const answer = await phone.request.post('/api/sync', { data: { protocol: 1, epoch: null, device, cursors: {}, facts: [fact], unsent: { count: 1, oldest: Date.now() } } })
  const { verdicts } = (await answer.json()) as { verdicts: unknown }
  await phone.close()
  return verdicts
}

async function toTasks(): Promise<void> {
  await signIn(page, office, 'vienchuc')
  await page.getByRole('link', { name: 'Giao việc', exact: true }).click()
  await page.getByRole('heading', { name: 'Giao việc', level: 1 }).waitFor()
}

test('a task is given to areas by keyboard, each box’s problem told beside it; the answers come in; it is taken back with a reason', async () => {
  // The demonstration has tasks; the screen of a commune that gave none is looked at first.
  await page.route('**/api/tasks', (route) => route.fulfill({ json: [] }))
  await toTasks()
  await page.getByText('Chưa giao việc nào.').waitFor()
  await checkScreen(page, 'tasks-empty')
  await page.unroute('**/api/tasks')
  await page.getByRole('button', { name: 'Giao việc' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Hãy viết việc cần làm.').waitFor()
  await page.getByText('Hãy chọn ít nhất một địa bàn.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('text')
  await checkScreen(page, 'tasks-missing')
  await page.keyboard.type(OLD_PEOPLE)
  await page.getByLabel('Hạn làm (không bắt buộc)').fill('2020-01-01')
  await page.getByLabel('Tất cả địa bàn').focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Giao việc' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Hạn làm phải từ hôm nay trở đi.').waitFor()
  await page.getByLabel('Hạn làm (không bắt buộc)').fill(today())
  await page.getByRole('button', { name: 'Giao việc' }).click()
  await page.getByText(`Đã giao cho ${AREAS} địa bàn.`).waitFor()
  await given(OLD_PEOPLE).getByText(`0/${AREAS} địa bàn đã làm`).waitFor()

  const all = (await (await context.request.get(`${office.url}/api/tasks`)).json()) as TaskSeen[]
  const tasks = all.filter(({ text }) => text === OLD_PEOPLE)
  const hers = (me: Me): string => me.areas.find(({ number }) => number === '1')?.area ?? ''
  expect(tasks).toHaveLength(AREAS)
  // Of these tasks one is hers: the other answers are held.
  for (const one of tasks) await sendAs('hoa', 'task-answered', { task: one.task, answer: 'done' }, hers)
  await page.reload()
  await given(OLD_PEOPLE).getByText(`1/${AREAS} địa bàn đã làm`).waitFor()
  await given(OLD_PEOPLE).getByText(/✓ Đã làm \(H'Hoa Niê Kdăm/).waitFor()
  expect(await given(OLD_PEOPLE).getByText('– Chưa trả lời').count()).toBe(AREAS - 1)
  await checkScreen(page, 'tasks-answered')
  await page.setViewportSize(NARROW)
  await checkScreen(page, 'tasks-answered')

  await given(OLD_PEOPLE).getByRole('button', { name: 'Rút lại việc này' }).click()
  await page.getByRole('button', { name: 'Rút lại', exact: true }).click()
  await page.getByText('Hãy viết lý do để cộng tác viên biết.').waitFor()
  await page.getByLabel('Vì sao rút lại?').fill('Trạm đã có danh sách')
  await page.getByRole('button', { name: 'Rút lại', exact: true }).click()
  await page.getByText('Đã rút lại.').waitFor()
  await given(OLD_PEOPLE).waitFor({ state: 'detached' })
})

test('without a network the task stays in the form, and given again it is one task', async () => {
  await toTasks()
  await page.getByLabel('Việc cần làm').fill(NEWCOMERS)
  await page.getByLabel('Tất cả địa bàn').check()
  await page.route('**/api/tasks', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: 'Giao việc' }).click()
  await page.getByText('Không liên lạc được với máy chủ').waitFor()
  expect(await page.getByLabel('Việc cần làm').inputValue()).toBe(NEWCOMERS)
  await page.unroute('**/api/tasks')
  await page.getByRole('button', { name: 'Giao việc' }).click()
  await page.getByText(`Đã giao cho ${AREAS} địa bàn.`).waitFor()
  await given(NEWCOMERS).getByText(`0/${AREAS} địa bàn đã làm`).waitFor()
  expect(await given(NEWCOMERS).count()).toBe(1)
})

test('the areas say which months are signed and which are not', async () => {
  const month = addMonths(monthContaining(today()), -1)
  const data = { month, on: 'device', signer: "H'Hoa Niê Kdăm", seq: 1, pending: [], rulesVersion: 1, totals: {} }
  const verdicts = await sendAs('hoa', 'month-signed', data, (me) => me.areas.find(({ number }) => number === '1')?.area ?? '')
  expect(verdicts).toMatchObject([{ status: 'accepted' }])
  // In the demonstration every area has signed; of one it is left out of the answer.
  await page.route('**/api/areas', async (route) => {
    const response = await route.fetch()
    const areas = (await response.json()) as AreaFreshness[]
    await route.fulfill({ response, json: areas.map((one) => (one.number === '2' ? { ...one, signed: one.signed.filter((signed) => signed.month !== month) } : one)) })
  })
  await signIn(page, office, 'vienchuc')
  await page.getByRole('link', { name: 'Địa bàn', exact: true }).click()
  const name = `${Number(month.slice(5))}/${month.slice(0, 4)}`
  await page.getByRole('row', { name: /Buôn Ea Mrông/ }).getByText(new RegExp(`✓ ${name}: ký ${dayWords(today())}, H'Hoa Niê Kdăm`)).waitFor()
  await page.getByRole('row', { name: /Thôn Tân Hòa/ }).getByText(`– ${name}: chưa ký`).waitFor()
  await checkScreen(page, 'areas-signed')
})
