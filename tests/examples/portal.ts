import { test as base, expect, type APIRequestContext, type FrameLocator, type Page } from "@playwright/test";

/** A portal of the test's own. */
export class Portal {
  constructor(private readonly request: APIRequestContext, readonly id: number, readonly accessToken: string) {}

  /** The page of a record. */
  record(objectTypeId: string, objectId: number) {
    return `/contacts/${this.id}/record/${objectTypeId}/${objectId}`;
  }

  async get(path: string) {
    const answer = await this.request.get(`/api/portals/${this.id}${path}`);
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  }

  /** Has the open page do what a user would do. */
  async act(action: object) {
    const answer = await this.request.post(`/api/portals/${this.id}/actions`, { data: { waitForPage: "10s", ...action } });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json() as Promise<{ after: number }>;
  }

  /** Waits for these messages, in this order; what is missing is in the failure. */
  async expect(expectation: object) {
    const answer = await this.request.post(`/api/portals/${this.id}/expect`, { data: expectation });
    expect(answer.ok(), await answer.text()).toBe(true);
  }

  /** The calling app of this portal, over what is configured. */
  async settings(settings: object) {
    const answer = await this.request.put(`/api/portals/${this.id}/settings`, { data: settings });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
}

/** Your tests import this "test" instead of Playwright's. */
export const test = base.extend<{ portal: Portal }>({
  portal: async ({ request }, use) => {
    const created = await (await request.post("/api/portals")).json();
    await use(new Portal(request, created.portalId, created.accessToken));
    await request.delete(`/api/portals/${created.portalId}`);
  },
});

/** The widget in the page: yours, or the demo softphone. */
export const widget = (page: Page): FrameLocator => page.frameLocator("#hubspot-calling-extension-iframe");

export { expect };
