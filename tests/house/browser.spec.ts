import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NoBrowser, findChromium, openBrowser, openProfile } from '../browser.ts'

const SENTENCE = 'Sổ tay cộng tác viên dân số: Đặng Thị Mỹ Lệ, Nguyễn Hữu Ở, ỡ ặ ữ ằ ẵ ỷ'

const server = createServer((request, response) => {
  const script = request.url === '/worker.js'
  response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8')
  response.end(
    script ? `self.addEventListener('fetch', () => {})` : `<title>Sổ tay</title><p style="font-family: 'Open Sans'">${SENTENCE}</p>`,
  )
})
let address: string

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  address = `http://localhost:${typeof bound === 'object' ? bound?.port : ''}/`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Verifies that `npm test` needs no browser of the machine. */
describe('the browser that npm brings', () => {
  it('draws every Vietnamese letter with the font it brings', async () => {
    const browser = await openBrowser('npm')
    try {
      const page = await browser.newPage()
      await page.goto(address)
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('DOM.enable')
      await cdp.send('CSS.enable')
      const { root } = await cdp.send('DOM.getDocument')
      const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' })
      const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId })
      expect(fonts.map(({ familyName, glyphCount }) => [familyName, glyphCount])).toEqual([['Open Sans', SENTENCE.length]])
    } finally {
      await browser.close()
    }
  })

  it('prints a page', async () => {
    const browser = await openBrowser('npm')
    try {
      const page = await browser.newPage()
      await page.goto(address)
      const pdf = await page.pdf()
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    } finally {
      await browser.close()
    }
  })

  it('keeps what a page stored, and its service worker, in a profile', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'profile-'))
    try {
      const first = await openProfile(folder, {}, 'npm')
      const page = await first.newPage()
      await page.goto(address)
      await page.evaluate(async () => {
        localStorage.setItem('kept', 'yes')
        await navigator.serviceWorker.register('/worker.js')
        await navigator.serviceWorker.ready
      })
      await first.close()
      const second = await openProfile(folder, {}, 'npm')
      const again = await second.newPage()
      await again.goto(address)
      const found = await again.evaluate(async () => [
        localStorage.getItem('kept'),
        (await navigator.serviceWorker.getRegistrations()).length,
      ])
      await second.close()
      expect(found).toEqual(['yes', 1])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

it('a path that holds no browser is said, not passed over', async () => {
  await expect(findChromium('/nowhere/chromium')).rejects.toThrow(NoBrowser)
})
