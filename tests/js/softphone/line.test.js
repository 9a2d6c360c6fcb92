import assert from "node:assert/strict";
import { test } from "node:test";
import { act, heard, newLine } from "../../../wwwroot/softphone/line.js";
import { initialState } from "../../../wwwroot/softphone/softphone-state.js";
import { choices, dialData, from, ids, methods, ready } from "./run.js";

/** Instances of the softphone that hear each other, and what each of them told HubSpot. */
function agent(usesCallingWindow, ...locations) {
  const said = Object.fromEntries(locations.map((name) => [name, []]));
  const lines = {};
  const take = (name, { line, sends, posts }) => {
    lines[name] = line;
    said[name].push(...methods(sends));
    for (const post of posts) {
      for (const other of Object.keys(lines)) {
        if (other !== name) take(other, heard(lines[other], structuredClone(post)));
      }
    }
  };
  const does = (name, event) => take(name, act(lines[name], event));
  const joins = (name) => {
    said[name] ??= [];
    lines[name] = newLine(initialState(choices, null));
    does(name, from("READY", { ...ready, iframeLocation: name.split(" ")[0], usesCallingWindow }));
  };
  for (const name of locations) joins(name);
  const phases = () => Object.values(lines).map(({ state }) => state.phase);
  return { said, lines, does, joins, take, phases };
}

const places = ["window", "remote 1", "remote 2"];

test("with a calling window it alone talks, and the remotes show its call", () => {
  const { said, does, phases } = agent(true, ...places);
  does("remote 1", from("DIAL_NUMBER", dialData));
  does("remote 2", { type: "answer", at: 2 });
  assert.deepEqual(phases(), ["inCall", "inCall", "inCall"]);
  does("window", { type: "hangUp", status: null, at: 3 });
  does("remote 1", { type: "complete", disposition: "" });
  assert.deepEqual(said, {
    window: ["initialized", "outgoingCall", "callAnswered", "callEnded", "callCompleted"],
    "remote 1": ["initialized"],
    "remote 2": ["initialized"],
  });
  assert.deepEqual(phases(), ["idle", "idle", "idle"]);
});

test("without a calling window every remote says what the window does", () => {
  const { said, does, phases } = agent(false, ...places);
  does("window", { type: "simulateInbound", number: "+1", at: 1, ids });
  does("remote 1", { type: "answer", at: 2 });
  assert.deepEqual(phases(), ["inCall", "inCall", "inCall"]);
  assert.deepEqual(said.window, ["initialized"]);
  for (const remote of ["remote 1", "remote 2"]) {
    assert.deepEqual(said[remote], ["initialized", "incomingCall", "callAnswered"]);
  }
});

test("a remote alone is a softphone of its own where the app has no window, and waits for it where it has", () => {
  const alone = agent(false, "remote");
  alone.does("remote", from("DIAL_NUMBER", dialData));
  assert.deepEqual(alone.said.remote, ["initialized", "outgoingCall"]);

  const waits = agent(true, "remote");
  waits.does("remote", from("DIAL_NUMBER", dialData));
  waits.does("remote", { type: "answer", at: 1 });
  assert.deepEqual([waits.phases(), waits.said.remote], [["idle"], ["initialized"]]);
  waits.joins("window");
  assert.deepEqual(waits.said.window, ["initialized", "outgoingCall"]);
  assert.deepEqual(waits.phases(), ["dialing", "dialing"]);
});

test("a tab that loads anew sees the running call, and a closed window leaves none behind", () => {
  const { does, joins, phases, take, lines } = agent(true, "window", "remote");
  does("remote", from("DIAL_NUMBER", dialData));
  joins("remote");
  assert.deepEqual(phases(), ["dialing", "dialing"]);
  take("remote", heard(lines.remote, { type: "bye" }));
  assert.equal(lines.remote.state.phase, "idle");
});

test("what concerns one instance stays with it", () => {
  const { said, does } = agent(true, "window", "remote");
  does("remote", { type: "resize", width: 500, height: 600 });
  assert.deepEqual(said, { window: ["initialized"], remote: ["initialized", "resizeWidget"] });
});

test("a plain widget has nothing to do with the others", () => {
  const { said, does, phases } = agent(true, "widget 1", "widget 2");
  does("widget 1", from("DIAL_NUMBER", dialData));
  assert.deepEqual([phases(), said["widget 2"]], [["dialing", "idle"], ["initialized"]]);
});
