import { expect, test } from '@playwright/test'
import { ReportPage } from './report-page'
import { allIn } from './stored'

const name = '示例市数据管理局2025年年报'

const addresses = async (app: ReportPage): Promise<readonly string[]> => {
  const drafts = (await allIn(app.page, 'drafts')) as readonly {
    readonly typed: { readonly agency: { readonly address: string } }
  }[]
  return drafts.map(({ typed }) => typed.agency.address)
}

test('neither a file nor 撤销删除 takes the place of what another window made of the same report meanwhile', async ({
  page,
  context,
}) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.go('预览与导出')
  const { text } = await app.download('导出 JSON')
  await app.home()
  await app.button(`删除“${name}”`).click()
  await expect(app.button('撤销删除')).toBeVisible()
  const other = new ReportPage(await context.newPage(), 2025)
  await other.page.goto(page.url())
  // The dialog is open here, with a word about the file, while the other window opens the same.
  await app.openText('年报.json', text.replace('示例市府前路1号', '示例市府前路9号'))
  const opened = page.getByRole('dialog')
  await expect(opened).toContainText('校验码与内容不符')
  await expect(opened).not.toContainText('已有这份年报')
  await other.openText('年报.json', text)
  await other.page.getByLabel('地址').fill('新写的地址')
  await other.saved()

  await opened.getByRole('button', { name: '打开', exact: true }).click()
  await expect(opened).toContainText(`这台电脑上已有这份年报：“${name}”`)
  expect(await addresses(app)).toEqual(['新写的地址'])
  await opened.getByRole('button', { name: '取消' }).click()

  await app.button('撤销删除').click()
  await expect(page.getByRole('alert')).toContainText('这份年报这里又有了，内容不同，没有放回去。')
  expect(await addresses(app)).toEqual(['新写的地址'])
  await expect(other.page.getByLabel('地址')).toHaveValue('新写的地址')
  await expect(other.page.getByRole('region', { name: '填写窗口' })).toHaveCount(0)
})

test('a name for a report that another window deleted is not lost without a word', async ({ page, context }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.home()
  await app.button(`重命名“${name}”`).click()
  await page.getByLabel('名称', { exact: true }).fill('送审稿')
  const other = new ReportPage(await context.newPage(), 2025)
  await other.page.goto(page.url())
  await other.button(`删除“${name}”`).click()
  await expect(other.page.getByText('这台电脑上还没有年报')).toBeVisible()
  await app.button('改名').click()
  await expect(page.getByRole('alert')).toContainText(`“${name}”已经不在这里了`)
})
