// Jira, read as the agent, and what the privileged user may do there.
import { expect } from 'vitest';

import type { AccountId } from '../../../../src/shared/ids';
import { OrganizationId, ProjectId } from '../../../../src/shared/ids';
import { failing, type Call, type Case } from '../case';
import { READ_FAILURES } from '../failures';

const NO_ORGANIZATION = OrganizationId.parse('999');
const NEW = 'nadia@acme.example';

const READS: Record<string, Call> = {
  isJiraAdmin: {
    as: 'boss',
    call: 'isJiraAdmin',
    operationId: 'getMyPermissions',
    use: ({ jira }) => jira.isJiraAdmin(),
  },
  project: {
    as: 'agent',
    call: 'project',
    operationId: 'getServiceDeskById',
    use: ({ jira }, { project }) => jira.project(project.key),
  },
  projects: { as: 'agent', call: 'projects', operationId: 'getServiceDesks', use: ({ jira }) => jira.projects(0) },
  projectById: {
    as: 'boss',
    call: 'projectById',
    operationId: 'getServiceDeskById',
    use: ({ jira }, { project }) => jira.projectById(project.projectId),
  },
  organizations: { as: 'agent', call: 'organizations', use: ({ jira }, { project }) => jira.organizations(project) },
  findOrganizations: {
    as: 'agent',
    call: 'findOrganizations',
    use: ({ jira }, { project, organization }) => jira.findOrganizations(project, [organization]),
  },
  isCustomer: {
    as: 'agent',
    call: 'isCustomer',
    operationId: 'getCustomers',
    use: ({ jira }, { project, customer }) => jira.isCustomer(project, customer),
  },
  membershipsOf: {
    as: 'agent',
    call: 'membershipsOf',
    operationId: 'getOrganizations',
    use: ({ jira }, { customer, organization }) => jira.membershipsOf(customer.accountId, [organization]),
  },
  organization: {
    as: 'agent',
    call: 'organization',
    operationId: 'getOrganization',
    use: ({ jira }, { organization }) => jira.organization(organization),
  },
  groupsOfCaller: { as: 'agent', call: 'groupsOfCaller', use: ({ jira }) => jira.groupsOfCaller() },
  'jira searchGroups': {
    as: 'agent',
    call: 'search groups',
    operationId: 'findGroups',
    use: ({ jira }) => jira.searchGroups('support'),
  },
  mayComment: {
    as: 'agent',
    call: 'mayComment',
    operationId: 'getMyPermissions',
    use: ({ jira }, { issue }) => jira.mayComment(issue),
  },
  findAccount: {
    as: 'agent',
    call: 'findAccount',
    operationId: 'findUsers',
    use: ({ jira }, { customer }) => jira.findAccount(customer.address),
  },
};

