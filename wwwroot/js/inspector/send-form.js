import { required, setText } from "../shared/dom.js";

/** Sends messages to the widget by hand. */
export class SendForm {
  #box;
  #form;
  #text;
  #error;
  #sent;

  /** @param {HTMLDetailsElement} box */
  constructor(box) {
    this.#box = box;
    this.#form = /** @type {HTMLFormElement} */ (required(box, "form"));
    this.#text = /** @type {HTMLTextAreaElement} */ (required(box, "textarea"));
    this.#error = required(box, "[data-slot=send-error]");
    this.#sent = required(box, "[data-slot=sent]");
    const types = /** @type {HTMLSelectElement} */ (required(box, "select[name=template]"));
    const template = () => (this.#text.value = types.selectedOptions[0]?.dataset["template"] ?? "");
    types.addEventListener("change", template);
    template();
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send();
    });
    box.hidden = false;
  }

  /** Puts a message in that was sent before; it gets an id of its own.
   * @param {string} payload JSON
   */
  edit(payload) {
    const message = JSON.parse(payload);
    if (message && typeof message === "object") delete message["messageId"];
    this.#text.value = JSON.stringify(message, null, 2);
    this.#box.open = true;
    this.#box.scrollIntoView({ block: "nearest" });
    this.#text.focus();
  }

  async #send() {
    this.#tell("", "");
    const message = readMessage(this.#text.value);
    if (typeof message === "string") return this.#tell("", message);
    const surface = /** @type {HTMLSelectElement} */ (required(this.#form, "select[name=surface]")).value;
    try {
      const answer = await fetch(this.#box.dataset["actions"] ?? "", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ action: "send", message, ...(surface ? { surface } : {}) }),
        signal: AbortSignal.timeout(15_000),
      });
      const body = await answer.json();
      if (answer.ok) this.#tell(`${message["type"]} was sent to the ${body.location}.`, "");
      else this.#tell("", body.detail ?? body.title);
    } catch (error) {
      this.#tell("", `The message could not be sent. ${error instanceof Error ? error.message : ""}`);
    }
  }

  /**
   * @param {string} sent
   * @param {string} error
   */
  #tell(sent, error) {
    setText(this.#sent, sent);
    setText(this.#error, error);
    this.#error.hidden = error === "";
  }
}

/**
 * The message, or what is wrong with it.
 * @param {string} text
 * @returns {Record<string, unknown> | string}
 */
export function readMessage(text) {
  if (text.trim() === "") return "There is no message. Type one, such as {\"type\": \"END_CALL\"}.";
  /** @type {unknown} */
  let message;
  try {
    message = JSON.parse(text);
  } catch (error) {
    return `This is not JSON: ${error instanceof Error ? error.message : error}`;
  }
  if (message === null || typeof message !== "object" || Array.isArray(message)) {
    return "A message is an object with a type, such as {\"type\": \"END_CALL\"}.";
  }
  const type = /** @type {Record<string, unknown>} */ (message)["type"];
  if (typeof type !== "string" || type === "") return "The message has no type. Add one, such as \"type\": \"END_CALL\".";
  return /** @type {Record<string, unknown>} */ (message);
}
