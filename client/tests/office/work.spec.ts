import { readFileSync } from 'node:fs'
import XLSX from '@e965/xlsx'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice, signIn } from './demo-office.ts'

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

test('signing in says what is missing and what is wrong, beside the box, and lets in with the right password', async () => {
  await page.goto(`${office.url}/office`)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByText('Nhập tên đăng nhập.').waitFor()
  await page.getByText('Nhập mật khẩu.').waitFor()
  await page.getByLabel('Tên đăng nhập').fill("' OR 1=1 --")
  await page.getByLabel('Mật khẩu', { exact: true }).fill('<script>alert(1)</script>')
  await page.keyboard.press('Enter')
  await page.getByText('Tên đăng nhập hoặc mật khẩu chưa đúng').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password')
  await signIn(page, office, 'vienchuc')
  await page.getByRole('heading', { name: 'Bàn việc' }).waitFor()
})

test('after too many wrong passwords it says how long to wait', async () => {
  await page.goto(`${office.url}/office`)
  await page.getByLabel('Tên đăng nhập').fill('khong-co-ai')
  const throttled = page.getByText(/Đã thử quá nhiều lần. Hãy chờ \d+/)
  for (let tries = 0; tries < 20 && !(await throttled.isVisible()); tries++) {
    await page.getByLabel('Mật khẩu', { exact: true }).fill(`sai-${tries}`)
    const answered = page.waitForResponse('**/api/session')
    await page.keyboard.press('Enter')
    await answered
    await page.getByRole('button', { name: 'Đăng nhập', disabled: false }).waitFor()
  }
  expect(await throttled.isVisible()).toBe(true)
})

/** Opens each number and holds it against whom it shows: each line once, or as often as it says; where somebody counts several times the page says of how many people the number is. */
async function expectPeopleBehind(numbers: Locator): Promise<number> {
  const links = await Promise.all((await numbers.all()).map(async (link) => ({ href: await link.getAttribute('href'), count: Number(await link.textContent()) })))
  for (const { href, count } of links) {
    await page.goto(`${office.url}${href}`)
    const behind = page.getByRole('list', { name: /trong con số$/ })
    const opening = page.getByRole('button', { name: 'Mở danh sách riêng tư' })
    await behind.or(opening).waitFor()
    if (await opening.isVisible()) {
      expect(await behind.count(), href ?? '').toBe(0)
      await opening.click()
    }
    await behind.waitFor()
    const amounts = (await behind.getByRole('listitem').allTextContents()).map((line) => Number(/ · tính (\d+)$/.exec(line)?.[1] ?? 1))
    expect(amounts.reduce((sum, amount) => sum + amount, 0), href ?? '').toBe(count)
    const several = amounts.filter((amount) => amount > 1).length
    const said = several === 0 ? [] : [`Con số này là của ${amounts.length} người: ${several} người được tính hơn một lần trong kỳ, mỗi lần một ghi chép.`]
    expect(await page.getByText(/^Con số này là của/).allTextContents(), href ?? '').toEqual(said)
  }
  return links.length
}

test('every number of the year opens exactly the people that it counts', async () => {
  await signIn(page, office, 'vienchuc')
  await page.goto(`${office.url}/office/bao-cao?ky=${new Date().getFullYear()}`)
  await page.getByText('Biểu số: 03-DSX').waitFor()
  expect(await expectPeopleBehind(page.getByRole('region', { name: /^BÁO CÁO DÂN SỐ/ }).getByRole('link'))).toBeGreaterThan(15)
})

test('a number that is more than its people says who counts more than once, and her notes are as many', async () => {
  await signIn(page, office, 'vienchuc')
  const year = new Date().getFullYear() - 1
  await page.goto(`${office.url}/office/bao-cao/couples-new?ky=${year}`)
  await page.getByRole('button', { name: 'Mở danh sách riêng tư' }).click()
  await page.getByText(/^Con số này là của \d+ người: [1-9]\d* người được tính hơn một lần/).waitFor()
  await page.getByRole('listitem').filter({ hasText: / · tính 2$/ }).first().click()
  const notes = page.getByRole('region', { name: 'Các ghi chép' }).getByRole('listitem')
  await notes.filter({ hasText: / bắt đầu dùng / }).first().waitFor()
  const begun = (await notes.allTextContents()).filter((text) => text.includes(' bắt đầu dùng ') && text.includes(`/${year}, `) && text.endsWith('Đang tính'))
  expect(begun.length).toBe(2)
})

