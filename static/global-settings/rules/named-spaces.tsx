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

import type { SpaceRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { failureBesides, FieldProblem, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';

interface Props {
  spaces: readonly SpaceRow[];
  /** The key of the next one, while it's typed. */
  typed: string;
  onType: (spaceKey: string) => void;
  onChange: (spaces: SpaceRow[]) => void;
  /** Gets the list with the space that was found; the typed key is done with. */
  onAdd: (spaces: SpaceRow[]) => void;
}

/** Lists spaces, takes one out, and adds one by its key. */
export function NamedSpaces({ spaces, typed, onType, onChange, onAdd }: Props) {
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
      <AddSpace
        typed={typed}
        onType={onType}
        onFound={(space) => onAdd([...spaces.filter(({ id }) => id !== space.id), space])}
      />
    </Stack>
  );
}

interface AddSpaceProps extends Pick<Props, 'typed' | 'onType'> {
  onFound: (space: SpaceRow) => void;
}

function AddSpace({ typed, onType, onFound }: AddSpaceProps) {
  const { failure, busy, run, forget } = useAction();
  const other = failureBesides(failure, ['spaceKey']);
  function retype(text: string) {
    onType(text);
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
          value={typed}
          onChange={(event) => retype(String(event.target.value))}
        />
        <LoadingButton
          isLoading={busy}
          isDisabled={typed.trim() === ''}
          onClick={() => run(() => callGlobalSettings('findSpace', { spaceKey: typed.trim() }), onFound)}
        >
          {GLOBAL_PAGE.addSpace}
        </LoadingButton>
      </Inline>
      <HelperMessage>{GLOBAL_PAGE.spaceKeyHelp}</HelperMessage>
      <FieldProblem problem={problemOf(failure, 'spaceKey')} />
      {other !== undefined && <FailureMessage failure={other} />}
    </Stack>
  );
}
