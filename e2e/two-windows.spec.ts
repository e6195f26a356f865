import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { complaintsOf, ReportPage } from './report-page'
import { allIn } from './stored'

interface Draft {
  readonly name: string
  readonly typed: {
    readonly agency: { readonly address: string }
    readonly cells: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
    readonly overview: readonly { readonly text: string }[]
  }
}

const storedIn = async (page: Page) => {
  const drafts = (await allIn(page, 'drafts')) as readonly Draft[]
  return drafts.map(({ name, typed }) => ({
    name,
    address: typed.agency.address,
    natural: typed.cells['requests']?.['received']?.['natural'],
    overview: typed.overview[0]?.text,
  }))
}

const band = (page: Page) => page.getByRole('region', { name: '填写窗口' })
const here = (page: Page) => band(page).getByRole('button', { name: '在这里填写' })
const address = (page: Page) => page.getByLabel('地址')

/** A draft that is being filled in in one window, and the same in a second one, which reads. */
const twoWindows = async (context: BrowserContext, page: Page) => {
  const first = new ReportPage(page)
  await first.create('示例市水务局')
  await address(page).fill('示例路1号')
  await first.saved()
  const second = new ReportPage(await context.newPage())
  await second.page.goto(page.url())
  await expect(band(second.page)).toContainText('另一个窗口正在填写这份年报，这里只能看')
  return { first, second }
}

