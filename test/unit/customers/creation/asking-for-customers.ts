// Ann asks for customers of SUP: Ada, unless somebody else is named.
import { createListedCustomers } from '../../../../src/customers/creation/create-listed-customers';
import { person } from '../../../support/ports/builders';
import { acme } from '../../../support/ports/customers';
import type { World } from '../../../support/ports/world';

export const ADA = 'ada@example.com';
export const ada = person('qm:1');

export function run(
  world: World,
  people: { email: string; displayName?: string }[] = [{ email: ADA }],
  organizations = [acme],
) {
  return createListedCustomers(world.ports, world.inSup(), { people, organizationIds: organizations });
}
export async function one(world: World, email = ADA, organizations = [acme]) {
  return (await run(world, [{ email }], organizations)).people[0];
}
/** Ada has this account. */
export function knows(
  world: World,
  more: { kind?: 'atlassian' | 'customer' | 'app'; active?: boolean; hidden?: boolean } = {},
) {
  return world.jiraState.accounts.set(ADA, { accountId: ada, kind: 'customer', active: true, ...more });
}
