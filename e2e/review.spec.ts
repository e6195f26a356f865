import { expect, test, type Browser, type Page } from '@playwright/test'
import { paperListens } from './frames'
import { complaintsOf, ReportPage } from './report-page'

interface Handed {
  readonly name: string
  readonly text: string
}

const year = 2025
const unit = '示例市数据管理局'
const penalties = 'enforcement.penalties.decisions'

/** Somebody at a computer of their own: nothing is shared but the files that they hand over. */
const somebody = async (browser: Browser): Promise<ReportPage> => {
  const context = await browser.newContext()
  return new ReportPage(await context.newPage(), year)
}

const send = async (app: ReportPage, version: number, name = '王晓'): Promise<Handed> => {
  await app.go('审核')
  await app.button(`送审第 ${version} 版`).click()
  const dialog = app.page.getByRole('dialog', { name: `送审第 ${version} 版` })
  await dialog.getByLabel('姓名').fill(name)
  return app.download('送审并存下文件')
}

const receive = async ({ page }: ReportPage, { name, text }: Handed): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '收审核结果' }).click(),
  ])
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

const receipt = (page: Page) => page.getByRole('dialog', { name: /^收到/ })
const notice = (page: Page) => page.getByRole('region', { name: '提示' })
const standing = (page: Page) => page.getByRole('region', { name: '审核情况' })

const review = async (app: ReportPage, { name, text }: Handed): Promise<void> => {
  await app.home()
  await app.openText(name, text)
  await app.page
    .getByRole('dialog', { name: `打开“${name}”` })
    .getByRole('button', { name: '审阅' })
    .click()
  await expect(app.page.getByRole('heading', { level: 1, name: /^审阅/ })).toBeVisible()
  await paperListens(app.page)
}

const paper = (page: Page) => page.frameLocator('iframe[title="年报全文"]')

/** Puts a remark on what was clicked; the name is asked for the first time. */
const remark = async ({ page }: ReportPage, text: string, name?: string): Promise<void> => {
  await page.getByRole('textbox', { name: /^意见：/ }).fill(text)
  await page.getByRole('button', { name: '加入意见' }).click()
  if (name !== undefined) {
    const dialog = page.getByRole('dialog', { name: '填写姓名' })
    await dialog.getByLabel('姓名').fill(name)
    await dialog.getByRole('button', { name: '确定' }).click()
  }
  await expect(page.getByRole('list', { name: '意见' }).getByText(text)).toBeVisible()
}

const decide = async (
  app: ReportPage,
  decision: '退回修改' | '审核通过',
  text: string,
  name: string,
): Promise<Handed> => {
  await app.button(decision).click()
  const dialog = app.page.getByRole('dialog', { name: decision })
  await dialog.getByLabel(decision === '退回修改' ? '退回意见' : '审核意见').fill(text)
  await dialog.getByLabel('姓名').fill(name)
  const doubts = dialog.getByLabel('已经看过，仍然通过')
  if (await doubts.isVisible()) await doubts.check()
  await dialog.getByRole('button', { name: decision }).click()
  return app.download('导出审核结果')
}

const cellOnPaper = (page: Page, at: string) => paper(page).locator(`[data-at="${at}"]`)

