import { call, expect, press, test } from "./portal";

test("without a seat nobody can call, and the page says so", async ({ page, portal }) => {
  await portal.settings({ seat: false });
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await expect(page.getByRole("alert")).toContainText("no seat");
  await expect(page.locator("#hubspot-calling-extension-iframe")).toHaveCount(0);

  // Somebody pays for one.
  await portal.settings({ seat: true });
  await page.reload();
  await call(page);
  await press(page, "Answer");
});

test("an administrator allows another app only", async ({ page, portal }) => {
  await portal.settings({ lockedProvider: "Another app" });
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await expect(page.getByRole("alert")).toContainText("allows only Another app");
});
