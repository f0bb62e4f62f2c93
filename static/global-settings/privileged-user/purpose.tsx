import { Heading, List, ListItem, Stack, Text } from '@forge/react';

import {
  PRIVILEGED_USER,
  PURPOSES_IN_CONFLUENCE,
  PURPOSES_IN_JIRA,
} from '../../../src/shared/words/privileged-user-tab';

/** Lists what the app does as the privileged user: all of it, and what it never does. */
export function PurposeList() {
  return (
    <Stack space="space.100">
      <Text>{PRIVILEGED_USER.inConfluence}</Text>
      <Purposes all={PURPOSES_IN_CONFLUENCE} />
      <Text>{PRIVILEGED_USER.inJira}</Text>
      <Purposes all={PURPOSES_IN_JIRA} />
      <Text>{PRIVILEGED_USER.nothingElse}</Text>
    </Stack>
  );
}

/** Shows the list under its heading. */
export function Purpose() {
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {PRIVILEGED_USER.purpose}
      </Heading>
      <PurposeList />
    </Stack>
  );
}

function Purposes({ all }: { all: readonly string[] }) {
  return (
    <List type="unordered">
      {all.map((purpose) => (
        <ListItem key={purpose}>{purpose}</ListItem>
      ))}
    </List>
  );
}
