import { expect, test } from '@playwright/test'
import { complaintsOf, ReportPage } from './report-page'

test('what stands in mid-word is there after a reload', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.goSection('overview')
  const text = app.part('（一）主动公开').getByLabel('正文')
  await text.click()
  await page.keyboard.type('全年主动公开政')
  await page.reload()
  await expect(text).toHaveValue('全年主动公开政')
  await text.press('End')
  await page.keyboard.type('府信息')
  await page.reload()
  await expect(text).toHaveValue('全年主动公开政府信息')
})

test('a figure that is being typed is there after a reload, as it was typed', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.goSection('requests')
  await app.cell('requests.received.natural').click()
  await page.keyboard.type('1.2万')
  await page.reload()
  await expect(app.cell('requests.received.natural')).toHaveValue('1.2万')
})

test('back and forward lead through the places, and nothing typed is lost', async ({ page }) => {
  const complaints = complaintsOf(page)
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.goSection('disclosure')
  await app.cell('licensing.licences.decisions').fill('7')
  await app.goSection('improvement')
  await app.part('存在的主要问题').getByLabel('正文').fill('问题还有不少')
  await page.goBack()
  await expect(app.cell('licensing.licences.decisions')).toHaveValue('7')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()
  await page.goBack()
  await expect(app.button('新建年报')).toBeVisible()
  await page.goForward()
  await page.goForward()
  await page.goForward()
  await expect(app.part('存在的主要问题').getByLabel('正文')).toHaveValue('问题还有不少')
  expect(complaints).toEqual([])
})

test('leaving for the list in mid-word and coming straight back loses nothing', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await page.getByLabel('地址').click()
  await page.keyboard.type('示例路2号')
  await page.getByRole('link', { name: '政府信息公开年报' }).click()
  await page.getByRole('link', { name: '示例市水务局2023年年报' }).click()
  await expect(page.getByLabel('地址')).toHaveValue('示例路2号')
})

test('two drafts stay apart, and a second one for the same unit and year is made only knowingly', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await page.getByLabel('电话').fill('0000-1111111')
  await app.goSection('disclosure')
  await app.cell('licensing.licences.decisions').fill('7')
  await app.saved()

  await app.home()
  await expect(page.getByRole('row', { name: /示例市水务局/ })).toBeVisible()
  await app.button('新建年报').click()
  await expect(page.getByText('从前填过的单位可以直接选')).toBeVisible()
  await page.getByLabel('单位名称').fill(' 示例市水务局')
  await page.getByLabel('年度', { exact: true }).selectOption('2023')
  await app.button('开始填报').click()
  await expect(page.getByRole('alert')).toContainText('这个单位 2023 年度已有一份年报')
  await app.button('仍要另建一份').click()
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()
  // The unit's basic information came along.
  await expect(page.getByLabel('电话')).toHaveValue('0000-1111111')
  await expect(page.getByLabel('单位类型')).toHaveValue('department')
  await app.goSection('disclosure')
  await expect(app.cell('licensing.licences.decisions')).toHaveValue('')
  await app.cell('licensing.licences.decisions').fill('8')
  await app.saved()

  await app.home()
  await expect(page.getByRole('row', { name: /示例市水务局/ })).toHaveCount(2)
  await page.getByRole('link', { name: '示例市水务局2023年年报' }).last().click()
  await app.goSection('disclosure')
  await expect(app.cell('licensing.licences.decisions')).toHaveValue('7')
})

test('a draft is renamed, copied, deleted and given back', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.home()
  await app.button('重命名“示例市数据管理局2025年年报”').click()
  await page.getByLabel('名称', { exact: true }).fill('送审稿')
  await app.button('改名').click()
  await expect(page.getByRole('link', { name: '送审稿' })).toBeVisible()
  await app.button('复制“送审稿”').click()
  await expect(page.getByRole('link', { name: '送审稿 副本' })).toBeVisible()
  await app.button('删除“送审稿”').click()
  await expect(page.getByRole('link', { name: '送审稿', exact: true })).toHaveCount(0)
  await expect(app.button('撤销删除')).toHaveAccessibleDescription('已删除“送审稿”')
  await app.button('删除“送审稿 副本”').click()
  await expect(page.getByText('这台电脑上还没有年报')).toBeVisible()
  for (const name of ['送审稿 副本', '送审稿']) {
    await expect(app.button('撤销删除')).toHaveAccessibleDescription(`已删除“${name}”`)
    await app.button('撤销删除').click()
  }
  await page.getByRole('link', { name: '送审稿', exact: true }).click()
  await app.goSection('requests')
  await expect(app.cell('requests.received.total')).toHaveText('115')
})

