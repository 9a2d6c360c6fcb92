import assert from "node:assert/strict";
import { test } from "node:test";
import { Live } from "../../../wwwroot/js/host/live.js";
import { FakeClock } from "./fake-clock.js";

/** A page whose connections are made and broken by the test. */
function page() {
  const clock = new FakeClock();
  const sockets = [];
  const heard = [];
  const live = new Live({
    clock,
    connect: () => {
      const socket = new EventTarget();
      socket.close = () => (socket.closed = true);
      sockets.push(socket);
      return socket;
    },
    news: () => heard.push(sockets.length),
  });
  live.start();
  return { clock, sockets, heard, live, happens: (type, index = -1) => sockets.at(index).dispatchEvent(new Event(type)) };
}

test("a_page_looks_for_news_when_it_is_connected_and_when_it_is_told_to", () => {
  const { heard, happens } = page();
  assert.deepEqual(heard, []);
  happens("open");
  happens("message");
  assert.equal(heard.length, 2);
});

test("a_broken_connection_comes_back_slower_and_slower_until_it_holds", async () => {
  const { clock, sockets, happens } = page();
  for (const delay of [250, 500, 1000, 2000, 3000, 3000]) {
    const before = sockets.length;
    happens("close");
    await clock.pass(delay - 1);
    assert.equal(sockets.length, before);
    await clock.pass(1);
    assert.equal(sockets.length, before + 1);
  }
  happens("open");
  happens("close");
  await clock.pass(250);
  assert.equal(sockets.length, 8);
});

test("an_old_connection_has_no_say_after_a_new_start_or_the_end", async () => {
  const { clock, sockets, heard, live, happens } = page();
  live.start();
  assert.equal(sockets[0].closed, true);
  happens("message", 0);
  happens("close", 0);
  live.stop();
  happens("close");
  happens("message");
  await clock.pass(10_000);
  assert.deepEqual([sockets.length, heard], [2, []]);
});
