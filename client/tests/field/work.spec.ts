import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addMonths, lastDay, monthContaining } from '@sotay/domain/kernel/period'
import { addDays, civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import type { Fact } from '@sotay/domain/kinds'
import { openBrowser } from '../../../tests/browser.ts'
import { openPart } from './noting.ts'
import { looksRight, openPhoneOf, shot, signInAt as signIn } from './phone-page.ts'
import { AREA, newId, smallArea } from './people.ts'
import { type PretendServer, startPretendServer } from './pretend-server.ts'

let service: PretendServer
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  service = await startPretendServer()
  browser = await openBrowser()
})

beforeEach(async () => {
  service.reset()
  context = await openPhoneOf(browser)
  page = await context.newPage()
  return () => context.close()
})

afterAll(async () => {
  await browser?.close()
  await service?.close()
})

const today = () => civilDayInVietnam(Date.now())
const last = () => addMonths(monthContaining(today()), -1)
const monthName = (of: string) => `tháng ${Number(of.slice(5))}/${of.slice(0, 4)}`
/** Facts that this phone sent, of a type. */
const sent = (type: string) => service.log.entries.map(({ raw }) => raw as Fact).filter((fact) => fact.type === type)

/** A task of the officer in the area's log. */
function task(text: string, due?: string): unknown {
  const officer = '0193a000-0000-7000-8000-0000000000aa'
  const data = { text, ...(due === undefined ? {} : { due }) }
  return { id: newId(), type: 'task-given', v: 1, area: AREA, about: [], occurredOn: addDays(today(), -20), recordedAt: Date.now() - 86_400_000, recordedBy: officer, device: officer, via: 'office', data }
}

async function isAllSent(): Promise<void> {
  await page.getByText('Đã gửi hết').waitFor()
}

/** Clicks, and counts what a thumb does. */
function thumb() {
  const done = { taps: 0 }
  return { done, tap: async (locator: ReturnType<Page['getByRole']>) => ((done.taps += 1), locator.click()) }
}

describe('a visit', () => {
  it('takes six taps from the page of the household, and tells the door no reason of a sealed kind', async () => {
    await signIn(page, service.address)
    await isAllSent()
    await page.getByRole('link', { name: 'Hộ', exact: true }).click()
    await page.getByRole('link', { name: /Hộ 12/ }).click()
    const { done, tap } = thumb()
    await tap(page.getByRole('link', { name: 'Thăm hộ (vãng gia)' }))
    await page.getByRole('heading', { name: 'Thăm hộ (vãng gia)' }).waitFor()
    await looksRight(page, '60-visit-empty')
    await tap(page.getByLabel('Thăm thai sản'))
    await tap(page.getByRole('radio', { name: 'Gặp' }))
    await tap(page.getByLabel('Đã rà soát cả hộ'))
    await tap(page.getByRole('button', { name: 'Xem lại' }))
    await page.getByText('Máy hiểu là:').waitFor()
    expect(await page.locator('main').innerText()).toMatch(/Thăm hộ 12 ngày \d\d\/\d\d\/\d{4}: thăm thai sản, đã rà soát/)
    await looksRight(page, '61-visit-confirm')
    await tap(page.getByRole('button', { name: 'Ghi', exact: true }))
    await page.getByRole('heading', { name: /Đã lưu/ }).waitFor()
    expect(done.taps).toBe(6)
    await isAllSent()
    expect(sent('visit-made')).toMatchObject([{ data: { purposes: ['pregnancy'], met: 'met', lookedThrough: true }, occurredOn: today() }])
    await page.getByRole('link', { name: 'Về trang hộ' }).click()
    await page.getByText(/Thăm hộ 12 ngày .*: đã rà soát/).waitFor()
    expect(await page.getByText('thăm thai sản').isVisible()).toBe(false)
    await page.getByText('Riêng tư (chạm để xem)').click()
    await page.getByText(/thăm thai sản, đã rà soát/).waitFor()
    await looksRight(page, '62-visit-private')
    await page.getByRole('link', { name: 'Hôm nay' }).click()
    await page.getByText(/Thăm hộ 12 ngày .*: đã rà soát/).waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/thai sản/)
  })

  it('that was agreed on stands on Hôm nay, and one tap begins it', async () => {
    await signIn(page, service.address)
    await isAllSent()
    await page.getByRole('link', { name: 'Thăm một hộ' }).click()
    await page.getByLabel('Tìm theo số hộ hoặc tên').fill('63')
    await page.getByRole('link', { name: /Hộ 63/ }).click()
    await page.getByLabel('Thăm người cao tuổi').check()
    await page.getByRole('radio', { name: 'Vắng' }).check()
    const next = addDays(today(), 3)
    const group = page.getByRole('group', { name: /Hẹn thăm lại ngày/ })
    await group.getByLabel('Ngày').fill(next.slice(8))
    await group.getByLabel('Tháng').fill(next.slice(5, 7))
    await group.getByLabel('Năm').fill(next.slice(0, 4))
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: /Đã lưu/ }).waitFor()
    await page.getByRole('link', { name: 'Hôm nay' }).click()
    await page.getByRole('heading', { name: 'Hộ hẹn thăm' }).waitFor()
    await looksRight(page, '63-today-appointment')
    await page.getByRole('link', { name: /Hộ 63 · Đặng Thị Mỹ Lệ/ }).click()
    await page.getByRole('heading', { name: 'Thăm hộ (vãng gia)' }).waitFor()
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByText('Còn chỗ cần xem lại:').waitFor()
    await looksRight(page, '64-visit-missing')
  })

  it('a second on one day is asked about and kept with a reason', async () => {
    await signIn(page, service.address)
    await isAllSent()
    for (const because of [undefined, 'Quay lại gặp chủ hộ']) {
      await page.goto(`${service.address}/#/tham-ho`)
      await page.getByRole('link', { name: /Hộ 7 / }).click()
      await page.getByLabel('Tư vấn', { exact: true }).check()
      await page.getByRole('radio', { name: 'Gặp' }).check()
      await page.getByRole('button', { name: 'Xem lại' }).click()
      if (because !== undefined) {
        await page.getByText(/đã ghi một lần thăm hộ này/).first().waitFor()
        await page.getByLabel('Vẫn ghi, vì …').fill(because)
        await page.getByRole('button', { name: 'Xem lại' }).click()
      }
      await page.getByRole('button', { name: 'Ghi', exact: true }).click()
      await page.getByRole('heading', { name: /Đã lưu/ }).waitFor()
    }
    await isAllSent()
    expect(sent('visit-made').map(({ because }) => because)).toEqual([undefined, 'Quay lại gặp chủ hộ'])
  })
})

