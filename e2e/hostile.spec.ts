import { expect, test, type Browser, type Page } from '@playwright/test'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { paperListens } from './frames'
import { attackOn, expectHarmless, shortAttack, textIn, watch } from './hostile-texts'
import { ReportPage } from './report-page'
import { copyOf, example, open, seed } from './review-samples'

test.use({ actionTimeout: 60_000 })

const year = 2025
const sections = ['overview', 'disclosure', 'requests', 'disputes', 'improvement', 'other'] as const

const somebody = async (browser: Browser, baseURL: string | undefined) => {
  const context = await browser.newContext()
  const seen = watch(context, baseURL ?? '')
  return { app: new ReportPage(await context.newPage(), year), seen }
}

/** Fills every text on the page but the figures; gives what stands where, by the number of the field. */
const fillAll = async ({ page }: ReportPage, place: string): Promise<readonly string[]> => {
  await page
    .getByRole('main')
    .locator('details')
    .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
  const fields = page.getByRole('main').locator('textarea, input[type=text]:not([aria-label])')
  const texts: string[] = []
  for (let index = 0; index < (await fields.count()); index += 1) {
    const field = fields.nth(index)
    if (!(await field.isEditable())) continue
    const text = attackOn(`${place}${index}`)
    await field.fill(text)
    await expect(field).toHaveValue(text)
    texts.push(text)
  }
  return texts
}

const sign = async (page: Page, text: string): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.locator('textarea').first().fill(text)
  if (await dialog.getByLabel('姓名').isVisible()) await dialog.getByLabel('姓名').fill(shortAttack)
}

