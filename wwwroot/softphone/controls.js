/** @import { CallIds, Dispatch, EndStatus } from "./types.js" */
import { find } from "./dom.js";

/** @returns {CallIds} */
export function freshIds() {
  // HubSpot's ids have about eleven digits; a real app gets one from POST /crm/v3/objects/calls.
  const digits = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return { externalCallId: `demo-${crypto.randomUUID()}`, engagementId: 10_000_000_000 + digits };
}

/**
 * What the agent does, as events.
 * @param {Dispatch} dispatch
 */
export function controls(dispatch) {
  const number = find("number", HTMLInputElement);
  const endStatus = find("end-status", HTMLSelectElement);
  const text = (/** @type {string} */ id) => find(id, HTMLInputElement).value.trim();
  const hangUp = () => {
    const status = /** @type {EndStatus | ""} */ (endStatus.value) || null;
    dispatch({ type: "hangUp", status, at: Date.now() });
  };
  const answer = () => dispatch({ type: "answer", at: Date.now() });

  onClick("log-in", () => dispatch({ type: "logIn" }));
  onClick("log-out", () => dispatch({ type: "logOut" }));
  onClick("answer", answer);
  onClick("accept", answer);
  onClick("hang-up", hangUp);
  onClick("decline", hangUp);
  onClick("transfer", () => dispatch({ type: "transfer" }));
  onClick("call-data", () => dispatch({ type: "sendCallData" }));
  onClick("complete", () => dispatch({ type: "complete", disposition: find("outcome", HTMLSelectElement).value }));
  onClick("dismiss", () => dispatch({ type: "dismissNotice" }));

  onChange("available", (input) => dispatch({ type: "setAvailable", available: input.checked }));
  onChange("hide-widget", (input) => dispatch({ type: "chooseHideWidget", hide: input.checked }));
  onChange("engagement-by", ({ value }) => {
    if (value === "HUBSPOT" || value === "APP") dispatch({ type: "chooseEngagementBy", by: value });
  });
  find("engagement-id", HTMLInputElement).addEventListener("input", () =>
    dispatch({ type: "editEngagementId", text: text("engagement-id").replaceAll(/\D/g, "") }),
  );
  const notes = find("notes", HTMLTextAreaElement);
  notes.addEventListener("input", () => dispatch({ type: "editNotes", text: notes.value }));

  onSubmit("dial-form", () => {
    if (!text("number")) return number.focus();
    dispatch({ type: "dial", number: text("number"), at: Date.now(), ids: freshIds() });
  });
  onSubmit("inbound-form", () =>
    dispatch({ type: "simulateInbound", number: text("caller"), at: Date.now(), ids: freshIds() }),
  );
  onSubmit("error-form", () => dispatch({ type: "sendError", message: text("error-text") }));
  onClick("publish", () => dispatch({ type: "closeForHelpDesk", method: "publishToChannel" }));
  onClick("finalize", () => dispatch({ type: "closeForHelpDesk", method: "finalizeEngagement" }));
  onSubmit("move-form", () => dispatch({ type: "moveTo", url: text("widget-url") }));
  onSubmit("resize-form", () =>
    dispatch({ type: "resize", width: Number(text("width")), height: Number(text("height")) }),
  );

  find("widget-url", HTMLInputElement).value = location.href;
  keypad(number);
  presets();
}

/** @param {HTMLInputElement} number */
function keypad(number) {
  find("keypad", HTMLElement).addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    number.value = target.dataset["key"] === "delete" ? number.value.slice(0, -1) : number.value + target.textContent;
  });
}

function presets() {
  find("presets", HTMLElement).addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    find("width", HTMLInputElement).value = target.dataset["width"] ?? "";
    find("height", HTMLInputElement).value = target.dataset["height"] ?? "";
  });
}

/**
 * @param {string} id
 * @param {() => void} act
 */
function onClick(id, act) {
  find(id, HTMLButtonElement).addEventListener("click", act);
}

/**
 * @param {string} id
 * @param {(input: HTMLInputElement) => void} act
 */
function onChange(id, act) {
  find(id, HTMLElement).addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) act(target);
  });
}

/**
 * @param {string} id
 * @param {() => void} act
 */
function onSubmit(id, act) {
  find(id, HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    act();
  });
}
