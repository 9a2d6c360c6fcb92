import type CallingExtensions from "@hubspot/calling-extensions-sdk";
import type { EndStatus, ObjectCoordinates, RawEngagementProperties } from "@hubspot/calling-extensions-sdk";

export type EngagementBy = "HUBSPOT" | "APP";
export type Phase = "idle" | "dialing" | "ringing" | "inCall" | "wrapUp";
export type { EndStatus, ObjectCoordinates };

/** What the agent chose and finds again after a reload. */
export interface Choices {
  loggedIn: boolean;
  available: boolean;
  engagementBy: EngagementBy;
  hideWidget: boolean;
}

/** What HubSpot told when it greeted the widget. */
export interface Portal {
  portalId: number | null;
  userId: number | null;
  ownerId: number | string | null;
  iframeLocation: string | null;
  hostUrl: string | null;
  /** With a calling window: it talks to HubSpot, and the remotes stay quiet; otherwise the remotes talk. */
  usesCallingWindow: boolean;
}

export interface Match {
  kind: string;
  name: string;
  detail: string;
  /** Passed back exactly as received. */
  coordinates: unknown;
}

export interface Call {
  direction: "OUTBOUND" | "INBOUND";
  externalCallId: string;
  /** The other party's number. */
  number: string;
  /** The agent's own number. */
  ownNumber: string;
  /** Who is called, in words; empty for a number typed in the widget. */
  context: string;
  callee: { id: number; objectTypeId: string } | null;
  engagementBy: EngagementBy;
  engagementId: number | null;
  /** The id that CALL_DATA last named. */
  announcedId: number | null;
  matches: Match[] | null;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  endStatus: EndStatus | null;
  notes: string;
}

export interface Notice {
  tone: "bad" | "good";
  text: string;
}

export interface State {
  portal: Portal | null;
  choices: Choices;
  phase: Phase;
  call: Call | null;
  /** The call before this one: a help desk wants to hear of it when it is over. */
  lastCall: Call | null;
  notice: Notice | null;
  /** The number the next simulated caller has. */
  callerNumber: string;
  /** A call that ran when this document was loaded: HubSpot's page was reloaded around it. */
  resumable: SavedCall | null;
}

export interface SavedCall {
  portalId: number | null;
  phase: Phase;
  call: Call;
}

export interface Step {
  state: State;
  sends: Send[];
}

/** A message to HubSpot, named by the SDK method that sends it. */
export type Send = { [M in keyof Outgoing]: { method: M; data: Outgoing[M] } }[keyof Outgoing];

/** The SDK methods this widget uses, with what it hands them. */
export interface Outgoing {
  initialized: {
    isLoggedIn: boolean;
    isAvailable: boolean;
    sizeInfo: { width: number; height: number };
    engagementId?: number;
  };
  userLoggedIn: undefined;
  userLoggedOut: undefined;
  userAvailable: undefined;
  userUnavailable: undefined;
  outgoingCall: CallStart;
  incomingCall: CallStart;
  callAnswered: { externalCallId: string };
  callTransferred: { externalCallId: string };
  callData: { engagementId: number };
  callEnded: { externalCallId: string; engagementId?: number; callEndStatus: EndStatus };
  callCompleted: {
    externalCallId: string;
    engagementId?: number;
    hideWidget: boolean;
    engagementProperties: RawEngagementProperties;
  };
  navigateToRecord: { engagementId?: number; objectCoordinates: ObjectCoordinates; openIn?: "NEW_TAB" };
  publishToChannel: HelpDeskCall;
  finalizeEngagement: HelpDeskCall;
  sendError: { message: string };
  resizeWidget: { width: number; height: number };
  setWidgetUrl: { iFrameUrl: string };
}

export interface HelpDeskCall {
  engagementId: number;
  externalCallId: string;
}

export interface CallStart {
  externalCallId: string;
  fromNumber: string;
  toNumber: string;
  /** The older name of the dialled number; portals before 2024 knew no other. */
  phoneNumber?: string;
  callStartTime: number;
  createEngagement: boolean;
}

/** Fresh ids for a call that may start: the core makes up none of its own. */
export interface CallIds {
  externalCallId: string;
  engagementId: number;
}

export type Event =
  | { type: "received"; message: string; data: unknown; at: number; ids: CallIds }
  | { type: "logIn" }
  | { type: "logOut" }
  | { type: "setAvailable"; available: boolean }
  | { type: "chooseEngagementBy"; by: EngagementBy }
  | { type: "chooseHideWidget"; hide: boolean }
  | { type: "dial"; number: string; at: number; ids: CallIds }
  | { type: "simulateInbound"; number: string; at: number; ids: CallIds }
  | { type: "answer"; at: number }
  | { type: "hangUp"; status: EndStatus | null; at: number }
  | { type: "transfer" }
  | { type: "editEngagementId"; text: string }
  | { type: "editNotes"; text: string }
  | { type: "sendCallData" }
  | { type: "openRecord"; index: number; newTab: boolean }
  | { type: "complete"; disposition: string }
  | { type: "closeForHelpDesk"; method: "publishToChannel" | "finalizeEngagement" }
  | { type: "sendError"; message: string }
  | { type: "resize"; width: number; height: number }
  | { type: "moveTo"; url: string }
  | { type: "dismissNotice" };

/** What the instances of one agent tell each other; HubSpot has no part in it. */
export type Post =
  | { type: "hello" }
  | { type: "state"; phase: Phase; call: Call | null; lastCall: Call | null; choices: Choices; notice: Notice | null }
  | { type: "event"; event: Event }
  | { type: "sends"; sends: Send[] }
  | { type: "bye" };

/** One instance among several: its softphone, and what it knows of the one in the calling window. */
export interface Line {
  state: State;
  /** A remote has heard the calling window. */
  windowHeard: boolean;
  /** A dial that waits for the calling window. */
  waiting: Event | null;
}

/** What an instance does next: tells HubSpot, tells the others. */
export interface LineStep {
  line: Line;
  sends: Send[];
  posts: Post[];
}

export type Dispatch = (event: Event) => void;

/** What the SDK's class looks like to this widget. */
export type Sdk = Pick<CallingExtensions.default, keyof Outgoing>;

export interface LogEntry {
  direction: "received" | "sent";
  type: string;
  data: unknown;
  at: number;
}