const receive = async (app: ReportPage, name: string, text: string): Promise<void> => {
  const [chooser] = await Promise.all([app.page.waitForEvent('filechooser'), app.button('收审核结果').click()])
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

/** The file opened from the disk, as whoever got it opens it: with script on, in a browser of its own. */
const openOnDisk = async (
  browser: Browser,
  name: string,
  html: string,
): Promise<{ page: Page; seen: readonly string[] }> => {
  const file = join(mkdtempSync(join(tmpdir(), 'hostile-')), name)
  writeFileSync(file, html)
  const context = await browser.newContext({ javaScriptEnabled: true })
  const seen = watch(context, pathToFileURL(file).href)
  const page = await context.newPage()
  await page.goto(pathToFileURL(file).href)
  return { page, seen }
}

const safeName = /^[^\\/:*?"<>|\p{Cc}\p{Cf}]+\.(json|html)$/u

test('whatever is typed stays text: on every screen, in every file, and for the next who opens it', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const clerk = await somebody(browser, baseURL)
  const { app } = clerk
  const { page } = app
  await app.example()
  const typed = [...(await fillAll(app, '基本信息'))]
  for (const section of sections) {
    await app.goSection(section)
    typed.push(...(await fillAll(app, section)))
    await expectHarmless(page)
  }
  expect(typed.length).toBeGreaterThan(20)
  await app.goSection('requests')
  const cell = app.cell('requests.granted.natural')
  await cell.fill(attackOn('格'))
  await page.keyboard.press('Enter')
  await expect(cell).toHaveValue(attackOn('格'))

  await app.go('检查结果')
  await expectHarmless(page)
  await app.button('本单位无需审核').click()
  await sign(page, attackOn('无需审核'))
  await app.button('确定无需审核').click()
  await expect(page.getByText(attackOn('无需审核'))).toBeVisible()
  await app.button('改为需要审核').click()
  await sign(page, attackOn('需要审核'))
  await page.getByRole('dialog').getByRole('button', { name: '改为需要审核' }).click()

  await app.go('版本')
  await app.button('存一个版本').click()
  await page.getByRole('dialog').getByRole('textbox').fill(shortAttack)
  await page.getByRole('dialog').getByRole('button', { name: '存下' }).click()
  await expect(page.getByRole('table', { name: '版本列表' })).toContainText(shortAttack)
  await expectHarmless(page)

  await app.go('预览与导出')
  const printed = await textIn(page, 'iframe')
  await expectHarmless(page)
  const html = await app.download('导出网页')
  const json = await app.download('导出 JSON')
  for (const { name } of [html, json]) expect(name).toMatch(safeName)
  const shownOnPaper = typed.filter((text) => printed.includes(text))
  expect(shownOnPaper.length).toBeGreaterThan(15)
  for (const text of typed) expect(json.text).toContain(JSON.stringify(text).slice(1, -1))

  const paper = await openOnDisk(browser, '年报.html', html.text)
  const body = await paper.page.locator('body').evaluate((one) => one.textContent ?? '')
  for (const text of shownOnPaper) expect(body).toContain(text)
  await expectHarmless(paper.page)
  expect((await paper.page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-')
  expect(paper.seen).toEqual([])

  await app.go('审核')
  await app.button('送审第 1 版').click()
  await sign(page, attackOn('送审'))
  const sent = await app.download('送审并存下文件')
  expect(sent.name).toMatch(safeName)
  await expect(page.getByRole('main')).toContainText(attackOn('送审'))
  await app.button('审核表').click()
  await expect(page.getByRole('dialog', { name: '审核表' })).toBeVisible()
  expect(await textIn(page, 'iframe[title="审核表预览"]')).toContain('<img src=x onerror')
  await expectHarmless(page)
  const sheet = await app.download('存为网页')
  expect(sheet.name).toMatch(safeName)
  await app.button('关闭').click()
  const onDisk = await openOnDisk(browser, '审核表.html', sheet.text)
  expect(await onDisk.page.locator('body').evaluate((one) => one.textContent)).toContain('<img src=x onerror')
  await expectHarmless(onDisk.page)
  expect(onDisk.seen).toEqual([])

  const returned = await reviewed(browser, baseURL, sent.text, typed)
  await receive(app, `${shortAttack}.json`, returned)
  await expect(page.getByRole('dialog')).toContainText(attackOn('退回'))
  await app.button('知道了').click()
  await expect(page.getByRole('main')).toContainText(attackOn('意见'))
  await page.getByRole('button', { name: '回复：意见 1' }).first().click()
  await page.getByRole('textbox', { name: '回复意见 1' }).fill(attackOn('回复'))
  await page.getByRole('button', { name: '加入回复' }).click()
  await expect(page.getByRole('main')).toContainText(attackOn('回复'))
  await expectHarmless(page)

  await app.home()
  await page
    .getByRole('button', { name: /^重命名/ })
    .first()
    .click()
  await page.getByRole('dialog', { name: '重命名' }).getByLabel('名称').fill(shortAttack)
  await app.button('改名').click()
  await expect(page.getByRole('table', { name: '年报列表' })).toContainText(shortAttack)
  await expectHarmless(page)
  expect(clerk.seen).toEqual([])
})

/** A supervisor at another computer opens what was sent, remarks and returns it; gives the file. */
const reviewed = async (
  browser: Browser,
  baseURL: string | undefined,
  text: string,
  typed: readonly string[],
): Promise<string> => {
  const { app, seen } = await somebody(browser, baseURL)
  const { page } = app
  await app.home()
  await app.openText(`${shortAttack}.json`, text)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('<img src=x onerror=hit=1>')
  await dialog.getByRole('button', { name: '审阅' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^审阅/ })).toBeVisible()
  const frame = page.frameLocator('iframe[title="年报全文"]')
  await paperListens(page)
  const paper = await textIn(page, 'iframe[title="年报全文"]')
  expect(typed.filter((one) => paper.includes(one)).length).toBeGreaterThan(15)
  await expectHarmless(page)
  await frame.locator('[data-at="enforcement.penalties.decisions"]').click()
  await page.getByRole('textbox', { name: /^意见：/ }).fill(attackOn('意见'))
  await app.button('加入意见').click()
  await page.getByRole('dialog', { name: '填写姓名' }).getByLabel('姓名').fill(shortAttack)
  await app.button('确定').click()
  await expect(page.getByRole('list', { name: '意见' })).toContainText(attackOn('意见'))
  await app.button('退回修改').click()
  await page.getByRole('dialog', { name: '退回修改' }).getByLabel('退回意见').fill(attackOn('退回'))
  await page.getByRole('dialog', { name: '退回修改' }).getByRole('button', { name: '退回修改' }).click()
  const { name, text: file } = await app.download('导出审核结果')
  expect(name).toMatch(safeName)
  await expectHarmless(page)
  expect(seen).toEqual([])
  return file
}

test('so do a unit’s name, a note on a cell, a reason, what is looked for, and a code from paper', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const { app, seen } = await somebody(browser, baseURL)
  const { page } = app
  await app.create(shortAttack)
  await expectHarmless(page)
  await app.example()
  await app.goSection('requests')
  await app.cell('requests.granted.natural').click()
  await page.getByLabel('本格注释').fill(attackOn('注释'))
  await app.goSection('disclosure')
  await app.cell('issued.normative.issued').fill('90')
  await app.goSection('overview')
  await page.getByRole('button', { name: '插入数字到“（一）主动公开”' }).click()
  const search = page.getByRole('dialog', { name: '插入数字' })
  await search.getByRole('combobox').fill(attackOn('查找'))
  await expect(search.getByRole('option')).toHaveCount(0)
  await expectHarmless(page)
  await page.keyboard.press('Escape')
  await app.go('检查结果')
  await page.getByRole('button', { name: /^写明理由：.*本年制发 90 件/ }).click()
  await page.getByRole('textbox', { name: '理由' }).fill(attackOn('理由'))
  await app.button('保存理由').click()
  await expect(page.getByText(attackOn('理由'))).toBeVisible()
  await expectHarmless(page)

  await app.go('预览与导出')
  expect(await textIn(page, 'iframe')).toContain(attackOn('注释'))
  await expectHarmless(page)
  const { name, text } = await app.download('导出 JSON')
  expect(name).toMatch(safeName)
  for (const written of ['注释', '理由']) expect(text).toContain(JSON.stringify(attackOn(written)).slice(1, -1))
  const paper = await openOnDisk(browser, '年报.html', (await app.download('导出网页')).text)
  expect(await paper.page.locator('body').evaluate((one) => one.textContent)).toContain(attackOn('注释'))
  await expectHarmless(paper.page)
  expect(paper.seen).toEqual([])
  await app.go('审核')
  await app.button('审核表').click()
  expect(await textIn(page, 'iframe[title="审核表预览"]')).toContain('【理由】<img src=x onerror')
  await expectHarmless(page)

  await app.home()
  await expect(page.getByRole('table', { name: '年报列表' })).toContainText(shortAttack)
  await app.button('核验').click()
  const dialog = page.getByRole('dialog', { name: '核验' })
  await dialog.getByLabel('纸上的校验码').fill(attackOn('校验码'))
  await dialog.getByRole('button', { name: '核验', exact: true }).click()
  await expect(dialog.getByLabel('纸上的校验码')).toHaveAttribute('aria-invalid', 'true')
  await expectHarmless(page)
  expect(seen).toEqual([])
})

test('a hundred thousand characters in one text, and halves of characters in a file, are kept or told', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const { app, seen } = await somebody(browser, baseURL)
  const { page } = app
  await app.example()
  const long = `${'<b>公开</b>'.repeat(10_000)}。`
  await page.getByLabel('编制说明').fill(long)
  await app.saved()
  await app.go('预览与导出')
  expect(await textIn(page, 'iframe')).toContain(long)
  const { text } = await app.download('导出 JSON')
  expect((JSON.parse(text) as { report: { preface: string } }).report.preface).toBe(long)
  await app.home()
  await app.openText(
    '半个字.json',
    text.replace('<b>公开</b>', () => '\\ud800甲\\udc00'),
  )
  await expect(page.getByRole('dialog')).toContainText('残缺的字符')
  await expectHarmless(page)
  expect(seen).toEqual([])
})

test('a remark of a hand-made review that names no place is one on the whole, and the review opens', async ({
  page,
}) => {
  const unsent = { 'comment {"kind":"place"}': '请核对收费' }
  const copy = { ...copyOf(example()), unsent }
  await seed(page, copy)
  await open(page, copy)
  await page.getByRole('tab', { name: /^意见/ }).click()
  await page.getByRole('region', { name: '还没有加入的意见' }).getByRole('button', { name: '全文：请核对收费' }).click()
  await expect(page.getByLabel('意见：全文')).toHaveValue('请核对收费')
})
