/** @import { Call, Dispatch, Match, State } from "./types.js" */
import { talkTime } from "./call.js";
import { find, make, setText, setValue, show } from "./dom.js";
import { isLive } from "./steps.js";
import { describeDuration, describeEngagement, outcomes, suggestedOutcome } from "./words.js";

/**
 * @param {Dispatch} dispatch
 * @returns {(state: State) => void}
 */
export function callView(dispatch) {
  const notes = find("notes", HTMLTextAreaElement);
  const engagementId = find("engagement-id", HTMLInputElement);
  const outcome = find("outcome", HTMLSelectElement);
  const endStatus = find("end-status", HTMLSelectElement);
  outcome.append(...outcomes.map(({ id, label }) => new Option(label, id)));
  const drawClock = clock();
  /** @type {State | null} */
  let drawn = null;

  return (state) => {
    const { call, phase } = state;
    drawClock(call);
    if (call) {
      const isNew = drawn?.call?.externalCallId !== call.externalCallId;
      if (isNew) endStatus.value = "";
      if (phase === "wrapUp" && (isNew || drawn?.phase !== "wrapUp")) outcome.value = suggestedOutcome(call);
      setText("party-number", call.number);
      setText("party-context", call.context);
      if (isNew || drawn?.call?.matches !== call.matches) drawMatches(call, dispatch);
      setText("engagement-hint", describeEngagement(call));
      setValue(notes, call.notes);
      setValue(engagementId, call.engagementId === null ? "" : String(call.engagementId));
      find("call-data", HTMLButtonElement).disabled = call.engagementId === null;
    }
    show("live", isLive(state));
    show("decline", phase === "ringing");
    show("accept", phase === "ringing");
    show("answer", phase === "dialing");
    show("hang-up", phase === "dialing" || phase === "inCall");
    show("outcome-field", phase === "wrapUp");
    show("wrap-up", phase === "wrapUp");
    drawn = state;
  };
}

/**
 * @param {Call} call
 * @param {Dispatch} dispatch
 */
function drawMatches({ matches, direction }, dispatch) {
  const list = find("matches", HTMLUListElement);
  list.hidden = matches === null || direction === "OUTBOUND";
  list.replaceChildren(
    ...(matches ?? []).map((match, index) =>
      matchItem(match, (newTab) => dispatch({ type: "openRecord", index, newTab })),
    ),
    ...(matches?.length === 0 ? [make("li", { text: "HubSpot knows nobody with this number." })] : []),
  );
}

/**
 * @param {Match} match
 * @param {(newTab: boolean) => void} open
 */
function matchItem(match, open) {
  const detail = [match.kind, match.detail].filter(Boolean).join(" · ");
  const names = make("span", {}, make("strong", { text: match.name }), make("small", { text: detail }));
  const button = (/** @type {string} */ text, /** @type {boolean} */ newTab) => {
    const element = make("button", {}, text, make("span", { class: "sr-only", text: ` of ${match.name}` }));
    element.type = "button";
    element.addEventListener("click", () => open(newTab));
    return element;
  };
  return make("li", {}, names, make("span", { class: "row" }, button("Open record", false), button("New tab", true)));
}

/** @returns {(call: Call | null) => void} */
function clock() {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  return (call) => {
    clearInterval(timer);
    if (!call || call.answeredAt === null) return setText("clock", "");
    const { answeredAt, endedAt } = call;
    const draw = () => setText("clock", describeDuration(endedAt === null ? Date.now() - answeredAt : talkTime(call)));
    draw();
    if (endedAt === null) timer = setInterval(draw, 1000);
  };
}
