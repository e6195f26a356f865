import { test } from '@playwright/test'
import { ReportPage } from './report-page'
test('con', async ({ page }) => {
  page.on('console', (m) => console.log('CONSOLE', m.type(), m.text()))
  const app = new ReportPage(page, 2025)
  await app.example()
  await app.go('预览与导出')
  await page.waitForTimeout(500)
  console.log('click')
  await page.mouse.click(600, 400)
  await page.waitForTimeout(300)
  console.log('key')
  await page.keyboard.press('a')
  await page.waitForTimeout(300)
})
