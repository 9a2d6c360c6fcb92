// Shapes the inspector's scripts share. They mirror src/MockPortal/Inspector.

/** A message as the list shows it. */
export type Line = {
  /** Of the first one, where several are one line. */
  sequence: number;
  /** Of the last one. */
  through: number;
  /** How many are one line: a host says SYNC again and again until it is answered. */
  times: number;
  at: string;
  direction: string;
  type: string;
  summary: string | null;
  surface: string;
  callId: number | null;
  byHand: boolean;
  /** How many there are. */
  warnings: number;
};

/** What the page was rendered with. */
export type Start = { position: number; lines: Line[]; hasEarlier: boolean; live: boolean };
