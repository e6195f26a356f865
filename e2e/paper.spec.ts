import { expect, test } from '@playwright/test'
import { frameStands } from './frames'
import { ReportPage } from './report-page'

test('the preview is the very file that is exported, in a frame that runs no script', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.finalise()
  await app.go('预览与导出')
  const frame = page.locator('iframe')
  const { text } = await app.download('导出网页')
  expect(await frame.getAttribute('srcdoc')).toBe(text)
  expect((await frame.getAttribute('sandbox'))?.split(' ')).not.toContain('allow-scripts')
  expect(text).not.toMatch(/<script|<link|<img|style="|https?:/)
  await frameStands(page)
  await expect(page.frameLocator('iframe').getByText('草稿')).toHaveCount(0)
})

test('打印 prints the frame', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.go('预览与导出')
  await frameStands(page)
  await page.locator('iframe').evaluate((frame) => {
    const { contentWindow } = frame as HTMLIFrameElement
    if (contentWindow) contentWindow.print = () => (document.title = 'printed')
  })
  await app.button('打印').click()
  await expect(page).toHaveTitle('printed')
})

test('until it is final the paper is a draft, with marked gaps where something is blank', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('requests')
  await app.cell('requests.granted.natural').fill('')
  await app.go('预览与导出')
  await expect(page.getByText('年报还没有定稿')).toBeVisible()
  const paper = page.frameLocator('iframe')
  await expect(paper.getByText('草稿').first()).toBeAttached()
  await expect(paper.getByRole('cell', { name: '未填', exact: true })).toHaveCount(1)
  await app.goSection('requests')
  await app.cell('requests.granted.natural').fill('38')
  await app.go('预览与导出')
  await expect(paper.getByRole('cell', { name: '未填', exact: true })).toHaveCount(0)
  await expect(paper.getByText('草稿').first()).toBeAttached()
  await app.finalise()
  await app.go('预览与导出')
  await expect(page.getByText('年报还没有定稿')).toHaveCount(0)
  await frameStands(page)
  await expect(paper.getByText('草稿')).toHaveCount(0)
})

test('the exported page prints on A4, table three whole on one page', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.go('预览与导出')
  const { text } = await app.download('导出网页')
  const paper = await page.context().newPage()
  await paper.setContent(text)
  const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ])
  expect(boxes.length).toBeGreaterThan(3)
  for (const box of boxes) expect(box).toEqual([595, 842])
  await paper.emulateMedia({ media: 'print' })
  const height = await paper
    .locator('table', { hasText: '申请人情况' })
    .evaluate((table) => table.getBoundingClientRect().height)
  // 225 mm of type area at 96 px to the inch.
  expect(height).toBeLessThan((225 / 25.4) * 96)
})

test('检查结果 leads to the fault and marks both sides', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('requests')
  await app.cell('requests.granted.business').fill('10')
  await app.goSection('overview')
  await expect(app.place('检查结果')).toContainText('4 处问题')
  await app.go('检查结果')
  await page.getByRole('button', { name: /^定位：商业企业一列不平，差 −1/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '三、收到和处理政府信息公开申请情况' })).toBeVisible()
  await expect(app.cell('requests.received.business')).toBeFocused()
  for (const at of [
    'requests.received.business',
    'requests.carriedIn.business',
    'requests.total.business',
    'requests.carriedOut.business',
  ])
    await expect(app.cell(at)).toHaveAttribute('data-marked', '')
  await expect(app.cell('requests.received.natural')).not.toHaveAttribute('data-marked')
})

test('a blank report has no faults, only what is still to be filled', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.go('检查结果')
  await expect(app.button('错误 0')).toBeVisible()
  await expect(page.getByText('还有 144 格没有填')).toBeVisible()
  await expect(page.getByText('“存在的主要问题”还没有写')).toBeVisible()
  await expect(app.place('三、收到')).toContainText('未填')
})

test('a section without content keeps the report a draft', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('overview')
  for (let parts = 5; parts > 0; parts -= 1)
    await page
      .getByRole('button', { name: /^删除“/ })
      .first()
      .click()
  await app.go('检查结果')
  await expect(page.getByText('“一、总体情况”还没有内容')).toBeVisible()
  await app.go('预览与导出')
  await expect(page.frameLocator('iframe').getByText('草稿').first()).toBeAttached()
})

test('F8 goes through all faults in turn', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await page.getByLabel('标题', { exact: true }).fill('年度工作汇报')
  await page.getByLabel('成文日期').fill('2026-02-30')
  await app.goSection('improvement')
  await app.button('删除“改进情况”').click()
  const visited: string[] = []
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('F8')
    await expect(page.getByRole('status', { name: '播报' })).not.toHaveText(visited[visited.length - 1] ?? '没有')
    visited.push((await page.getByRole('status', { name: '播报' }).textContent()) ?? '')
  }
  expect(new Set(visited).size).toBe(5)
})

test('a note on a cell is printed with its number under the table', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('disclosure')
  await app.cell('issued.normative.issued').click()
  await page.getByLabel('本格注释').fill('其中修订1件')
  await page.reload()
  await app.cell('issued.normative.issued').click()
  await expect(page.getByLabel('本格注释')).toHaveValue('其中修订1件')
  await app.cell('issued.normative.inForce').click()
  await expect(page.getByLabel('本格注释')).toHaveValue('')
  await app.go('预览与导出')
  await expect(page.frameLocator('iframe').getByText('其中修订1件')).toBeVisible()
  await expect(page.frameLocator('iframe').getByRole('cell', { name: /^3\s*①/ })).toBeVisible()
})
