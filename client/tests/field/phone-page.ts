import AxeBuilder from '@axe-core/playwright'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Where screenshots go, if any are wanted. */
const SHOTS = process.env['SHOTS']
export const PIN = '482915'

/** What differs from phone to phone. */
export interface PhoneOptions {
  readonly dark?: boolean
}

/** A phone of 360×740 in Vietnam, new. */
export async function openPhoneOf(browser: Browser, options: PhoneOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: options.dark === true ? 'dark' : 'light',
  })
  context.setDefaultTimeout(15_000)
  return context
}

export async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return
  await mkdir(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: false })
}

/** axe finds nothing, contrast at 7:1 included. Sizes are `expectLargeTargets`', which asks for more: axe calls small what the fixed bar half covers at some place of scrolling. */
async function expectClean(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).disableRules(['target-size']).analyze()
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

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
}

export async function looksRight(page: Page, name: string): Promise<void> {
  await shot(page, name)
  await expectClean(page)
  await expectLargeTargets(page)
  await expectNoSidewaysScroll(page)
}

/** Who signs in at the pretended service. */
const HOA = { name: 'hoa', password: 'mat-khau-tot' }

/** Signs in for the first time, with a PIN. */
export async function signInAt(page: Page, address: string, { name, password } = HOA): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Tên đăng nhập').fill(name)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByLabel('Mã PIN 6 số').fill(PIN)
  await page.getByLabel('Gõ lại mã PIN').fill(PIN)
  await page.getByRole('button', { name: 'Khóa bằng mã PIN này' }).click()
  await page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor()
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Mã PIN 6 số').fill(PIN)
  await page.getByRole('button', { name: 'Mở sổ' }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Mở sổ' }).waitFor()
}
