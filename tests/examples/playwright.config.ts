import { defineConfig } from "@playwright/test";

// Where the portal is, and which Chromium to use instead of Playwright's own, where one is installed.
const { MOCKPORTAL_URL, MOCKPORTAL_CHROMIUM } = process.env;

export default defineConfig({
  fullyParallel: true,
  forbidOnly: true,
  reporter: "list",
  // A machine that does other things as well takes its time, and a test that passes is no slower for it.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: MOCKPORTAL_URL ?? "http://localhost:5080",
    trace: "retain-on-failure",
    launchOptions: { args: ["--no-sandbox"], ...(MOCKPORTAL_CHROMIUM ? { executablePath: MOCKPORTAL_CHROMIUM } : {}) },
  },
});
