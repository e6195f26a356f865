import { expect, test, type Page } from '@playwright/test'
import { fileAddress } from './kernels'
import { complaintsOf, ReportPage } from './report-page'
import { copyOf, example, seed } from './review-samples'

// Both pages run their own scripts only and send nothing; and nothing that the program does needs more.

/** What the policy forbade, in the page and in every frame of it; a frame without scripts only tells its violations here. */
const noteViolations = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const forbidden: string[] = []
    Object.assign(window, { forbidden })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      forbidden.push(`${violatedDirective} ${blockedURI}`),
    )
  })
}

const violations = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { forbidden: string[] }).forbidden)

const paperIsStyled = (page: Page, title: string): Promise<void> =>
  expect(page.frameLocator(`iframe[title="${title}"]`).locator('main h1').first()).toHaveCSS('text-align', 'center')

const pages = { 'the page of a server': './', 'the one file': fileAddress }

for (const [name, address] of Object.entries(pages))
  test.describe(name, () => {
    test('does all its work within its policy', async ({ page }) => {
      await noteViolations(page)
      const complaints = complaintsOf(page)
      const app = new ReportPage(page, 2025, address)
      await app.example()
      for (const { id } of app.format.sections) await app.goSection(id)
      for (const place of ['检查结果', '审核']) await app.go(place)
      await app.go('预览与导出')
      await paperIsStyled(page, '年报预览')
      await app.button('导出 JSON').click()
      await app.button('导出网页').click()
      await app.go('检查结果')
      await page.getByRole('link', { name: '查看全部规则' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await violations(page)).toEqual([])

      const copy = copyOf(example())
      await seed(page, copy, address)
      await page.goto(`${address}#/review/${copy.id}`)
      await paperIsStyled(page, '年报全文')
      await app.button('审核表').click()
      await paperIsStyled(page, '审核表预览')
      expect(await violations(page)).toEqual([])
      expect(complaints).toEqual([])
    })

    test('runs no script, sends nothing and takes no address that was put into it', async ({ page }) => {
      const app = new ReportPage(page, 2025, address)
      await noteViolations(page)
      await app.home()
      const done = await page.evaluate(async () => {
        const script = document.createElement('script')
        script.textContent = 'window.ran = true'
        document.body.append(script)
        const link = document.createElement('a')
        link.setAttribute('onclick', 'window.ran = true')
        document.body.append(link)
        link.click()
        document.body.append(Object.assign(new Image(), { src: 'https://example.invalid/?secret' }))
        document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.invalid/' }))
        // Later, because what the test's own tool runs at once may use eval.
        const failed = (work: () => unknown): Promise<boolean> =>
          new Promise((resolve) => setTimeout(resolve)).then(work).then(
            () => false,
            () => true,
          )
        return {
          ran: 'ran' in window,
          // oxlint-disable-next-line no-eval -- That it is forbidden is what is tested.
          evalFails: await failed(() => globalThis.eval('1')),
          fetchFails: await failed(() => fetch('./favicon.svg')),
          beaconSent: navigator.sendBeacon('https://example.invalid/'),
          base: document.baseURI.includes('example.invalid'),
        }
      })
      expect(done).toMatchObject({ ran: false, evalFails: true, fetchFails: true, base: false })
      for (const directive of [
        'script-src-elem inline',
        'script-src-attr inline',
        'script-src eval',
        'img-src',
        'connect-src',
        'base-uri',
      ])
        await expect.poll(async () => (await violations(page)).join('\n')).toContain(directive)
    })
  })
