import { Relay } from "../../../wwwroot/js/host/relay.js";
import { FakeClock, settle } from "./fake-clock.js";

export const view = { visibility: "hidden", phase: "absent", blocksNavigation: false };

/** A relay whose server is played by the test: every request waits for its answer. */
export function page() {
  const clock = new FakeClock();
  const requests = [];
  const carriedOut = [];
  const views = [];
  const troubles = [];
  const notes = [];
  const relay = new Relay({
    clock,
    send: (body) => new Promise((resolve, reject) => requests.push({ at: clock.now(), body, resolve, reject })),
    carryOut: (effect) => {
      carriedOut.push(effect.kind);
      if (effect.kind === "broken") throw new Error("broken effect");
    },
    show: (shown) => views.push(shown),
    expect: (fault) => {
      if (fault !== null) carriedOut.push(`fault ${fault.mode}`);
    },
    troubled: (waiting) => troubles.push(waiting),
    forgotten: () => {
      notes.push("forgotten");
      relay.restart();
      relay.push(event("opened"));
    },
    reset: () => notes.push("reset"),
    gone: (detail) => notes.push(`gone: ${detail}`),
    rejected: (detail) => notes.push(`rejected: ${detail}`),
  });
  /** Answers the request under way. */
  const answer = async (status, json) => {
    await settle();
    requests.at(-1).resolve({ status, json: async () => json });
    await settle();
  };
  const accept = (acknowledged, effects = []) => answer(200, { acknowledged, effects, view });
  const sent = () => requests.map(({ body }) => body.events.map((event) => event.sequence));
  return { clock, relay, requests, carriedOut, views, troubles, notes, answer, accept, sent };
}

export const event = (kind = "minimize") => ({ kind });
