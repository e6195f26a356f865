import { expect, type Download, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { formatForYear, type Format } from '../src/format'
import { cellsOf, type Cell } from '../src/report/cells'

/** The app as a person finds things in it: by the names of buttons, links and fields, and by the law's own labels. */
export class ReportPage {
  constructor(
    readonly page: Page,
    readonly year = 2023,
    readonly address = './',
  ) {}

  get format(): Format {
    const format = formatForYear(this.year)
    if (!format) throw new Error(`no format for ${this.year}`)
    return format
  }

  async home(): Promise<void> {
    await this.page.goto(this.address)
    await expect(this.button('新建年报')).toBeVisible()
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Makes a new report and stands at its basic information. */
  async create(name: string, kind = '政府部门'): Promise<void> {
    await this.home()
    await this.button('新建年报').click()
    const dialog = this.page.getByRole('dialog', { name: '新建年报' })
    await dialog.getByLabel('单位名称').fill(name)
    await dialog.getByLabel('单位类型').selectOption({ label: kind })
    await dialog.getByLabel('年度').selectOption(String(this.year))
    await dialog.getByRole('button', { name: '开始填报' }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()
  }

  async example(): Promise<void> {
    await this.home()
    await this.button('试填示例').click()
    await expect(this.page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible()
  }

  place(title: string): Locator {
    return this.page.getByRole('navigation', { name: '填报步骤' }).getByRole('link', { name: title })
  }

  async go(title: string): Promise<void> {
    await this.place(title).click()
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }

  async goSection(id: string): Promise<void> {
    const section = this.format.sections.find((one) => one.id === id)
    if (!section) throw new Error(`no section ${id}`)
    await this.go(section.title)
  }

  cellOf(at: string): Cell {
    const cell = cellsOf(this.format).get(at)
    if (!cell) throw new Error(`no cell ${at}`)
    return cell
  }

  /** An entered cell, or a computed one, by its row's and column's label path. */
  cell(at: string): Locator {
    return this.page.getByLabel(this.cellOf(at).label, { exact: true })
  }

  /** What all cells with these names show at this moment. */
  async shown(cells: readonly Cell[]): Promise<Record<string, string>> {
    const byLabel = await this.page
      .getByRole('main')
      .evaluate((main) =>
        Object.fromEntries(
          [...main.querySelectorAll('input[aria-label], output[aria-label]')].map((element) => [
            element.getAttribute('aria-label') ?? '',
            element instanceof HTMLInputElement ? element.value : (element.textContent ?? ''),
          ]),
        ),
      )
    return Object.fromEntries(cells.map(({ at, label }) => [at, byLabel[label] ?? 'not there']))
  }

  balance(column: string): Locator {
    return this.page.getByRole('status', { name: `勾稽 ${column}`, exact: true })
  }

  part(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true })
  }

  /** Says that the unit's reports need no approval. */
  async waive(): Promise<void> {
    await this.go('检查结果')
    await this.button('本单位无需审核').click()
    const dialog = this.page.getByRole('dialog', { name: '本单位无需审核' })
    await dialog.getByLabel('理由').fill('单位只有一人承办，由负责人直接签发')
    await dialog.getByLabel('姓名').fill('王晓')
    await dialog.getByRole('button', { name: '确定无需审核' }).click()
    await expect(this.page.getByText('本单位无需审核：')).toBeVisible()
  }

  /** Makes the final copy of a report that needs no approval, which must be possible. */
  async finalise(): Promise<void> {
    await this.go('检查结果')
    if (await this.button('本单位无需审核').isVisible()) await this.waive()
    await this.button('定稿').click()
    await expect(this.page.getByRole('region', { name: '定稿' })).toContainText('已定稿')
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText(/^已保存 \d\d:\d\d/)).toBeVisible()
  }

  async download(button: string): Promise<{ readonly name: string; readonly text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.button(button).click()])
    return { name: download.suggestedFilename(), text: await textOf(download) }
  }

  async openText(name: string, text: string): Promise<void> {
    await this.openBuffer(name, Buffer.from(text))
  }

  async openBuffer(name: string, buffer: Buffer): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.button('打开文件').click()])
    await chooser.setFiles({ name, mimeType: 'application/json', buffer })
  }
}

const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8')

/** What Playwright itself logs where the tests do without the service worker. */
export const blockedByTest = 'Service Worker registration blocked by Playwright'

/** Every message that the page logs as a warning or error, and every exception: there should be none. */
export const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = []
  page.on('console', (message) => {
    const text = message.text()
    if (['error', 'warning'].includes(message.type()) && text !== blockedByTest) complaints.push(text)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}
