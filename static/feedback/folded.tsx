import { Button, Stack } from '@forge/react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { CONTROLS } from '../../src/shared/words/controls';
import { say } from '../../src/shared/words/format';

const SHOWN_AT_FIRST = 25;

/** Shows the beginning of a long list, and all of it on request. */
export function Folded({ children }: { children: readonly ReactNode[] }) {
  const [isOpen, setOpen] = useState(false);
  const isLong = children.length > SHOWN_AT_FIRST;
  return (
    <Stack space="space.150" alignInline="start">
      {isLong && !isOpen ? children.slice(0, SHOWN_AT_FIRST) : children}
      {isLong && (
        <Button onClick={() => setOpen(!isOpen)}>
          {isOpen ? say(CONTROLS.showFirst, { n: SHOWN_AT_FIRST }) : say(CONTROLS.showAll, { n: children.length })}
        </Button>
      )}
    </Stack>
  );
}
