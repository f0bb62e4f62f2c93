import { Button, Form, HelperMessage, Inline, Label, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';

import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { useLatest } from '../../hooks/use-latest';
import type { Wanted } from './use-record-pages';

interface Props {
  wanted: Wanted | undefined;
  onFind: (wanted: Wanted | undefined) => void;
}

/** Narrows the list of groups down to those whose name starts like this, and says so while it does. */
export function RecordSearch({ wanted, onFind }: Props) {
  const [typed, setTyped] = useState('');
  const find = useLatest(() => {
    const name = typed.trim();
    onFind(name === '' ? undefined : { by: 'name', name });
  });
  function showAll() {
    setTyped('');
    onFind(undefined);
  }
  return (
    <Stack space="space.100">
      <Form onSubmit={find}>
        <Stack>
          <Label labelFor="groups-name">{GROUPS_TAB.findGroups}</Label>
          <Inline space="space.100" alignBlock="center">
            <Textfield
              id="groups-name"
              name="groupName"
              width="medium"
              value={typed}
              onChange={(event) => setTyped(String(event.target.value))}
            />
            <Button type="submit">{GROUPS_TAB.findGroupsButton}</Button>
          </Inline>
          <HelperMessage>{GROUPS_TAB.findGroupsHelp}</HelperMessage>
        </Stack>
      </Form>
      {wanted !== undefined && <Narrowed wanted={wanted} onShowAll={showAll} />}
    </Stack>
  );
}

function Narrowed({ wanted, onShowAll }: { wanted: Wanted; onShowAll: () => void }) {
  return (
    <Inline space="space.100" alignBlock="center">
      <Text>{say(GROUPS_TAB.named, { name: wanted.name })}</Text>
      <Button appearance="subtle" spacing="compact" onClick={onShowAll}>
        {GROUPS_TAB.showAll}
      </Button>
    </Inline>
  );
}
