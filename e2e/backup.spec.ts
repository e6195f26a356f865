import { expect, test, type Page } from '@playwright/test'
import { axeFindings } from './axe'
import { complaintsOf, ReportPage } from './report-page'

const restoreText = async (page: Page, name: string, text: string): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '恢复', exact: true }).click(),
  ])
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

/** Leaves the editor by its link, with what was just typed. */
const leave = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '政府信息公开年报' }).click()
  await expect(page.getByRole('heading', { name: '备份' })).toBeVisible()
}

const newOffice = async (page: Page, name: string, address: string): Promise<ReportPage> => {
  const app = new ReportPage(page)
  await app.create(name)
  await page.getByLabel('地址').fill(address)
  return app
}

test('all that is on one computer comes to another by one file, and a second time changes nothing', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page)
  const app = await newOffice(page, '示例市水务局', '示例路2号')
  await page.goto('./#/')
  await newOffice(page, '示例市林业局', '林业路')
  await leave(page)
  const { name, text } = await app.download('备份全部')
  expect(name).toMatch(/^政府信息公开年报备份 \d{4}-\d\d-\d\d\.json$/)
  await expect(page.getByText(/^已存下“政府信息公开年报备份 .*2 份年报/)).toBeVisible()
  await expect(page.getByText(/上次在浏览器之外留一份：\d\d:\d\d/)).toBeVisible()
  expect(await axeFindings(page)).toEqual([])

  const other = await (await browser.newContext()).newPage()
  const there = new ReportPage(other)
  await there.home()
  await restoreText(other, name, text)
  const dialog = other.getByRole('dialog', { name: `恢复“${name}”` })
  await expect(dialog).toContainText('内有 2 份年报')
  await expect(dialog.getByRole('list', { name: '将要恢复' })).toContainText('恢复年报 2 份')
  expect(await axeFindings(other)).toEqual([])
  await dialog.getByRole('button', { name: '确定恢复' }).click()
  const done = other.getByRole('dialog', { name: '已恢复' })
  await expect(done.getByRole('list', { name: '恢复的结果' })).toContainText('恢复年报 2 份')
  await done.getByRole('button', { name: '知道了' }).click()
  await other.getByRole('link', { name: '示例市水务局2023年年报' }).click()
  await expect(other.getByLabel('地址')).toHaveValue('示例路2号')

  await leave(other)
  await restoreText(other, name, text)
  await expect(dialog).toContainText('备份里的内容这里都有，不用恢复。')
  await dialog.getByRole('button', { name: '确定恢复' }).click()
  await expect(done.getByRole('list', { name: '恢复的结果' })).toContainText('年报 2 份与这里相同或已恢复过，没有动')
  await done.getByRole('button', { name: '知道了' }).click()
  await expect(other.getByRole('table', { name: '年报列表' }).getByRole('row')).toHaveCount(3)
  expect(complaints).toEqual([])
})

test('the name of the person comes with the backup, and is there without a reload', async ({ page, browser }) => {
  const app = await newOffice(page, '示例市水务局', '示例路2号')
  await app.waive()
  await leave(page)
  const { name, text } = await app.download('备份全部')

  const other = await (await browser.newContext()).newPage()
  const there = await newOffice(other, '示例市林业局', '林业路')
  const signed = async (by: string): Promise<void> => {
    await there.go('检查结果')
    await there.button('本单位无需审核').click()
    await expect(other.getByRole('dialog').getByLabel('姓名')).toHaveValue(by)
    await other.keyboard.press('Escape')
    await leave(other)
  }
  await signed('')
  await restoreText(other, name, text)
  await other.getByRole('button', { name: '确定恢复' }).click()
  await other.getByRole('button', { name: '知道了' }).click()
  await other.getByRole('link', { name: '示例市林业局2023年年报' }).click()
  await signed('王晓')
})

