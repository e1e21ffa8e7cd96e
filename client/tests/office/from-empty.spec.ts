import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkScreen, NARROW, type Office, openOffice, signIn, WIDE } from './demo-office.ts'

let office: Office
let page: Page
let context: BrowserContext
beforeAll(async () => {
  office = await openOffice({ isEmpty: true })
  ;({ page, context } = await office.open())
})
afterAll(async () => {
  await context.close()
  await office.close()
})

const PASSWORD = 'ruộng bậc thang'

async function setPassword(at: Page): Promise<void> {
  await at.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD)
  await at.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD)
  await at.getByRole('button', { name: 'Đặt mật khẩu' }).click()
}

test('the first administrator comes in by the link once, and what is typed wrong is said beside its box', async () => {
  await page.goto(office.firstLink)
  await page.getByRole('heading', { name: 'Lập tài khoản quản trị đầu tiên' }).waitFor()
  await checkScreen(page, 'link')
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await page.getByText('Nhập họ và tên.').waitFor()
  await page.getByLabel('Họ và tên').fill("H'Quản Trị")
  await page.getByLabel('Tên đăng nhập').fill('quản@trị')
  await setPassword(page)
  await page.getByText('Tên đăng nhập cần chữ hoặc số').waitFor()
  await page.getByLabel('Tên đăng nhập').fill('quantri')
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('12345678')
  await page.getByLabel('Nhập lại mật khẩu mới').fill('12345678')
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await page.getByText('Mật khẩu này quá dễ đoán').waitFor()
  await setPassword(page)
  await page.getByText('Chưa có xã nào.').waitFor()
  expect(page.url()).toBe(`${office.url}/office`)

  const other = await office.open(NARROW)
  await other.page.goto(office.firstLink)
  await other.page.getByRole('heading', { name: 'Liên kết không còn dùng được' }).waitFor()
  await checkScreen(other.page, 'link-used')
  await other.context.close()
})