test('the year is told by age and sex, whose sum is row 2; its numbers open their people, and row 18 the collaborators by name', async () => {
  await signIn(page, office, 'vienchuc')
  const year = new Date().getFullYear() - 1
  const open = async () => {
    await page.goto(`${office.url}/office/bao-cao?ky=${year}`)
    await page.getByRole('region', { name: 'Dân số theo nhóm tuổi và giới tính' }).waitFor()
  }
  await open()
  const numbersOf = (row: string) => page.getByRole('row', { name: new RegExp(`^${row} `) }).getByRole('link')
  const texts = async (row: string) => (await numbersOf(row).allTextContents()).map(Number)
  const [both = 0, men = 0, women = 0, ...areas] = await texts('19')
  const [residents, ...inAreas] = await texts('2')
  expect([both, areas.filter((_, index) => index % 3 === 0)]).toEqual([residents, inAreas])
  expect([men + women, men > 0]).toEqual([both, true])
  expect((await texts('20')).length).toBe(2 * (1 + inAreas.length))
  for (const row of ['19a', '19r', '20', '21']) {
    await open()
    expect(await expectPeopleBehind(numbersOf(row)), row).toBeGreaterThan(3)
  }
  await open()
  await numbersOf('18').first().click()
  const list = page.getByRole('list', { name: 'Cộng tác viên trong con số' })
  await list.getByText("H'Hoa Niê Kdăm").waitFor()
  expect(await list.getByRole('listitem').first().textContent()).toMatch(/Địa bàn \d/)
  await page.getByRole('link', { name: '← Về báo cáo' }).click()
  await page.getByText('Biểu số: 03-DSX').waitFor()
})

test('row 4 opens a corrected birth with both of its notes, the first struck out', async () => {
  await signIn(page, office, 'vienchuc')
  await page.getByRole('link', { name: 'Báo cáo', exact: true }).click()
  await page.goto(`${office.url}/office/bao-cao?ky=${monthsAgo(6)}`)
  const row = page.getByRole('row', { name: /^4 Tổng số trẻ sinh ra/ })
  await row.getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Minh Tuệ/ }).click()
  const notes = page.getByRole('region', { name: 'Các ghi chép' })
  await notes.getByText(/Sửa: Bé gái .+ Minh Tuệ/).waitFor()
  await notes.getByText(/Bé trai .+ Minh Tuệ/).waitFor()
  expect(await notes.getByText('Không tính (đã sửa hoặc rút lại)').count()).toBe(1)
  expect(await notes.getByText('Đang tính').count()).toBe(1)
  const mothers = (await notes.getByText(/Minh Tuệ.* của .+/).allInnerTexts()).map((text) => / của ([^,.;]+)/.exec(text)?.[1])
  expect(mothers.length).toBe(2)
  expect(mothers[0]).toMatch(/\S+ \S+/)
  expect(mothers[1]).toBe(mothers[0])
  expect(await notes.getByText(/Nguyễn Thị Lan ghi \d\d\/\d\d\/\d{4}/).count()).toBe(2)
})

/** A month that has gone by, counted from today in Vietnam. */
function monthsAgo(count: number): string {
  const month = new Date(Date.now() + 7 * 3_600_000)
  month.setUTCDate(1)
  month.setUTCMonth(month.getUTCMonth() - count)
  return month.toISOString().slice(0, 7)
}

/** A4 on its side between the margins of office.css, in CSS pixels. */
const SIDEWAYS = { width: 1009, height: 680 }

/** Under each of the eleven headings the head and the lines, as the workbook has them. */
function sectionsOf(file: string): string[][][] {
  const sheet = XLSX.read(readFileSync(file)).Sheets['P0-CTV']
  const rows = sheet === undefined ? [] : XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: '', blankrows: true }).map((row) => row.map(String))
  const heads = rows.flatMap((row, index) => (/^\d+\. /.test(row[0] ?? '') ? [index] : []))
  return heads.map((head) => rows.slice(head + 1, rows.findIndex((row, index) => index > head && row.every((cell) => cell === ''))))
}

test('P0/CTV of a month is what its file says, holds what is private back until it is asked for, and opens the person of a line', async () => {
  await signIn(page, office, 'vienchuc')
  await page.getByRole('link', { name: 'Báo cáo', exact: true }).click()
  await page.getByRole('link', { name: 'P0/CTV' }).click()
  await page.getByRole('heading', { name: 'PHIẾU THU TIN VỀ DÂN SỐ' }).waitFor()
  const [year, month] = monthsAgo(6).split('-')
  await page.getByLabel('Năm').selectOption(year ?? '')
  await page.getByLabel('Tháng').selectOption(month ?? '')
  await page.getByText(`Tháng ${Number(month)} năm ${year}`, { exact: false }).waitFor()
  const tables = page.getByRole('table')
  const held = page.getByText(/^Riêng tư: [1-9]\d* dòng, chưa mở\.$/)
  await held.first().waitFor()
  expect((await held.count()) + (await tables.count())).toBe(11)
  await page.getByRole('button', { name: 'Mở các mục riêng tư (2, 7–11)' }).click()
  await tables.nth(10).waitFor()
  const fetched = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Tải tệp Excel' }).click()
  const download = await fetched
  expect(download.suggestedFilename()).toBe(`P0-CTV-1-${year}-${month}-rieng-tu.xlsx`)
  const sections = sectionsOf(await download.path())
  let lines = 0
  for (const [index, section] of sections.entries()) {
    const shown = await tables.nth(index).locator('tbody tr').filter({ has: page.getByRole('link') }).evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)))
    expect(section.slice(1, 1 + shown.length).map((line) => line.slice(0, shown[0]?.length)), `section ${index + 1}`).toEqual(shown)
    expect(section.length - 1 - shown.length, `section ${index + 1}`).toBeLessThanOrEqual(shown.length === 0 ? 1 : 0)
    lines += shown.length
  }
  expect([sections.length, lines > 5]).toEqual([11, true])
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await held.first().waitFor()
  const first = tables.getByRole('link').filter({ hasNotText: 'chưa rõ' }).first()
  const name = (await first.textContent()) ?? ''
  await first.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name, level: 2 }).waitFor()
})

