// The key Escape within what can be closed.
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Calls `close` for each Escape within the element that has this ref. */
export function useEscape<Box extends HTMLElement>(close: () => void): RefObject<Box> {
  const element = useRef<Box>(null);
  useEffect(() => {
    const within = element.current;

    function onKey({ key }: KeyboardEvent): void {
      if (key === 'Escape') close();
    }

    within?.addEventListener('keydown', onKey);
    return () => {
      within?.removeEventListener('keydown', onKey);
    };
  }, [close]);
  return element;
}