for (const kind of ['locks', 'no locks'] as const)
  test.describe(`with ${kind}`, () => {
    test.beforeEach(async ({ context }) => {
      // As on plain http.
      if (kind === 'no locks')
        await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }))
    })

    test('the second window reads everything, follows what is saved, and can change nothing', async ({
      page,
      context,
    }) => {
      const { first, second } = await twoWindows(context, page)
      const complaints = complaintsOf(second.page)
      await expect(address(second.page)).toHaveValue('示例路1号')
      await expect(address(second.page)).not.toBeEditable()
      await expect(band(page)).toHaveCount(0)

      // It follows with the focus and the scroll where they are.
      await second.goSection('requests')
      await second.cell('requests.received.natural').focus()
      await second.page.keyboard.type('5')
      await expect(second.cell('requests.received.natural')).toHaveValue('')
      await first.goSection('requests')
      await first.cell('requests.received.natural').fill('１２')
      await first.page.keyboard.press('Tab')
      await expect(second.cell('requests.received.natural')).toHaveValue('12')
      await expect(second.cell('requests.received.total')).toHaveText('12')
      await expect(second.cell('requests.received.natural')).toBeFocused()

      await second.goSection('overview')
      const text = second.part('（一）主动公开').getByLabel('正文')
      await text.focus()
      await first.goSection('overview')
      await first.part('（一）主动公开').getByLabel('正文').fill('全年主动公开政府信息')
      await expect(text).toHaveValue('全年主动公开政府信息')
      await expect(text).toBeFocused()
      await first.part('（一）主动公开').getByRole('button', { name: '删除“（一）主动公开”' }).click()
      await expect(second.part('（一）主动公开')).toHaveCount(0)
      await first.button('撤销').click()
      await expect(text).toHaveValue('全年主动公开政府信息')

      await expect(second.part('（一）主动公开').getByRole('button')).toHaveCount(0)
      await second.go('检查结果')
      await expect(second.button('定稿')).toHaveCount(0)
      await second.go('预览与导出')
      await expect(second.page.frameLocator('iframe').getByText('全年主动公开政府信息')).toBeVisible()
      const { text: file } = await second.download('导出 JSON')
      expect(JSON.parse(file)).toMatchObject({ report: { agency: { address: '示例路1号' } } })
      expect(complaints).toEqual([])
    })

    test('it takes over in the middle of a word, by keyboard, and gives it back: nothing is lost', async ({
      page,
      context,
    }) => {
      const { first, second } = await twoWindows(context, page)
      await first.goSection('overview')
      const text = first.part('（一）主动公开').getByLabel('正文')
      await text.fill('全年主动公开')
      await first.saved()
      await second.goSection('overview')
      const client = await context.newCDPSession(page)
      await page.bringToFront()
      await text.click()
      await text.press('End')
      await client.send('Input.imeSetComposition', { text: 'zhengfu', selectionStart: 7, selectionEnd: 7 })
      await expect(text).toHaveValue('全年主动公开zhengfu')

      await here(second.page).press('Enter')
      await expect(band(second.page)).toHaveCount(0)
      await expect(band(page)).toContainText('已改在另一个窗口填写，这里只能看')
      const theirs = second.part('（一）主动公开').getByLabel('正文')
      await expect(theirs).toHaveValue('全年主动公开zhengfu')
      await expect(text).toHaveValue('全年主动公开zhengfu')
      await expect(text).not.toBeEditable()
      await theirs.fill('全年主动公开政府信息')
      await expect(text).toHaveValue('全年主动公开政府信息')
      await second.saved()
      expect((await storedIn(page)).map(({ overview }) => overview)).toEqual(['全年主动公开政府信息'])

      await here(page).press('Enter')
      await expect(band(page)).toHaveCount(0)
      await expect(band(second.page)).toContainText('已改在另一个窗口填写')
      await text.press('End')
      await page.keyboard.type('十件')
      await expect(theirs).toHaveValue('全年主动公开政府信息十件')
      expect(await storedIn(page)).toHaveLength(1)
    })

    test('the steps back and a figure in the middle of its entry go along', async ({ page, context }) => {
      const { first, second } = await twoWindows(context, page)
      await first.goSection('requests')
      await second.goSection('requests')
      await first.cell('requests.received.natural').fill('7')
      await page.keyboard.press('Tab')
      const client = await context.newCDPSession(page)
      await page.bringToFront()
      await first.cell('requests.received.business').click()
      await client.send('Input.imeSetComposition', { text: '１２', selectionStart: 2, selectionEnd: 2 })
      await here(second.page).click()
      await expect(band(second.page)).toHaveCount(0)
      await expect(second.cell('requests.received.business')).toHaveValue('12')
      await second.button('撤销').click()
      await expect(second.cell('requests.received.business')).toHaveValue('')
      await second.button('撤销').click()
      await expect(second.cell('requests.received.natural')).toHaveValue('')
      await second.button('重做').click()
      await expect(first.cell('requests.received.natural')).toHaveValue('7')
      await second.saved()
      expect((await storedIn(page)).map(({ natural }) => natural)).toEqual(['7'])
    })

    test('a frozen window is taken over from; when it wakes, its words stand in a draft of their own', async ({
      page,
      context,
    }) => {
      const { second } = await twoWindows(context, page)
      await page.bringToFront()
      // The last words are typed, but no timer runs any more that could save them.
      await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('[data-at="agency.address"]')
        if (!field) throw new Error('no address')
        field.focus()
        const alerts = new Set<string | null>()
        Object.assign(window, { alerts })
        const note = () => document.querySelectorAll('[role=alert]').forEach((one) => alerts.add(one.textContent))
        new MutationObserver(note).observe(document.body, { childList: true, subtree: true })
        document.execCommand('insertText', false, '没存下的')
        const until = Date.now() + 12_000
        setTimeout(() => {
          while (Date.now() < until);
        })
      })
      await here(second.page).click()
      await expect(band(second.page)).toHaveCount(0, { timeout: 20_000 })
      await expect(address(second.page)).toHaveValue('示例路1号')
      await address(second.page).fill('示例路2号')
      await second.saved()

      // It sleeps for some seconds yet.
      await expect(band(page)).toContainText('已改在另一个窗口填写', { timeout: 20_000 })
      await expect(band(page)).toContainText('找回的内容')
      await expect(address(page)).toHaveValue('示例路2号')
      expect(await page.evaluate(() => [...(window as unknown as { alerts: Set<string> }).alerts])).toEqual([])
      const all = await storedIn(second.page)
      expect(all.map((one) => one.address).sort()).toEqual(['示例路1号没存下的', '示例路2号'].sort())
      expect(all.find((one) => one.address.endsWith('没存下的'))?.name).toContain('找回的内容')
    })

    test('a window that the browser put to sleep loses nothing either', async ({ page, context }) => {
      const { second } = await twoWindows(context, page)
      await second.page.bringToFront()
      const client = await context.newCDPSession(page)
      await client.send('Page.setWebLifecycleState', { state: 'frozen' })
      await here(second.page).click()
      await expect(band(second.page)).toHaveCount(0, { timeout: 20_000 })
      await address(second.page).fill('示例路2号')
      await second.saved()
      await client.send('Page.setWebLifecycleState', { state: 'active' })
      await page.bringToFront()
      await expect(band(page)).toContainText('已改在另一个窗口填写')
      await expect(address(page)).toHaveValue('示例路2号')
      expect((await storedIn(page)).map((one) => one.address)).toEqual(['示例路2号'])
    })

    for (const end of ['closed', 'crashed'] as const)
      test(`when the window that fills in is ${end}, the other says so and goes on when it is asked to`, async ({
        page,
        context,
      }) => {
        const { second } = await twoWindows(context, page)
        if (end === 'closed') await page.close()
        else {
          const client = await context.newCDPSession(page)
          const crashed = page.waitForEvent('crash')
          // It is never answered: nobody is there any more.
          client.send('Page.crash').catch(() => undefined)
          await crashed
        }
        await expect(band(second.page)).toContainText('填写这份年报的窗口已经关闭', { timeout: 20_000 })
        await expect(address(second.page)).not.toBeEditable()
        await here(second.page).click()
        await expect(band(second.page)).toHaveCount(0)
        await address(second.page).fill('示例路2号')
        await second.saved()
        expect((await storedIn(second.page)).map((one) => one.address)).toEqual(['示例路2号'])
      })

    test('a reload has its draft back at once, and leaving for the list gives it to whoever comes', async ({
      page,
      context,
    }) => {
      const app = new ReportPage(page)
      await app.create('示例市水务局')
      await page.reload()
      await address(page).fill('示例路1号')
      await expect(band(page)).toHaveCount(0)
      await app.saved()
      const route = page.url()
      await page.getByRole('link', { name: '政府信息公开年报' }).click()
      await expect(app.button('新建年报')).toBeVisible()
      const second = await context.newPage()
      await second.goto(route)
      await address(second).fill('示例路2号')
      await expect(band(second)).toHaveCount(0)
      await page.getByRole('link', { name: '示例市水务局2023年年报' }).click()
      await expect(band(page)).toContainText('另一个窗口正在填写')
    })

    test('on the list, what another window fills in is not deleted, and a copy has its last words', async ({
      page,
      context,
    }) => {
      const app = new ReportPage(page)
      await app.create('示例市水务局')
      const list = new ReportPage(await context.newPage())
      await list.home()
      await page.bringToFront()
      await address(page).click()
      await page.keyboard.type('示例路1号')
      await list.button('复制“示例市水务局2023年年报”').click()
      await expect(list.page.getByRole('link', { name: '示例市水务局2023年年报 副本' })).toBeVisible()
      expect((await storedIn(page)).map((one) => one.address)).toEqual(['示例路1号', '示例路1号'])
      await list.button('删除“示例市水务局2023年年报”').click()
      await expect(list.page.getByRole('alert')).toContainText('另一个窗口正在填写“示例市水务局2023年年报”，没有删除')
      expect(await storedIn(page)).toHaveLength(2)
      await page.getByRole('link', { name: '政府信息公开年报' }).click()
      await expect(app.button('新建年报')).toBeVisible()
      await list.button('删除“示例市水务局2023年年报”').click()
      await expect(list.page.getByText('已删除“示例市水务局2023年年报”')).toBeVisible()
      expect(await storedIn(page)).toHaveLength(1)
    })

    test('a file that replaces what another window fills in comes after its last words, which stay a version', async ({
      page,
      context,
    }) => {
      const app = new ReportPage(page)
      await app.create('示例市水务局')
      await address(page).fill('示例路1号')
      await app.saved()
      await app.go('预览与导出')
      const { name, text } = await app.download('导出 JSON')
      await app.go('基本信息')
      const list = new ReportPage(await context.newPage())
      await list.home()
      await page.bringToFront()
      await address(page).click()
      await page.keyboard.type('旁边')
      await list.openText(name, text)
      await list.page.getByRole('dialog').getByRole('button', { name: '替换', exact: true }).click()
      await expect(list.page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()
      await expect(address(list.page)).toHaveValue('示例路1号')
      await expect(band(list.page)).toHaveCount(0)
      await expect(address(page)).toHaveValue('示例路1号')
      await expect(address(page)).not.toBeEditable()
      const versions = (await allIn(page, 'versions')) as readonly { readonly record: Draft }[]
      expect(versions.map(({ record }) => record.typed.agency.address)).toContain('示例路1号旁边')
    })
  })
