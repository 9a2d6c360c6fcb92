/** @import { Event, LineStep } from "./types.js" */
import { controls, freshIds } from "./controls.js";
import { show } from "./dom.js";
import { connect } from "./hubspot.js";
import { act, heard, isMirror, newLine } from "./line.js";
import { logView } from "./log-view.js";
import { remember, rememberedCall, rememberedChoices } from "./memory.js";
import { initialState } from "./softphone-state.js";
import { tabs } from "./tabs.js";
import { view } from "./view.js";

async function start() {
  const log = logView();
  const draw = view(dispatch, tabs());
  let line = newLine(initialState(rememberedChoices(), rememberedCall()));
  /** @type {BroadcastChannel | null} */
  let others = null;

  const send = await connect((message, data) => {
    const at = Date.now();
    log({ direction: "received", type: message, data, at });
    dispatch({ type: "received", message, data, at, ids: freshIds() });
  }).catch((error) => {
    show("broken", true);
    throw error;
  });

  controls(dispatch);
  draw(line.state);
  window.addEventListener("pagehide", () => {
    if (line.state.portal?.iframeLocation === "window") others?.postMessage({ type: "bye" });
  });

  /** @param {Event} event */
  function dispatch(event) {
    take(act(line, event));
  }

  /** @param {LineStep} step */
  function take({ line: next, sends, posts }) {
    line = next;
    for (const message of sends) {
      log({ direction: "sent", type: send(message), data: message.data, at: Date.now() });
    }
    others ??= listen();
    for (const post of posts) others?.postMessage(post);
    if (!isMirror(line)) remember(line.state);
    draw(line.state);
  }

  /** The instances of one portal in this browser hear each other. */
  function listen() {
    const { portal } = line.state;
    if (!portal || portal.portalId === null) return null;
    const channel = new BroadcastChannel(`softphone-${portal.portalId}`);
    channel.addEventListener("message", (event) => take(heard(line, event.data)));
    return channel;
  }
}

// The SDK posts to the parent window: without one it would talk to itself.
if (window.parent === window) show("direct", true);
else await start();
