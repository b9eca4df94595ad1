// How the browser tests run: every spec with and without JavaScript, against a demo server on a database of its own.
// TRIVSEL_URL points them at a server that is already running; TRIVSEL_CHROMIUM chooses the browser.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'

const address = '127.0.0.1:3100'
const isMainProcess = process.env.TEST_WORKER_INDEX === undefined

function demoServer() {
  const folder = mkdtempSync(join(tmpdir(), 'trivsel-end2end-'))
  // For specs that make accounts of their own with the program; workers inherit it.
  process.env.TRIVSEL_TEST_DATABASE = `sqlite://${join(folder, 'demo.db')}`
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return {
    command: `exec target/debug/trivsel demo --listen ${address} --database "sqlite://${join(folder, 'demo.db')}"`,
    cwd: '..',
    url: `http://${address}/`,
    reuseExistingServer: false,
    timeout: 60_000,
    stdout: 'ignore' as const,
    stderr: 'pipe' as const,
  }
}

const chromium = {
  ...devices['Desktop Chrome'],
  launchOptions: {
    executablePath: process.env.TRIVSEL_CHROMIUM || undefined,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  },
}

export default defineConfig({
  testDir: 'tests',
  workers: '100%',
  retries: 0,
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.TRIVSEL_URL ?? `http://${address}`,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'hydrated', use: { ...chromium } },
    { name: 'no-javascript', use: { ...chromium, javaScriptEnabled: false } },
  ],
  webServer: isMainProcess && !process.env.TRIVSEL_URL ? demoServer() : undefined,
})
