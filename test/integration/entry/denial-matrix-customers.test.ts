// Everyone who may not, at each call about customers: of both pages, both routes and the action.
import { describe, expect, it } from 'vitest';

import {
  asThemselves,
  aWorldOfCustomers,
  CUSTOMER_CALLS,
  type CustomerCall,
  type CustomerWorld,
  type Who,
} from '../../support/customer-calls';
import { refusedWith } from '../../support/integration-denials';

/** Whoever, or whatever, must be refused. */
const COLUMNS = [
  'anonymous',
  'Jira user without agent licence',
  'agent of another project',
  'agent elsewhere, who sees the project',
  'agent',
  'Jira admin',
  'portal customer',
  'Confluence admin',
  'deactivated',
  'forged project',
  'forged accountId',
] as const;
type Column = (typeof COLUMNS)[number];
/** The refusal; or why there is nothing to refuse. `NOT_REACHED`: the platform itself says no. */
type Cell = string | { doesNotApply: string };
type Denials = Readonly<Record<Column, Cell>>;

const OF_AGENTS: Denials = {
  anonymous: 'NOT_SIGNED_IN',
  'Jira user without agent licence': 'NOT_AGENT',
  'agent of another project': 'NOT_AGENT',
  'agent elsewhere, who sees the project': 'NOT_AGENT',
  agent: { doesNotApply: 'they may' },
  'Jira admin': 'NOT_AGENT',
  'portal customer': 'INVOCATION_REFUSED',
  'Confluence admin': 'INVOCATION_REFUSED',
  deactivated: 'INVOCATION_REFUSED',
  'forged project': 'NOT_AGENT',
  'forged accountId': 'INVALID_INPUT',
};
const OF_JIRA_ADMINS: Denials = {
  ...OF_AGENTS,
  'Jira user without agent licence': 'NOT_JIRA_ADMIN',
  'agent of another project': 'NOT_JIRA_ADMIN',
  'agent elsewhere, who sees the project': 'NOT_JIRA_ADMIN',
  agent: 'NOT_JIRA_ADMIN',
  'Jira admin': { doesNotApply: 'they may' },
  'forged project': 'NOT_JIRA_ADMIN',
};
/** The platform lets nobody through who has no token for the route or no Jira. */
const OF_ROUTES: Denials = {
  ...OF_AGENTS,
  anonymous: 'NOT_REACHED',
  'portal customer': 'NOT_REACHED',
  'Confluence admin': 'NOT_REACHED',
  deactivated: 'NOT_REACHED',
  'forged project': 'INVALID_INPUT',
};
const OF_RULES: Denials = {
  ...OF_AGENTS,
  anonymous: { doesNotApply: 'a rule runs as the owner of its connection' },
  'forged accountId': 'NOT_REACHED',
};

const DENIALS: Record<CustomerCall['door'], Denials> = {
  queuePage: OF_AGENTS,
  customerSettings: OF_JIRA_ADMINS,
  restApi: OF_ROUTES,
  automationAction: OF_RULES,
};

/** Who attacks, and with what. */
const WHO: Record<Column, (world: CustomerWorld, call: CustomerCall) => Who> = {
  anonymous: (world, call) => asThemselves(world, call, undefined),
  'Jira user without agent licence': (world, call) => asThemselves(world, call, 'developer'),
  'agent of another project': (world, call) => asThemselves(world, call, 'priv-agent'),
  'agent elsewhere, who sees the project': (world, call) => {
    world.model.addToProject('SUP', 'users', world.id('priv-agent'));
    return asThemselves(world, call, 'priv-agent');
  },
  agent: (world, call) => asThemselves(world, call, 'agent'),
  'Jira admin': (world, call) => asThemselves(world, call, 'jira-admin'),
  'portal customer': (world, call) => asThemselves(world, call, 'acme-customer'),
  'Confluence admin': (world, call) => asThemselves(world, call, 'confluence-admin'),
  deactivated: (world, call) => {
    const handle = call.door === 'customerSettings' ? 'jira-admin' : 'agent';
    world.model.setStatus(world.id(handle), 'inactive');
    return asThemselves(world, call, handle);
  },
  'forged project': (world, call) => ({
    handle: 'priv-agent',
    payload: { ...call.payload(world), ...(call.door === 'restApi' && { projectId: '10011' }) },
    context: { extension: { project: { id: world.projectId('PRIV'), key: 'SUP' } }, moduleKey: 'customer-settings' },
  }),
  'forged accountId': (world, call) => {
    const accountId = world.id('site-admin');
    const context = { ...world.inProject('SUP'), accountId, principal: { accountId } };
    return { handle: 'priv-agent', payload: { ...call.payload(world), accountId }, context };
  },
};

describe.each(CUSTOMER_CALLS)('$key', (call) => {
  const cells = COLUMNS.map((column): [Column, Cell] => [column, DENIALS[call.door][column]]);
  const refusals = cells.filter((cell): cell is [Column, string] => typeof cell[1] === 'string');

  it.each(refusals)('refuses %s', async (column, reason) => {
    const world = await aWorldOfCustomers();
    const who = WHO[column](world, call);
    expect(await refusedWith(world, { ...who, action: call.action }, () => call.run(world, who))).toBe(reason);
  });

  it('has a reason for each exception, and lets in who may', async () => {
    const exceptions = cells.flatMap(([, cell]) => (typeof cell === 'object' ? [cell.doesNotApply] : []));
    expect(exceptions.length).toBeGreaterThan(0);
    expect(exceptions).not.toContain('');
    const world = await aWorldOfCustomers();
    expect(await call.run(world, asThemselves(world, call, 'site-admin'))).toMatch(/^allowed/);
  });
});
