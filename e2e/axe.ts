import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const told = ({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): readonly string[] =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)

/** Whether all words can be read on their ground: all that another colour scheme changes. */
export const contrastFindings = async (page: Page): Promise<readonly string[]> =>
  told(await new AxeBuilder({ page }).exclude('iframe').withRules(['color-contrast']).analyze())

/** What axe finds on the page; frames run no scripts, axe's neither: what they show is examined as a page of its own. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  const found = await new AxeBuilder({ page })
    .exclude('iframe')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return told(found)
}
