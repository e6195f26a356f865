import { expect, test } from '@playwright/test'
import { frameStands } from './frames'
import { ReportPage } from './report-page'

test('subsections are renamed, added, moved, deleted and given back; the numbers follow', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.goSection('overview')
  await app.part('（一）主动公开').getByLabel('小标题').fill('主动公开情况')
  await expect(app.part('（一）主动公开情况')).toBeVisible()

  await page.getByRole('group', { name: '添加' }).getByRole('button', { name: '其他内容' }).click()
  await expect(app.part('第6段').getByLabel('小标题')).toBeFocused()
  await page.keyboard.type('政务新媒体管理')
  await app.button('上移“（六）政务新媒体管理”').click()
  await expect(app.part('（五）政务新媒体管理')).toBeVisible()
  await expect(app.part('（六）监督保障')).toBeVisible()

  await app.part('（二）依申请公开').getByLabel('正文').fill('本年没有收到申请。')
  await app.button('删除“（二）依申请公开”').click()
  await expect(app.part('（二）政府信息管理')).toBeVisible()
  await app.button('删除“（一）主动公开情况”').click()
  await expect(app.button('撤销')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(app.part('（一）主动公开情况')).toBeVisible()
  await app.button('撤销').click()
  await expect(app.part('（二）依申请公开').getByLabel('正文')).toHaveValue('本年没有收到申请。')

  await page.getByRole('group', { name: '添加' }).getByRole('button', { name: '开头段落' }).click()
  await expect(app.part('开头段落').getByLabel('正文')).toBeFocused()
  await page.keyboard.type('本局认真落实各项要求。')
  await page.reload()
  await expect(app.part('开头段落').getByLabel('正文')).toHaveValue('本局认真落实各项要求。')
  await expect(app.part('（五）政务新媒体管理')).toBeVisible()

  await app.go('预览与导出')
  const paper = page.frameLocator('iframe')
  await frameStands(page)
  const shown = (await paper.locator('body').innerText()).replace(/\s+/g, '')
  const order = [
    '一、总体情况本局认真落实各项要求。',
    '（一）主动公开情况',
    '（二）依申请公开本年没有收到申请。',
    '（五）政务新媒体管理',
    '（六）监督保障',
    '二、主动公开政府信息情况',
  ]
  expect(order.map((words) => shown.indexOf(words))).toEqual(
    order.map((words) => shown.indexOf(words)).sort((a, b) => a - b),
  )
  for (const words of order) expect(shown).toContain(words)
})

test('headings run into the paragraph where the unit prefers it', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('overview')
  await page.getByLabel('小标题排法').selectOption({ label: '与正文同段' })
  await app.go('预览与导出')
  await expect(page.frameLocator('iframe').locator('p', { hasText: '（一）主动公开。本局围绕' })).toBeVisible()
})

test('the fee figures become a sentence, which is the clerk’s own once it is edited', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.goSection('other')
  const sentence = app.part('收取信息处理费情况').getByLabel('正文')
  await page.getByLabel('发出收费通知件数').fill('2')
  await page.getByLabel('收费总金额（元）').fill('180.50')
  await page.getByLabel('实际收取件数').fill('1')
  await page.getByLabel('实际收取金额（元）').fill('90')
  await page.keyboard.press('Tab')
  await expect(sentence).toHaveValue(
    '本年度发出信息处理费收费通知2件，收费总金额180.50元；实际收取1件，实际收取金额90元。',
  )
  await page.getByLabel('实际收取件数').fill('2')
  await page.keyboard.press('Tab')
  await expect(sentence).toHaveValue(/实际收取2件/)
  await sentence.fill('本年收取信息处理费90元。')
  await page.getByLabel('实际收取件数').fill('1')
  await page.keyboard.press('Tab')
  await expect(sentence).toHaveValue('本年收取信息处理费90元。')
})

test('title and preface follow unit and year until they are edited', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  const title = page.getByLabel('标题', { exact: true })
  await expect(title).toHaveValue('示例市水务局2023年政府信息公开工作年度报告')
  await page.getByLabel('年度', { exact: true }).selectOption('2024')
  await expect(title).toHaveValue('示例市水务局2024年政府信息公开工作年度报告')
  await expect(page.getByLabel('编制说明')).toHaveValue(/自2024年1月1日起至2024年12月31日止/)
  await title.fill('示例市水务局\n2024年度政府信息公开工作年度报告')
  await page.getByLabel('单位名称').fill('示例市水利局')
  await expect(title).toHaveValue('示例市水务局\n2024年度政府信息公开工作年度报告')
  await expect(page.getByLabel('编制说明')).toHaveValue(/示例市水利局编制了/)
  await page.getByLabel('地址').click()
  await expect(page.getByText('里没有单位名称“示例市水利局”').first()).toBeVisible()
})

test('half a character is replaced and told when the field is left', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await page.getByLabel('地址').focus()
  await page.evaluate(() => document.execCommand('insertText', false, '示例路\ud83d号'))
  await page.keyboard.press('Tab')
  await expect(page.getByRole('region', { name: '提示' }).getByText('文字中有残缺的字符')).toBeVisible()
  await expect(page.getByLabel('地址')).toHaveValue('示例路\ufffd号')
})
