// "What Atlassian saw": a drawer beside the page with each REST call that reached the site, newest first.
import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';

import type { Seen } from '../../seen';
import { clearSeen, readSeen } from './control';
import { SeenTable } from './seen-table';
import { useEscape } from './use-escape';

/** Time from one look at the log to the next, while the drawer is open. */
const LOOK_MS = 2000;

interface Props {
  /** Takes the focus; not where a page opens with the drawer. */
  takesFocus: boolean;
  onClose: () => void;
}

/** Shows the drawer. */
export function SeenDrawer({ takesFocus, onClose }: Props) {
  const [only, setOnly] = useState(false);
  const { seen, failed, look } = useSeen(only);
  const drawer = useEscape<HTMLElement>(onClose);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);

  return (
    <aside className="seen" aria-labelledby="seen-heading" ref={drawer}>
      <div className="seen-head">
        <h2 id="seen-heading" ref={heading} tabIndex={-1}>
          What Atlassian saw
        </h2>
        <Button spacing="compact" onClick={() => void clearSeen().then(look, look)}>
          Clear
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
      <label className="seen-only">
        <input type="checkbox" checked={only} onChange={({ target }) => setOnly(target.checked)} />
        Only impersonated calls (as …)
      </label>
      {failed && <p role="alert">The sandbox isn&apos;t responding. What you see may be out of date.</p>}
      {seen !== undefined && <SeenTable seen={seen} />}
    </aside>
  );
}

/** Reads the log now and every two seconds; an answer to an earlier question is dropped. */
function useSeen(only: boolean) {
  const [seen, setSeen] = useState<Seen>();
  const [failed, setFailed] = useState(false);
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    let isCurrent = true;

    async function read(): Promise<void> {
      const fresh = await readSeen(only).catch(() => undefined);
      if (!isCurrent) return;
      setFailed(fresh === undefined);
      if (fresh !== undefined) setSeen(fresh);
    }

    void read();
    const timer = setInterval(() => void read(), LOOK_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [only, looks]);
  return { seen, failed, look: () => setLooks((count) => count + 1) };
}
