import { expect, test, type Page } from '@playwright/test'
import { ReportPage } from './report-page'

/** Tabs until the focus stands on what has this name; a person does the same. */
const tabTo = async (page: Page, name: string | RegExp, key = 'Tab', most = 80): Promise<void> => {
  const isThere = async (): Promise<boolean> => {
    const found = await page.evaluate(() => {
      const { activeElement: element } = document
      const id = element?.id ?? ''
      const label = id === '' ? null : document.querySelector(`label[for="${CSS.escape(id)}"]`)
      return [
        element?.getAttribute('aria-label'),
        label?.textContent,
        element?.closest('label')?.querySelector('span')?.textContent,
        element?.textContent,
      ].map((text) => text?.trim() ?? '')
    })
    return found.some((text) => (typeof name === 'string' ? text === name : name.test(text)))
  }
  for (let presses = 0; presses < most; presses += 1) {
    if (await isThere()) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never came to ${String(name)}`)
}

const parts = [
  '全年主动公开信息120条，均通过门户网站发布。',
  '本年新收政府信息公开申请3件，已全部办结。',
  '公文起草时同步确定公开属性，发布前保密审查。',
  '门户网站改版，增设按主题检索的入口。',
  '工作列入年度考核，社会评议良好，未发生责任追究情形。',
]

test('a clerk makes a whole report with the keyboard alone', async ({ page }) => {
  const app = new ReportPage(page, 2024)
  const { keyboard } = page
  await app.home()
  await tabTo(page, '新建年报')
  await keyboard.press('Enter')
  await expect(page.getByLabel('单位名称')).toBeFocused()
  await keyboard.type('示例县档案局')
  await keyboard.press('Tab')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(page.getByLabel('单位类型')).toHaveValue('department')
  await keyboard.press('Tab')
  await keyboard.type('2024')
  await tabTo(page, '开始填报')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeFocused()
  await expect(page.getByLabel('标题', { exact: true })).toHaveValue('示例县档案局2024年政府信息公开工作年度报告')

  await tabTo(page, '电话')
  await keyboard.type('0000-7654321')
  await expect(page.getByLabel('编制说明')).toHaveValue(/电话：0000-7654321/)

  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '一、总体情况' })).toBeFocused()
  for (const text of parts) {
    await keyboard.press('Tab')
    await tabTo(page, '正文')
    await keyboard.type(text)
  }

  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '二、主动公开政府信息情况' })).toBeFocused()
  await tabTo(page, '行政许可 本年处理决定数量')
  await keyboard.type('12')
  await tabTo(page, '其余填 0', 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(page.getByRole('region', { name: '提示' })).toContainText('已将 9 个空白的格填为 0')

  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '三、收到和处理政府信息公开申请情况' })).toBeFocused()
  await tabTo(page, '一、本年新收政府信息公开申请数量 自然人')
  await keyboard.type('3')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(app.cell('requests.granted.natural')).toBeFocused()
  await keyboard.type('2')
  await keyboard.press('Control+Home')
  await tabTo(page, '其余填 0', 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(app.balance('自然人')).toHaveText('差 +1')
  await keyboard.press('F8')
  await expect(app.cell('requests.received.natural')).toBeFocused()
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.type('3')
  await keyboard.press('Enter')
  await expect(app.balance('自然人')).toHaveText('平')
  await expect(app.balance('总计')).toHaveText('平')

  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '四、政府信息公开行政复议、行政诉讼情况' })).toBeFocused()
  await tabTo(page, '其余填 0')
  await keyboard.press('Enter')

  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '五、存在的主要问题及改进情况' })).toBeFocused()
  await tabTo(page, '正文')
  await keyboard.type('个别答复文书的理由写得不够充分。')
  await keyboard.press('Tab')
  await tabTo(page, '正文')
  await keyboard.type('已编印参考样式，并逐件复核答复文书。')

  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '六、其他需要报告的事项' })).toBeFocused()
  await tabTo(page, '其余填 0')
  await keyboard.press('Enter')
  await expect(app.part('收取信息处理费情况').getByLabel('正文')).toHaveValue(
    '本年度未发出信息处理费收费通知，未收取信息处理费。',
  )

  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '检查结果' })).toBeFocused()
  await expect(page.getByText('检查没有问题了')).toBeVisible()
  await tabTo(page, '本单位无需审核')
  await keyboard.press('Enter')
  await tabTo(page, '理由')
  await keyboard.insertText('单位只有一人承办，由负责人直接签发')
  await tabTo(page, '姓名')
  await keyboard.insertText('王晓')
  await tabTo(page, '确定无需审核')
  await keyboard.press('Enter')
  await expect(page.getByText('可以定稿了')).toBeVisible()
  await page.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus())
  await tabTo(page, '定稿')
  await keyboard.press('Enter')
  await expect(page.getByRole('region', { name: '定稿' })).toContainText('已定稿')

  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '审核' })).toBeFocused()
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: '预览与导出' })).toBeFocused()
  await tabTo(page, '导出 JSON')
  const [file] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
  expect(file.suggestedFilename()).toBe('示例县档案局2024年政府信息公开工作年度报告.json')
  await tabTo(page, '导出网页')
  const [html] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
  expect(html.suggestedFilename()).toBe('示例县档案局2024年政府信息公开工作年度报告.html')
})
