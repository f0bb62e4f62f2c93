import { Button, Stack, UserPicker } from '@forge/react';
import { useState } from 'react';

import { SITE_CHECKS } from '../../../src/shared/words/site-checks';
import { FieldProblem } from '../../fields/field-problem';
import { pickedId } from '../../fields/picked';

interface Props {
  picked: string | undefined;
  /** The user of the page is never put into a group. */
  isPrivilegedUser: boolean;
  problem: string | undefined;
  onPick: (accountId: string | undefined) => void;
}

/** Picks a person to put into the test group instead of the user of the page. Folded if that user will do. */
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
            {isShown ? SITE_CHECKS.putMeIn : SITE_CHECKS.putOtherIn}
          </Button>
        </Stack>
      )}
      {(isShown || isPrivilegedUser) && (
        <Stack>
          <UserPicker
            name="memberId"
            label={SITE_CHECKS.person}
            placeholder={SITE_CHECKS.typeName}
            description={isPrivilegedUser ? SITE_CHECKS.personHelpPrivileged : SITE_CHECKS.personHelp}
            onChange={(value) => onPick(pickedId(value))}
          />
          <FieldProblem problem={problem} />
        </Stack>
      )}
    </Stack>
  );
}
