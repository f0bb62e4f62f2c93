import { Heading, List, ListItem, Stack, Text } from '@forge/react';

/** What the app does as the privileged user: all of it, and what it never does. */
export function PurposeList() {
  return (
    <Stack space="space.100">
      <Text>In Confluence, the app acts as this account only to:</Text>
      <List type="unordered">
        <ListItem>create a group</ListItem>
        <ListItem>delete a group</ListItem>
        <ListItem>add people to a group and remove them from it</ListItem>
        <ListItem>look up which groups give access, and whether a group or a member is there</ListItem>
        <ListItem>check that all this still works</ListItem>
      </List>
      <Text>
        In Jira, if the app is connected there, this account is a Jira administrator, and a Jira administrator allows it
        for a service project, the app acts as this account only to:
      </Text>
      <List type="unordered">
        <ListItem>create portal-only customers</ListItem>
        <ListItem>look up the account of an email address that an agent wants to add</ListItem>
        <ListItem>make people customers of the service project</ListItem>
        <ListItem>check that the account is a Jira administrator</ListItem>
      </List>
      <Text>
        Nothing else: it never reads or writes pages, settings or email as this account, and stores no password or
        token. Atlassian’s own log names this account for every such change; the Audit tab here says who asked for it.
      </Text>
    </Stack>
  );
}

/** The same, under its heading. */
export function Purpose() {
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        What the account is used for
      </Heading>
      <PurposeList />
    </Stack>
  );
}
