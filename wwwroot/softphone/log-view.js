/** @import { LogEntry } from "./types.js" */
import { find, make, setText } from "./dom.js";

const limit = 500;

/**
 * Every message in either direction, newest first.
 * @returns {(entry: LogEntry) => void}
 */
export function logView() {
  const list = find("log", HTMLOListElement);
  let count = 0;
  const drawCount = () => setText("message-count", String(count));

  find("clear-log", HTMLButtonElement).addEventListener("click", () => {
    list.replaceChildren();
    count = 0;
    drawCount();
  });

  return (entry) => {
    list.prepend(logItem(entry));
    if (list.childElementCount > limit) list.lastElementChild?.remove();
    count += 1;
    drawCount();
  };
}

/** @param {LogEntry} entry */
function logItem({ direction, type, data, at }) {
  const when = new Date(at);
  const time = make("time", { text: when.toTimeString().slice(0, 8) });
  time.dateTime = when.toISOString();
  const arrow = make("span", { class: "arrow", text: direction === "sent" ? "sent" : "received" });
  const payload = make("pre", { text: asJson(data) });
  payload.tabIndex = 0;
  const summary = make("summary", {}, arrow, make("code", { text: type }), time);
  const item = make("li", {}, make("details", {}, summary, payload));
  item.dataset["testid"] = "log-entry";
  item.dataset["direction"] = direction;
  item.dataset["type"] = type;
  return item;
}

/**
 * @param {unknown} data
 * @returns {string}
 */
function asJson(data) {
  try {
    return JSON.stringify(data, null, 2) ?? "No data.";
  } catch {
    // postMessage carries more than JSON can say: cycles, big integers.
    return String(data);
  }
}