test('a report that went on meanwhile is asked about: both stay, or the backup’s comes and the present one is a version', async ({
  page,
}) => {
  const app = await newOffice(page, '示例市水务局', '旧地址')
  await leave(page)
  const { name, text } = await app.download('备份全部')
  const here = page.getByRole('link', { name: '示例市水务局2023年年报', exact: true })
  await here.click()
  await page.getByLabel('地址').fill('新地址')
  await leave(page)

  await restoreText(page, name, text)
  const dialog = page.getByRole('dialog', { name: `恢复“${name}”` })
  const choice = dialog.getByLabel('“示例市水务局2023年年报”怎么办')
  await expect(choice).toHaveValue('both')
  await dialog.getByRole('button', { name: '确定恢复' }).click()
  const done = page.getByRole('dialog', { name: '已恢复' })
  await expect(done).toContainText('作为副本恢复年报 1 份')
  await done.getByRole('button', { name: '知道了' }).click()
  await page.getByRole('link', { name: /^示例市水务局2023年年报（.* 备份的内容）/ }).click()
  await expect(page.getByLabel('地址')).toHaveValue('旧地址')
  await leave(page)
  await here.click()
  await expect(page.getByLabel('地址')).toHaveValue('新地址')
  await leave(page)

  await restoreText(page, name, text)
  await choice.selectOption({ label: '用备份里的' })
  await dialog.getByRole('button', { name: '确定恢复' }).click()
  await expect(done).toContainText('换成备份内容的年报 1 份，原来的内容在它们的“版本”里')
  await done.getByRole('button', { name: '知道了' }).click()
  await here.click()
  await expect(page.getByLabel('地址')).toHaveValue('旧地址')
  await app.go('版本')
  await expect(page.getByRole('cell', { name: '被文件替换前', exact: true })).toBeVisible()
})

test('a backup that takes the place of what another window fills in waits for its words, and that window shows it', async ({
  page,
  context,
}) => {
  const app = await newOffice(page, '示例市水务局', '旧地址')
  await leave(page)
  const { name, text } = await app.download('备份全部')
  await page.getByRole('link', { name: '示例市水务局2023年年报', exact: true }).click()
  await page.getByLabel('地址').fill('新地址')

  const other = await context.newPage()
  await other.goto('./')
  await restoreText(other, name, text)
  const dialog = other.getByRole('dialog', { name: `恢复“${name}”` })
  await dialog.getByLabel('“示例市水务局2023年年报”怎么办').selectOption({ label: '用备份里的' })
  await page.getByLabel('地址').fill('最新地址')
  await dialog.getByRole('button', { name: '确定恢复' }).click()
  await expect(other.getByRole('dialog', { name: '已恢复' })).toContainText('换成备份内容的年报 1 份')

  await expect(page.getByLabel('地址')).toHaveValue('旧地址')
  await expect(page.getByLabel('地址')).toHaveJSProperty('readOnly', true)
  await page.getByRole('region', { name: '填写窗口' }).getByRole('button', { name: '在这里填写' }).click()
  await expect(page.getByLabel('地址')).toHaveJSProperty('readOnly', false)
  await app.go('版本')
  const before = page.getByRole('row', { name: /被文件替换前/ }).first()
  await before.getByRole('button', { name: /^恢复/ }).click()
  await expect(page.getByRole('cell', { name: '恢复旧版本前', exact: true })).toBeVisible()
  await app.go('基本信息')
  await expect(page.getByLabel('地址')).toHaveValue('最新地址')
})

test('each file finds its way: a backup by 打开文件, a report by 恢复, a cut one is refused and nothing is changed', async ({
  page,
}) => {
  const app = await newOffice(page, '示例市水务局', '示例路2号')
  await app.go('预览与导出')
  const report = await app.download('导出 JSON')
  await leave(page)
  const backup = await app.download('备份全部')

  await app.openText(backup.name, backup.text)
  await expect(page.getByRole('dialog', { name: `恢复“${backup.name}”` })).toContainText('内有 1 份年报')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()

  await restoreText(page, report.name, report.text)
  await expect(page.getByRole('dialog')).toContainText('请在首页用“打开文件”')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()

  await restoreText(page, backup.name, backup.text.slice(0, -200))
  await expect(page.getByRole('dialog')).toContainText('没有传完整')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('table', { name: '年报列表' }).getByRole('row')).toHaveCount(2)
})

