import { test } from '@playwright/test'
import { noReview } from '../src/review/review'
import { anchorAt } from '../src/review/anchors'
import { append } from '../src/review/review'
import { copyOf, example, format, open, remark, seed, send, wordsAt } from './review-samples'
test('look', async ({ page }) => {
  page.on('console', (m) => console.log('CONSOLE', m.type(), m.text()))
  page.on('pageerror', (m) => console.log('ERR', m.message))
  const typed = example((one) => {
    one.cells['requests']!['received']!['business'] = '21'
    one.improvement[0]!.text = one.improvement[0]!.text + '今年收到申请999件。'
  })
  const a = typed.overview[0]!,
    b = typed.overview[1]!,
    c = typed.improvement[0]!
  let r = send(noReview, typed, 1)
  r = remark(r, typed, '李审核', { kind: 'whole' }, '整体写得清楚，请再核对申请办理的几个数。')
  r = remark(
    r,
    typed,
    '李审核',
    { kind: 'section', section: 'overview' },
    '这一部分请补充政策解读的情况。\n另外注意标题。',
  )
  r = remark(r, typed, '李审核', wordsAt(typed, `overview.${a.id}`, a.text, '举办政策问答活动4场'), '4 场的依据？')
  r = remark(
    r,
    typed,
    '赵处',
    wordsAt(typed, `overview.${b.id}`, b.text, b.text.slice(0, b.text.indexOf('。') + 1)),
    '与表三核对：新收 115 件。',
  )
  r = remark(
    r,
    typed,
    '李审核',
    anchorAt(format, typed, 'issued.normative.inForce'),
    '现行有效件数包括上级转发的吗？请核实。',
  )
  r = remark(r, typed, '李审核', anchorAt(format, typed, 'requests.received.business'), '这个数比上年多很多。')
  r = remark(r, typed, '赵处', { kind: 'place', at: 'requests.granted.natural', value: '99' }, '原来写的 99 不对。')
  r = remark(
    r,
    typed,
    '李审核',
    { kind: 'words', at: `improvement.${c.id}`, words: '原来有这样一句话现在没有了', before: '甲', after: '乙' },
    '这句不妥。',
  )
  const ids = r.events.filter((e) => e.kind === 'comment').map((e) => e.id)
  r = append(r, '王晓', Date.parse('2026-01-21T03:00:00Z'), {
    kind: 'reply',
    to: ids[2]!,
    text: '有活动通知和签到表，已存档。',
  })
  r = append(r, '李审核', Date.parse('2026-01-21T04:00:00Z'), { kind: 'settle', to: ids[2]! })
  const copy = copyOf(typed, r)
  await seed(page, copy)
  for (const [w, h] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width: w, height: h })
    await open(page, copy)
    await page.screenshot({ path: `/tmp/e/a-${w}.png` })
    await page.keyboard.press('F9')
    await page.keyboard.press('F9')
    await page.keyboard.press('F9')
    await page.screenshot({ path: `/tmp/e/b-${w}.png` })
    await page.keyboard.press('F8')
    await page.waitForTimeout(300)
    await page.screenshot({ path: `/tmp/e/c-${w}.png` })
    await page.frameLocator('iframe').locator('[data-at="requests.received.total"]').click()
    await page.waitForTimeout(300)
    await page.screenshot({ path: `/tmp/e/d-${w}.png` })
    await page.getByRole('button', { name: '审核通过' }).click()
    await page.screenshot({ path: `/tmp/e/e-${w}.png` })
    await page.keyboard.press('Escape')
    await page.frameLocator('iframe').locator(`[data-at="improvement.${c.id}"]`).first().click()
    await page.waitForTimeout(300)
    await page.screenshot({ path: `/tmp/e/f-${w}.png` })
    await page.reload()
  }
})
