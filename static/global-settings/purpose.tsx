import { Heading, List, ListItem, Stack, Text } from '@forge/react';

/** What the app does as the privileged user: all of it, and what it never does. */
export const PurposeList = () => (
  <Stack space="space.100">
    <Text>In Confluence, the app acts as this account only to:</Text>
    <List type="unordered">
      <ListItem>create a group</ListItem>
      <ListItem>delete a group</ListItem>
      <ListItem>add people to a group and remove them from it</ListItem>
      <ListItem>check that all this still works</ListItem>
    </List>
    <Text>
      In Jira, if the app is connected there, this account is a Jira administrator, and somebody who is one allows it
      for a service project, the app acts as this account only to:
    </Text>
    <List type="unordered">
      <ListItem>create portal-only customers</ListItem>
      <ListItem>look up the account of an e-mail address that is in use already</ListItem>
      <ListItem>make people customers of the service project</ListItem>
      <ListItem>check that the account is a Jira administrator</ListItem>
    </List>
    <Text>
      Nothing else: it never reads or writes pages, settings or e-mail as this account, and stores no password or token.
      Atlassian’s own log names this account for every such change; the Audit tab here says who asked for it.
    </Text>
  </Stack>
);

/** The same, under its heading. */
export const Purpose = () => (
  <Stack space="space.100">
    <Heading as="h3" size="small">
      What the account is used for
    </Heading>
    <PurposeList />
  </Stack>
);
