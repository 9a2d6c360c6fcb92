import { call, expect, test, widget } from "./portal";

test("the frame grants the microphone and sound, and nothing else", async ({ page, portal }) => {
  await page.goto(portal.record("0-1", 101));
  await call(page);

  const granted = widget(page).locator("body").evaluate(
    'document.featurePolicy.allowedFeatures().filter((name) => ["microphone", "autoplay", "camera", "display-capture"].includes(name))',
  );
  expect(((await granted) as string[]).sort()).toEqual(["autoplay", "microphone"]);
});

test("a widget that forbids its framing fails, and the panel says where to look", async ({ page, portal }) => {
  await page.route("http://widget.example/**", (route) =>
    route.fulfill({ contentType: "text/html", headers: { "X-Frame-Options": "SAMEORIGIN" }, body: "<h1>Softphone</h1>" }));
  await portal.settings({ name: "Shy app", url: "http://widget.example/" });
  await page.clock.install();
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await expect(page.getByTestId("call-widget")).not.toHaveAttribute("data-state", "absent");
  await page.clock.fastForward("00:31");

  await expect(page.getByTestId("call-widget")).toHaveAttribute("data-state", "failed");
  await expect(page.getByTestId("call-widget")).toContainText("X-Frame-Options or frame-ancestors");
});
