import { Text } from '@forge/react';

import { say } from '../../../src/shared/words/format';
import { SPACE_ACCESS } from '../../../src/shared/words/space-access';

/** Says which role a group has in the space. Draws nothing on a site without roles. */
export function GroupRole({ roles }: { roles: readonly string[] | undefined }) {
  if (roles === undefined) return null;
  const text = roles.length === 0 ? SPACE_ACCESS.noRole : say(SPACE_ACCESS.roleOfGroup, { roles: roles.join(', ') });
  return <Text color="color.text.subtle">{text}</Text>;
}
