import { expect, type BrowserContext, type Page } from '@playwright/test'
import { frameStands } from './frames'
import { blockedByTest } from './report-page'

/** Everything that a text could try to be, in one line: markup, script, style, address, template, formula, direction. */
const attack = [
  '<img src=x onerror="globalThis.hit=1">',
  '<script>globalThis.hit=1</script>',
  '</style></title></textarea></template><svg onload=globalThis.hit=1>',
  '<a href="javascript:globalThis.hit=1">x</a>',
  '<iframe srcdoc="&lt;script&gt;parent.hit=1&lt;/script&gt;"></iframe>',
  '${globalThis.hit=1}{{constructor.constructor("globalThis.hit=1")()}}',
  '*{background:url(https://foreign.example/a)}@import"//foreign.example/b"',
  '\\"\\\'`-->]]>&amp;&#60;b&#62;',
  '\u202egnp.exe\u2066\u200f',
].join(' ')

/** An attack that a spreadsheet would run, too: a formula is one at the beginning alone. */
export const attackOn = (field: string): string => `=cmd|'/C calc'!A0 【${field}】${attack}`

/** One that fits where forty characters do. */
export const shortAttack = '<img src=x onerror=hit=1>\u202e'

/** What must never happen, noted as it happens, in every page of a context: dialogs, errors, requests to elsewhere. */
export const watch = (context: BrowserContext, own: string): readonly string[] => {
  const seen: string[] = []
  const watchPage = (page: Page): void => {
    page.on('dialog', (dialog) => {
      seen.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('pageerror', (error) => seen.push(`error: ${error.message}`))
    page.on('console', (message) => {
      const text = message.text()
      if (['error', 'warning'].includes(message.type()) && text !== blockedByTest) seen.push(`console: ${text}`)
    })
  }
  context.on('page', watchPage)
  context.on('request', (request) => {
    if (!request.url().startsWith(own) && !/^(?:blob|data|about|file):/.test(request.url()))
      seen.push(`request: ${request.url()}`)
  })
  return seen
}

const foreignElements = 'img, svg[onload], iframe[srcdoc*="hit"][src], a[href^="javascript"]'

/**
 * No script of a text ran in a page, and none made an element of its own there or in a frame. A sandboxed frame is not asked to
 * run anything itself: the browser would say that it blocked a script, and that word is what `watch` is there for.
 */
export const expectHarmless = async (page: Page): Promise<void> => {
  const [hit, scripts] = await page.evaluate(() => [
    Reflect.get(globalThis, 'hit') as unknown,
    [...document.scripts].filter(({ textContent }) => textContent?.includes('globalThis.hit')).length,
  ])
  expect([hit, scripts]).toEqual([undefined, 0])
  for (const frame of page.frames()) {
    await expect(frame.locator(foreignElements), frame.url()).toHaveCount(0)
    if (frame !== page.mainFrame()) await expect(frame.locator('script'), frame.url()).toHaveCount(0)
  }
}

/** All the text of a page's frame. */
export const textIn = async (page: Page, selector: string): Promise<string> => {
  await frameStands(page, selector)
  return (await page.frameLocator(selector).locator('body').textContent()) ?? ''
}
