import { Button, Form, HelperMessage, Inline, Label, LoadingButton, Stack, Text, Textfield } from '@forge/react';
import { useState } from 'react';

import type { JiraGroups } from '../../../src/shared/customers/views';
import { CREATORS } from '../../../src/shared/words/customer-settings';
import { say } from '../../../src/shared/words/format';
import { callCustomerSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { FieldProblem, isShownAtFields, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';
import { useLatest } from '../../hooks/use-latest';
import type { NamedGroup } from './policy-draft';

interface Props {
  groups: readonly NamedGroup[];
  problem: string | undefined;
  onChange: (groups: NamedGroup[]) => void;
}

interface Found {
  text: string;
  groups: JiraGroups['groups'];
}

/** Shows the groups that are chosen, and searches for more. */
export function GroupChoice({ groups, problem, onChange }: Props) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>();
  const { busy, failure, run } = useAction();
  const search = useLatest(() =>
    run(
      () => callCustomerSettings('findJiraGroups', { text: text.trim() }),
      (answer) => setFound({ text: text.trim(), groups: answer.groups }),
    ),
  );
  function isChosen({ groupId }: NamedGroup) {
    return groups.some((group) => group.groupId === groupId);
  }
  const left = found?.groups.filter((group) => !isChosen(group)) ?? [];
  return (
    <Stack space="space.150">
      <Stack space="space.100">
        <Text>
          {groups.length === 0
            ? CREATORS.noGroup
            : say(CREATORS.chosen, { names: groups.map(({ name }) => name).join(', ') })}
        </Text>
        <GroupButtons
          groups={groups}
          label={CREATORS.remove}
          onPress={({ groupId }) => onChange(groups.filter((group) => group.groupId !== groupId))}
        />
        <FieldProblem problem={problem} />
      </Stack>
      <Form onSubmit={search}>
        <Stack space="space.100">
          <Stack>
            <Label labelFor="policy-group-search">{CREATORS.search}</Label>
            <Textfield
              id="policy-group-search"
              name="groupSearch"
              value={text}
              onChange={(event) => setText(String(event.target.value))}
            />
            <HelperMessage>{CREATORS.searchHelp}</HelperMessage>
            <FieldProblem problem={problemOf(failure, 'text')} />
          </Stack>
          <Stack alignInline="start">
            <LoadingButton type="submit" isLoading={busy}>
              {CREATORS.search}
            </LoadingButton>
          </Stack>
        </Stack>
      </Form>
      {failure !== undefined && !isShownAtFields(failure, ['text']) && (
        <FailureMessage failure={failure} onRetry={search} />
      )}
      {found !== undefined && (
        <Stack space="space.100">
          <Text>{foundText(found, left.length)}</Text>
          <GroupButtons groups={left} label={CREATORS.add} onPress={(group) => onChange([...groups, group])} />
        </Stack>
      )}
    </Stack>
  );
}

function GroupButtons({
  groups,
  label,
  onPress,
}: {
  groups: readonly NamedGroup[];
  label: typeof CREATORS.add | typeof CREATORS.remove;
  onPress: (group: NamedGroup) => void;
}) {
  return (
    <Inline space="space.100" rowSpace="space.100" shouldWrap>
      {groups.map((group) => (
        <Button key={group.groupId} spacing="compact" onClick={() => onPress(group)}>
          {say(label, { name: group.name })}
        </Button>
      ))}
    </Inline>
  );
}

function foundText({ text, groups }: Found, left: number): string {
  if (groups.length === 0) return say(CREATORS.noneFound, { text });
  return left === 0 ? CREATORS.allChosen : CREATORS.found;
}
