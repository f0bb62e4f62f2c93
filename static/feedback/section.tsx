import { Button, Icon, Inline, Stack } from '@forge/react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { CONTROLS } from '../../src/shared/words/controls';

interface Props {
  /** Names the content, with its count. */
  title: string;
  /** Open at first: there is something to decide in it. */
  isOpenAtFirst?: boolean;
  children: ReactNode;
}

/** Shows a title, and what is under it on request. */
export function Section({ title, isOpenAtFirst = false, children }: Props) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <Stack space="space.100">
      <Inline>
        <Button appearance="subtle" spacing="compact" onClick={() => setOpen(!isOpen)}>
          <Icon
            glyph={isOpen ? 'chevron-down' : 'chevron-right'}
            label={isOpen ? CONTROLS.hideSection : CONTROLS.showSection}
            size="small"
          />
          {` ${title}`}
        </Button>
      </Inline>
      {isOpen && children}
    </Stack>
  );
}
