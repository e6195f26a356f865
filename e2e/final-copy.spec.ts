import { expect, test, type Page } from '@playwright/test'
import { ReportPage } from './report-page'

const note = (page: Page) => page.getByRole('region', { name: '提示' })
const final = (page: Page) => page.getByRole('region', { name: '定稿' })

test('a reason lapses with a word when the figures change that it speaks of, and can be withdrawn', async ({
  page,
}) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('disclosure')
  await app.cell('issued.normative.issued').fill('90')
  await app.go('检查结果')
  await page.getByRole('button', { name: /^写明理由：.*本年制发 90 件/ }).click()
  await page.getByRole('textbox', { name: '理由' }).fill('本年集中发布多为有效期一年以内的文件')
  await app.button('保存理由').click()
  await expect(final(page)).toContainText('检查没有问题了')
  await app.saved()
  await page.reload()
  await expect(page.getByText('理由：本年集中发布多为有效期一年以内的文件')).toBeVisible()
  await app.goSection('disclosure')
  await app.cell('issued.normative.issued').fill('91')
  await app.cell('issued.normative.repealed').focus()
  await expect(note(page)).toContainText('原来写明理由的 1 处请重新核对')
  await app.go('检查结果')
  await expect(final(page)).toContainText('1 处提醒')
  await expect(page.getByRole('region', { name: '已失效的理由' })).toContainText('有效期一年以内')
  // The reason is at hand for the new value, and can be taken back from it.
  await page.getByRole('button', { name: /^写明理由：.*本年制发 91 件/ }).click()
  await expect(page.getByRole('textbox', { name: '理由' })).toHaveValue('本年集中发布多为有效期一年以内的文件')
  await app.button('保存理由').click()
  await expect(final(page)).toContainText('检查没有问题了')
  await expect(page.getByRole('region', { name: '已失效的理由' })).toHaveCount(0)
  await page.getByRole('button', { name: /^撤回理由：/ }).click()
  await expect(final(page)).toContainText('1 处提醒')
})

test('a final copy takes no paste, and does not ask first', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.finalise()
  await app.goSection('requests')
  await page.evaluate(() => navigator.clipboard.writeText('1\t2\n3\t4'))
  await app.cell('requests.granted.natural').focus()
  await page.keyboard.press('Control+v')
  await expect(note(page)).toContainText('年报已定稿，不能改动')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(app.cell('requests.granted.natural')).toHaveValue('38')
})

test('a final copy cannot be changed until it is opened again with a reason', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.finalise()
  await app.saved()
  await page.reload()
  await expect(final(page)).toContainText('已定稿')
  await app.goSection('requests')
  const granted = app.cell('requests.granted.natural')
  await granted.focus()
  await page.keyboard.type('1')
  await page.keyboard.press('Delete')
  await expect(granted).toHaveValue('38')
  await expect(app.button('其余填 0')).toBeDisabled()
  await app.goSection('overview')
  await expect(app.part('（二）依申请公开').getByLabel('正文')).toHaveAttribute('readonly')
  await expect(page.getByRole('button', { name: /^删除“/ })).toHaveCount(0)
  await app.go('基本信息')
  await expect(page.getByLabel('单位名称')).toHaveAttribute('readonly')
  await expect(page.getByLabel('单位类型')).toBeDisabled()
  await app.go('检查结果')
  await app.button('重新打开').click()
  const dialog = page.getByRole('dialog', { name: '重新打开定稿' })
  await dialog.getByLabel('理由').fill('漏报一件申请，需要补报')
  await dialog.getByRole('button', { name: '重新打开' }).click()
  await expect(final(page)).toContainText('可以定稿了')
  await app.goSection('requests')
  await granted.fill('39')
  await app.go('预览与导出')
  await expect(page.frameLocator('iframe').getByText('草稿').first()).toBeAttached()
  const { text } = await app.download('导出 JSON')
  expect(JSON.parse(text)).toMatchObject({
    final: null,
    review: {
      events: expect.arrayContaining([
        expect.objectContaining({ kind: 'unfreeze', by: '王晓', text: '漏报一件申请，需要补报' }),
      ]),
    },
  })
})