describe('counselling and supplies', () => {
  it('are noted of people; a talk of the area, which is put right and taken back like any other note', async () => {
    await signIn(page, service.address)
    await isAllSent()
    await page.getByRole('link', { name: 'Ghi', exact: true }).click()
    await looksRight(page, '65-choose')
    await page.getByRole('link', { name: 'Tư vấn nhóm, nói chuyện' }).click()
    await page.getByRole('radio', { name: 'Nói chuyện chuyên đề' }).check()
    await page.getByLabel('Pháp luật về dân số').check()
    await page.getByLabel('Số nam').fill('3')
    await page.getByLabel('Số nữ').fill('12')
    await looksRight(page, '66-talk')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByText('Nói chuyện chuyên đề (pháp luật về dân số) cho 3 nam, 12 nữ').waitFor()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('link', { name: 'Xem các ghi chép chung của địa bàn' }).click()
    await page.getByText('cho 3 nam, 12 nữ').waitFor()
    await looksRight(page, '67-area-notes')
    await page.getByRole('link', { name: 'Sửa' }).click()
    await page.getByLabel('Số nữ').fill('14')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: /Đã lưu/ }).waitFor()
    await page.goto(`${service.address}/#/thang`)
    await openPart(page, 'Công việc trong tháng')
    await page.getByRole('row', { name: 'Nói chuyện chuyên đề 1 lượt, 17 người' }).waitFor()
    await page.getByRole('row', { name: 'Người dự nhóm, nói chuyện 3 nam, 14 nữ' }).waitFor()
    await page.getByRole('link', { name: 'Xem các ghi chép chung của địa bàn' }).click()
    await page.getByRole('link', { name: 'Rút lại' }).click()
    await page.getByLabel('Vì sao rút lại?').fill('Ghi nhầm tháng')
    await page.getByRole('button', { name: 'Rút lại' }).click()
    await page.getByRole('heading', { name: /Đã lưu/ }).waitFor()
    await page.goto(`${service.address}/#/thang`)
    await openPart(page, 'Công việc trong tháng')
    await page.getByRole('row', { name: 'Nói chuyện chuyên đề 1 lượt, 15 người' }).waitFor()
    await isAllSent()
    expect(service.log.entries.map(({ raw }) => raw as Fact).filter(({ about }) => about.length === 0).map(({ type }) => type)).toEqual(['counselling-given', 'counselling-given', 'fact-withdrawn'])
  })

  it('of a person are private: told at a second tap, not in lists', async () => {
    await signIn(page, service.address)
    await isAllSent()
    await page.goto(`${service.address}/#/nguoi/${smallPerson()}`)
    await page.getByRole('button', { name: 'Mở phần riêng tư' }).click()
    await page.getByRole('link', { name: 'Cấp phương tiện' }).click()
    await page.getByRole('radio', { name: 'Thuốc uống tránh thai' }).check()
    await page.getByLabel('Số lượng (cái bao, vỉ thuốc)').fill('2')
    await page.getByRole('radio', { name: 'Tiếp thị xã hội' }).check()
    await page.getByLabel('Tiền thu (đồng) (nếu biết)').fill('30.000')
    await looksRight(page, '68-supplies')
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByText('Cấp 2 vỉ thuốc uống tránh thai cho Trần Thị Hoa, tiếp thị xã hội, thu 30.000 đồng').waitFor()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: /Đã lưu/ }).waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/thuốc uống/)
    await page.getByRole('link', { name: 'Hôm nay' }).click()
    await page.getByText('Trần Thị Hoa: ghi chép riêng tư').waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/thuốc uống/)
    await page.goto(`${service.address}/#/nguoi/${smallPerson()}`)
    await page.getByText('Riêng tư (chạm để xem)').click()
    await page.getByText(/Cấp 2 vỉ thuốc uống tránh thai/).waitFor()
  })
})

