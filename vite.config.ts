/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: './',
  plugins: [react()],
  // Office browsers stand on Chromium 87 and later; 86 is the nearest real kernel to test on.
  build: { target: 'chrome86', cssTarget: 'chrome86', manifest: 'manifest.json', assetsInlineLimit: 0 },
  // The style of the printed page is read as text. A busy machine is no fault: only what hangs is to fail.
  test: { include: ['src/**/*.test.{ts,tsx}'], css: true, testTimeout: 60_000 },
})