test('while it restores, neither Esc nor a button takes the dialog away: what came in is told', async ({ page }) => {
  // Nobody hears of the end of what is stored while `window.isHeld`.
  await page.addInitScript(() => {
    const transaction = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (...args: Parameters<typeof transaction>) {
      const made = transaction.apply(this, args)
      if (args[1] === 'readwrite' && Reflect.get(window, 'isHeld') === true)
        made.addEventListener(
          'complete',
          (event) => {
            event.stopImmediatePropagation()
            Object.assign(window, { letGo: () => made.dispatchEvent(new Event('complete')) })
          },
          { once: true },
        )
      return made
    }
  })
  const app = await newOffice(page, '示例市水务局', '示例路2号')
  await leave(page)
  const { name, text } = await app.download('备份全部')
  await restoreText(page, name, text)
  const dialog = page.getByRole('dialog', { name: `恢复“${name}”` })
  await expect(dialog).toContainText('备份里的内容这里都有')
  await page.evaluate(() => Object.assign(window, { isHeld: true }))
  await dialog.getByRole('button', { name: '确定恢复' }).click()
  await expect(dialog.getByRole('status')).toHaveText('正在恢复，请稍候。恢复完才能关闭，结果会在这里显示。')
  await page.waitForFunction(() => Reflect.has(window, 'letGo'))
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await dialog.getByRole('status').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  const close = dialog.getByRole('button')
  await expect(close).toHaveAttribute('aria-disabled', 'true')
  await close.dispatchEvent('click')
  await expect(dialog).toBeVisible()
  await page.evaluate(() => (Reflect.get(window, 'letGo') as () => void)())
  const done = page.getByRole('dialog', { name: '已恢复' })
  await expect(done).toContainText('年报 1 份与这里相同或已恢复过，没有动')
  // The dialog takes Esc again a moment after it is done.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(done).toBeHidden({ timeout: 500 })
  }).toPass()
})

test('after much work without a copy a quiet word comes, can be closed, and goes when a copy is made', async ({
  page,
}) => {
  const app = await newOffice(page, '示例市水务局', '示例路2号')
  await app.saved()
  const id = /draft\/(\w+)\//.exec(page.url())?.[1] ?? ''
  const key = `gov-info-disclosure-annual-report:work:${id}`
  const work = () => page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? '{}') as object, key)
  const add = async (minutes: number): Promise<void> => {
    await page.evaluate(
      ([name, time]) => {
        const before = JSON.parse(localStorage.getItem(name) ?? '{}') as object
        localStorage.setItem(name, JSON.stringify({ ...before, time }))
      },
      [key, minutes * 60_000] as const,
    )
    await page.reload()
  }
  await leave(page)
  // What was typed is counted when the editor is left: the address, and the preface that follows it.
  expect(await work()).toMatchObject({ fields: 2, copiedAt: 0 })
  await page.goBack()

  const reminder = page.getByRole('region', { name: '留存提醒' })
  await add(29)
  await expect(page.getByLabel('地址')).toHaveValue('示例路2号')
  await expect(reminder).toBeHidden()
  await add(41)
  await expect(reminder).toContainText('已改了约 40 分钟，还没有在浏览器之外留一份。')
  expect(await axeFindings(page)).toEqual([])
  await reminder.getByRole('button', { name: '关闭留存提醒' }).click()
  await expect(reminder).toBeHidden()
  await add(70)
  await expect(page.getByLabel('地址')).toHaveValue('示例路2号')
  await expect(reminder).toBeHidden()
  await add(72)
  await expect(reminder).toBeVisible()
  await leave(page)
  await expect(page.getByRole('group', { name: '留存提醒' })).toContainText('“示例市水务局2023年年报”已改了约 70 分钟')
  await page.goBack()
  const { name } = await app.download('导出文件')
  expect(name).toContain('示例市水务局2023年')
  await expect(reminder).toBeHidden()
  expect(await work()).toMatchObject({ time: 0, fields: 0 })
  await leave(page)
  await expect(page.getByRole('group', { name: '留存提醒' })).toBeHidden()
})
