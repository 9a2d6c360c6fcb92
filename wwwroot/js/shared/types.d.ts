// Shapes that more than one script uses. The wire shapes mirror src/MockPortal/Calling.

/** Anything JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A CRM record by HubSpot's coordinates. */
export type RecordReference = { objectTypeId: string; objectId: number; name?: string | null };

/** `#portal-context`: what the server tells every page that can call. */
export type PortalContext = {
  portalId: number;
  userId: number;
  ownerId: number;
  /** What kind of page this is; in a tab the effective settings decide between widget and remote. */
  page: "tab" | "window";
  record: RecordReference | null;
  settings: { values: Record<string, unknown>; origins: Record<string, string> };
  /** The provider list as the server knows it; the one that is `own` stands for `settings`. */
  providers: { own: boolean; origin: string; values: Record<string, unknown> }[];
  account: { seat: boolean; seatOrigin: string; lockedProvider?: string | null; lockedProviderOrigin: string };
  syncIntervalMilliseconds: number;
  syncTimeLimitMilliseconds: number;
  lenientSyncOrigin: boolean;
};

export type SurfaceLocation = "widget" | "remote" | "window";

/** The widget a surface loads, as the server is told. */
export type Widget = {
  name: string;
  url: string;
  supportsInboundCalling: boolean;
  usesCallingWindow: boolean;
  usesRemote: boolean;
};

/** One entry of the provider list. */
export type Provider = Widget & {
  supportsCustomObjects: boolean;
  /** False leaves the surface's place out of SYNC, as hosts before remotes did. */
  tellsLocation: boolean;
  width?: number | string;
  height?: number | string;
};

export type SurfaceEvent =
  | {
      kind: "opened";
      location: SurfaceLocation;
      hostUrl: string;
      record: RecordReference | null;
      widget: Widget;
      cameFrom: string | null;
    }
  | { kind: "closed" | "frame-loading" | "frame-loaded" }
  | { kind: "end-call" | "minimize" | "restore" | "close-limit-reached" | "unload-due" | "retry" | "load" | "use-here" | "focus" | "start-queue" | "leave-queue" }
  | { kind: "next-task"; taskId: number; done: boolean }
  | { kind: "sync-sent" | "message-sent"; message: Json }
  | { kind: "sync-failed"; reason: string }
  | { kind: "message"; payload: Json; origin: string; acknowledges: boolean; ignored?: true }
  | { kind: "message-refused"; payload: Json; origin: string; expectedOrigin: string }
  | {
      kind: "dial";
      phoneNumber: string;
      property: string | null;
      callee: RecordReference | null;
      record?: RecordReference;
      typed?: true;
    }
  | { kind: "close"; confirmed: boolean }
  /** Answers what was asked for from outside, by the number of the effect. */
  | { kind: "action-done"; effect: number; refusal: string | null };

/** `byHand`: somebody asked for it from outside, and waits for the answer. */
export type PageEffect = { byHand?: boolean } & (
  | { kind: "open-frame" | "reload-frame" | "close-frame" | "ask-close" | "timeline-changed" | "dial-record" }
  | { kind: "load-url"; url: string }
  | { kind: "navigate"; url: string; newTab: boolean }
  | { kind: "send"; message: { type: string; [key: string]: unknown }; delay?: number }
  | { kind: "resize"; width?: unknown; height?: unknown }
  | { kind: "alert"; tone: string; text: string }
  | { kind: "start-close-limit" | "unload-soon"; milliseconds: number }
  | Asked
  | { kind: "follow-link"; url: string });

/** What the user would click, the provider chosen first where one is named. */
export type Asked = { kind: "act"; event: SurfaceEvent; provider?: string | null };

export type CallState = "idle" | "dial-sent" | "dialing" | "ringing" | "in-progress" | "wrap-up";

export type CallView = {
  callId: number;
  state: string;
  direction: "OUTBOUND" | "INBOUND";
  number?: string | null;
  name?: string | null;
  answeredAt?: string | null;
  endedAt?: string | null;
  endStatus?: string | null;
  engagementIds: number[];
  /** Whose widget holds the call. */
  place: "here" | "window" | "tab";
};

export type SurfaceView = {
  visibility: "open" | "minimized" | "hidden";
  phase: string;
  loggedIn?: boolean | null;
  available?: boolean | null;
  /** The user's calling window is open, here or elsewhere. */
  windowOpen: boolean;
  /** This is a second calling window. */
  standby: boolean;
  blocksNavigation: boolean;
  engagementId?: number | null;
  sdkVersion?: string | null;
  call?: CallView | null;
  queue?: QueueView | null;
};

/** The task of the call queue that is up. */
export type QueueView = { taskId: number; position: number; total: number; subject: string; record: RecordReference };

export type ExchangeRequest = {
  received: number;
  events: (SurfaceEvent & { sequence: number; age: number })[];
};

export type ExchangeAnswer = {
  acknowledged: number;
  effects: { number: number; effect: PageEffect }[];
  /** Null when the server no longer knows the surface. */
  view: SurfaceView | null;
  /** The portal was reset: the page is to be loaded anew. */
  reload?: boolean;
  handshake?: HandshakeFault;
};

/** How the next handshake is to go wrong on purpose. Times in milliseconds. */
export type HandshakeFault = {
  mode?: "late" | "never" | "wrongOrigin" | "unacknowledged";
  delay?: number;
  limit?: number;
};

/** Where the handshake of the page's iframe stands, as the page itself knows. */
export type FrameState = "absent" | "loading" | "syncing" | "synced" | "initialized" | "failed";

/** Time, injected so that tests can run a fake one. Milliseconds, monotonic. */
export type Clock = {
  now(): number;
  setTimer(run: () => void, milliseconds: number): unknown;
  clearTimer(timer: unknown): void;
};

export type Tone = "error" | "warning" | "info";
