import { describe, it } from 'vitest';

import { decide, type CallerFacts } from '../../../../src/broker/access';
import { brokerOperations } from '../../../../src/broker/operations';
import { customerOperations } from '../../../../src/customers/operations';
import { operations, type Action } from '../../../../src/entry/call/operations';
import { groupOperations } from '../../../../src/groups/operations';

/**
 * Who may do what. `A B`: A or B may. `A+B`: only who is both. Everybody else is refused for the reason in the last column.
 */
const RULE = `
  action                   changes   may                                     everybody else
  openGlobalPage           nothing   confluenceAdmin supportReader nominee   NOT_CONFLUENCE_ADMIN
  readConfiguration        nothing   confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  readSupport              nothing   confluenceAdmin supportReader           NOT_SUPPORT_READER
  savePrivilegedUser       something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  cancelNomination         something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  acceptNomination         something nominee                                 NOT_NOMINATED
  declineNomination        something nominee                                 NOT_NOMINATED
  removePrivilegedUser     something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  pauseChanges             something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  resumeChanges            something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  deleteStoredCredentials  something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  confirmTokenRevoked      something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  exportSite               something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  confirmSiteAdmin         something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  saveRules                something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  endFirstStep             something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  runSiteChecks            something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  releaseGroup             something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  adoptGroup               something confluenceAdmin+siteAdmin               NOT_SITE_ADMIN
  transferGroup            something confluenceAdmin+siteAdmin               NOT_SITE_ADMIN
  setGroupDeletable        something confluenceAdmin+siteAdmin               NOT_SITE_ADMIN
  readSpace                nothing   spaceAdmin                              NOT_SPACE_ADMIN
  createGroup              something spaceAdmin                              NOT_SPACE_ADMIN
  deleteGroup              something spaceAdmin                              NOT_SPACE_ADMIN
  addMember                something spaceAdmin                              NOT_SPACE_ADMIN
  removeMember             something spaceAdmin                              NOT_SPACE_ADMIN
  assignRole               something spaceAdmin                              NOT_SPACE_ADMIN
  keepBothGroups           something spaceAdmin                              NOT_SPACE_ADMIN
  undoChange               something spaceAdmin                              NOT_SPACE_ADMIN
  watchRun                 nothing   anybody                                 NOT_SIGNED_IN
  applyRun                 something spaceAdmin                              NOT_SPACE_ADMIN
  cancelRun                something spaceAdmin                              NOT_SPACE_ADMIN
  resumeRun                something spaceAdmin                              NOT_SPACE_ADMIN
  applySiteRun             something confluenceAdmin+siteAdmin               NOT_SITE_ADMIN
  cancelSiteRun            something confluenceAdmin                         NOT_CONFLUENCE_ADMIN
  resumeSiteRun            something confluenceAdmin+siteAdmin               NOT_SITE_ADMIN
  readCustomerSettings     nothing   jiraAdmin                               NOT_JIRA_ADMIN
  saveCustomerSettings     something jiraAdmin                               NOT_JIRA_ADMIN
  exportCustomers          something jiraAdmin                               NOT_JIRA_ADMIN
  readCustomers            nothing   agent                                   NOT_AGENT
  createCustomer           something agent                                   NOT_AGENT
`;

/** A site-admin's action tells somebody who is no Confluence administrator that this is what they lack first. */
function reasonFor(written: string, facts: CallerFacts): string {
  return written === 'NOT_SITE_ADMIN' && !facts.confluenceAdmin ? 'NOT_CONFLUENCE_ADMIN' : written;
}

const rows = RULE.trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const words = line.trim().split(/\s+/);
    return { action: words[0] as Action, changes: words[1], may: words.slice(2, -1), otherwise: words.at(-1) ?? '' };
  });

const FACTS = ['confluenceAdmin', 'siteAdmin', 'supportReader', 'nominee', 'spaceAdmin', 'jiraAdmin', 'agent'] as const;

/** Every combination of the seven facts: 128 people. */
const everybody: CallerFacts[] = Array.from({ length: 2 ** FACTS.length }, (_, bits) => ({
  confluenceAdmin: (bits & 1) > 0,
  siteAdmin: (bits & 2) > 0,
  supportReader: (bits & 4) > 0,
  nominee: (bits & 8) > 0,
  spaceAdmin: (bits & 16) > 0,
  jiraAdmin: (bits & 32) > 0,
  agent: (bits & 64) > 0,
}));

function nameOf(facts: CallerFacts): string {
  return FACTS.filter((fact) => facts[fact]).join('+') || 'nobody in particular';
}
function holds(facts: CallerFacts, words: string): boolean {
  return words === 'anybody' || words.split('+').every((word) => facts[word as keyof CallerFacts]);
}

describe('the access rule', () => {
  it('has a line here for every action, and no other', ({ expect }) => {
    const asked = Object.entries(operations).filter(([, { needs }]) => needs !== 'noDoor');
    expect(rows.map((row) => row.action)).toEqual(asked.map(([name]) => name));
  });

  it.for(rows)('lets only the right people take the action $action', ({ action, may, otherwise }, { expect }) => {
    const answers = Object.fromEntries(
      everybody.map((facts) => [nameOf(facts), decide(facts, operations[action].needs)]),
    );
    const written = Object.fromEntries(
      everybody.map((facts) => [
        nameOf(facts),
        may.some((words) => holds(facts, words))
          ? { allowed: true }
          : { allowed: false, reason: reasonFor(otherwise, facts) },
      ]),
    );
    expect(Object.keys(answers)).toHaveLength(128);
    expect(answers).toEqual(written);
  });

  it.for(rows)('records refusals of $action only if it changes something', ({ action, changes }, { expect }) => {
    expect(operations[action].effect).toBe(changes === 'something' ? 'write' : 'read');
  });

  it('gives a Confluence administrator who is a site admin no say in a space', ({ expect }) => {
    const admin = { ...everybody[127], spaceAdmin: false } as CallerFacts;
    expect(decide(admin, operations.addMember.needs)).toEqual({ allowed: false, reason: 'NOT_SPACE_ADMIN' });
  });
});

describe('the operations', () => {
  it('have one row each: no two products name the same one', ({ expect }) => {
    const names = [brokerOperations, groupOperations, customerOperations].flatMap((rows) => Object.keys(rows));
    expect(Object.keys(operations)).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });
});
