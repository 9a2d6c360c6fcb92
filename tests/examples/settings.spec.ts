import { expect, test } from "./portal";

const settings = "/crm/v3/extensions/calling/1234567/settings";

test("an app that HubSpot's settings endpoint was told of is in the menu", async ({ page, portal }) => {
  const app = { name: "My app", url: "https://calls.example.org/widget", supportsInboundCalling: true };
  const stored = await portal.rest("POST", `${settings}?hapikey=${portal.developerApiKey}`, app);
  expect(stored.status()).toBe(200);
  expect(await stored.json()).toMatchObject({ ...app, isReady: true, usesRemote: true });

  await page.goto(portal.record("0-1", 101));
  await page.getByTestId("call-options").click();
  await expect(page.getByTestId("provider").filter({ hasText: "My app" })).toBeVisible();
});

test("the token of a private app does not open it", async ({ portal }) => {
  expect((await portal.rest("GET", settings)).status()).toBe(401);
});
