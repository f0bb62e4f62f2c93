// Jira, written as the agent, and as the privileged user.
import { expect } from 'vitest';

import { issueGrant } from '../../../../src/broker/grant';
import { OrganizationId, type AccountId } from '../../../../src/shared/ids';
import { failureFrom } from '../../../support/ports/builders';
import { failing, withoutBoss, type Call, type Case } from '../case';
import { READ_FAILURES, WRITE_FAILURES } from '../failures';
import type { Stage } from '../stage';

const NO_ORGANIZATION = OrganizationId.parse('999');
const NEW = 'nadia@acme.example';

function grantsFor({ id, project, otherCustomer }: Stage) {
  const { projectId, serviceDeskId } = project;
  return {
    create: (email: string) => issueGrant('createCustomer', id('boss'), { projectId, email, displayName: 'Nadia' }),
    find: (email: string) => issueGrant('findCustomer', id('boss'), { projectId, email }),
    add: (accountId: AccountId = otherCustomer.accountId) =>
      issueGrant('addToProject', id('boss'), { projectId, serviceDeskId, accountId }),
  };
}

const WRITES_OF_BOSS: Record<string, Call> = {
  'customerWriter create': {
    as: 'agent',
    call: 'createCustomer',
    operationId: 'createCustomer',
    use: ({ customerWriter }, stage) => customerWriter.create(grantsFor(stage).create(NEW)),
  },
  'customerWriter addToProject': {
    as: 'agent',
    call: 'addToProject',
    operationId: 'addCustomers',
    use: ({ customerWriter }, stage) => customerWriter.addToProject(grantsFor(stage).add()),
  },
};
const LOOKUP_OF_BOSS: Record<string, Call> = {
  'customerWriter find': {
    as: 'agent',
    call: 'findCustomer',
    operationId: 'findUsers',
    use: ({ customerWriter }, stage) => customerWriter.find(grantsFor(stage).find(stage.customer.address)),
  },
};

const WRITES_OF_AGENT: Record<string, Call> = {
  addToOrganization: {
    as: 'agent',
    call: 'addToOrganization',
    operationId: 'addUsersToOrganization',
    use: ({ agentWriter }, { organization, otherCustomer }) =>
      agentWriter.addToOrganization(organization, otherCustomer.accountId),
  },
  comment: {
    as: 'agent',
    call: 'comment',
    operationId: 'addComment',
    use: ({ agentWriter }, { issue }) => agentWriter.comment(issue, ['One line']),
  },
};
/** It hides that it was refused: that is its answer. */
const MAY_ADD: Record<string, Call> = {
  mayAddToOrganization: {
    as: 'agent',
    call: 'mayAddToOrganization',
    operationId: 'addUsersToOrganization',
    use: ({ agentWriter }, { organization }) => agentWriter.mayAddToOrganization(organization),
  },
};
const { ATLASSIAN_REFUSED, ...NOT_REFUSED } = WRITE_FAILURES;

const agentCases: Case[] = [
  {
    name: 'mayAddToOrganization: until only Jira administrators may',
    play: async ({ run, organization, keepsOrganizationsFromAgents }) => {
      expect(await run('agent', ({ agentWriter }) => agentWriter.mayAddToOrganization(organization))).toBe(true);
      keepsOrganizationsFromAgents();
      expect(await run('agent', ({ agentWriter }) => agentWriter.mayAddToOrganization(organization))).toBe(false);
    },
  },
  {
    name: 'addToOrganization: once or twice; refused where only Jira administrators may; no organization, no member',
    play: async ({ run, organization, otherCustomer: { accountId }, keepsOrganizationsFromAgents }) => {
      function add(to: OrganizationId) {
        return run('agent', ({ agentWriter }) => agentWriter.addToOrganization(to, accountId));
      }
      expect([await add(organization), await add(organization)]).toEqual([undefined, undefined]);
      expect(await run('agent', ({ jira }) => jira.membershipsOf(accountId, [organization]))).toEqual(
        new Set([organization]),
      );
      expect(await failureFrom(add(NO_ORGANIZATION))).toEqual({ code: 'NOT_FOUND', what: 'organization' });
      keepsOrganizationsFromAgents();
      expect(await failureFrom(add(organization))).toEqual({ code: 'ATLASSIAN_REFUSED', changed: 'nothing' });
    },
  },
  {
    name: 'comment: on a work item that the agent sees',
    play: async ({ run, issue, otherIssue, comments }) => {
      function comment(on: string) {
        return run('agent', ({ agentWriter }) => agentWriter.comment(on, ['One', 'Two']));
      }
      expect(await comment(issue)).toBeUndefined();
      for (const on of [otherIssue, 'not a work item']) {
        expect(await failureFrom(comment(on))).toEqual({ code: 'NOT_FOUND', what: 'issue' });
      }
      expect([comments(issue), comments(otherIssue)]).toEqual([1, 0]);
    },
  },
  ...failing(WRITES_OF_AGENT, WRITE_FAILURES),
  ...failing(MAY_ADD, NOT_REFUSED),
];

const writerCases: Case[] = [
  {
    name: 'create: a customer whom the privileged user then finds; an address in use exists, in any case',
    play: async (stage) => {
      const { run } = stage;
      const grants = grantsFor(stage);
      function create(email: string) {
        return run('agent', ({ customerWriter }) => customerWriter.create(grants.create(email)));
      }
      const made = await create(NEW);
      if (typeof made === 'string') throw new Error(made);
      expect(await run('agent', ({ customerWriter }) => customerWriter.find(grants.find(NEW)))).toEqual({
        account: { accountId: made.accountId, kind: 'customer', active: true },
        certain: true,
      });
      expect([await create(NEW), await create(NEW.toUpperCase())]).toEqual(['exists', 'exists']);
    },
  },
  {
    name: 'create: an address that Jira does not take is rejected',
    play: async (stage) => {
      const grant = grantsFor(stage).create('no address');
      expect(await stage.run('agent', ({ customerWriter }) => customerWriter.create(grant))).toBe('rejected');
    },
  },
  {
    name: 'find: nobody of this address',
    play: async (stage) => {
      const grant = grantsFor(stage).find(NEW);
      expect(await stage.run('agent', ({ customerWriter }) => customerWriter.find(grant))).toBeUndefined();
    },
  },
  {
    name: 'find: not certainly the one whose name is the address',
    play: async (stage) => {
      const { accountId, address } = stage.customer;
      stage.namesByAddress();
      const grant = grantsFor(stage).find(address);
      expect(await stage.run('agent', ({ customerWriter }) => customerWriter.find(grant))).toEqual({
        account: { accountId, kind: 'customer', active: true },
        certain: false,
      });
    },
  },
  {
    name: 'addToProject: once or twice',
    play: async (stage) => {
      const { run, project, otherCustomer } = stage;
      function add() {
        return run('agent', ({ customerWriter }) => customerWriter.addToProject(grantsFor(stage).add()));
      }
      expect([await add(), await add()]).toEqual([undefined, undefined]);
      expect(await run('agent', ({ jira }) => jira.isCustomer(project, otherCustomer))).toBe(true);
    },
  },
  ...failing(WRITES_OF_BOSS, WRITE_FAILURES),
  ...failing(LOOKUP_OF_BOSS, { ...READ_FAILURES, ATLASSIAN_REFUSED }),
  ...withoutBoss({ ...WRITES_OF_BOSS, ...LOOKUP_OF_BOSS }),
];

export const jiraWriterCases: Record<string, readonly Case[]> = {
  agentWriter: agentCases,
  customerWriter: writerCases,
};
