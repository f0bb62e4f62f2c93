import { view } from '@forge/bridge';
import { useEffect, useRef, useState } from 'react';

/** Writes what a page shows as a path, and reads it. A path that names nothing reads as what the page shows first. */
export interface Paths<Place> {
  pathOf: (place: Place) => string;
  placeOf: (path: string) => Place;
}

export interface Address<Place> {
  /** Names the view that the page shows. */
  place: Place;
  /** Shows something else. */
  go: (place: Place) => void;
  /** Shows something else in the place of what is gone: the browser's Back doesn't lead there. */
  replace: (place: Place) => void;
}

/** The part that a page needs of a history (v4); every call of the product's may fail. */
interface History {
  location: { pathname: string };
  push: (path: string) => unknown;
  replace: (path: string) => unknown;
  listen: (listener: (location: { pathname: string }, action: string) => void) => unknown;
}

/**
 * Holds what a page shows, and keeps its address where the product gives the module a history. Elsewhere the page works without.
 *
 * https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/view/#createhistory
 */
export function useAddress<Place>({ pathOf, placeOf }: Paths<Place>): Address<Place> {
  const [path, setPath] = useState('/');
  const history = useRef<History>();
  const hasGone = useRef(false);
  useEffect(() => {
    async function begin() {
      const given: History = await view.createHistory();
      await given.listen(({ pathname }, action) => {
        if (action === 'POP') setPath(pathname);
      });
      history.current = given;
      // Somebody who was faster than the product stays where they went.
      if (!hasGone.current) setPath(given.location.pathname);
    }
    void unlessRefused(begin);
  }, []);

  function show(place: Place, how: 'push' | 'replace') {
    const next = pathOf(place);
    hasGone.current = true;
    setPath(next);
    void unlessRefused(async () => history.current?.[how](next));
  }

  return {
    place: placeOf(path),
    go: (place) => show(place, 'push'),
    replace: (place) => show(place, 'replace'),
  };
}

async function unlessRefused(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch {
    // The page stays without an address.
  }
}
