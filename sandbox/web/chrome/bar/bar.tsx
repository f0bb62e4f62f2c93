// The sandbox's own bar above the product: clock, what breaks, reset, and what Atlassian saw. No product has one.
import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';

import type { Boot } from '../../boot';
import { BreakMenu } from './break-menu';
import { followOthers, takeSentence } from './reload';
import { Reset } from './reset';
import { SeenDrawer } from './seen-drawer';
import { SiteClock } from './site-clock';

/** Remembers over pages that the drawer is open. */
const DRAWER_KEY = 'sandbox-drawer';
const DRAWER_BUTTON = 'seen-button';

/** Shows the bar, and the drawer if it's open. */
export function Bar({ boot }: { boot: Boot }) {
  const [sentence, say] = useSentence();
  const [drawer, setDrawer] = useState<'closed' | 'kept open' | 'opened'>(drawerAtFirst);

  function show(isOpen: boolean): void {
    sessionStorage.setItem(DRAWER_KEY, isOpen ? 'open' : '');
    setDrawer(isOpen ? 'opened' : 'closed');
    if (!isOpen) document.getElementById(DRAWER_BUTTON)?.focus();
  }

  return (
    <>
      <section className="bar" aria-label="Sandbox">
        <span className="hint">
          Sandbox<span className="hint-more">: simulated site</span>
        </span>
        <SiteClock offsetMs={boot.clockOffsetMs} say={say} />
        <BreakMenu say={say} />
        <Reset say={say} />
        <Button
          id={DRAWER_BUTTON}
          spacing="compact"
          appearance="subtle"
          aria-expanded={drawer !== 'closed'}
          onClick={() => {
            show(drawer === 'closed');
          }}
        >
          What Atlassian saw
        </Button>
        <output className="bar-sentence">{sentence}</output>
      </section>
      {drawer !== 'closed' && <SeenDrawer takesFocus={drawer === 'opened'} onClose={() => show(false)} />}
    </>
  );
}

/** Keeps what the bar says: at first why the page was loaded again, here or by another page. */
function useSentence() {
  const [sentence, say] = useState<string>();
  useEffect(() => {
    const kept = takeSentence();
    // Screen readers announce what appears once they know the place.
    const later = setTimeout(() => say(kept));
    const leave = followOthers();
    return () => {
      clearTimeout(later);
      leave();
    };
  }, []);
  return [sentence, say] as const;
}

function drawerAtFirst(): 'closed' | 'kept open' {
  return sessionStorage.getItem(DRAWER_KEY) === 'open' ? 'kept open' : 'closed';
}