test('she sets up a commune, an area, an officer and a collaborator, who can then sign in', async () => {
  const finder = page.getByRole('region', { name: 'Đưa xã vào sử dụng' })
  await finder.getByRole('button', { name: 'Tìm trong danh sách cả nước' }).click()
  await finder.getByText('Nhập tên xã.').waitFor()
  await finder.getByLabel('Tên xã, phường, đặc khu').fill('không có xã này')
  await finder.getByRole('button', { name: 'Tìm trong danh sách cả nước' }).click()
  await finder.getByText('Không tìm thấy trong danh sách.').waitFor()
  await finder.getByLabel('Tên xã, phường, đặc khu').fill('ea kao, dak lak')
  await page.keyboard.press('Enter')
  await finder.getByText('mã 24169, có từ 01/07/2025').waitFor()
  await checkScreen(page, 'admin-find')
  await finder.getByRole('button', { name: 'Đưa Phường Ea Kao, Tỉnh Đắk Lắk vào sử dụng' }).click()
  await page.getByRole('heading', { name: 'Phường Ea Kao, Tỉnh Đắk Lắk' }).waitFor()
  await finder.getByRole('button', { name: 'Mở Phường Ea Kao' }).waitFor()
  await page.getByText('Xã này chưa có địa bàn nào.').waitFor()
  await checkScreen(page, 'admin-empty')

  await page.getByText('Thêm xã ngoài danh sách', { exact: true }).click()
  const byHand = page.getByRole('form', { name: 'Thêm xã ngoài danh sách' })
  await byHand.getByRole('button').click()
  await byHand.getByText('Ô này cần có nội dung.').waitFor()
  await byHand.getByLabel('Tên xã, phường, đặc khu').fill('Xã Chưa Có Trong Danh Sách')
  await byHand.getByLabel('Mã đơn vị (nếu biết)').fill('24169')
  await byHand.getByLabel('Có từ ngày').fill('2025-07-01')
  await byHand.getByRole('button').click()
  await byHand.getByText('Mã này đã là của một đơn vị khác trong danh sách.').waitFor()
  await byHand.getByLabel('Mã đơn vị (nếu biết)').fill('')
  await byHand.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tỉnh Lâm Đồng' })
  await byHand.getByRole('button').click()
  await page.getByRole('heading', { name: 'Xã Chưa Có Trong Danh Sách, Tỉnh Lâm Đồng' }).waitFor()
  await page.getByText('Thêm tỉnh ngoài danh sách', { exact: true }).click()
  await page.getByLabel('Tên tỉnh, thành phố').fill('Tỉnh Chưa Có')
  await page.getByRole('form', { name: 'Thêm tỉnh ngoài danh sách' }).getByRole('button').click()
  await page.getByText('Đã thêm Tỉnh Chưa Có.').waitFor()
  await page.getByLabel('Xã, phường, đặc khu đang dùng').selectOption({ label: 'Phường Ea Kao, Tỉnh Đắk Lắk' })
  await page.getByRole('heading', { name: 'Phường Ea Kao, Tỉnh Đắk Lắk' }).waitFor()

  await page.getByText('Thêm địa bàn', { exact: true }).click()
  const area = page.getByRole('form', { name: 'Thêm địa bàn' })
  for (const name of ['Buôn <b>Một</b>', 'Buôn Hai']) {
    await area.getByLabel('Số địa bàn').fill('1')
    await area.getByLabel('Tên địa bàn').fill(name)
    await area.getByRole('button').click()
    await page.getByText(name === 'Buôn Hai' ? 'Số địa bàn này đã có trong xã.' : 'Đã thêm Địa bàn 1 Buôn <b>Một</b>.').waitFor()
  }

  await page.getByText('Thêm người', { exact: true }).click()
  const links: string[] = []
  for (const [fullName, name, role] of [
    ['Trần Mai Phương', 'phuong', 'officer'],
    ["H'Hoa Niê", 'hoa', 'collaborator'],
  ] as const) {
    const form = page.getByRole('form', { name: 'Thêm người' })
    await form.getByLabel('Họ và tên').fill(fullName)
    await form.getByLabel('Tên đăng nhập').fill(name)
    await form.getByLabel('Vai trò').selectOption(role)
    await form.getByRole('button').click()
    const once = page.getByRole('region', { name: `Liên kết dùng một lần cho ${fullName}` })
    await once.waitFor()
    links.push((await once.locator('[data-secret]').textContent()) ?? '')
    if (role === 'officer') await checkScreen(page, 'admin-link')
    await once.getByRole('button', { name: 'Đã ghi lại, đóng' }).click()
    expect(await page.locator('[data-secret]').count()).toBe(0)
  }

  await page.getByText('Giao địa bàn', { exact: true }).click()
  const give = page.getByRole('form', { name: 'Giao địa bàn' })
  await give.getByLabel('Từ ngày').fill('2026-01-01')
  await give.getByRole('button').click()
  await page.getByText(/Địa bàn 1 Buôn <b>Một<\/b>, từ 01\/01\/2026/).waitFor()
  await give.getByRole('button').click()
  await give.getByText('Người này đang phụ trách địa bàn đó').waitFor()

  const [officerLink, collaboratorLink] = links
  const hers = await office.open(NARROW)
  await hers.page.goto(collaboratorLink ?? '')
  await hers.page.getByText("Cho H'Hoa Niê, tên đăng nhập: hoa").waitFor()
  await setPassword(hers.page)
  await hers.page.getByText('Đã đặt mật khẩu').waitFor()
  await checkScreen(hers.page, 'link-ready')
  expect(hers.page.url()).toBe(`${office.url}/moi`)
  const answer = await hers.page.evaluate(async (password) => {
    const response = await fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'hoa', password }) })
    return response.status
  }, PASSWORD)
  expect(answer).toBe(200)
  await hers.context.close()

  const officer = await office.open(WIDE)
  await officer.page.goto(officerLink ?? '')
  await setPassword(officer.page)
  await officer.page.getByRole('heading', { name: 'Bàn việc' }).waitFor()
  await officer.page.getByRole('button', { name: 'Đăng xuất' }).click()
  await signIn(officer.page, office, 'phuong', PASSWORD)
  await officer.page.getByRole('link', { name: 'Báo cáo', exact: true }).click()
  await officer.page.getByText('BÁO CÁO DÂN SỐ').first().waitFor()
  // Nobody is noted yet: of all numbers that of the collaborators alone is not zero, for the whole and for her area.
  expect(await officer.page.getByRole('table').getByRole('link').evaluateAll((links) => links.map((link) => link.textContent))).toEqual(['1', '1'])
  expect(await officer.page.getByRole('row', { name: /^18 / }).getByRole('link').count()).toBe(2)
  await officer.context.close()
})

test('a collaborator is shut out and let in again, and her responsibility gets a last day', async () => {
  await page.reload()
  await page.getByRole('button', { name: "Khóa tài khoản H'Hoa Niê" }).click()
  await page.getByText('đã khóa').waitFor()
  await page.getByRole('button', { name: "Mở khóa tài khoản H'Hoa Niê" }).click()
  await page.getByRole('button', { name: "Khóa tài khoản H'Hoa Niê" }).waitFor()
  await page.getByText('Thôi phụ trách', { exact: true }).first().click()
  await page.getByLabel('Ngày cuối phụ trách').fill('2025-12-31')
  await page.getByRole('button', { name: 'Thôi phụ trách' }).click()
  await page.getByText('Ngày kết thúc không thể trước ngày bắt đầu.').waitFor()
  await page.getByLabel('Ngày cuối phụ trách').fill('2026-06-30')
  await page.getByRole('button', { name: 'Thôi phụ trách' }).click()
  await page.getByText(/01\/01\/2026 – 30\/06\/2026/).waitFor()
})
