/** @import { Event } from "./types.js" */
import { controls, freshIds } from "./controls.js";
import { show } from "./dom.js";
import { connect } from "./hubspot.js";
import { logView } from "./log-view.js";
import { remember, rememberedCall, rememberedChoices } from "./memory.js";
import { initialState, step } from "./softphone-state.js";
import { tabs } from "./tabs.js";
import { view } from "./view.js";

async function start() {
  const log = logView();
  const draw = view(dispatch, tabs());
  let state = initialState(rememberedChoices(), rememberedCall());

  const send = await connect((message, data) => {
    const at = Date.now();
    log({ direction: "received", type: message, data, at });
    dispatch({ type: "received", message, data, at, ids: freshIds() });
  }).catch((error) => {
    show("broken", true);
    throw error;
  });

  controls(dispatch);
  draw(state);

  /** @param {Event} event */
  function dispatch(event) {
    const { state: next, sends } = step(state, event);
    state = next;
    for (const message of sends) {
      log({ direction: "sent", type: send(message), data: message.data, at: Date.now() });
    }
    remember(state);
    draw(state);
  }
}

// The SDK posts to the parent window: without one it would talk to itself.
if (window.parent === window) show("direct", true);
else await start();
