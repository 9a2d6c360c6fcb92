// Shapes the inspector's scripts share. They mirror src/MockPortal/Inspector.

/** A message as the list shows it. */
export type Line = {
  sequence: number;
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
