import { Button, Inline, LoadingButton, Text } from '@forge/react';

import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';

interface Props {
  /** The members on this page of the list. */
  accountIds: readonly string[];
  selected: readonly string[];
  /** Most people who can be removed at once. */
  most: number;
  busy: boolean;
  onSelected: (accountIds: string[]) => void;
  onRemove: (accountIds: string[]) => void;
}

/** Counts who is selected, and removes them. The button that selects everybody clears the selection too, so that it keeps the focus. */
export function BulkBar({ accountIds, selected, most, busy, onSelected, onRemove }: Props) {
  const n = selected.length;
  const isMany = n > most;
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Button spacing="compact" onClick={() => onSelected(n === 0 ? [...accountIds] : [])}>
        {n === 0 ? SPACE_PAGE.selectAll : SPACE_PAGE.clearSelection}
      </Button>
      {n > 0 && !isMany && (
        <LoadingButton spacing="compact" isLoading={busy} onClick={() => onRemove([...selected])}>
          {say(SPACE_PAGE.removePeople, { n })}
        </LoadingButton>
      )}
      {n > 0 && <Text>{isMany ? say(SPACE_PAGE.selectAtMost, { n: most }) : say(SPACE_PAGE.selected, { n })}</Text>}
    </Inline>
  );
}
