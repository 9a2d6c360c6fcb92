import { test as base, expect, type APIRequestContext, type APIResponse, type FrameLocator, type Page } from "@playwright/test";

type Created = { portalId: number; accessToken: string; developerApiKey: string };

/** A portal of the test's own. */
export class Portal {
  readonly id: number;

  /** What HubSpot calls the hapikey, for the settings of calling apps. */
  readonly developerApiKey: string;

  constructor(private readonly request: APIRequestContext, private readonly created: Created) {
    this.id = created.portalId;
    this.developerApiKey = created.developerApiKey;
  }

  /** The page of a record. */
  record(objectTypeId: string, objectId: number) {
    return `/contacts/${this.id}/record/${objectTypeId}/${objectId}`;
  }

  get(path: string) {
    return read(this.request.get(`/api/portals/${this.id}${path}`));
  }

  /** The calling app of this portal, over what is configured. */
  settings(settings: object) {
    return read(this.request.put(`/api/portals/${this.id}/settings`, { data: settings }));
  }

  /** From now on this goes wrong. */
  faults(...rules: object[]) {
    return read(this.request.put(`/api/portals/${this.id}/faults`, { data: { rules } }));
  }

  /** Has the open page do what a user would do; answers where the trace stood before. */
  async act(action: object): Promise<number> {
    return (await read(this.request.post(`/api/portals/${this.id}/actions`, { data: action }))).after;
  }

  /** Waits for these messages, in this order; answers where the last of them stands. What is missing is in the failure. */
  async expect(expectation: object): Promise<number> {
    return (await read(this.request.post(`/api/portals/${this.id}/expect`, { data: expectation }))).after;
  }

  /** Asks HubSpot's REST API, as the app's backend would. */
  rest(method: string, path: string, data?: object) {
    return this.request.fetch(path, { method, data, headers: { authorization: `Bearer ${this.created.accessToken}` } });
  }
}

/** Your tests import this "test" instead of Playwright's. */
export const test = base.extend<{ seed: object | string; portal: Portal }>({
  /** What is in the portal. */
  seed: ["demo", { option: true }],
  portal: async ({ request, seed }, use) => {
    const portal = new Portal(request, await read(request.post("/api/portals", { data: { seed } })));
    await use(portal);
    await request.delete(`/api/portals/${portal.id}`);
  },
});

/** The widget in the page: yours, or the demo softphone. */
export const widget = (page: Page): FrameLocator => page.frameLocator("#hubspot-calling-extension-iframe");

/** Presses a button of the widget. */
export const press = (page: Page, name: string) => widget(page).getByRole("button", { name }).click();

/** Presses the button that calls. */
export const call = (page: Page) => page.getByRole("button", { name: "Call", exact: true }).click();

export { expect };

async function read(asked: Promise<APIResponse>) {
  const answer = await asked;
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}