const directoryCases: Case[] = [
  {
    name: 'isJiraAdmin: whether the caller is one',
    play: async ({ run }) => {
      expect(await run('boss', ({ jira }) => jira.isJiraAdmin())).toBe(true);
      expect(await run('agent', ({ jira }) => jira.isJiraAdmin())).toBe(false);
    },
  },
  {
    name: 'project: by its key, and whether the caller is an agent of it; none without a key',
    play: async ({ run, project }) => {
      expect(await run('agent', ({ jira }) => jira.project(project.key))).toEqual({ project, agent: true });
      for (const key of ['NOSUCH', 'no key', project.key.toLowerCase()]) {
        expect(await run('agent', ({ jira }) => jira.project(key))).toBeUndefined();
      }
    },
  },
  {
    name: 'project: of somebody who sees it and is no agent',
    play: async ({ run, project, leavesAgents }) => {
      leavesAgents();
      expect(await run('agent', ({ jira }) => jira.project(project.key))).toEqual({ project, agent: false });
    },
  },
  {
    name: 'projects: those that the caller sees, 50 at once, and where the next begin',
    play: async ({ run, project, addProjects }) => {
      function page(start: number) {
        return run('agent', ({ jira }) => jira.projects(start));
      }
      expect(await page(0)).toEqual({ projects: [project] });
      const added = addProjects(51);
      const first = await page(0);
      expect([first.projects.length, first.nextStart]).toEqual([50, 50]);
      const second = await page(50);
      expect(second.nextStart).toBeUndefined();
      expect([...first.projects, ...second.projects]).toEqual([project, ...added]);
    },
  },
  {
    name: 'projectById: for a Jira administrator; none of another id',
    play: async ({ run, project }) => {
      expect(await run('boss', ({ jira }) => jira.projectById(project.projectId))).toEqual(project);
      expect(await run('boss', ({ jira }) => jira.projectById(ProjectId.parse('99999')))).toBeUndefined();
    },
  },
  {
    name: 'organizations: of the project, and where the next begin after 200',
    play: async ({ run, project, organization, addOrganizations }) => {
      const one = await run('agent', ({ jira }) => jira.organizations(project));
      expect(one).toEqual({ organizations: [{ organizationId: organization, name: expect.any(String) as string }] });
      const added = addOrganizations(200);
      const first = await run('agent', ({ jira }) => jira.organizations(project));
      expect([first.organizations.length, first.nextStart]).toEqual([200, 200]);
      const second = await run('agent', ({ jira }) => jira.organizations(project, first.nextStart));
      expect(second.nextStart).toBeUndefined();
      const found = [...first.organizations, ...second.organizations].map(({ organizationId }) => organizationId);
      expect(found.toSorted()).toEqual([organization, ...added].toSorted());
    },
  },
  {
    name: 'findOrganizations: those of the project that are wanted; what is not found is not there',
    play: async ({ run, project, organization, otherOrganization }) => {
      const wanted = [organization, otherOrganization];
      expect(await run('agent', ({ jira }) => jira.findOrganizations(project, wanted))).toEqual({
        found: [{ organizationId: organization, name: expect.any(String) as string }],
        complete: true,
      });
    },
  },
  {
    name: 'findOrganizations: after 2,000 it looks no further',
    play: async ({ run, project, otherOrganization, addOrganizations }) => {
      addOrganizations(2_001);
      expect(await run('agent', ({ jira }) => jira.findOrganizations(project, [otherOrganization]))).toEqual({
        found: [],
        complete: false,
      });
    },
  },
  {
    name: 'isCustomer: whether the account is one of the project',
    play: async ({ run, project, customer, otherCustomer }) => {
      expect(await run('agent', ({ jira }) => jira.isCustomer(project, customer))).toBe(true);
      expect(await run('agent', ({ jira }) => jira.isCustomer(project, otherCustomer))).toBe(false);
    },
  },
  {
    name: 'membershipsOf: those of the wanted organizations that the account is in',
    play: async ({ run, customer, organization, otherOrganization }) => {
      const wanted = [organization, otherOrganization];
      expect(await run('agent', ({ jira }) => jira.membershipsOf(customer.accountId, wanted))).toEqual(
        new Set([organization]),
      );
    },
  },
  {
    name: 'organization: by its id, or none',
    play: async ({ run, organization }) => {
      const found = await run('agent', ({ jira }) => jira.organization(organization));
      expect(found?.organizationId).toBe(organization);
      expect(await run('agent', ({ jira }) => jira.organization(NO_ORGANIZATION))).toBeUndefined();
    },
  },
  {
    name: 'groupsOfCaller, searchGroups: a group of the agent’s, by part of its name',
    play: async ({ run, team }) => {
      expect(await run('agent', ({ jira }) => jira.groupsOfCaller())).toContain(team.groupId);
      expect(await run('agent', ({ jira }) => jira.searchGroups('port-tea'))).toEqual([team]);
      expect(await run('agent', ({ jira }) => jira.searchGroups('nobody-is-called-so'))).toEqual([]);
    },
  },
  {
    name: 'mayComment: on a work item that the caller sees',
    play: async ({ run, issue, otherIssue }) => {
      expect(await run('agent', ({ jira }) => jira.mayComment(issue))).toBe(true);
      expect(await run('agent', ({ jira }) => jira.mayComment(otherIssue))).toBe(false);
    },
  },
  {
    name: 'findAccount: the account with this address, in any case, or none',
    play: async ({ run, customer }) => {
      const account = { accountId: customer.accountId, kind: 'customer', active: true };
      for (const address of [customer.address, customer.address.toUpperCase()]) {
        expect(await run('agent', ({ jira }) => jira.findAccount(address))).toEqual({ account, certain: true });
      }
      expect(await run('agent', ({ jira }) => jira.findAccount(NEW))).toBeUndefined();
    },
  },
  {
    name: 'findAccount: not certainly the one whose name is the address',
    play: async ({ run, customer: { accountId, address }, namesByAddress }) => {
      namesByAddress();
      const account = { accountId, kind: 'customer', active: true };
      expect(await run('agent', ({ jira }) => jira.findAccount(address))).toEqual({ account, certain: false });
    },
  },
  ...failing(READS, READ_FAILURES),
];

const rightCases: Case[] = [
  {
    name: 'jiraRight: works, does not, and where Atlassian does not act as the account; an outage tells nothing',
    play: async ({ run, id, changeStatus, outage }) => {
      function right(accountId: AccountId) {
        return run('agent', ({ jiraRight }) => jiraRight.isJiraAdmin(accountId));
      }
      expect(await right(id('boss'))).toEqual({ works: true });
      expect(await right(id('agent'))).toEqual({ works: false });
      outage();
      expect(await right(id('boss'))).toEqual({ works: undefined });
      changeStatus('boss', 'inactive');
      expect(await right(id('boss'))).toEqual({ works: false, noAccess: true });
    },
  },
];

export const jiraCases: Record<string, readonly Case[]> = { jira: directoryCases, jiraRight: rightCases };
