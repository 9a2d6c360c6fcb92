import { call, expect, press, test } from "./portal";

test("a call that is never completed is found, with its reason", async ({ page, portal }) => {
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await press(page, "Answer");
  await press(page, "Hang up");
  await expect(page.getByTestId("call-status")).toHaveAttribute("data-state", "wrap-up");
  // The user goes away without pressing Complete.
  await page.goto(portal.record("0-1", 102));

  const { callId } = await portal.get("/calls/wait?state=ghost");
  const { results } = await portal.get(`/calls/${callId}/findings`);
  expect(results).toContainEqual(expect.objectContaining({ code: "ghost", title: "The call was never completed" }));
});
