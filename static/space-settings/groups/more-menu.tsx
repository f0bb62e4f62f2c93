import { Box, Button, Popup, Stack, Text } from '@forge/react';
import { useState } from 'react';

import { SPACE_PAGE } from '../../../src/shared/words/space-settings';

/** One thing to do with the group; without `onChoose`, the reason why it can't be done. */
export interface MenuItem {
  label: string;
  onChoose?: () => void;
}

interface Props {
  items: readonly MenuItem[];
  /** The button that was pressed last is gone. */
  takesFocus: boolean;
}

/** Offers what is seldom done with a group. */
export function MoreMenu({ items, takesFocus }: Props) {
  const [isOpen, setOpen] = useState(false);
  function list() {
    return (
      <Box padding="space.100">
        <Stack alignInline="stretch">
          {items.map(({ label, onChoose }) => (
            <Item
              key={label}
              label={label}
              onChoose={
                onChoose &&
                (() => {
                  setOpen(false);
                  onChoose();
                })
              }
            />
          ))}
        </Stack>
      </Box>
    );
  }
  return (
    <Popup
      isOpen={isOpen}
      placement="bottom-end"
      onClose={() => setOpen(false)}
      content={list}
      trigger={() => (
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        <Button autoFocus={takesFocus} isSelected={isOpen} onClick={() => setOpen(!isOpen)}>
          {SPACE_PAGE.more}
        </Button>
      )}
    />
  );
}

function Item({ label, onChoose }: { label: string; onChoose: (() => void) | undefined }) {
  if (onChoose === undefined) return <Text color="color.text.subtle">{label}</Text>;
  return (
    <Button appearance="subtle" shouldFitContainer onClick={onChoose}>
      {label}
    </Button>
  );
}