test('two people at two computers bring a report to its final copy with nothing but files', async ({ browser }) => {
  const clerk = await somebody(browser)
  const reviewer = await somebody(browser)
  const complaints = [complaintsOf(clerk.page), complaintsOf(reviewer.page)]

  await clerk.example()
  const first = await send(clerk, 1)
  expect(first.name).toBe(`${unit}${year}年政府信息公开工作年度报告-送审-第1版.json`)
  await expect(standing(clerk.page)).toContainText('已送审第 1 版')

  await review(reviewer, first)
  await cellOnPaper(reviewer.page, penalties).click()
  await remark(reviewer, '与法规科台账不符，请核对。', '李审核')
  await paper(reviewer.page).getByText('制发行政规范性文件3件').first().click()
  await remark(reviewer, '请写明文件名称。')
  const returned = await decide(reviewer, '退回修改', '数字核对以后再送。', '李审核')
  expect(returned.name).toBe(`${unit}${year}年政府信息公开工作年度报告-退回-第1版.json`)

  await receive(clerk, returned)
  await expect(receipt(clerk.page)).toContainText('收到 2 条意见、1 个退回修改')
  await expect(receipt(clerk.page)).toContainText('数字核对以后再送。')
  await clerk.button('知道了').click()
  await expect(standing(clerk.page)).toContainText('退回修改')

  await clerk.page.keyboard.press('F9')
  await expect(clerk.part('（一）主动公开').getByLabel('正文')).toBeFocused()
  await clerk.page.keyboard.press('F9')
  await expect(clerk.cell(penalties)).toBeFocused()
  const aside = clerk.page.getByRole('region', { name: '本页意见' })
  await expect(aside).toContainText('与法规科台账不符，请核对。')
  await expect(clerk.cell(penalties)).toHaveAccessibleDescription(/李审核的意见：与法规科台账不符/)
  await clerk.cell(penalties).fill('58')
  await clerk.page.keyboard.press('Enter')
  await expect(aside).toContainText('此处已改：57 → 58')
  await aside.getByRole('button', { name: '回复：意见 1' }).click()
  await aside.getByRole('textbox', { name: '回复意见 1' }).fill('已按台账改为 58。')
  await clerk.go('基本信息')
  await clerk.page.reload()
  await clerk.goSection('disclosure')
  await expect(aside.getByRole('textbox', { name: '回复意见 1' })).toHaveValue('已按台账改为 58。')
  await aside.getByRole('button', { name: '加入回复' }).click()
  await clerk.goSection('improvement')
  const area = clerk.part('存在的主要问题').getByLabel('正文')
  await area.fill((await area.inputValue()).replace('检索结果不够集中', '检索不够方便'))
  const second = await send(clerk, 2)

  await review(reviewer, second)
  await reviewer.page.getByRole('tab', { name: /^与上次比较/ }).click()
  const changes = reviewer.page.getByRole('tabpanel', { name: /^与上次比较/ })
  await expect(changes).toContainText('共 2 处不同')
  await expect(changes).toContainText(clerk.cellOf(penalties).label)
  await expect(changes.getByRole('deletion').filter({ hasText: '结果不够集中' }).first()).toBeVisible()
  await expect(changes).toContainText('已按台账改为 58。')
  const approved = await decide(reviewer, '审核通过', '', '李审核')
  expect(approved.name).toContain('-审核通过-第2版.json')

  await clerk.go('审核')
  await receive(clerk, approved)
  await expect(receipt(clerk.page)).toContainText('审的就是现在这份内容。')
  await clerk.button('知道了').click()
  await expect(standing(clerk.page)).toContainText('审核通过现在这份内容')
  await clerk.go('检查结果')
  await clerk.button('定稿').click()
  await expect(clerk.page.getByRole('region', { name: '定稿' })).toContainText('已定稿')

  await clerk.go('预览与导出')
  const preview = clerk.page.frameLocator('iframe')
  await expect(preview.getByText(/第 2 版.*校验码/)).toBeAttached()
  await expect(preview.getByText('草稿')).toHaveCount(0)

  await clerk.go('检查结果')
  await clerk.button('重新打开').click()
  const dialog = clerk.page.getByRole('dialog', { name: '重新打开定稿' })
  await dialog.getByLabel('理由').fill('漏报一件处罚，需要补报')
  await dialog.getByRole('button', { name: '重新打开' }).click()
  await expect(clerk.page.getByRole('link', { name: '审核通过', exact: true })).toBeVisible()
  await clerk.goSection('disclosure')
  await clerk.cell(penalties).fill('59')
  await clerk.page.keyboard.press('Enter')
  await expect(notice(clerk.page)).toContainText('审核通过已失效')
  await expect(clerk.page.getByRole('link', { name: '审核通过后有改动' })).toBeVisible()
  await clerk.go('检查结果')
  await clerk.button('定稿').click()
  await expect(notice(clerk.page)).toContainText('还不能定稿：现在的内容没有审核通过')
  await expect(clerk.page.getByRole('region', { name: '定稿' })).not.toContainText('已定稿')
  await clerk.goSection('disclosure')
  await clerk.cell(penalties).fill('58')
  await clerk.page.keyboard.press('Enter')
  await expect(clerk.page.getByRole('link', { name: '审核通过', exact: true })).toBeVisible()
  expect(complaints).toEqual([[], []])
})

