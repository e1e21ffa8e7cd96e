import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { expect } from 'vitest'
import { buildApp } from '../../../server/src/app.ts'
import { loadDemo, makeSignIns } from '../../../server/src/demo/load-demo.ts'
import { firstAdministratorLink } from '../../../server/src/people/first-administrator.ts'
import { openRecoveryKey } from '../../../server/src/people/recovery-key.ts'
import { loadNationalUnits } from '../../../server/src/units/load-national.ts'
import { openTestDatabase } from '../../../server/tests/fixture-database.ts'
import { openBrowser } from '../../../tests/browser.ts'

const CLIENT = fileURLToPath(new URL('../..', import.meta.url))

/** Where screenshots go, to be looked at; nothing is compared. */
const SHOTS = process.env['SOTAY_SHOTS']

export const WIDE = { width: 1366, height: 768 }
export const NARROW = { width: 360, height: 740 }

/** The office on a real server with a real database, and a browser to look at it. */
export interface Office {
  readonly url: string
  readonly browser: Browser
  /** The password of a user of the demonstration. */
  readonly password: (name: string) => string
  /** The first administrator's link, of a server without anybody. */
  readonly firstLink: string
  readonly open: (size?: { width: number; height: number }) => Promise<{ page: Page; context: BrowserContext }>
  readonly close: () => Promise<void>
}

/** @param isEmpty without the demonstration: as on a first start */
export async function openOffice({ isEmpty = false } = {}): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-office-'))
  await build({
    root: CLIENT,
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: join(folder, 'dist'), target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, rolldownOptions: { input: join(CLIENT, 'office.html') } },
  })
  const database = await openTestDatabase()
  const users = makeSignIns()
  await loadNationalUnits(database.db, Date.now())
  if (!isEmpty) await loadDemo(database.db, users, Date.now())
  const app = await buildApp({
    db: database.db,
    now: Date.now,
    publicUrl: undefined,
    recoveryKey: await openRecoveryKey(folder),
    logLevel: 'silent',
    clientFolder: join(folder, 'dist'),
    // A spec asks in a minute for more lists than an officer does.
    rateScale: 10,
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await openBrowser()
  return {
    url,
    browser,
    password: (name) => users.find((user) => user.name === name)?.password ?? '',
    firstLink: (await firstAdministratorLink(database.db, url)) ?? '',
    open: async (size = WIDE) => {
      const context = await browser.newContext({ viewport: size, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
      context.setDefaultTimeout(10_000)
      return { page: await context.newPage(), context }
    },
    close: async () => {
      await browser.close()
      await app.close()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Signs in by the screen. */
export async function signIn(page: Page, office: Office, name: string, password = office.password(name)): Promise<void> {
  await page.goto(`${office.url}/office`)
  await page.getByLabel('Tên đăng nhập').fill(name)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
}

/** Nothing that axe finds, nothing wider than the screen; a picture of it where one is wanted. */
export async function checkScreen(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize() ?? WIDE
  if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`), fullPage: true })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}
