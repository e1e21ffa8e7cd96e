import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkScreen, NARROW, type Office, openOffice, signIn, WIDE } from './demo-office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => office.close())

test.each([WIDE, NARROW])('every screen of an officer at $width px is clean', async (size) => {
  const { page, context } = await office.open(size)
  await page.goto(`${office.url}/office`)
  await page.getByRole('button', { name: 'Đăng nhập' }).waitFor()
  await checkScreen(page, 'sign-in')
  await signIn(page, office, 'vienchuc')
  await page.getByText('ghi chép cần xem lại').waitFor()
  await checkScreen(page, 'desk')
  await page.getByRole('link', { name: 'Địa bàn', exact: true }).click()
  await page.getByText('OPPO').or(page.getByText('chưa gửi 2 ghi chép')).first().waitFor()
  await checkScreen(page, 'areas')
  await page.getByRole('link', { name: 'Báo cáo', exact: true }).click()
  await page.getByText('BÁO CÁO DÂN SỐ').first().waitFor()
  await checkScreen(page, 'report')
  await page.getByLabel('Kỳ', { exact: true }).selectOption('year')
  await page.getByText('03-DSX').waitFor()
  await checkScreen(page, 'report-year')
  await page.getByRole('link', { name: /Tổng số trẻ sinh ra trong kỳ, Toàn|Tổng số trẻ sinh ra trong kỳ, Phường/ }).click()
  await page.getByText('Các ghi chép').waitFor()
  await page.getByText(/^Số \d+/).first().waitFor()
  await checkScreen(page, 'evidence')
  await page.getByRole('link', { name: 'Cần xem lại', exact: true }).click()
  await page.getByText('Vì sao cần xem lại').waitFor()
  await checkScreen(page, 'review')
  await page.getByRole('link', { name: 'Quản trị', exact: true }).click()
  await page.getByText('Samsung Galaxy A05').waitFor()
  await checkScreen(page, 'admin-officer')
  await context.close()
})

test.each([WIDE, NARROW])('the administration at $width px is clean', async (size) => {
  const { page, context } = await office.open(size)
  await signIn(page, office, 'quantri')
  await page.getByText("H'Hoa Niê Kdăm").first().waitFor()
  for (const summary of await page.locator('details > summary').all()) await summary.click()
  await checkScreen(page, 'admin')
  expect(await page.getByRole('link', { name: 'Báo cáo' }).count()).toBe(0)
  await context.close()
})
