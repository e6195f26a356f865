import type { Page } from '@playwright/test'

/** Goes through all that Tab leads to: how many stops there are, and those that something else lies on. */
export const walk = async (page: Page): Promise<{ readonly stops: number; readonly covered: readonly string[] }> => {
  const covered: string[] = []
  let stops = 0
  for (; stops < 260; stops += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const at = document.elementFromPoint(
        (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
        (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
      )
      const isSeen = at !== null && (element.contains(at) || at.contains(element) || at.closest('label') !== null)
      return isSeen ? '' : (element.getAttribute('aria-label') ?? element.outerHTML.slice(0, 90))
    })
    if (found === null) break
    if (found !== '') covered.push(found)
  }
  return { stops, covered }
}
