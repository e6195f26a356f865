import { expect, type Page } from '@playwright/test'

/** Waits until all of a frame's page stands: a read before it would find none or half of it. */
export const frameStands = (page: Page, selector = 'iframe'): Promise<void> =>
  expect
    .poll(() =>
      page.locator(selector).evaluate((frame) => {
        const { contentDocument } = frame as HTMLIFrameElement
        return contentDocument?.URL === 'about:srcdoc' && contentDocument.readyState === 'complete'
      }),
    )
    .toBe(true)

/** Waits until a paper can be walked by keys, which is when it listens. */
export const paperListens = (page: Page): Promise<void> =>
  page.frameLocator('iframe[title="年报全文"]').locator('[data-at][tabindex="0"]').waitFor()
