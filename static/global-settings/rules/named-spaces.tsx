import { Button, Inline, List, ListItem, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { SpaceRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { SpacePicker } from '../space-picker';

interface Props {
  spaces: readonly SpaceRow[];
  onChange: (spaces: SpaceRow[]) => void;
}

/** Lists spaces, takes one out, and adds those that are picked. */
export function NamedSpaces({ spaces, onChange }: Props) {
  const [added, setAdded] = useState(0);
  function add(space: SpaceRow | undefined) {
    if (space === undefined) return;
    setAdded((count) => count + 1);
    onChange([...spaces.filter(({ id }) => id !== space.id), space]);
  }
  return (
    <Stack space="space.150">
      {spaces.length === 0 ? <Text>{GLOBAL_PAGE.noSpacesYet}</Text> : <Named spaces={spaces} onChange={onChange} />}
      <SpacePicker
        // Starts empty again for the next one.
        key={added}
        id="rules-space"
        name="space"
        label={GLOBAL_PAGE.addSpace}
        help={GLOBAL_PAGE.addSpaceHelp}
        picked={undefined}
        isAgain={added > 0}
        onPick={add}
      />
    </Stack>
  );
}

function Named({ spaces, onChange }: Props) {
  return (
    <List type="unordered">
      {spaces.map((space) => (
        <ListItem key={space.id}>
          <Inline space="space.100" alignBlock="center">
            <Text>{say(GLOBAL_PAGE.namedSpace, { name: space.name, key: space.key })}</Text>
            <Button
              appearance="subtle"
              spacing="compact"
              onClick={() => onChange(spaces.filter(({ id }) => id !== space.id))}
            >
              {say(GLOBAL_PAGE.removeSpace, { key: space.key })}
            </Button>
          </Inline>
        </ListItem>
      ))}
    </List>
  );
}
