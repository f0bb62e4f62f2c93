import { Button, Form, HelperMessage, Inline, Label, Stack, Textfield } from '@forge/react';
import { useState } from 'react';

import { FieldProblem } from '../../fields/field-problem';
import { useLatest } from '../../hooks/use-latest';
import { accountIdIn } from './account-id-in';

interface Props {
  busy: boolean;
  onNamed: (accountId: string) => void;
}

/** Names somebody whom the picker doesn't offer, such as a deactivated person, by their account ID. Folded until it is needed. */
export function UnlistedPerson({ busy, onNamed }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string>();
  const lookUp = useLatest(() => {
    const accountId = accountIdIn(pasted);
    setProblem(accountId === undefined ? problemIn(pasted) : undefined);
    if (accountId !== undefined) onNamed(accountId);
  });
  if (!isOpen) {
    return (
      <Stack alignInline="start">
        <Button appearance="subtle" spacing="compact" onClick={() => setOpen(true)}>
          Look up a deactivated person
        </Button>
      </Stack>
    );
  }
  return (
    <Form onSubmit={lookUp}>
      <Label labelFor="unlisted-person">Account ID or profile link</Label>
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
          Look up
        </Button>
      </Inline>
      <HelperMessage>
        The list of people doesn’t offer deactivated accounts. Open the person’s profile and paste its address.
      </HelperMessage>
      <FieldProblem problem={problem} />
    </Form>
  );
}

function problemIn(pasted: string): string {
  if (pasted.trim() === '') return 'Enter an account ID or the address of a profile.';
  return pasted.includes('@')
    ? 'Enter an account ID or the address of a profile, not an email.'
    : 'This is no account ID and no address of a profile. Open the person’s profile and paste its address.';
}
