import { expect, test } from '@playwright/test'
import { ReportPage } from './report-page'

const natural = 'requests.received.natural'

test.describe('typing figures', () => {
  let app: ReportPage

  test.beforeEach(async ({ page }) => {
    app = new ReportPage(page)
    await app.create('示例市水务局')
    await app.goSection('requests')
  })

  test('a figure stays as typed until the cell is left, and the totals follow each key', async ({ page }) => {
    await app.cell(natural).click()
    await page.keyboard.type('1,12')
    await expect(app.cell(natural)).toHaveValue('1,12')
    await expect(app.cell('requests.received.total')).toHaveText('')
    await page.keyboard.type('0')
    await expect(app.cell(natural)).toHaveValue('1,120')
    await expect(app.cell('requests.received.total')).toHaveText('1120')
    await page.keyboard.press('Tab')
    await expect(app.cell(natural)).toHaveValue('1120')
  })

  for (const [typed, read] of [
    ['１２', '12'],
    ['12件', '12'],
    ['1 120', '1120'],
    ['007', '7'],
  ] as const)
    test(`“${typed}” is read as ${read}`, async ({ page }) => {
      await app.cell(natural).click()
      await page.keyboard.insertText(typed)
      await page.keyboard.press('Enter')
      await expect(app.cell(natural)).toHaveValue(read)
      await expect(app.cell('requests.received.total')).toHaveText(read)
    })

  for (const [typed, sentence] of [
    ['1.2万', '“1.2万”不是数字，请填 12000'],
    ['-5', '“-5”是负数，请填 0 或正数'],
    ['12.0', '“12.0”带小数点，这里按件计数，请填 12'],
    ['无', '“无”不是数字，没有数据请填 0'],
  ] as const)
    test(`“${typed}” stays visible, is marked, counts as missing and is told`, async ({ page }) => {
      await app.cell(natural).click()
      await page.keyboard.type('5')
      await page.keyboard.press('Enter')
      await app.cell(natural).click()
      await page.keyboard.insertText(typed)
      await page.keyboard.press('Enter')
      await expect(app.cell(natural)).toHaveValue(typed)
      await expect(app.cell(natural)).toHaveAttribute('aria-invalid', 'true')
      await expect(app.cell('requests.received.total')).toHaveText('')
      await expect(page.getByRole('complementary').getByText(sentence)).toBeVisible()
      await expect(app.cell(natural)).toHaveAccessibleDescription(sentence)
      // Undo brings the last good value back.
      await page.keyboard.press('Control+z')
      await expect(app.cell(natural)).toHaveValue('5')
      await expect(app.cell(natural)).not.toHaveAttribute('aria-invalid')
      await page.keyboard.press('Control+y')
      await expect(app.cell(natural)).toHaveValue(typed)
    })

  test('a figure that is left with its page is read all the same', async ({ page }) => {
    await app.cell(natural).click()
    await page.keyboard.type('1,120')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 1, name: '四、政府信息公开行政复议、行政诉讼情况' })).toBeVisible()
    await app.goSection('requests')
    await expect(app.cell(natural)).toHaveValue('1120')
    await app.button('撤销').click()
    await expect(app.cell(natural)).toHaveValue('')
  })

  test('the wheel changes nothing', async ({ page }) => {
    await app.cell(natural).click()
    await page.keyboard.type('5')
    await page.mouse.wheel(0, 120)
    await page.mouse.wheel(0, -120)
    await expect(app.cell(natural)).toHaveValue('5')
  })

  test('Esc gives back what was there, F2 edits inside, Delete empties', async ({ page }) => {
    await app.cell(natural).click()
    await page.keyboard.type('15')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('9')
    await page.keyboard.press('Escape')
    await expect(app.cell(natural)).toHaveValue('15')
    await expect(app.cell('requests.received.total')).toHaveText('15')
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('0')
    await expect(app.cell(natural)).toHaveValue('105')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Delete')
    await expect(app.cell(natural)).toHaveValue('')
    await expect(app.cell('requests.received.total')).toHaveText('')
  })

  test('arrows, Enter, Home and End move; Tab skips computed cells, arrows reach them', async ({ page }) => {
    await app.cell('requests.received.other').click()
    await page.keyboard.press('ArrowRight')
    await expect(app.cell('requests.received.total')).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Tab')
    await expect(app.cell('requests.carriedIn.natural')).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await expect(app.cell('requests.received.other')).toBeFocused()
    await page.keyboard.press('Home')
    await expect(app.cell(natural)).toBeFocused()
    await page.keyboard.press('Control+End')
    await expect(app.cell('requests.carriedOut.other')).toBeFocused()
    await page.keyboard.press('Shift+Enter')
    await expect(app.cell('requests.other.other')).toBeFocused()
    await page.keyboard.press('Control+Home')
    await expect(app.cell(natural)).toBeFocused()
    await page.keyboard.press('Shift+Enter')
    await expect(app.cell(natural)).toBeFocused()
  })

  test('nothing is parsed while a word is being composed', async ({ page }) => {
    await app.cell(natural).click()
    const client = await page.context().newCDPSession(page)
    await client.send('Input.imeSetComposition', { text: 'shi', selectionStart: 3, selectionEnd: 3 })
    await expect(app.cell(natural)).toHaveValue('shi')
    await expect(app.cell(natural)).not.toHaveAttribute('aria-invalid')
    await client.send('Input.insertText', { text: '１２' })
    await expect(app.cell(natural)).toHaveValue('１２')
    await expect(app.cell('requests.received.total')).toHaveText('12')
    await page.keyboard.press('Enter')
    await expect(app.cell(natural)).toHaveValue('12')
  })

  test('其余填 0 fills the blanks alone, says how many, and is one undo', async ({ page }) => {
    await app.cell(natural).fill('3')
    await app.button('其余填 0').click()
    await expect(page.getByRole('region', { name: '提示' })).toContainText('已将 143 个空白的格填为 0')
    await expect(app.balance('自然人')).toHaveText('差 +3')
    await expect(app.cell('requests.total.total')).toHaveText('0')
    await app.button('撤销填 0').click()
    await expect(app.cell('requests.granted.natural')).toHaveValue('')
    await expect(app.cell(natural)).toHaveValue('3')
    await expect(app.balance('自然人')).toHaveText('未填完')
    await app.button('重做').click()
    await expect(app.cell('requests.granted.natural')).toHaveValue('0')
  })

  test('typing changes the cell, its totals and its two balances, and nothing else in the table', async ({ page }) => {
    await app.button('其余填 0').click()
    await app.cell('requests.granted.business').click()
    await page.getByRole('table').evaluate((table) => {
      const changed = new Set<string>()
      Object.assign(window, { changed })
      new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement
          changed.add(element?.closest('[aria-label]')?.getAttribute('aria-label') ?? 'something else')
        }
      }).observe(table, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    await page.keyboard.type('4')
    await expect(app.balance('总计')).toHaveText('差 −4')
    const changed = await page.evaluate(() => [...(window as unknown as { changed: Set<string> }).changed].sort())
    expect(changed).toEqual(
      [
        '三、本年度办理结果 （一）予以公开 总计',
        '三、本年度办理结果 （七）总计 法人或其他组织 商业企业',
        '三、本年度办理结果 （七）总计 总计',
        '勾稽 法人或其他组织 商业企业',
        '勾稽 总计',
      ].sort(),
    )
  })

  test('help follows the focus', async ({ page }) => {
    await app.cell('requests.notHeld.natural').focus()
    await expect(page.getByRole('complementary')).toContainText('经检索没有该信息')
    await app.cell('requests.deliberative.natural').focus()
    await expect(page.getByRole('complementary')).toContainText('讨论记录、过程稿、磋商信函、请示报告')
  })
})

