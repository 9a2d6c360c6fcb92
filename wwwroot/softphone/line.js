/** @import { Event, Line, LineStep, Post, Send, State } from "./types.js" */
import { step } from "./softphone-state.js";

// HubSpot loads the softphone several times: in every tab (`remote`) and in the calling window (`window`). The window
// holds the call, because HubSpot's tabs reload with every page; the remotes show what it shows and pass on what the
// agent presses. Which of them talks to HubSpot is a setting of the app, `usesCallingWindow`.

/** What concerns only the instance itself, whichever holds the call. */
const ownMethods = ["initialized", "resizeWidget", "setWidgetUrl"];
const ownEvents = ["resize", "moveTo", "dismissNotice"];

/**
 * @param {State} state
 * @returns {Line}
 */
export function newLine(state) {
  return { state, windowHeard: false, waiting: null };
}

/** Shows the window's call instead of having one.
 * @param {Line} line
 */
export function isMirror({ state: { portal }, windowHeard }) {
  return portal?.iframeLocation === "remote" && (portal.usesCallingWindow || windowHeard);
}

/**
 * Something happens to this instance: the agent presses a button, HubSpot says something.
 * @param {Line} line
 * @param {Event} event
 * @returns {LineStep}
 */
export function act(line, event) {
  if (event.type === "received" && event.message === "READY") return greet(line, event);
  if (!isMirror(line)) return run(line, event);
  if (ownEvents.includes(event.type)) return run(line, event);
  if (line.windowHeard) return { line, sends: [], posts: [{ type: "event", event }] };
  // HubSpot opens the window with the same click, so it will be here in a moment.
  const waiting = event.type === "received" && event.message === "DIAL_NUMBER" ? event : line.waiting;
  return { line: { ...line, waiting }, sends: [], posts: [] };
}

/**
 * Another instance said something.
 * @param {Line} line
 * @param {Post} post
 * @returns {LineStep}
 */
export function heard(line, post) {
  const { portal } = line.state;
  if (portal?.iframeLocation === "window") {
    if (post.type === "event") return run(line, post.event);
    return { line, sends: [], posts: post.type === "hello" ? [snapshot(line.state)] : [] };
  }
  if (portal?.iframeLocation !== "remote") return { line, sends: [], posts: [] };
  switch (post.type) {
    case "state": {
      const { phase, call, lastCall, choices, notice } = post;
      const state = { ...line.state, phase, call, lastCall, choices, notice };
      /** @type {Post[]} */
      const posts = line.waiting ? [{ type: "event", event: line.waiting }] : [];
      return { line: { state, windowHeard: true, waiting: null }, sends: [], posts };
    }
    case "sends":
      return { line, sends: portal.usesCallingWindow ? [] : post.sends, posts: [] };
    case "bye":
      return { line: { ...newLine(line.state), state: { ...line.state, phase: "idle", call: null } }, sends: [], posts: [] };
    default:
      return { line, sends: [], posts: [] };
  }
}

/**
 * A remote learns only here that it is one, so it greets HubSpot like every other instance.
 * @param {Line} line
 * @param {Event} event
 * @returns {LineStep}
 */
function greet(line, event) {
  const { state, sends } = step(line.state, event);
  const location = state.portal?.iframeLocation;
  /** @type {Post[]} */
  const posts = location === "remote" ? [{ type: "hello" }] : location === "window" ? [snapshot(state)] : [];
  return { line: { ...line, state }, sends, posts };
}

/**
 * @param {Line} line
 * @param {Event} event
 * @returns {LineStep}
 */
function run(line, event) {
  const { state, sends } = step(line.state, event);
  const next = { ...line, state };
  if (state.portal?.iframeLocation !== "window") return { line: next, sends, posts: [] };
  const posts = [snapshot(state)];
  if (state.portal.usesCallingWindow) return { line: next, sends, posts };
  const own = (/** @type {Send} */ { method }) => ownMethods.includes(method);
  const others = sends.filter((send) => !own(send));
  return { line: next, sends: sends.filter(own), posts: others.length ? [{ type: "sends", sends: others }, ...posts] : posts };
}

/**
 * @param {State} state
 * @returns {Post}
 */
function snapshot({ phase, call, lastCall, choices, notice }) {
  return { type: "state", phase, call, lastCall, choices, notice };
}