/** The woman of household 12 in the area that was loaded last. */
function smallPerson(): string {
  const facts = service.log.entries.map(({ raw }) => raw as Fact)
  return facts.flatMap((fact) => (fact.type === 'person-registered' && fact.data.name.full === 'Trần Thị Hoa' ? [fact.data.person] : []))[0] ?? ''
}

describe('tasks', () => {
  it('stand on Hôm nay until they are done, also without a network', async () => {
    const { facts } = smallArea()
    service.reset([...facts, task('Lập danh sách người cao tuổi chưa khám', addDays(today(), -2)), task('Rà soát hộ mới đến')])
    await signIn(page, service.address)
    await isAllSent()
    await page.getByRole('heading', { name: 'Việc được giao' }).waitFor()
    await page.getByText('Quá hạn').waitFor()
    await looksRight(page, '70-tasks')
    service.failWith = 503
    const first = page.getByRole('listitem').filter({ hasText: 'Lập danh sách' })
    await first.getByRole('button', { name: 'Chưa làm được' }).click()
    await first.getByLabel('Ghi thêm (nếu cần)').fill('Nhiều cụ đi vắng')
    await looksRight(page, '71-task-answer')
    await first.getByRole('button', { name: 'Ghi: Chưa làm được' }).click()
    await first.getByText('Đã trả lời “chưa làm được”').waitFor()
    await first.getByRole('button', { name: 'Đã làm' }).click()
    await first.getByRole('button', { name: 'Ghi: Đã làm' }).click()
    await first.getByText('Lập danh sách').waitFor({ state: 'detached' })
    await page.getByText('2 ghi chép chưa gửi').waitFor()
    service.failWith = undefined
    await page.goto(`${service.address}/#/chua-gui`)
    await page.getByRole('button', { name: 'Thử gửi ngay' }).click()
    await isAllSent()
    expect(sent('task-answered')).toMatchObject([{ about: [], data: { answer: 'not-done', remark: 'Nhiều cụ đi vắng' } }, { about: [], data: { answer: 'done' } }])
  })
})

