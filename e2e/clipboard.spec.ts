import { expect, test, type Page } from '@playwright/test'
import { cellsOf } from '../src/report/cells'
import { ReportPage } from './report-page'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** Puts texts on the real clipboard, as another program would. */
const put = (page: Page, plain: string, html?: string): Promise<void> =>
  page.evaluate(
    async ([text, markup]) => {
      const types: Record<string, Blob> = { 'text/plain': new Blob([text ?? ''], { type: 'text/plain' }) }
      if (markup !== undefined) types['text/html'] = new Blob([markup], { type: 'text/html' })
      await navigator.clipboard.write([new ClipboardItem(types)])
    },
    [plain, html] as const,
  )

const taken = (page: Page, type: string): Promise<string> =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read()
    return item ? (await item.getType(wanted)).text() : ''
  }, type)

const natural = 'requests.received.natural'
const columns = ['natural', 'business', 'research', 'charity', 'legalService', 'other'] as const

const row = async (app: ReportPage, id: string): Promise<readonly string[]> =>
  Promise.all(columns.map((column) => app.cell(`requests.${id}.${column}`).inputValue()))

test.describe('pasting into table three', () => {
  let app: ReportPage

  test.beforeEach(async ({ page }) => {
    app = new ReportPage(page)
    await app.create('示例市水务局')
    await app.goSection('requests')
    await app.cell(natural).click()
  })

  const paste = async (page: Page, plain: string, html?: string): Promise<void> => {
    await put(page, plain, html)
    await page.keyboard.press('Control+v')
  }

  test('blanks stay blank and shift nothing; the last figure is the total and is compared', async ({ page }) => {
    await paste(page, '5\t\t\t\t\t\t5')
    await expect(app.cell('requests.received.total')).toHaveText('5')
    expect(await row(app, 'received')).toEqual(['5', '', '', '', '', ''])
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('thousands separators are read, a right total is no question', async ({ page }) => {
    await paste(page, '1,120\t5\t0\t0\t0\t0\t1,125\n')
    await expect(app.cell('requests.received.total')).toHaveText('1125')
    expect(await row(app, 'received')).toEqual(['1120', '5', '0', '0', '0', '0'])
  })

  test('one value over a selected block fills its entered cells, as one step', async ({ page }) => {
    await app.cell('requests.received.legalService').focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(`Shift+${key}`)
    await paste(page, '7')
    expect(await row(app, 'received')).toEqual(['', '', '', '', '7', '7'])
    expect(await row(app, 'carriedIn')).toEqual(['', '', '', '', '7', '7'])
    await page.keyboard.press('Control+z')
    expect(await row(app, 'received')).toEqual(['', '', '', '', '', ''])
    expect(await row(app, 'carriedIn')).toEqual(['', '', '', '', '', ''])
  })

  test('several figures in one cell are told and never run together', async ({ page }) => {
    await paste(page, '5 0 0')
    await page.getByRole('button', { name: '粘贴', exact: true }).click()
    await expect(app.cell(natural)).toHaveValue('5 0 0')
    await expect(app.cell(natural)).toHaveAttribute('aria-invalid', 'true')
    await expect(app.cell('requests.received.total')).toHaveText('')
  })

  test('a wrong total is told before anything changes', async ({ page }) => {
    await paste(page, '1\t2\t3\t0\t0\t0\t7')
    const dialog = page.getByRole('dialog', { name: '粘贴前请核对' })
    await expect(dialog).toContainText('粘贴的是 7，各项相加是 6')
    expect(await row(app, 'received')).toEqual(['', '', '', '', '', ''])
    await dialog.getByRole('button', { name: '粘贴' }).click()
    await expect(app.cell('requests.received.total')).toHaveText('6')
  })

  test('a row with its label goes to its row, wherever the focus is', async ({ page }) => {
    await paste(page, '1.属于国家秘密\t0\t3\t0\t0\t0\t0\t3')
    await expect(app.cell('requests.stateSecrets.total')).toHaveText('3')
    expect(await row(app, 'stateSecrets')).toEqual(['0', '3', '0', '0', '0', '0'])
    expect(await row(app, 'received')).toEqual(['', '', '', '', '', ''])
  })

  test('one figure on a total is refused with a sentence', async ({ page }) => {
    await app.cell('requests.received.total').click()
    await paste(page, '12')
    await expect(page.getByRole('region', { name: '提示' }).getByText('这里是自动计算的总计，不能粘贴')).toBeVisible()
    await expect(app.cell('requests.received.total')).toHaveText('')
  })

  test('three rows are one step, and one undo gives everything back', async ({ page }) => {
    await app.cell(natural).fill('9')
    await page.keyboard.press('Tab')
    await app.cell(natural).focus()
    await paste(page, '1\t2\t3\t4\t5\t6\r\n7\t8\t9\t10\t11\t12\r\n13\t14\t15\t16\t17\t18\r\n')
    const dialog = page.getByRole('dialog', { name: '粘贴前请核对' })
    await expect(dialog.getByRole('row', { name: '一、本年新收政府信息公开申请数量 自然人 9 1' })).toBeVisible()
    await dialog.getByRole('button', { name: '粘贴' }).click()
    expect(await row(app, 'carriedIn')).toEqual(['7', '8', '9', '10', '11', '12'])
    expect(await row(app, 'granted')).toEqual(['13', '14', '15', '16', '17', '18'])
    await page.keyboard.press('Control+z')
    expect(await row(app, 'carriedIn')).toEqual(['', '', '', '', '', ''])
    await expect(app.cell(natural)).toHaveValue('9')
  })

  for (const text of ['1.2万', '-', '/', '无'])
    test(`“${text}” is told and never made a figure`, async ({ page }) => {
      await paste(page, `${text}\t3`)
      const dialog = page.getByRole('dialog', { name: '粘贴前请核对' })
      await expect(dialog).toContainText(`“${text}”`)
      await dialog.getByRole('button', { name: '粘贴' }).click()
      await expect(app.cell(natural)).toHaveValue(text)
      await expect(app.cell(natural)).toHaveAttribute('aria-invalid', 'true')
      await expect(app.cell('requests.received.business')).toHaveValue('3')
      await expect(app.cell('requests.received.total')).toHaveText('3')
    })

  for (const text of ['####', '=SUM(A1:A3)'])
    test(`“${text}” is told and left out`, async ({ page }) => {
      await paste(page, `${text}\t3`)
      await expect(page.getByRole('dialog', { name: '粘贴前请核对' })).toContainText('请')
      await page.getByRole('dialog').getByRole('button', { name: '粘贴' }).click()
      expect(await row(app, 'received')).toEqual(['', '3', '', '', '', ''])
    })

  test('what would run over the edge is told before anything changes', async ({ page }) => {
    await app.cell('requests.carriedOut.other').click()
    await paste(page, '1\t1\t1\n2\t2\t2')
    const dialog = page.getByRole('dialog', { name: '粘贴前请核对' })
    await expect(dialog).toContainText('超出表格')
    await dialog.getByRole('button', { name: '取消' }).click()
    await expect(app.cell('requests.carriedOut.other')).toHaveValue('')
    await expect(app.cell('requests.carriedOut.other')).toBeFocused()
  })

  test('apostrophes, no-break spaces, full-width digits and 件 are read', async ({ page }) => {
    await paste(page, '’12\t\u00a03\u00a0\t４５\t6件\t0\t0')
    await expect(app.cell('requests.received.total')).toHaveText('66')
    expect(await row(app, 'received')).toEqual(['12', '3', '45', '6', '0', '0'])
  })
})

test('the whole table is copied with its labels, and pasted elsewhere gives the same table', async ({ page }) => {
  const source = new ReportPage(page, 2025)
  await source.example()
  await source.goSection('requests')
  await source.button('复制全表').click()
  await expect(page.getByRole('region', { name: '提示' }).getByText('已复制全表')).toBeVisible()
  expect(await taken(page, 'text/html')).toMatch(/rowspan="22"/)
  const expected = await Promise.all(['received', 'notHeld', 'carriedOut'].map((id) => row(source, id)))
  const target = new ReportPage(page)
  await target.create('示例市水务局')
  await target.goSection('requests')
  await target.cell('requests.granted.charity').click()
  await page.keyboard.press('Control+v')
  await expect(target.balance('总计')).toHaveText('平')
  expect(await Promise.all(['received', 'notHeld', 'carriedOut'].map((id) => row(target, id)))).toEqual(expected)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('all 25 × 7 figures, copied without labels, land where they stood', async ({ page }) => {
  const source = new ReportPage(page, 2025)
  await source.example()
  await source.goSection('requests')
  await source.cell('requests.granted.charity').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const lines = (await taken(page, 'text/plain')).split('\r\n')
  expect(lines.map((line) => line.split('\t').length)).toEqual(Array.from({ length: 25 }, () => 7))
  const cells = [...cellsOf(source.format).values()].filter(({ block }) => block === 'requests')
  const expected = await source.shown(cells)
  const target = new ReportPage(page)
  await target.create('示例市水务局')
  await target.goSection('requests')
  await target.cell(natural).click()
  await page.keyboard.press('Control+v')
  await expect(target.balance('总计')).toHaveText('平')
  expect(await target.shown(cells)).toEqual(expected)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a page’s table, copied in the browser itself, is laid by its labels in any order', async ({ page, context }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.goSection('requests')
  const published = await context.newPage()
  await published.setContent(`<table><tbody>
    <tr><th colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</th><th colspan="7">申请人情况</th></tr>
    <tr><th rowspan="2">自然人</th><th colspan="5">法人或其他组织</th><th rowspan="2">总计</th></tr>
    <tr><th>商业<br>企业</th><th>科研<br>机构</th><th>社会公益组织</th><th>法律服务机构</th><th>其他</th></tr>
    <tr><td rowspan="2">三、本年度办理结果</td><td rowspan="2"><p>（三）不予公开</p></td><td><p>2.其他法律、行政法规禁止公开</p></td><td><p>\u00a03</p></td><td>１</td><td>0</td><td>0</td><td>0</td><td>0</td><td>4</td></tr>
    <tr><td><p>1、属于国家 秘密</p></td><td><p>2\u3000</p></td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>2</td></tr>
    <tr><td colspan="3">一、本年新收政府信息公开申请数量</td><td><p>1,120</p></td><td>5</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1,125</td></tr>
  </tbody></table>`)
  await published.bringToFront()
  await published.keyboard.press('Control+a')
  await published.keyboard.press('Control+c')
  await page.bringToFront()
  await app.cell('requests.carriedOut.natural').click()
  await page.keyboard.press('Control+v')
  await expect(app.cell('requests.received.total')).toHaveText('1125')
  expect(await row(app, 'barredByLaw')).toEqual(['3', '1', '0', '0', '0', '0'])
  expect(await row(app, 'stateSecrets')).toEqual(['2', '0', '0', '0', '0', '0'])
  expect(await row(app, 'carriedOut')).toEqual(['', '', '', '', '', ''])
})

test('a block is selected with Shift and arrows or by dragging, copied, cut and emptied', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('requests')
  await app.cell(natural).click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+c')
  expect(await taken(page, 'text/plain')).toBe('86\t21\r\n4\t1')
  await page.keyboard.press('Control+x')
  await expect(app.cell(natural)).toHaveValue('')
  await expect(app.cell('requests.carriedIn.business')).toHaveValue('')
  await page.keyboard.press('Control+z')
  await expect(app.cell(natural)).toHaveValue('86')
  await expect(app.cell('requests.carriedIn.business')).toHaveValue('1')

  const from = await app.cell('requests.received.other').boundingBox()
  const to = await app.cell('requests.carriedIn.total').boundingBox()
  if (!from || !to) throw new Error('cells are not on the screen')
  await page.mouse.move(from.x + 10, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.press('Control+c')
  expect(await taken(page, 'text/plain')).toBe('1\t115\r\n0\t5')
  await page.keyboard.press('Delete')
  await expect(app.cell('requests.received.other')).toHaveValue('')
  await expect(app.cell('requests.received.total')).toHaveText('114')
})

test('section two’s tables, printed as one, are pasted as one', async ({ page }) => {
  const app = new ReportPage(page)
  await app.create('示例市水务局')
  await app.goSection('disclosure')
  await app.cell('fees.charges.amount').click()
  await put(
    page,
    [
      '第二十条第（一）项\t\t\t',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '规章\t0\t0\t0',
      '规范性文件\t3\t1\t18',
      '第二十条第（五）项\t\t\t',
      '信息内容\t本年处理决定数量\t\t',
      '行政许可\t2,146\t\t',
      '第二十条第（六）项\t\t\t',
      '信息内容\t本年处理决定数量\t\t',
      '行政处罚\t57\t\t',
      '行政强制\t0\t\t',
      '第二十条第（八）项\t\t\t',
      '信息内容\t本年收费金额（单位：万元）\t\t',
      '行政事业性收费\t312.50\t\t',
    ].join('\r\n'),
  )
  await page.keyboard.press('Control+v')
  await expect(app.cell('issued.normative.inForce')).toHaveValue('18')
  await expect(app.cell('licensing.licences.decisions')).toHaveValue('2146')
  await expect(app.cell('enforcement.coercion.decisions')).toHaveValue('0')
  await expect(app.cell('fees.charges.amount')).toHaveValue('312.50')
})

test('播报 tells the total that changed and a balance that breaks or mends', async ({ page }) => {
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.goSection('requests')
  const said = page.getByRole('status', { name: '播报' })
  await app.cell('requests.granted.business').click()
  await page.keyboard.type('10')
  await page.keyboard.press('Tab')
  await expect(said).toHaveText('总计 51；商业企业不平，差 −1；总计不平，差 −1')
  await app.cell('requests.granted.business').click()
  await page.keyboard.type('9')
  await page.keyboard.press('Tab')
  await expect(said).toHaveText('总计 50；商业企业已平；总计已平')
})
