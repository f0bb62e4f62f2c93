import { HelperMessage, Label, Link, Select, Stack, Text } from '@forge/react';

import type { SpaceRole, SpaceSettingsView } from '../../../src/shared/groups/views';
import { SPACE_ACCESS } from '../../../src/shared/words/space-access';
import { callSpaceSettings } from '../../api';
import { Filled } from '../../feedback/filled';
import { Loading } from '../../feedback/loading';
import { useCall } from '../../hooks/use-call';

interface Props {
  space: SpaceSettingsView['space'];
  value: SpaceRole | undefined;
  onChange: (role: SpaceRole | undefined) => void;
}

/** Offers the roles that a new group can have in the space. On a site without roles, and if they can't be read, names the page where it is given permissions. */
export function RoleField({ space, value, onChange }: Props) {
  const { value: read, failure } = useCall(() => callSpaceSettings('readSpaceRoles', {}));
  if (read === undefined && failure === undefined) return <Loading label={SPACE_ACCESS.readingRoles} />;
  if (read?.roles === undefined) return <PermissionsLink spaceKey={space.key} />;
  const options = read.roles.map((role) => ({ value: role.id, label: role.name, role }));
  return (
    <Stack>
      <Label labelFor="group-role">{SPACE_ACCESS.role}</Label>
      <Select
        inputId="group-role"
        name="group-role"
        isClearable
        placeholder={SPACE_ACCESS.chooseNone}
        options={options}
        value={options.find((option) => option.value === value?.id) ?? null}
        onChange={(choice: { role: SpaceRole } | null) => onChange(choice?.role)}
      />
      <HelperMessage>{value?.description ?? SPACE_ACCESS.roleHelp}</HelperMessage>
    </Stack>
  );
}

/** Confluence leads from this address to the permissions of a space, in its old and in its new settings. */
function PermissionsLink({ spaceKey }: { spaceKey: string }) {
  const href = `/wiki/spaces/spacepermissions.action?key=${encodeURIComponent(spaceKey)}`;
  const link = (
    <Link href={href} openNewTab>
      {SPACE_ACCESS.permissionsLink}
    </Link>
  );
  return (
    <Text>
      <Filled sentence={SPACE_ACCESS.givePermissions} parts={{ link }} />
    </Text>
  );
}
