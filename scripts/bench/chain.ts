// The longest sequence of calls of which each began after the one before had ended.

/** Tells when a call was under way. */
export interface Span {
  startedAt: number;
  endedAt: number;
}

/** Returns the length of the longest chain. */
export function longestChain(spans: readonly Span[]): number {
  const ended: number[] = [];
  for (const { startedAt, endedAt } of byStart(spans)) {
    const before = ended.findLastIndex((earliest) => earliest <= startedAt);
    const length = before + 1;
    // The earliest end of any chain that is one longer.
    ended[length] = Math.min(ended[length] ?? Infinity, endedAt);
  }
  return ended.length;
}

function byStart(spans: readonly Span[]): Span[] {
  return spans.toSorted((a, b) => a.startedAt - b.startedAt || a.endedAt - b.endedAt);
}