test('the list tells progress and faults', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('requests')
  await app.cell('requests.received.natural').fill('87')
  await page.keyboard.press('Tab')
  await app.saved()
  await app.home()
  const row = page.getByRole('row', { name: /示例市数据管理局/ })
  await expect(row).toContainText('100%')
  await expect(row).toContainText('3 处')
})

test('a save that fails says why, offers the file, keeps trying and says when it is done', async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
      if (document.title === 'full') throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, args)
    }
  })
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.saved()
  await page.evaluate(() => (document.title = 'full'))
  await page.getByLabel('地址').fill('示例路3号')
  await expect(page.getByRole('alert')).toContainText('未能保存，浏览器存储空间已满')
  const { text } = await app.download('导出文件')
  expect(JSON.parse(text)).toMatchObject({ report: { agency: { address: '示例路3号' } } })
  await expect(page.getByText(/^已保存 \d/)).toHaveCount(0)
  const said = page.getByRole('status', { name: '保存情况' })
  await expect(said).toBeEmpty()
  await page.evaluate(() => (document.title = 'room again'))
  // A save that failed is tried again after up to ten seconds.
  await expect(page.getByText(/^已保存 \d/)).toBeVisible({ timeout: 30_000 })
  await expect(said).toHaveText('已保存')
  await page.reload()
  await expect(page.getByLabel('地址')).toHaveValue('示例路3号')
})

test('the save line says 保存中 until the transaction is complete', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.saved()
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      const words = [...document.querySelectorAll('header span')].map((span) => span.textContent ?? '')
      const line = words.find((text) => /^(保存中|已保存)/.test(text)) ?? ''
      if (seen[seen.length - 1] !== line.slice(0, 3)) seen.push(line.slice(0, 3))
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await page.getByLabel('地址').press('x')
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { seen: string[] }).seen))
    .toEqual(['保存中', '已保存'])
})

test('a draft that is open in another window can be renamed without harm', async ({ page, context }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  const list = new ReportPage(await context.newPage())
  await list.home()
  await list.button('重命名“示例市水务局2023年年报”').click()
  await page.getByLabel('地址').fill('示例路4号')
  await app.saved()
  await list.page.getByLabel('名称', { exact: true }).fill('初稿')
  await list.button('改名').click()
  await expect(list.page.getByRole('link', { name: '初稿' })).toBeVisible()
  await page.getByLabel('电话').fill('0000-2222222')
  await app.saved()
  await page.reload()
  await expect(page.getByLabel('地址')).toHaveValue('示例路4号')
  await expect(page.getByLabel('电话')).toHaveValue('0000-2222222')
})

test('what was just typed is there again when the list, and then the page, is left before it could be stored', async ({
  page,
}) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await page.getByLabel('地址').fill('示例路1号')
  await app.saved()
  // The store gives no answer any more.
  await page.evaluate(() => {
    IDBRequest.prototype.addEventListener = () => undefined
  })
  await page.getByLabel('地址').fill('示例路2号')
  await page.getByRole('link', { name: '政府信息公开年报' }).click()
  await page.reload()
  await page.getByRole('link', { name: '示例市水务局2023年年报', exact: true }).click()
  await expect(page.getByLabel('地址')).toHaveValue('示例路2号')
})

test('a clock that is years behind is told before a report is made by it', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2012-01-01T08:00:00'))
  const app = new ReportPage(page)
  await app.home()
  await app.button('新建年报').click()
  const dialog = page.getByRole('dialog', { name: '新建年报' })
  await dialog.getByLabel('单位名称').fill('示例市水务局')
  await dialog.getByLabel('单位类型').selectOption({ label: '政府部门' })
  await dialog.getByRole('button', { name: '开始填报' }).click()
  await expect(dialog).toContainText('电脑的日期是 2012 年，不对。请先改正日期')
  await expect(dialog.getByLabel('年度')).toHaveAttribute('aria-invalid', 'true')
})
