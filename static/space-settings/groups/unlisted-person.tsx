import { Button, Form, HelperMessage, Inline, Label, Stack, Textfield } from '@forge/react';
import { useState } from 'react';

import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { FieldProblem } from '../../fields/field-problem';
import { useLatest } from '../../hooks/use-latest';
import { accountIdIn } from './account-id-in';

interface Props {
  busy: boolean;
  onNamed: (accountId: string) => void;
}

/** Names somebody whom the picker doesn't offer, such as a deactivated person, by their account ID. Folded until it is needed. */
export function UnlistedPerson(props: Props) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <AccountIdForm {...props} />;
  return (
    <Stack alignInline="start">
      <Button appearance="subtle" spacing="compact" onClick={() => setOpen(true)}>
        {SPACE_PAGE.lookUpDeactivated}
      </Button>
    </Stack>
  );
}

function AccountIdForm({ busy, onNamed }: Props) {
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string>();
  const lookUp = useLatest(() => {
    const accountId = accountIdIn(pasted);
    setProblem(accountId === undefined ? problemIn(pasted) : undefined);
    if (accountId !== undefined) onNamed(accountId);
  });
  return (
    <Form onSubmit={lookUp}>
      <Label labelFor="unlisted-person">{SPACE_PAGE.accountId}</Label>
      <Inline space="space.100" alignBlock="center">
        <Textfield
          id="unlisted-person"
          name="unlistedPerson"
          // The button that led here is gone; without this the keyboard would start again at the top of the page.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={pasted}
          isInvalid={problem !== undefined}
          onChange={(event) => {
            setPasted(String(event.target.value));
            setProblem(undefined);
          }}
        />
        <Button isDisabled={busy} type="submit">
          {SPACE_PAGE.lookUp}
        </Button>
      </Inline>
      <HelperMessage>{SPACE_PAGE.accountIdHelp}</HelperMessage>
      <FieldProblem problem={problem} />
    </Form>
  );
}

function problemIn(pasted: string): string {
  if (pasted.trim() === '') return SPACE_PAGE.accountIdMissing;
  return pasted.includes('@') ? SPACE_PAGE.accountIdEmail : SPACE_PAGE.accountIdWrong;
}
