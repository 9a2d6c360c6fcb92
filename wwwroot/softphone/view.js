/** @import { Dispatch, Portal, State } from "./types.js" */
import { callView } from "./call-view.js";
import { find, make, setText, setValue, show } from "./dom.js";
import { describeState } from "./words.js";

/**
 * Draws the state; the page's elements hold nothing the state does not know, except what is being typed.
 * @param {Dispatch} dispatch
 * @param {(tab: string) => void} openTab
 * @returns {(state: State) => void}
 */
export function view(dispatch, openTab) {
  const drawCall = callView(dispatch);
  /** @type {State | null} */
  let drawn = null;

  return (state) => {
    const { portal, choices, phase, notice } = state;
    const focused = document.activeElement;
    show("connecting", portal === null);
    show("app", portal !== null);
    show("presence", portal !== null && choices.loggedIn);
    show("logged-out", phase === "idle" && !choices.loggedIn);
    show("idle", phase === "idle" && choices.loggedIn);
    show("call", phase !== "idle");
    show("notice", notice !== null);
    setText("notice-text", notice?.text ?? "");
    find("notice", HTMLElement).dataset["tone"] = notice?.tone ?? "";
    setText("call-state", describeState(state));
    document.body.dataset["phase"] = phase;
    document.body.dataset["presence"] = !choices.loggedIn ? "off" : choices.available ? "available" : "away";

    find("available", HTMLInputElement).checked = choices.available;
    find("hide-widget", HTMLInputElement).checked = choices.hideWidget;
    for (const radio of document.querySelectorAll("#engagement-by input")) {
      if (radio instanceof HTMLInputElement) radio.checked = radio.value === choices.engagementBy;
    }
    if (drawn?.callerNumber !== state.callerNumber) setValue(find("caller", HTMLInputElement), state.callerNumber);
    drawHelpDesk(state);
    if (portal && drawn?.portal !== portal) drawFacts(portal);
    drawCall(state);
    // A call comes first, whatever the agent was looking at.
    if (phase !== "idle" && drawn?.call?.externalCallId !== state.call?.externalCallId) openTab("tab-phone");
    // The button that was pressed may be gone; a keyboard goes on from here instead of from the top of the page.
    if (focused && focused !== document.body && !focused.checkVisibility()) find("phone", HTMLElement).focus();
    drawn = state;
  };
}

/** @param {State} state */
function drawHelpDesk({ lastCall }) {
  const ready = Boolean(lastCall?.engagementId);
  find("finalize", HTMLButtonElement).disabled = !ready;
  find("publish", HTMLButtonElement).disabled = !ready;
  setText("help-desk-call", ready ? `Engagement ${lastCall?.engagementId}, the call with ${lastCall?.number}.` : "No call completed yet.");
}

/** @param {Portal} portal */
function drawFacts(portal) {
  const facts = {
    Portal: portal.portalId,
    User: portal.userId,
    Owner: portal.ownerId,
    Location: portal.iframeLocation,
    Host: portal.hostUrl,
  };
  find("facts", HTMLDListElement).replaceChildren(
    ...Object.entries(facts).flatMap(([name, value]) => [
      make("dt", { text: name }),
      make("dd", { text: value === null ? "not said" : String(value) }),
    ]),
  );
}
