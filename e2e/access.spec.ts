import { expect, test, type Locator } from '@playwright/test'
import { axeFindings, contrastFindings } from './axe'
import { ReportPage } from './report-page'
import { walk } from './walk'

const places = [
  '基本信息',
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
  '检查结果',
  '审核',
  '预览与导出',
  '版本',
]

test('axe finds nothing on the list, empty and full, and in its dialogs', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.home()
  await expect(page.getByText('这台电脑上还没有年报')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await app.example()
  await app.home()
  await expect(page.getByRole('table', { name: '年报列表' })).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await app.button('新建年报').click()
  await expect(page.getByText('从前填过的单位可以直接选')).toBeVisible()
  await page.getByLabel('单位名称').fill('示例市数据管理局')
  await page.getByLabel('年度', { exact: true }).selectOption('2025')
  await app.button('开始填报').click()
  await expect(page.getByRole('alert')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await app.button('取消').click()
  await app.openText('x.json', '{}')
  await expect(page.getByRole('alert')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
})

for (const state of ['full', 'blank with faults'] as const)
  test(`axe finds nothing at any place of a report that is ${state}`, async ({ page }) => {
    const app = new ReportPage(page, state === 'full' ? 2025 : 2023)
    if (state === 'full') await app.example()
    else {
      await app.create('示例市水务局')
      await app.goSection('requests')
      await app.cell('requests.received.natural').fill('1.2万')
      await app.cell('requests.received.business').fill('3')
    }
    for (const title of places) {
      await app.go(title)
      expect(await axeFindings(page), title).toEqual([])
    }
    await page.getByRole('button', { name: '快捷键' }).click()
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
    expect(await axeFindings(page), '快捷键').toEqual([])
  })

test('axe finds nothing where faults are shown, explained and let stand, in the final copy, and among the rules', async ({
  page,
}) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('disclosure')
  await app.cell('issued.normative.issued').fill('90')
  await app.goSection('overview')
  const area = app.part('（二）依申请公开').getByLabel('正文')
  await area.fill((await area.inputValue()).replace('115件', '1115件'))
  await expect(page.getByRole('button', { name: /^改为 115：/ })).toBeVisible()
  expect(await axeFindings(page), 'under the sentence').toEqual([])
  await page.getByRole('button', { name: '插入数字到“（一）主动公开”' }).click()
  await expect(page.getByRole('listbox')).toBeVisible()
  expect(await axeFindings(page), '插入数字').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^改为 115：/ }).click()
  await app.go('检查结果')
  await page.getByRole('button', { name: /^写明理由：/ }).click()
  await app.button('保存理由').click()
  await expect(page.getByText('理由至少 10 个字，现在 0 个字')).toBeVisible()
  expect(await axeFindings(page), '写明理由').toEqual([])
  await page.getByRole('textbox', { name: '理由' }).fill('本年集中发布多为有效期一年以内的文件')
  await app.button('保存理由').click()
  expect(await axeFindings(page), 'accepted').toEqual([])
  await app.finalise()
  for (const title of [
    '基本信息',
    '一、总体情况',
    '二、主动公开政府信息情况',
    '检查结果',
    '审核',
    '预览与导出',
    '版本',
  ]) {
    await app.go(title)
    expect(await axeFindings(page), `${title}, final`).toEqual([])
  }
  await app.go('检查结果')
  await page.getByRole('link', { name: '查看全部规则' }).click()
  await expect(page.getByRole('table', { name: '检查规则' })).toBeVisible()
  expect(await axeFindings(page), '规则').toEqual([])
})

for (const state of ['final', 'draft'] as const)
  test(`axe finds nothing on the exported page of a ${state}`, async ({ page }) => {
    const app = new ReportPage(page, 2025)
    if (state === 'final') {
      await app.example()
      await app.finalise()
    } else await app.create('示例市水务局')
    await app.go('预览与导出')
    const { text } = await app.download('导出网页')
    const paper = await page.context().newPage()
    // axe comes as a script, which the page's own policy forbids.
    await paper.setContent(text.replace(/<meta http-equiv[^>]*>/i, ''))
    expect(await axeFindings(paper)).toEqual([])
  })

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' })

  test('all words can be read at any place of a report with faults, on the list and among the rules', async ({
    page,
  }) => {
    const app = new ReportPage(page, 2025)
    await app.example()
    await app.goSection('requests')
    await app.cell('requests.received.natural').fill('1.2万')
    await app.cell('requests.received.business').fill('3')
    for (const title of places) {
      await app.go(title)
      expect(await contrastFindings(page), title).toEqual([])
    }
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe('rgb(255, 255, 255)')
    await app.go('检查结果')
    await page.getByRole('link', { name: '查看全部规则' }).click()
    await expect(page.getByRole('table', { name: '检查规则' })).toBeVisible()
    expect(await contrastFindings(page), '规则').toEqual([])
    await app.home()
    expect(await contrastFindings(page), 'list').toEqual([])
  })
})

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('a line tells the step, the field with the focus, the chosen cells and the cell with a fault', async ({
    page,
  }) => {
    const app = new ReportPage(page, 2025)
    await app.example()
    await app.goSection('requests')
    const line = (locator: Locator) => locator.evaluate((element) => getComputedStyle(element).outlineStyle)
    expect(await line(app.place('三、'))).toBe('solid')
    expect(await line(app.place('四、'))).toBe('none')
    const cell = app.cell('requests.granted.natural')
    await cell.fill('1')
    await cell.press('Tab')
    const received = app.cell('requests.received.natural')
    await expect(received).toHaveAttribute('data-fault', 'error')
    expect(await received.evaluate((element) => getComputedStyle(element).borderBottomWidth)).toBe('3px')
    await page.keyboard.press('Shift+ArrowRight')
    expect(await line(app.cell('requests.granted.business'))).toBe('solid')
    expect(await line(page.locator('[data-selected]').last())).toBe('solid')
    expect(await line(app.cell('requests.granted.legalService'))).toBe('none')
  })
})

for (const size of [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
])
  test(`no field or button is covered when the keyboard comes to it, at ${size.width} × ${size.height}`, async ({
    page,
  }) => {
    const app = new ReportPage(page, 2025)
    await page.setViewportSize(size)
    await app.example()
    let all = 0
    for (const title of places) {
      await app.go(title)
      const { covered, stops } = await walk(page)
      expect(covered, title).toEqual([])
      all += stops
    }
    expect(all).toBeGreaterThan(300)
  })

test('at 320 px and at 200 % zoom everything can be reached and read', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  for (const size of [
    { width: 320, height: 640 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(size)
    for (const title of places) {
      await app.go(title)
      const heading = page.getByRole('heading', { level: 1, name: title })
      await heading.scrollIntoViewIfNeeded()
      await expect(heading).toBeInViewport()
      if (!title.startsWith('三') && !title.startsWith('四') && !title.startsWith('二'))
        expect(await page.evaluate(() => document.documentElement.scrollWidth), title).toBeLessThanOrEqual(size.width)
    }
    await app.goSection('requests')
    const cell = app.cell('requests.carriedOut.other')
    await cell.focus()
    await expect(cell).toBeInViewport()
  }
})
