import type { BrowserContext, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkScreen, NARROW, type Office, openOffice, signIn, WIDE } from './demo-office.ts'

/** What the spec itself notes at the service, beside the demonstration: two households of the first area, one of the second. */
const ids = Object.fromEntries(['home', 'other', 'far', 'bich', 'cu', 'tu', 'lanh', 'lanh2', 'chau'].map((name) => [name, v7()]))
/** A day of the last year, `yyyy-mm-dd` in Vietnam. */
const daysAgo = (days: number): string => new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)
const shown = (day: string): string => day.split('-').reverse().join('/')
const [OPENED, DIED, LEFT, MOVED] = [daysAgo(300), daysAgo(200), daysAgo(190), daysAgo(100)]

let office: Office
let page: Page
let context: BrowserContext
let areas: readonly { area: string; number: string; name: string }[]
beforeAll(async () => {
  office = await openOffice()
  const { page: first, context: own } = await office.open()
  await signIn(first, office, 'vienchuc')
  const me = await first.evaluate(async () => (await fetch('/api/session')).json())
  areas = me.areas
  const [near, far] = areas
  const note = async (type: string, area: string | undefined, data: object): Promise<void> => {
    const body = { id: v7(), type, area, occurredOn: OPENED, via: 'office', because: 'Vào sổ', data }
    const answer = await first.evaluate(
      async (sent) => (await fetch('/api/notes', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) })).json(),
      body,
    )
    expect(answer, JSON.stringify(answer)).toMatchObject({ outcome: 'kept' })
  }
  const household = (name: string, number: string) => ({ household: ids[name], number, kind: 'family', address: ['Xóm Thử'] })
  const person = (name: string, home: string, full: string, born: string, relation: string, more: object = {}) => ({
    person: ids[name], household: ids[home], name: { full, given: full.split(' ').at(-1) }, sex: 'female', born, relation, marital: 'unknown',
    residence: { legal: 'permanent', presence: 'present' }, ...more,
  })
  await note('household-registered', near?.area, household('home', '9901'))
  await note('household-registered', near?.area, household('other', '9902'))
  await note('household-registered', far?.area, household('far', '9903'))
  await note('person-registered', near?.area, person('bich', 'home', 'Quách Thị Bích', '1950', 'head'))
  await note('person-registered', near?.area, person('cu', 'home', 'Quách Văn Cử', '1975-02-03', 'child', { sex: 'male', mother: ids['bich'] }))
  await note('person-registered', near?.area, person('tu', 'home', 'Quách Đình Tú', '2000-09-12', 'grandchild', { sex: 'male', father: ids['cu'] }))
  await note('person-registered', near?.area, person('lanh', 'other', 'Sầm Thị Lành', '1988-04-01', 'head', { ethnicity: 'Nùng' }))
  await note('person-registered', far?.area, person('lanh2', 'far', 'Sầm Thị Lành', '1988', 'other-relative'))
  await note('person-registered', far?.area, person('chau', 'far', 'Sầm Văn Châu', '1960', 'head', { sex: 'male' }))
  await own.close()
})
afterAll(async () => office.close())
beforeEach(async () => {
  ;({ page, context } = await office.open())
})
afterEach(async () => context.close())

const detail = () => page.getByRole('region', { name: 'Sổ bộ' })
const households = () => page.getByRole('list', { name: 'Các hộ' }).getByRole('button')

/** Goes to a page by its address, as somebody does who has kept it. */
async function open(path: string): Promise<void> {
  await page.goto(`${office.url}/office/so-bo/${path}`)
}

async function find(typed: string): Promise<void> {
  await page.getByLabel('Tìm theo số hộ hoặc tên').fill(typed)
  await page.locator('[aria-busy=false]').waitFor()
  await page.getByText(/^1–\d+ trong \d+ hộ/).waitFor()
}

/** Says where a note comes from. */
async function chooseSource(via: string, who: string | RegExp): Promise<void> {
  await page.getByRole('radio', { name: via }).check()
  const option = await page.getByLabel('Ai báo?').locator('option').filter({ hasText: who }).first().getAttribute('value')
  await page.getByLabel('Ai báo?').selectOption(option)
}

