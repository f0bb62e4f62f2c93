import { useLayoutEffect, useRef, useState } from 'react';

/**
 * Returns the same callback at every drawing, which runs as of the newest one.
 *
 * The product calls what the drawing on the screen handed over. Over the bridge that can be a keystroke old, and what was typed last
 * would be missing from what is sent.
 */
export function useLatest(callback: () => void): () => void {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  const [stable] = useState(() => () => latest.current());
  return stable;
}
