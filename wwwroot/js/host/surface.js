/** @import { Asked, PageEffect, PortalContext, Provider, SurfaceEvent, SurfaceLocation, SurfaceView } from "../shared/types.js" */
/** @import { Alerts } from "./alerts.js" */
import { browserClock, newUuid } from "./clock.js";
import { Departure } from "./departure.js";
import { carryOut } from "./effects.js";
import { Exchange } from "./exchange.js";
import { Handshake } from "./handshake.js";
import { Live } from "./live.js";
import { openingEvents, syncFields } from "./opening.js";
import { arrivedFrom } from "./navigation.js";
import { Relay } from "./relay.js";
import { SurfaceDisplay } from "./surface-display.js";
import { Timeline } from "./timeline.js";
import { WidgetFrame } from "./widget-frame.js";

const forgottenText =
  "The portal did not hear from this page for some minutes, so the widget was closed and a call in it was dropped.";
const goneText = "The portal of this page does not exist any more.";

/** One iframe with the host page around it: joins frame, handshake and relay, and carries out what the server decides. */
export class Surface {
  /** @type {SurfaceView | null} */
  #view = null;
  #lastDial = 0;
  #gone = false;

  #context;
  #provider;
  #alerts;
  #display;
  #departure;
  #frame;
  #handshake;
  #relay;
  #live;
  #exchange;
  #timeline;
  #shown;
  #act;
  /** @type {SurfaceLocation} */
  #location = "widget";

