import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPhoneOf, signInAt, unlock } from './phone-page.ts'

/** What a thumb does to note something, from the way to a form to its last button. */

/** A phone, signed in, whose app opens without a network, and without one. */
export async function offLine(browser: Browser, address: string, who?: Parameters<typeof signInAt>[2]): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openPhoneOf(browser)
  const page = await context.newPage()
  await signInAt(page, address, who)
  await page.getByText('Đã gửi hết').waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.reload()
  await unlock(page)
  await context.setOffline(true)
  return { context, page }
}

/** Opens the page of a household. */
async function toHousehold(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: new RegExp(`^Hộ ${number} `) }).click()
  await page.getByRole('heading', { name: `Hộ ${number}`, level: 1 }).waitFor()
}

/** Opens a form of a household by its page. */
export async function fromHousehold(page: Page, number: string, form: string): Promise<void> {
  await toHousehold(page, number)
  await page.getByRole('link', { name: form, exact: true }).click()
  await page.getByRole('heading', { name: form, level: 1 }).waitFor()
}

/** Opens the page of a person by name. */
async function toPerson(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByLabel('Tìm theo số hộ hoặc tên').fill(name)
  await page.getByText('Tìm thấy 1').waitFor()
  await page.getByRole('link', { name: /^Hộ \d/ }).click()
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).first().click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

/** Opens a form of a person by name. */
export async function fromPerson(page: Page, name: string, form: string): Promise<void> {
  await toPerson(page, name)
  await page.getByRole('link', { name: form, exact: true }).click()
  await page.getByRole('heading', { name: form, level: 1 }).waitFor()
}

/** Opens a form that stands behind the tap of what is told in confidence. */
export async function inConfidence(page: Page, name: string, form: string): Promise<void> {
  await toPerson(page, name)
  await page.getByRole('button', { name: 'Mở phần riêng tư' }).click()
  await page.getByRole('link', { name: form, exact: true }).click()
  await page.getByRole('heading', { name: form, level: 1 }).waitFor()
}

export const pick = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('radio', { name, exact: typeof name === 'string' }).check()

export async function onDay(page: Page, legend: string, day: PlainDate): Promise<void> {
  const [year = '', month = '', of = ''] = day.split('-')
  const group = page.getByRole('group', { name: legend, exact: true })
  await group.getByLabel('Ngày', { exact: true }).fill(of)
  await group.getByLabel('Tháng').fill(month)
  await group.getByLabel('Năm').fill(year)
}

/** Looks over, reads what was understood, and keeps it. */
export async function keep(page: Page, understood: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await page.getByText('Máy hiểu là:').waitFor()
  expect(await page.locator('main').innerText()).toMatch(understood)
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('heading', { name: 'Đã lưu trên máy – chưa gửi' }).waitFor()
}

export interface Newcomer {
  readonly name: string
  readonly sex: 'Nam' | 'Nữ'
  readonly born: string
  readonly relation: string
  readonly marital?: string
  readonly spouse?: string
}

export async function fillNewcomer(page: Page, { name, sex, born, relation, marital, spouse }: Newcomer): Promise<void> {
  await page.getByLabel('Quan hệ với chủ hộ').selectOption({ label: relation })
  await page.getByLabel('Họ và tên').fill(name)
  await pick(page, sex)
  await page.getByRole('group', { name: 'Ngày sinh' }).getByLabel('Năm').fill(born)
  if (marital !== undefined) await page.getByLabel('Tình trạng hôn nhân').selectOption({ label: marital })
  if (spouse !== undefined) await page.getByLabel('Vợ hoặc chồng').selectOption({ label: spouse })
}

/** Goes to this month and opens the parts named: what is closed cannot be read. */
export async function toMonth(page: Page, ...parts: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Tháng', exact: true }).click()
  await page.getByRole('heading', { name: /^Tháng/, level: 1 }).waitFor()
  for (const part of parts) await openPart(page, part)
}

/** Opens a part of the month that may be open already. */
export async function openPart(page: Page, part: string): Promise<void> {
  const fold = page.locator('details').filter({ has: page.locator('summary', { hasText: part }) }).first()
  if (!(await fold.evaluate((details) => details.hasAttribute('open')))) await fold.locator('summary').first().click()
}

/** A line of P0 on the page of the month: the name, the household, then title and value of each column of the form that is filled, then those that are blank. */
export type SectionLine = readonly string[]

const sectionRow = (page: Page, label: string) => page.getByRole('listitem').filter({ hasText: new RegExp(`^${label}`) }).first()

/** How many lines the page of the month says that a section has; none in one that is blank. */
export async function countOf(page: Page, label: string): Promise<number> {
  const last = (await sectionRow(page, label).innerText()).trim().split(/\s/).at(-1)
  return last === 'trống' ? 0 : Number(last)
}

/** Opens a section of P0 on the page of the month and reads its count and its lines. */
export async function readSection(page: Page, label: string): Promise<{ count: number; lines: SectionLine[] }> {
  const count = await countOf(page, label)
  const row = sectionRow(page, label)
  await row.locator('summary').click()
  await row.locator('dl').first().waitFor()
  const lines = await row.locator('ol > li').evaluateAll((all) =>
    all.map((line) => [line.querySelector('a')?.textContent ?? '', ...[...line.querySelectorAll('dl > div')].map((column) => `${column.children[0]?.textContent}: ${column.children[1]?.textContent}`)]),
  )
  return { count, lines }
}