test('undo leads to what it changed, on whatever page', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.goSection('requests')
  await app.button('其余填 0').click()
  // The fill can be taken back with the keys at once.
  await page.keyboard.press('Control+z')
  await expect(app.cell(natural)).toHaveValue('')
  await page.keyboard.press('Control+y')
  await expect(app.cell(natural)).toHaveValue('0')
  await app.goSection('disputes')
  await app.cell('disputes.cases.reviewUpheld').click()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { level: 1, name: '三、收到和处理政府信息公开申请情况' })).toBeVisible()
  await expect(app.cell(natural)).toBeFocused()
  await expect(app.cell(natural)).toHaveValue('')
})

test('the way back from 其余填 0 is offered only while it is the last step', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.goSection('requests')
  await app.button('其余填 0').click()
  await app.cell(natural).click()
  await page.keyboard.type('55')
  await page.keyboard.press('Tab')
  await expect(app.button('撤销填 0')).toHaveCount(0)
  await expect(app.cell(natural)).toHaveValue('55')
})

test('3.5 and 0.5 can be typed where money stands, with all their digits', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.goSection('disclosure')
  const amount = app.cell('fees.charges.amount')
  for (const text of ['3.5', '0.5', '676.10', '59237.2449']) {
    await amount.fill('')
    await amount.pressSequentially(text)
    await amount.press('Tab')
    await expect(amount).toHaveValue(text)
  }
})