  /**
   * @param {PortalContext} context
   * @param {Provider} provider
   * @param {Alerts} alerts
   * @param {(view: SurfaceView) => void} shown
   * @param {(asked: Asked) => string | null} act does what was asked for from outside, or says why not
   */
  constructor(context, provider, alerts, shown, act) {
    this.#context = context;
    this.#provider = provider;
    this.#alerts = alerts;
    this.#shown = shown;
    this.#act = act;
    this.#exchange = new Exchange(context.portalId);
    this.#timeline = new Timeline((text) => alerts.show("warning", text));
    this.#display = new SurfaceDisplay((event) => void this.#report(event), (url) => this.#departure.leaveTo(url));
    this.#departure = new Departure(this.#display.guard, this.#exchange, (message) => {
      if (this.#handshake.send(message)) this.#report({ kind: "message-sent", message });
    });
    this.#relay = this.#makeRelay();
    this.#live = new Live({
      clock: browserClock,
      connect: () => this.#exchange.connect(),
      news: () => this.#relay.wake(),
    });
    this.#frame = new WidgetFrame(this.#display.panel.frameSlot, {
      loading: (url) => this.#handshake.loading(url),
      loaded: () => this.#handshake.loaded(),
      received: (data, origin) => this.#handshake.received(data, origin),
    });
    this.#handshake = this.#makeHandshake();
  }

  /** What the server said last; null before it has. */
  get view() {
    return this.#view;
  }

  /** Tells the server of this surface, again when the user has chosen another provider.
   * @param {Provider} provider
   * @param {SurfaceLocation} place
   */
  open(provider, place) {
    this.#provider = provider;
    this.#location = place;
    this.#display.panel.setProvider(provider);
    this.#closeFrame();
    for (const event of openingEvents(this.#context, provider, place, arrivedFrom())) this.#report(event);
    this.#live.start();
  }

  /** The panel is wanted, or not any more.
   * @param {boolean} open
   */
  reveal(open) {
    this.#report(open ? { kind: "restore" } : { kind: "minimize" });
  }

  /** The calling window is open elsewhere, and wanted here. */
  useHere() {
    this.#report({ kind: "use-here" });
  }

  /** A second click while the first is on its way is the same wish, not a second call.
   * @param {Extract<SurfaceEvent, { kind: "dial" }>} event
   */
  dial(event) {
    if (this.#gone) this.#alerts.show("error", goneText);
    else if (this.#lastDial <= this.#relay.settled) this.#lastDial = this.#report(event);
  }

  /** @param {SurfaceEvent} event what the user did elsewhere on the page */
  tell(event) {
    if (this.#gone) this.#alerts.show("error", goneText);
    else this.#report(event);
  }

  /** The page can be seen again: the server may have news. */
  wake() {
    this.#relay.wake();
  }

  /** The page goes away; nothing comes back from here. */
  close() {
    this.#departure.endCall();
    this.#live.stop();
    const last = this.#relay.close();
    if (last) this.#exchange.sendLast(last);
  }

  /** The server heard nothing for minutes (the machine slept) and has let this surface and its call go. */
  #startAnew() {
    if (this.#frame.exists) this.#alerts.show("warning", forgottenText);
    this.#exchange.renew();
    this.#relay.restart();
    this.#lastDial = 0;
    this.open(this.#provider, this.#location);
  }

  /** @param {SurfaceEvent} event */
  #report(event) {
    return this.#relay.push(event);
  }

  #makeRelay() {
    return new Relay({
      clock: browserClock,
      send: (body) => this.#exchange.send(body),
      carryOut: (effect, number) => this.#carryOut(effect, number),
      show: (view) => this.#show(view),
      expect: (fault) => this.#handshake.expect(fault),
      troubled: (waiting) => this.#display.showTrouble(waiting),
      forgotten: () => this.#startAnew(),
      reset: () => this.#departure.reload(),
      gone: (detail) => {
        this.#gone = true;
        this.#live.stop();
        this.#alerts.show("error", `${goneText} ${detail}`);
      },
      rejected: (detail) => this.#alerts.show("error", detail),
    });
  }

  #makeHandshake() {
    return new Handshake({
      clock: browserClock,
      post: (message, targetOrigin) => this.#frame.post(message, targetOrigin),
      postAsStranger: (message, targetOrigin) => this.#frame.postAsStranger(message, targetOrigin),
      fields: () => syncFields(this.#context, this.#provider, this.#location, this.#view),
      newId: () => `host-${newUuid()}`,
      report: (event) => void this.#report(event),
      changed: (state, reason) => this.#display.panel.setState(state, reason),
      observe: () => ({
        url: this.#frame.url,
        hostUrl: location.origin,
        blockedByPolicy: this.#frame.blockedByPolicy,
        location: this.#frame.location,
      }),
      interval: this.#context.syncIntervalMilliseconds,
      limit: this.#context.syncTimeLimitMilliseconds,
      lenient: this.#context.lenientSyncOrigin,
    });
  }

  /** @type {(effect: PageEffect, number: number) => void} */
  #carryOut(effect, number) {
    const refusal = carryOut(effect, {
      frame: this.#frame,
      provider: this.#provider,
      panel: this.#display.panel,
      alerts: this.#alerts,
      timeline: this.#timeline,
      clock: browserClock,
      report: (event) => void this.#report(event),
      closeFrame: () => this.#closeFrame(),
      send: (message) => this.#send(message),
      departure: this.#departure,
      dial: (event) => this.dial(event),
      act: this.#act,
    });
    // Whoever follows a link answers by going away.
    if (effect.byHand && effect.kind !== "follow-link") this.#report({ kind: "action-done", effect: number, refusal: refusal ?? null });
  }

  #closeFrame() {
    this.#frame.remove();
    this.#handshake.removed();
  }

  /**
   * @param {{ type: string }} message
   * @returns {string | null} why it was lost
   */
  #send(message) {
    if (this.#handshake.send(message)) return null;
    const lost = `${this.#provider.name} is loading a new page and missed`;
    if (message.type === "DIAL_NUMBER") this.#alerts.show("warning", `${lost} the dial. Press Call again.`);
    return `${lost} ${message.type}.`;
  }

  /** @param {SurfaceView} view */
  #show(view) {
    this.#view = view;
    this.#display.show(view, this.#provider.name);
    this.#shown(view);
  }
}
