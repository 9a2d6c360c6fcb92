import { call, expect, press, test, widget } from "./portal";

const calls = "/crm/v3/objects/calls";
const newCall = { properties: { hs_timestamp: "1770091506789", hs_call_body: "Wants a quote" } };

test("the user hears that a call cannot be logged, and the call goes on", async ({ page, portal }) => {
  await portal.faults({ fault: "fail", request: "CREATE_ENGAGEMENT", message: "No space left." });
  await page.goto(portal.record("0-1", 101));
  await call(page);

  await expect(widget(page).getByTestId("notice")).toContainText("No space left.");
  await press(page, "Answer");
  await expect(page.getByTestId("call-status")).toHaveAttribute("data-state", "in-progress");
  expect((await portal.get("/engagements")).results).toEqual([]);
});

test("an id that comes after the call has ended is still the call's", async ({ page, portal }) => {
  await portal.faults({ fault: "delay", direction: "toWidget", type: "*ENGAGEMENT_*ED", delay: "10m" });
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await press(page, "Hang up");
  let after = await portal.expect({ messages: [{ type: "CALL_ENDED" }] });

  // What was held back goes on when the faults end. It is in the trace a moment before the widget has it.
  await portal.faults();
  after = await portal.expect({ after, messages: [{ type: "CREATE_ENGAGEMENT_SUCCEEDED" }] });
  await expect(widget(page).getByTestId("log")).toContainText("CREATE_ENGAGEMENT_SUCCEEDED");
  await press(page, "Complete");
  const { results: [{ engagementId }] } = await portal.get("/engagements");
  await portal.expect({ after, messages: [{ type: "CALL_COMPLETED", data: { engagementId } }] });
});

test("a widget that was never greeted can be tried again", async ({ page, portal }) => {
  await portal.faults({ fault: "sync", mode: "never", nth: 1 }, { fault: "syncLimit", limit: "1s", nth: 1 });
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await expect(page.getByTestId("call-widget")).toHaveAttribute("data-state", "failed");

  await page.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByTestId("call-widget")).toHaveAttribute("data-state", "initialized");
});

test("a request that was one too many works the second time", async ({ portal }) => {
  await portal.faults({ fault: "rest", path: `${calls}*`, status: 429, first: 1 });

  const refused = await portal.rest("POST", calls, newCall);
  expect(refused.status()).toBe(429);
  expect(await refused.json()).toMatchObject({ errorType: "RATE_LIMIT", policyName: "SECONDLY" });

  expect((await portal.rest("POST", calls, newCall)).status()).toBe(201);
});

test("an answer that was cut off does not mean that nothing was done", async ({ portal }) => {
  await portal.faults({ fault: "rest", method: "POST", cutOff: true, first: 1 });

  await expect(portal.rest("POST", calls, newCall)).rejects.toThrow();

  const { results } = await (await portal.rest("GET", calls)).json();
  expect(results).toHaveLength(1);
});