test('the reviewer’s file comes late, after the draft went on, and twice: nothing is overwritten', async ({
  browser,
}) => {
  const clerk = await somebody(browser)
  const reviewer = await somebody(browser)
  await clerk.example()
  const first = await send(clerk, 1)
  await review(reviewer, first)
  await cellOnPaper(reviewer.page, penalties).click()
  await remark(reviewer, '请核对。', '李审核')
  const approved = await decide(reviewer, '审核通过', '可以', '李审核')

  await clerk.goSection('disclosure')
  await clerk.cell(penalties).fill('60')
  await clerk.page.keyboard.press('Enter')
  await clerk.go('审核')
  await receive(clerk, approved)
  await expect(receipt(clerk.page)).toContainText('审的是第 1 版，送审以后这里又有改动')
  await expect(receipt(clerk.page).getByRole('region', { name: '文件里的与这里的不同' })).toContainText('60')
  await clerk.button('知道了').click()
  await expect(standing(clerk.page)).toContainText('审核通过后有改动')
  await clerk.goSection('disclosure')
  await expect(clerk.cell(penalties)).toHaveValue('60')

  await send(clerk, 2)
  await receive(clerk, approved)
  await expect(receipt(clerk.page)).toContainText('都已收过，没有新的内容')
  await expect(receipt(clerk.page)).toContainText('之后已送审第 2 版，第 2 版仍等审核')
  await clerk.button('知道了').click()
  await expect(standing(clerk.page)).toContainText('已送审第 2 版')
})

test('a file of another report, edited by hand, or of a newer program does no harm and is told', async ({
  browser,
}) => {
  const clerk = await somebody(browser)
  const reviewer = await somebody(browser)
  await clerk.example()
  const first = await send(clerk, 1)
  await review(reviewer, first)
  const returned = await decide(reviewer, '退回修改', '请核对处罚数。', '李审核')

  const other = await somebody(browser)
  await other.example()
  const foreign = await send(other, 1)
  await receive(clerk, foreign)
  await expect(notice(clerk.page)).toContainText(/是另一份年报.*没有收进来/)
  await clerk.button('关闭').click()

  await receive(clerk, { ...returned, text: returned.text.replace('"kind": "return"', '"kind": "approve"') })
  await expect(receipt(clerk.page)).toContainText('1 条送审或审核的记录被改动过，没有采纳')
  await clerk.button('知道了').click()
  await expect(standing(clerk.page)).toContainText('已送审第 1 版')

  await receive(clerk, { ...returned, text: returned.text.replace('"version": 1', '"version": 9') })
  await expect(notice(clerk.page)).toContainText('更新的程序导出')
  await expect(standing(clerk.page)).toContainText('已送审第 1 版')

  await receive(clerk, returned)
  await expect(receipt(clerk.page)).toContainText('1 个退回修改')
})

test('the remarks of two reviewers on the same version come together, in either order', async ({ browser }) => {
  const clerk = await somebody(browser)
  await clerk.example()
  const first = await send(clerk, 1)
  const files: Handed[] = []
  for (const [name, text] of [
    ['李审核', '请核对台账。'],
    ['赵复核', '请补写依据。'],
  ] as const) {
    const reviewer = await somebody(browser)
    await review(reviewer, first)
    await cellOnPaper(reviewer.page, penalties).click()
    await remark(reviewer, text, name)
    files.push(await decide(reviewer, name === '李审核' ? '审核通过' : '退回修改', '见各条意见。', name))
  }
  for (const file of files) {
    await receive(clerk, file)
    await expect(receipt(clerk.page)).toContainText('收到 1 条意见')
    await clerk.button('知道了').click()
  }
  const remarks = clerk.page.getByRole('region', { name: '审核意见' })
  await expect(remarks).toContainText('请核对台账。')
  await expect(remarks).toContainText('请补写依据。')
  await expect(standing(clerk.page)).toContainText('赵复核')
  await expect(standing(clerk.page)).toContainText('退回修改')
})
