import { defineConfig } from '@playwright/test'
// @ts-expect-error It is plain JavaScript without types, as it must run before anything is installed.
import { browserFlags, findInstalledBrowser, findShell } from './setup.mjs'

const browser: string | undefined = process.env.CHROMIUM_PATH || findInstalledBrowser()
const shell: string | undefined =
  process.env.CHROMIUM_SHELL_PATH || (process.env.CHROMIUM_PATH ? undefined : findShell())
const port = process.env.E2E_PORT ?? '4180'
const address = `http://localhost:${port}/`

/** What asks the browser itself for something, and one whole report; all else goes quicker in the shell without windows. */
const inTheBrowser = ['clipboard', 'first-report', 'folder', 'offline', 'policy', 'storage'].map(
  (name) => `${name}.spec.ts`,
)

const launchOptions = (executablePath: string | undefined) => ({
  ...(executablePath && { executablePath }),
  args: browserFlags as string[],
})

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '.results',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  timeout: 180_000,
  // On two cores: many tests wait for another window, a lease or a clock, and a third fills what they leave (8.2 for 9.5 minutes).
  workers: 3,
  use: {
    baseURL: address,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A trace doubles the time of a run, and its scripts complain in frames that run none: `--trace on` where one is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    video: 'off',
    // Keeping the whole program for use without the server is tested by itself; elsewhere it would only cost time.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'Chromium', testMatch: inTheBrowser, use: { launchOptions: launchOptions(browser) } },
    { name: 'shell', testIgnore: inTheBrowser, use: { launchOptions: launchOptions(shell ?? browser) } },
  ],
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    cwd: '..',
    url: address,
    reuseExistingServer: false,
  },
})