describe('the end of a month', () => {
  it('says what did not occur, is signed with its totals, and shows what came late', async () => {
    await signIn(page, service.address)
    await isAllSent()
    await page.goto(`${service.address}/#/thang/${last()}`)
    await page.getByRole('heading', { name: 'Không phát sinh và ký' }).waitFor()
    await page.getByText('còn 11 mục', { exact: true }).click()
    await page.getByRole('button', { name: 'Ghi không phát sinh' }).click()
    await page.getByText('Hãy đánh dấu ít nhất một mục.').waitFor()
    await page.getByRole('checkbox', { name: '1. Trẻ sinh ra' }).check()
    await page.getByRole('button', { name: 'Ghi không phát sinh' }).scrollIntoViewIfNeeded()
    await looksRight(page, '72-nothing')
    await page.getByRole('button', { name: 'Ghi không phát sinh' }).click()
    await page.getByText('1. Trẻ sinh ra: không phát sinh').waitFor()
    await page.getByText('còn 10 mục', { exact: true }).waitFor()
    await page.getByRole('button', { name: `Ký ${monthName(last())}` }).click()
    await page.getByRole('row', { name: 'Nhân khẩu thực tế thường trú cuối tháng 6' }).waitFor()
    await page.getByText('Các mục của P0').click()
    await page.getByRole('row', { name: '1. Trẻ sinh ra 0', exact: true }).waitFor()
    await page.getByRole('row', { name: '11. Người cao tuổi khám sức khỏe trống', exact: true }).waitFor()
    await page.getByText('Còn 10 mục không có dòng nào').waitFor()
    await looksRight(page, '73-sign')
    await page.getByRole('button', { name: 'Tôi đã xem, ký' }).click()
    await page.getByText(/Đã ký ngày \d\d\/\d\d\/\d{4}: Lê Thị Hoa/).waitFor()
    await page.getByText('Không có ghi chép bổ sung sau khi ký.').waitFor()
    await isAllSent()
    expect(sent('nothing-to-report')).toMatchObject([{ about: [], data: { month: last(), sections: [1] } }])
    expect(sent('month-signed')).toMatchObject([
      { about: [], data: { month: last(), on: 'device', signer: 'Lê Thị Hoa', totals: { residents: 6, births: 0, 'p0-1': 0, visits: 0 } } },
    ])

    await page.goto(`${service.address}/#/ho`)
    await page.getByRole('link', { name: /Hộ 12/ }).click()
    await page.getByRole('link', { name: 'Người chết' }).click()
    await page.getByRole('radio', { name: 'Nguyễn Văn Hùng' }).check()
    const [year = '', month = '', day = ''] = lastDay(last()).split('-')
    await page.getByLabel('Ngày', { exact: true }).fill(day)
    await page.getByLabel('Tháng', { exact: true }).fill(month)
    await page.getByLabel('Năm', { exact: true }).fill(year)
    await page.getByRole('radio', { name: 'Tại nhà' }).check()
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('heading', { name: /Đã lưu/ }).waitFor()
    await page.goto(`${service.address}/#/thang/${last()}`)
    await page.getByRole('heading', { name: 'Bổ sung kỳ trước: 1 ghi chép sau khi ký' }).waitFor()
    await openPart(page, 'Bổ sung kỳ trước')
    await page.getByText(/Nguyễn Văn Hùng chết ngày/).waitFor()
    await page.getByRole('heading', { name: /Bổ sung/ }).scrollIntoViewIfNeeded()
    await looksRight(page, '74-late')
    await page.setViewportSize({ width: 1366, height: 768 })
    await shot(page, '75-late-wide')
  })

  it('that is not over is signed with a reason alone; signed twice the later speaks; the signature is taken back', async () => {
    await signIn(page, service.address)
    await isAllSent()
    const now = monthContaining(today())
    await page.goto(`${service.address}/#/thang/${now}`)
    await page.getByRole('button', { name: `Ký ${monthName(now)}` }).click()
    await page.getByText(/Tháng chưa hết/).waitFor()
    await page.getByRole('button', { name: 'Tôi đã xem, ký' }).click()
    await page.getByText('Hãy viết lý do').waitFor()
    await looksRight(page, '76-sign-early')
    await page.getByLabel('Vẫn ký, vì …').fill('Nghỉ từ mai')
    await page.getByRole('button', { name: 'Tôi đã xem, ký' }).click()
    await page.getByText(/Đã ký ngày/).waitFor()
    await page.getByRole('button', { name: `Ký lại ${monthName(now)}` }).click()
    await page.getByText(/Tháng này đã ký ngày/).waitFor()
    await page.getByLabel('Vẫn ký, vì …').fill('Xem lại')
    await page.getByRole('button', { name: 'Tôi đã xem, ký' }).click()
    await page.getByRole('button', { name: `Ký lại ${monthName(now)}` }).waitFor()
    await isAllSent()
    expect(sent('month-signed').map(({ because }) => because)).toEqual(['Nghỉ từ mai', 'Xem lại'])
    for (let turn = 0; turn < 2; turn++) {
      await page.goto(`${service.address}/#/so-tay/${now}`)
      await page.getByRole('link', { name: 'Rút lại' }).first().click()
      await page.getByLabel('Vì sao rút lại?').fill('Ký nhầm')
      await page.getByRole('button', { name: 'Rút lại' }).click()
      await page.getByRole('heading', { name: /Đã lưu/ }).waitFor()
    }
    await page.goto(`${service.address}/#/thang/${now}`)
    await page.getByText('Chưa ký.').waitFor()
  })

  it('speaks English where it is chosen', async () => {
    await signIn(page, service.address)
    await isAllSent()
    await page.getByRole('link', { name: 'Tôi' }).click()
    await page.getByRole('radio', { name: 'English' }).check()
    await page.goto(`${service.address}/#/thang/${last()}`)
    await page.getByRole('heading', { name: 'Nothing to report, and signature' }).waitFor()
    await looksRight(page, '77-month-english')
  })
})
