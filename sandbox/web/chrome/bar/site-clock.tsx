// The site's time, and buttons that move it on.
import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';

import type { Duration } from '../../../duration';
import { letPass } from './control';
import { reloadAll } from './reload';
import { dayAndTime } from './time';

const STEPS: readonly { id: string; span: string; time: Duration }[] = [
  { id: 'pass-hour', span: '1 hour', time: { hours: 1 } },
  { id: 'pass-day', span: '1 day', time: { days: 1 } },
];

const SECOND_MS = 1000;

interface Props {
  /** Milliseconds that the site's clock is ahead of the computer's. */
  offsetMs: number;
  say: (sentence: string) => void;
}

/** Shows the time. A step lets what is due on its way run, then loads the open pages again. */
export function SiteClock({ offsetMs, say }: Props) {
  const [isMoving, setMoving] = useState(false);
  const now = useNow(offsetMs);

  async function step(time: Duration, span: string): Promise<void> {
    if (isMoving) return;
    setMoving(true);
    say(`Letting ${span} pass. What's due on the way runs first.`);
    try {
      const then = await letPass(time);
      reloadAll(`${span} passed: it's ${dayAndTime(then)}. This page was loaded again.`);
    } catch {
      setMoving(false);
      say("The clock couldn't be moved on. Try again, or look at the terminal.");
    }
  }

  return (
    <fieldset className="bar-group" aria-label="Clock">
      <time dateTime={new Date(now).toISOString()}>{dayAndTime(now)}</time>
      {STEPS.map(({ id, span, time }) => (
        <Button
          key={id}
          id={id}
          spacing="compact"
          appearance="subtle"
          aria-disabled={isMoving}
          onClick={() => void step(time, span)}
        >
          +{span}
        </Button>
      ))}
    </fieldset>
  );
}

/** Returns the site's time, a second old at most. */
function useNow(offsetMs: number): number {
  const [now, setNow] = useState(() => Date.now() + offsetMs);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now() + offsetMs);
    }, SECOND_MS);
    return () => {
      clearInterval(timer);
    };
  }, [offsetMs]);
  return now;
}
