import { Button, Heading, Icon, Inline, Stack } from '@forge/react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { CONTROLS } from '../../src/shared/words/controls';
import { say } from '../../src/shared/words/format';

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
      <Inline space="space.050" alignBlock="center">
        <Button appearance="subtle" spacing="compact" onClick={() => setOpen(!isOpen)}>
          <Icon
            glyph={isOpen ? 'chevron-down' : 'chevron-right'}
            label={say(isOpen ? CONTROLS.hideSection : CONTROLS.showSection, { title })}
            size="small"
          />
        </Button>
        <Heading as="h4" size="xsmall">
          {title}
        </Heading>
      </Inline>
      {isOpen && children}
    </Stack>
  );
}
