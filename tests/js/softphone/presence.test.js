import assert from "node:assert/strict";
import { test } from "node:test";
import { initialState } from "../../../wwwroot/softphone/softphone-state.js";
import { choices, from, greeted, ids, methods, ready, run } from "./run.js";

const greeting = (overrides) => run(initialState({ ...choices, ...overrides }, null), from("READY", ready));

test("the greeting is answered with what the agent chose and the wanted size", () => {
  assert.deepEqual(greeting().sends, [
    { method: "initialized", data: { isLoggedIn: true, isAvailable: true, sizeInfo: { width: 400, height: 650 } } },
  ]);
  const { data } = greeting({ loggedIn: false }).sends[0];
  assert.deepEqual([data.isLoggedIn, data.isAvailable], [false, false]);
});

test("an old or silent portal leaves what it did not say unknown", () => {
  const { portal } = run(initialState(choices, null), from("READY", undefined)).state;
  assert.deepEqual(portal, { portalId: null, userId: null, ownerId: null, iframeLocation: null, hostUrl: null, usesCallingWindow: true });
});

test("logging in again restores the availability that HubSpot forgot", () => {
  const out = run(greeted(), { type: "logOut" });
  assert.deepEqual(methods(out.sends), ["userLoggedOut"]);
  assert.deepEqual(methods(run(out.state, { type: "logIn" }).sends), ["userLoggedIn", "userAvailable"]);
  const away = run(greeted({ loggedIn: false, available: false }), { type: "logIn" });
  assert.deepEqual(methods(away.sends), ["userLoggedIn"]);
});

test("what is so already is not said again", () => {
  for (const event of [{ type: "logIn" }, { type: "setAvailable", available: true }, { type: "answer", at: 1 }]) {
    assert.deepEqual(run(greeted(), event).sends, []);
  }
});

test("availability is told as it changes", () => {
  const away = run(greeted(), { type: "setAvailable", available: false });
  assert.deepEqual(methods(away.sends), ["userUnavailable"]);
  assert.deepEqual(methods(run(away.state, { type: "setAvailable", available: true }).sends), ["userAvailable"]);
});

test("nothing starts before the greeting or while logged out", () => {
  const dial = { type: "dial", number: "+1", at: 1, ids };
  assert.deepEqual(run(initialState(choices, null), dial).sends, []);
  assert.deepEqual(run(greeted({ loggedIn: false }), dial).sends, []);
});

test("HubSpot's failures are shown with their reason, when there is one", () => {
  const notice = (message, data) => run(greeted(), from(message, data)).state.notice;
  assert.deepEqual(notice("UPDATE_ENGAGEMENT_FAILED", { error: { message: "No such engagement" } }), {
    tone: "bad",
    text: "HubSpot could not save the call: No such engagement",
  });
  assert.deepEqual(notice("CREATE_ENGAGEMENT_FAILED", undefined), {
    tone: "bad",
    text: "HubSpot could not create the engagement.",
  });
  assert.equal(notice("UPDATE_ENGAGEMENT_SUCCEEDED", { engagementId: 1 }).tone, "good");
});

test("messages without a meaning for the softphone change nothing", () => {
  const state = greeted();
  for (const message of ["VISIBILITY_CHANGED", "SET_CALL_STATE", "SOMETHING_NEW"]) {
    assert.deepEqual(run(state, from(message, {})), { state, sends: [] });
  }
});

test("errors and sizes go out as typed", () => {
  assert.deepEqual(run(greeted(), { type: "sendError", message: "No line" }).sends, [
    { method: "sendError", data: { message: "No line" } },
  ]);
  assert.deepEqual(run(greeted(), { type: "resize", width: 520, height: 720 }).sends, [
    { method: "resizeWidget", data: { width: 520, height: 720 } },
  ]);
});