const MOVE = 'Chuyển sang hộ khác trong xã'
const MOVE_TO = 'Chuyển sang hộ nào?'
const NOBODY = 'Không phải cộng tác viên'

async function typeDay(date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-')
  await page.getByLabel('Ngày', { exact: true }).fill(day)
  await page.getByLabel('Tháng', { exact: true }).fill(month)
  await page.getByLabel('Năm', { exact: true }).fill(year)
}

test('a household is found by a name without marks and opened by keyboard; its people stand in A0 order', async () => {
  await signIn(page, office, 'vienchuc')
  await page.getByRole('link', { name: 'Sổ bộ' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Chọn một hộ trong danh sách để xem.').waitFor()
  await find('quach')
  await page.getByText('có Quách').waitFor()
  expect(await households().count()).toBe(1)
  expect(page.url()).not.toContain('quach')
  await find('990')
  await expect.poll(async () => await households().count()).toBe(3)
  await households().first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Hộ 9901' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('heading', { name: 'Hộ 9902' }).waitFor()
  await page.keyboard.press('ArrowUp')
  await page.getByRole('heading', { name: 'Hộ 9901' }).waitFor()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hộ 9901')
  const rows = detail().getByRole('rowheader')
  expect(await rows.allTextContents()).toEqual(['Quách Thị Bích', 'Quách Văn Cử', 'Quách Đình Tú'])
  await page.getByRole('button', { name: 'Sắp xếp theo Tuổi' }).click()
  expect(await rows.allTextContents()).toEqual(['Quách Đình Tú', 'Quách Văn Cử', 'Quách Thị Bích'])
  await page.getByRole('link', { name: 'Quách Văn Cử', exact: true }).click()
  await page.getByRole('heading', { name: 'Quách Văn Cử' }).waitFor()
  await detail().getByText('Mẹ: Quách Thị Bích').waitFor()
})

test('a death from a collaborator\'s slip is noted by keyboard, put right and taken back', async () => {
  await signIn(page, office, 'vienchuc')
  await open(`ho/${ids['home']}`)
  await page.getByRole('link', { name: 'Người chết' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Chọn nguồn và người báo trước, rồi ghi.').waitFor()
  await page.getByRole('radio', { name: 'Từ phiếu giấy' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.type("H'Hoa")
  await page.getByRole('heading', { name: 'Người chết' }).waitFor()
  await page.getByText(/Nguồn: Từ phiếu giấy, H'Hoa/).waitFor()
  await page.getByRole('button', { name: 'Xem lại' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Còn chỗ cần xem lại:').waitFor()
  await page.getByRole('radio', { name: 'Quách Thị Bích' }).focus()
  await page.keyboard.press('Space')
  await typeDay(DIED)
  await page.getByRole('radio', { name: 'Tại nhà' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Xem lại' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(`Quách Thị Bích chết ngày ${shown(DIED)}`).waitFor()
  await page.getByRole('button', { name: 'Ghi', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Đã ghi vào sổ/ }).waitFor()
  await page.getByRole('link', { name: 'Về hộ 9901' }).first().click()

  const story = detail().getByRole('listitem').filter({ hasText: 'chết ngày' })
  await story.getByText(/Trần Thị Mai Phương ghi .* từ phiếu giấy, H'Hoa Niê Kdăm báo/).waitFor()
  expect(await detail().getByRole('rowheader').allTextContents()).toEqual(['Quách Văn Cử', 'Quách Đình Tú'])
  await detail().getByText('Đã từng ở hộ này: 1 người').click()
  await detail().getByText(`đã chết ngày ${shown(DIED)}`).waitFor()

  await page.getByRole('link', { name: /^Sửa: Quách Thị Bích chết/ }).click()
  await page.getByRole('radio', { name: 'Tại cơ sở y tế' }).waitFor()
  await page.getByRole('radio', { name: 'Tại cơ sở y tế' }).check()
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('heading', { name: /Đã ghi vào sổ/ }).waitFor()
  await page.getByRole('link', { name: /^Về (hộ|trang)/ }).first().click()
  await detail().getByText('Trước khi sửa:').waitFor()

  await page.getByRole('link', { name: /^Rút lại: Quách Thị Bích chết/ }).click()
  await page.getByRole('button', { name: 'Rút lại', exact: true }).click()
  await page.getByText('Hãy viết lý do.').waitFor()
  await page.getByLabel('Vì sao rút lại?').fill('Phiếu của người khác')
  await page.getByRole('button', { name: 'Rút lại', exact: true }).click()
  // What it had corrected counts again, so that the day of death is surprising no more: the officer is shown what the register will say.
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('heading', { name: /Đã ghi vào sổ/ }).waitFor()
})

test('what surprises asks for a reason, a lost answer is asked for again, and without a network nothing is lost', async () => {
  await signIn(page, office, 'vienchuc')
  await open(`ho/${ids['home']}/ghi/departure`)
  await chooseSource('Qua điện thoại', NOBODY)
  await page.getByRole('checkbox', { name: 'Quách Văn Cử' }).check()
  await typeDay(LEFT)
  await page.getByRole('radio', { name: 'Đến tỉnh khác' }).check()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await page.getByText('Không liên lạc được với máy chủ').waitFor()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await page.getByText(`chuyển đi ngày ${shown(LEFT)}`).waitFor()
  const sent: unknown[] = []
  let isLost = true
  await page.route('**/api/notes', async (route) => {
    sent.push(route.request().postDataJSON())
    const answer = await route.fetch()
    if (isLost) return route.abort()
    return route.fulfill({ response: answer })
  })
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByText('Không liên lạc được với máy chủ').waitFor()
  isLost = false
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('heading', { name: /Đã ghi vào sổ/ }).waitFor()
  expect(sent).toHaveLength(2)
  expect(sent[0]).toEqual(sent[1])
  await page.unroute('**/api/notes')
  await page.getByRole('button', { name: 'Rút lại ghi nhận vừa rồi' }).click()
  await page.getByText('Đã rút lại.').waitFor()
  await open(`nguoi/${ids['cu']}`)
  await expect.poll(async () => await detail().getByText(`chuyển đi ngày ${shown(LEFT)}`).count()).toBe(1)
})

test('somebody moves to a household of another area, which the form finds in the whole commune, and the list follows', async () => {
  await signIn(page, office, 'vienchuc')
  await open(`nguoi/${ids['tu']}`)
  await page.getByRole('link', { name: MOVE }).click()
  await chooseSource('Tại văn phòng', NOBODY)
  await page.getByRole('checkbox', { name: 'Quách Đình Tú', checked: true }).waitFor()
  await page.getByLabel(MOVE_TO).fill('sam van chau')
  await detail().getByRole('button', { name: /^Hộ 9903 · Sầm Văn Châu/ }).click()
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await page.getByText('Còn chỗ cần xem lại:').waitFor()
  await page.getByLabel(/^Quách Đình Tú: /).selectOption('child-in-law')
  await typeDay(MOVED)
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await page.getByText(`Quách Đình Tú về ở hộ 9903 từ ${shown(MOVED)}`).waitFor()
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('heading', { name: /Đã ghi vào sổ/ }).waitFor()
  await open(`ho/${ids['far']}`)
  await page.getByRole('heading', { name: 'Hộ 9903' }).waitFor()
  expect(await detail().getByRole('rowheader').allTextContents()).toContain('Quách Đình Tú')
  await open(`ho/${ids['home']}`)
  await detail().getByText(/Đã từng ở hộ này: \d người/).click()
  await detail().getByText(`đã chuyển sang hộ 9903 từ ${shown(MOVED)}`).waitFor()
  const number = areas[1]
  await page.getByLabel('Địa bàn', { exact: true }).selectOption({ label: `Địa bàn ${number?.number ?? ''} ${number?.name ?? ''}` })
  await find('dinh tu')
  await page.getByText('có Quách Đình Tú').waitFor()
})

test('two entries are laid side by side, joined, and parted again by taking that back', async () => {
  await signIn(page, office, 'vienchuc')
  await open(`nguoi/${ids['lanh']}`)
  await page.getByRole('link', { name: 'Người này vào sổ hai lần?' }).click()
  await page.getByLabel('Tìm người theo tên').fill('sấm thi lanh')
  await page.getByText('Không tìm thấy ai trong xã.').waitFor()
  await page.getByLabel('Tìm người theo tên').fill('sam thi lanh')
  await page.getByRole('button', { name: /^Sầm Thị Lành · hộ 9903/ }).click()
  const table = page.getByRole('table', { name: 'So sánh hai mục' })
  expect(await table.getByRole('row', { name: /^Họ và tên/ }).getByRole('cell').last().textContent()).toBe('giống')
  expect(await table.getByRole('row', { name: /^Ngày sinh/ }).getByRole('cell').last().textContent()).toBe('khớp phần đã biết')
  expect(await table.getByRole('row', { name: /^Dân tộc/ }).getByRole('cell').allTextContents()).toEqual(['Nùng', '—', 'một bên chưa có'])
  await page.getByRole('region', { name: 'Các ghi nhận: Mục kia' }).getByText('Vào sổ hộ 9903: Sầm Thị Lành').waitFor()
  await chooseSource('Tại văn phòng', NOBODY)
  await page.getByRole('button', { name: 'Cùng một người' }).click()
  await page.getByText('Hãy chọn mục được giữ.').waitFor()
  await page.getByRole('radio', { name: 'Mục đang xem' }).check()
  await page.getByRole('button', { name: 'Cùng một người' }).click()
  await page.getByText('trong sổ là một người').waitFor()
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('heading', { name: /Đã ghi vào sổ/ }).waitFor()
  await open(`nguoi/${ids['lanh2']}`)
  await page.getByText('Mục này và mục sau là một người').waitFor()
  await open(`ho/${ids['far']}`)
  await page.getByRole('heading', { name: 'Hộ 9903' }).waitFor()
  expect(await detail().getByRole('rowheader').allTextContents()).not.toContain('Sầm Thị Lành')
  await open(`nguoi/${ids['lanh']}`)
  await page.getByRole('link', { name: /^Rút lại: .*là một người/ }).click()
  await chooseSource('Tại văn phòng', NOBODY)
  await page.getByLabel('Vì sao rút lại?').fill('Hai chị em họ')
  await page.getByRole('button', { name: 'Rút lại', exact: true }).click()
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('heading', { name: /Đã ghi vào sổ/ }).waitFor()
  await open(`ho/${ids['far']}`)
  await page.getByRole('heading', { name: 'Hộ 9903' }).waitFor()
  expect(await detail().getByRole('rowheader').allTextContents()).toContain('Sầm Thị Lành')
})

test('what is private opens by a second click and closes with the page', async () => {
  await signIn(page, office, 'vienchuc')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('private=1')) asked.push(request.url())
  })
  await open(`nguoi/${ids['lanh']}`)
  await page.getByRole('button', { name: 'Mở phần riêng tư' }).waitFor()
  expect(asked).toEqual([])
  await page.getByRole('button', { name: 'Mở phần riêng tư' }).click()
  await page.getByText('Chưa có ghi nhận riêng tư nào.').waitFor()
  expect(asked).toHaveLength(1)
  await page.reload()
  await page.getByRole('button', { name: 'Mở phần riêng tư', expanded: false }).waitFor()
  expect(asked).toHaveLength(1)
})

test('supplies given are noted in the private part and told there alone', async () => {
  await signIn(page, office, 'vienchuc')
  await open(`nguoi/${ids['chau']}`)
  await page.getByRole('button', { name: 'Mở phần riêng tư' }).click()
  await page.getByRole('link', { name: 'Cấp phương tiện' }).click()
  await chooseSource('Tại văn phòng', NOBODY)
  await page.getByRole('radio', { name: 'Sầm Văn Châu' }).check()
  await page.getByRole('radio', { name: 'bao cao su' }).check()
  await page.getByLabel('Số lượng (cái bao, vỉ thuốc)').fill('12')
  await page.getByRole('radio', { name: 'miễn phí' }).check()
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('heading', { name: /Đã ghi vào sổ/ }).waitFor()
  await open(`nguoi/${ids['chau']}`)
  await page.getByRole('button', { name: 'Mở phần riêng tư' }).waitFor()
  expect(await detail().getByText(/Cấp 12|ghi chép riêng tư, ngày/).count()).toBe(0)
  await page.getByRole('button', { name: 'Mở phần riêng tư' }).click()
  await detail().getByText(/^Cấp 12 .*bao cao su cho Sầm Văn Châu, miễn phí/).waitFor()
  await page.getByRole('link', { name: /^Rút lại: Cấp 12/ }).waitFor()
})

test('a new household enters the book of an area and stands in the list; an address of nobody says so', async () => {
  await signIn(page, office, 'vienchuc')
  await open(`them/${areas[0]?.area ?? ''}`)
  await chooseSource('Tại văn phòng', NOBODY)
  await page.getByLabel('Số hộ', { exact: true }).fill('9904')
  await page.getByRole('radio', { name: 'Hộ gia đình' }).check()
  await typeDay(OPENED)
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByRole('heading', { name: /Đã ghi vào sổ/ }).waitFor()
  await find('9904')
  await households().first().click()
  await page.getByRole('heading', { name: 'Hộ 9904' }).waitFor()
  await page.getByText('Chưa có ai trong sổ của hộ này.').waitFor()
  await open(`ho/${v7()}`)
  await page.getByText('Không thấy hộ hoặc người này trong sổ của xã.').waitFor()
})

test('the register speaks English when asked', async () => {
  await signIn(page, office, 'vienchuc')
  await page.getByLabel('Ngôn ngữ').selectOption('en')
  await page.getByRole('link', { name: 'Register' }).click()
  await page.getByLabel('Find by number or name').fill('9901')
  await page.locator('[aria-busy=false]').waitFor()
  await page.getByRole('button', { name: /^Household 9901/ }).click()
  await page.getByRole('heading', { name: 'Notes by date' }).waitFor()
  await detailInEnglish().getByText('In the register since').waitFor()
})

const detailInEnglish = () => page.getByRole('region', { name: 'Register' })

test.each([WIDE, NARROW])('every screen of the register at $width px is clean', async (size) => {
  await context.close()
  ;({ page, context } = await office.open(size))
  await signIn(page, office, 'vienchuc')
  await page.getByRole('link', { name: 'Sổ bộ' }).click()
  await households().first().waitFor()
  await checkScreen(page, 'register-list')
  await open(`ho/${ids['home']}`)
  await page.getByRole('heading', { name: 'Hộ 9901' }).waitFor()
  for (const summary of await detail().locator('details > summary').all()) await summary.click()
  await checkScreen(page, 'register-household')
  await open(`nguoi/${ids['lanh']}`)
  await page.getByRole('button', { name: 'Mở phần riêng tư' }).click()
  await page.getByText('Chưa có ghi nhận riêng tư nào.').waitFor()
  await checkScreen(page, 'register-person')
  await open(`ho/${ids['home']}/ghi/birth`)
  await page.getByText('Chọn nguồn và người báo trước, rồi ghi.').waitFor()
  await checkScreen(page, 'register-source')
  await chooseSource('Từ phiếu giấy', /Hoa/)
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await page.getByText('Còn chỗ cần xem lại:').waitFor()
  await checkScreen(page, 'register-form')
  await open(`nguoi/${ids['lanh']}/mot-nguoi/${ids['lanh2']}`)
  await page.getByRole('table', { name: 'So sánh hai mục' }).waitFor()
  await checkScreen(page, 'register-join')
  await open(`nguoi/${ids['cu']}/ghi/move`)
  await chooseSource('Tại văn phòng', NOBODY)
  await page.getByLabel(MOVE_TO).fill('9902')
  await detail().getByRole('button', { name: /^Hộ 9902/ }).waitFor()
  await checkScreen(page, 'register-move')
})
