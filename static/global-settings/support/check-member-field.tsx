import { Button, Stack, UserPicker } from '@forge/react';
import { useState } from 'react';

import { FieldProblem } from '../../fields/field-problem';
import { pickedId } from '../../fields/picked';

interface Props {
  picked: string | undefined;
  /** The person who looks at the page is never put into a group. */
  isPrivilegedUser: boolean;
  problem: string | undefined;
  onPick: (accountId: string | undefined) => void;
}

/** Picks somebody who is put into the test group instead of the person who looks at the page. Folded where that person will do. */
export function CheckMemberField({ picked, isPrivilegedUser, problem, onPick }: Props) {
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || picked !== undefined;
  function toggle() {
    setOpen(!isShown);
    onPick(undefined);
  }
  return (
    <Stack space="space.050">
      {!isPrivilegedUser && (
        <Stack alignInline="start">
          <Button appearance="subtle" spacing="compact" onClick={toggle}>
            {isShown ? 'Put me in instead' : 'Put somebody else in'}
          </Button>
        </Stack>
      )}
      {(isShown || isPrivilegedUser) && (
        <Stack>
          <UserPicker
            name="memberId"
            label="Person to put in and take out (optional)"
            placeholder="Type a name"
            description={
              isPrivilegedUser
                ? 'It can’t be you, because you’re the privileged user. Without anybody, seven points are left out.'
                : 'Without anybody, it’s you.'
            }
            onChange={(value) => onPick(pickedId(value))}
          />
          <FieldProblem problem={problem} />
        </Stack>
      )}
    </Stack>
  );
}
