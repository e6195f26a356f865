import { defineConfig } from '@playwright/test'
// @ts-expect-error It is plain JavaScript without types, as it must run before anything is installed.
import { findInstalledBrowser } from './setup.mjs'

const executablePath: string | undefined = process.env.CHROMIUM_PATH || findInstalledBrowser()
const port = process.env.E2E_PORT ?? '4180'
const address = `http://localhost:${port}/`

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '.results',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  timeout: 180_000,
  workers: 2,
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
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    cwd: '..',
    url: address,
    reuseExistingServer: false,
  },
})
