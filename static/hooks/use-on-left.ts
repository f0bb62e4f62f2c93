import { useEffect, useRef } from 'react';

/** Runs something each time that what was open is open no more: closed here, or left by the browser's Back. */
export function useOnLeft(open: string | undefined, onLeft: () => void): void {
  const latest = useRef(onLeft);
  const before = useRef<string>();
  useEffect(() => {
    latest.current = onLeft;
  });
  useEffect(() => {
    if (before.current !== undefined && open === undefined) latest.current();
    before.current = open;
  }, [open]);
}
