import { Button, Form, HelperMessage, Inline, Label, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';

import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { useLatest } from '../../hooks/use-latest';
import { SpacePicker } from '../space-picker';
import type { Wanted } from './use-record-pages';

interface Props {
  wanted: Wanted | undefined;
  onFind: (wanted: Wanted | undefined) => void;
}

/** Narrows the list of groups down to those whose name starts like this, or those of one space, and says so while it does. */
export function RecordSearch({ wanted, onFind }: Props) {
  const [typed, setTyped] = useState('');
  function find(next: Wanted | undefined) {
    if (next?.by !== 'name') setTyped('');
    onFind(next);
  }
  return (
    <Stack space="space.150">
      <NameForm typed={typed} onType={setTyped} onFind={find} />
      <SpacePicker
        id="groups-space"
        name="space"
        label={GROUPS_TAB.groupSpace}
        help={GROUPS_TAB.groupSpaceHelp}
        picked={wanted?.by === 'space' ? wanted.space : undefined}
        onPick={(space) => find(space && { by: 'space', space })}
      />
      {wanted !== undefined && <Narrowed wanted={wanted} onShowAll={() => find(undefined)} />}
    </Stack>
  );
}

interface NameFormProps {
  typed: string;
  onType: (text: string) => void;
  onFind: Props['onFind'];
}

function NameForm({ typed, onType, onFind }: NameFormProps) {
  const find = useLatest(() => {
    const name = typed.trim();
    onFind(name === '' ? undefined : { by: 'name', name });
  });
  return (
    <Form onSubmit={find}>
      <Stack>
        <Label labelFor="groups-name">{GROUPS_TAB.findGroups}</Label>
        <Inline space="space.100" alignBlock="center">
          <Textfield
            id="groups-name"
            name="groupName"
            width="medium"
            value={typed}
            onChange={(event) => onType(String(event.target.value))}
          />
          <Button type="submit">{GROUPS_TAB.findGroupsButton}</Button>
        </Inline>
        <HelperMessage>{GROUPS_TAB.findGroupsHelp}</HelperMessage>
      </Stack>
    </Form>
  );
}

function Narrowed({ wanted, onShowAll }: { wanted: Wanted; onShowAll: () => void }) {
  return (
    <Inline space="space.100" alignBlock="center">
      <Text>{narrowedText(wanted)}</Text>
      <Button appearance="subtle" spacing="compact" onClick={onShowAll}>
        {GROUPS_TAB.showAll}
      </Button>
    </Inline>
  );
}

function narrowedText(wanted: Wanted): string {
  return wanted.by === 'name'
    ? say(GROUPS_TAB.named, { name: wanted.name })
    : say(GROUPS_TAB.ofSpace, { space: wanted.space.name });
}