test('P0/CTV is printed whole on A4 on its side, the list with most columns too', async () => {
  await signIn(page, office, 'vienchuc')
  const widest = page.getByRole('region', { name: '10. Sàng lọc trước sinh' })
  for (let back = 1; back <= 12; back += 1) {
    await page.goto(`${office.url}/office/bao-cao/p0?ky=${monthsAgo(back)}`)
    await page.getByRole('heading', { name: 'PHIẾU THU TIN VỀ DÂN SỐ' }).waitFor()
    if ((await widest.count()) === 0) break
  }
  await page.getByRole('button', { name: 'Mở các mục riêng tư (2, 7–11)' }).click()
  await widest.getByRole('link').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(SIDEWAYS)
  const ends = await page.getByRole('table').evaluateAll((tables) => tables.map((table) => table.getBoundingClientRect().right))
  expect([ends.length, ends.filter((end) => end > SIDEWAYS.width)]).toEqual([11, []])
})

test('a held note is settled by keyboard alone, turned round, and a note in no book is refused with a reason', async () => {
  await signIn(page, office, 'vienchuc')
  await page.goto(`${office.url}/office/can-xem-lai`)
  const list = page.getByRole('list', { name: 'Ghi chép cần xem lại' })
  await list.waitFor()
  expect(await list.getByRole('button').count()).toBe(2)
  await page.getByText('Người ghi không phụ trách địa bàn này').waitFor()
  await list.getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.getByText('Ghi chép này chưa vào sổ nào').waitFor()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const taken = await page.getByText(/Đã nhận: \S+/).first().innerText()
  const name = /Đã nhận: (\S+( \S+)+?) (chuyển|đi)/.exec(taken)?.[1] ?? ''
  expect(name, taken).not.toBe('')
  await expect.poll(async () => await list.getByRole('button').count()).toBe(1)
  await page.getByRole('button', { name: 'Đổi lại: không nhận' }).click()
  await page.getByText(`Không nhận: ${name}`).waitFor()

  await list.getByRole('button').first().focus()
  await page.getByRole('button', { name: 'Không nhận', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Viết lý do để người ghi biết vì sao.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason')
  await page.keyboard.type('Chị Lan không phụ trách buôn này.')
  await page.keyboard.press('Enter')
  await page.getByText('Không có ghi chép nào cần xem lại.').waitFor()
  await page.getByRole('link', { name: 'Bàn việc' }).click()
  await page.getByText('Địa bàn có ghi chép chưa gửi: 1').waitFor()
  expect(await page.getByText('cần xem lại', { exact: false }).locator('visible=true').filter({ hasText: 'ghi chép cần xem lại' }).count()).toBe(0)
})

test('without a network a screen says so and goes on when asked again; an ended session asks to sign in and comes back to the place', async () => {
  await signIn(page, office, 'vienchuc')
  await context.setOffline(true)
  await page.getByText('Không có mạng.').waitFor()
  await page.getByRole('link', { name: 'Địa bàn', exact: true }).click()
  await page.getByText('Không liên lạc được với máy chủ').waitFor()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await page.getByRole('rowheader', { name: 'Thôn Tân Hòa' }).waitFor()
  await context.clearCookies()
  await page.getByRole('link', { name: 'Cần xem lại', exact: true }).click()
  await page.getByLabel('Tên đăng nhập').fill('vienchuc')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(office.password('vienchuc'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Cần xem lại', level: 1 }).waitFor()
})

test('the office speaks English when asked, and remembers it', async () => {
  await signIn(page, office, 'vienchuc')
  await page.getByLabel('Ngôn ngữ').selectOption('en')
  await page.getByRole('heading', { name: 'Desk' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.reload()
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByText('POPULATION REPORT').first().waitFor()
})
