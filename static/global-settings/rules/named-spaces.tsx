import {
  Button,
  HelperMessage,
  Inline,
  Label,
  List,
  ListItem,
  LoadingButton,
  Stack,
  Text,
  Textfield,
} from '@forge/react';
import { useState } from 'react';

import type { SpaceRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { FieldProblem, isShownAtFields, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';

interface Props {
  spaces: readonly SpaceRow[];
  onChange: (spaces: SpaceRow[]) => void;
}

/** Lists spaces, takes one out, and adds one by its key. */
export function NamedSpaces({ spaces, onChange }: Props) {
  return (
    <Stack space="space.150">
      {spaces.length === 0 ? (
        <Text>{GLOBAL_PAGE.noSpacesYet}</Text>
      ) : (
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
      )}
      <AddSpace onFound={(space) => onChange([...spaces.filter(({ id }) => id !== space.id), space])} />
    </Stack>
  );
}

function AddSpace({ onFound }: { onFound: (space: SpaceRow) => void }) {
  const [spaceKey, setSpaceKey] = useState('');
  const { failure, busy, run, forget } = useAction();
  function add() {
    run(
      () => callGlobalSettings('findSpace', { spaceKey: spaceKey.trim() }),
      (space) => {
        onFound(space);
        setSpaceKey('');
      },
    );
  }
  function retype(text: string) {
    setSpaceKey(text);
    if (failure !== undefined) forget();
  }
  return (
    <Stack>
      <Label labelFor="rules-space-key">{GLOBAL_PAGE.spaceKey}</Label>
      <Inline space="space.100" alignBlock="center">
        <Textfield
          id="rules-space-key"
          name="spaceKey"
          width="medium"
          value={spaceKey}
          onChange={(event) => retype(String(event.target.value))}
        />
        <LoadingButton isLoading={busy} isDisabled={spaceKey.trim() === ''} onClick={add}>
          {GLOBAL_PAGE.addSpace}
        </LoadingButton>
      </Inline>
      <HelperMessage>{GLOBAL_PAGE.spaceKeyHelp}</HelperMessage>
      <FieldProblem problem={problemOf(failure, 'spaceKey')} />
      {failure !== undefined && !isShownAtFields(failure, ['spaceKey']) && <FailureMessage failure={failure} />}
    </Stack>
  );
}
