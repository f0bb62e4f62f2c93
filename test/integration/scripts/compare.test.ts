// `npm run compare`, with a second sandbox in the place of the real site.
import { execFile } from 'node:child_process';

import { afterEach, describe, expect, test, vi } from 'vitest';

import { clientOf } from '../../../scripts/compare/client';
import { compare, type Comparison } from '../../../scripts/compare/compare';
import type { Options } from '../../../scripts/compare/options';
import { readPeople } from '../../../scripts/compare/people';
import { KINDS } from '../../../scripts/compare/sandbox';
import { operations } from '../../../src/platform/rest/operations';
import { otherSite, withBody, type OtherSite, type Plant } from '../../support/compare/other-site';
import { PLANTED, planting } from '../../support/compare/planted';

vi.setConfig({ testTimeout: 30_000 });

const PEOPLE = ['site-admin', 'space-admin', 'member', 'agent', 'jira-admin'];
const CHECK_GROUP = /space-steward-check-/;

let site: OtherSite;
afterEach(async () => site.close());

async function visit(plant?: Plant, refuses?: (call: string) => boolean) {
  site = await otherSite(plant, refuses);
  return site;
}

async function run(more: Partial<Options> = {}, env = site.env(...PEOPLE), isEnded = () => false) {
  const client = clientOf(site.origin, readPeople(env, KINDS), fetch);
  const objects = { space: 'DEMO', project: 'SUP', group: 'demo-editors' };
  return compare({ origin: site.origin, yes: false, ...objects, ...more }, client, isEnded);
}

function linesOf({ differences }: Comparison) {
  return differences.flatMap(({ lines }) => lines);
}
function titlesOf({ notCompared }: Comparison) {
  return notCompared.map(({ title, reason }) => `${title}: ${reason}`);
}
function checkGroups() {
  return [...site.sandbox.site.model.groups.values()].filter(({ name }) => CHECK_GROUP.test(name));
}
function changes() {
  return site.sandbox
    .requests()
    .filter(({ method, path }) => method !== 'GET' && !/users-bulk|permissions\/check/.test(path));
}

describe('the differences of a site', () => {
  test('are ten if ten are planted: all found, none invented', async () => {
    await visit(planting(PLANTED));
    expect(linesOf(await run()).toSorted()).toEqual(PLANTED.map(({ told }) => told).toSorted());
  });

  test.each(PLANTED)('are one if it answers with $name', async (planted) => {
    await visit(planting([planted]));
    expect(linesOf(await run())).toEqual([planted.told]);
  });

  test.each(['PRE_ROLES', 'ROLES_TRANSITION', 'ROLES'] as const)('are none on another sandbox in %s', async (mode) => {
    const { sandbox } = await visit();
    sandbox.site.model.setMode(mode);
    const comparison = await run();
    expect(comparison).toMatchObject({ differences: [] });
    expect(comparison.compared).toBeGreaterThan(60);
  });

  test('are none where only people and objects are others', async () => {
    await visit();
    const env = { ...site.env(...PEOPLE), COMPARE_SPACE_ADMIN_EMAIL: 'dev-admin@example.com' };
    const comparison = await run({ space: 'DEV', group: 'scim-finance' }, env);
    expect(comparison).toMatchObject({ differences: [] });
  });
});

describe('what is compared', () => {
  test('is every operation that the app reads by, if everything is given', async () => {
    await visit();
    await run();
    const asked = new Set(site.sandbox.requests().map(({ operationId }) => operationId));
    const reads = Object.values(operations).filter(({ retry }) => retry === 'read');
    expect(reads.filter(({ operationId }) => !asked.has(operationId))).toEqual([]);
  });

  test('leaves out who and what isn’t given, and says so', async () => {
    await visit();
    const client = clientOf(site.origin, readPeople(site.env('member'), KINDS), fetch);
    const comparison = await compare({ origin: site.origin, yes: false }, client, () => false);
    expect(comparison.differences).toEqual([]);
    const told = titlesOf(comparison).join('\n');
    expect(told).toMatch(/getGroupByGroupId\) as member with id: not given, or not there: --group/);
    expect(told).toMatch(/getSpaceById\) as member[^\n]*: not given, or not there: --space/);
    expect(told).toMatch(/getServiceDeskById\) as agent: no agent is given: COMPARE_AGENT_EMAIL and _TOKEN/);
    expect(told).toMatch(/as app: it is made as the app: Forge's proxy isn't compared/);
  });

  test('writes to its own check group alone, which is gone afterwards', async () => {
    const { sandbox } = await visit();
    const before = JSON.stringify(sandbox.snapshot());
    const comparison = await run();
    const ofGroups = changes().every(({ path }) => path.startsWith('/wiki/rest/api/group'));
    expect({ ofGroups, left: comparison.left, groups: checkGroups() }).toEqual({
      ofGroups: true,
      left: undefined,
      groups: [],
    });
    expect(changes().length).toBeGreaterThan(8);
    expect(JSON.stringify(sandbox.snapshot())).toBe(before);
    expect(titlesOf(comparison)).toContainEqual(
      expect.stringMatching(/createCustomer.*a write that isn't on a check group/),
    );
  });

  test('writes nothing without a site admin', async () => {
    await visit();
    await run({}, site.env('space-admin', 'member', 'agent'));
    expect(changes()).toEqual([]);
  });
});

describe('its check group', () => {
  test('is cleaned up though the answer to its creation was lost', async () => {
    await visit(({ method, path }, answer) =>
      method === 'POST' && path === '/wiki/rest/api/group' ? Response.json({}, { status: 504 }) : answer,
    );
    const comparison = await run();
    expect(comparison.left).toBeUndefined();
    expect(checkGroups()).toEqual([]);
  });

  test('is cleaned up when somebody ends it', async () => {
    await visit();
    let calls = 0;
    const comparison = await run({}, undefined, () => (calls += 1) > 5);
    expect(titlesOf(comparison)).toContainEqual(expect.stringMatching(/you ended it/));
    expect({ left: comparison.left, groups: checkGroups() }).toEqual({ left: undefined, groups: [] });
  });

  test('is named if the site won’t delete it', async () => {
    await visit(undefined, (call) => call === 'DELETE /wiki/rest/api/group/by-id');
    const comparison = await run();
    expect(comparison.left).toBe(`The group "${checkGroups()[0]?.name ?? ''}" is left on the site: delete it there.`);
  });

  test('is named if nobody can tell whether it is left', async () => {
    await visit(({ path }, answer) =>
      path.includes('query=space-steward') ? Response.json({}, { status: 503 }) : answer,
    );
    expect((await run()).left).toMatch(/^The group "space-steward-check-[\w-]+" may be left on the site/);
  });
});

describe('a site with many people', () => {
  function counting(totalSize: unknown, next?: string): Plant {
    return async ({ path }, answer) =>
      path.includes('/search/user?cql=type%3Duser&limit=200')
        ? withBody(answer, (body) => ({ ...body, totalSize, _links: { next } }))
        : answer;
  }

  test.each([
    ['501 of them', counting(501), /The site has 501 people\. Give --yes/],
    [
      'a page that is all it tells',
      async (...args) => counting(undefined, '/more')(...args),
      /doesn't say how many people/,
    ],
    ['no total', counting('many'), /doesn't say how many people/],
  ] as [string, Plant, RegExp][])('is left alone, unless told otherwise: %s', async (_, plant, told) => {
    await visit(plant);
    await expect(run()).rejects.toThrow(told);
    expect(changes()).toEqual([]);
    expect((await run({ yes: true })).compared).toBeGreaterThan(60);
  });

  test('is compared if there are 500', async () => {
    await visit(counting(500));
    expect((await run()).differences).toEqual([]);
  });
});

describe('the command', () => {
  async function command(args: string[], env: Record<string, string> = {}) {
    return new Promise<{ code: unknown; output: string }>((resolve) => {
      const all = ['--import', 'tsx', 'scripts/compare/main.ts', ...args];
      execFile(process.execPath, all, { env: { PATH: process.env['PATH'], ...env } }, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, output: stdout + stderr }),
      );
    });
  }

  test('prints differences and no value of the site: no token, address, id or name', async () => {
    await visit(planting(PLANTED));
    const env = { ...site.env(...PEOPLE), COMPARE_AGENT_TOKEN: 'sandbox' };
    const { code, output } = await command(
      ['--site', site.origin, '--space', 'DEMO', '--project', 'SUP', '--group', 'demo-editors'],
      env,
    );
    expect(code).toBe(1);
    expect(output).toContain('10 differences');
    const { accounts, groups } = site.sandbox.site.model;
    const secrets = [...accounts.values()].flatMap(({ accountId, email, name }) => [accountId, email, name]);
    const ids = [...groups.values()].map(({ id }) => id);
    expect(
      [...secrets, ...ids, 'demo-editors', ':sandbox'].filter((one) => one !== '' && output.includes(one)),
    ).toEqual([]);
  });

  test('ends well without differences', async () => {
    await visit();
    const { code, output } = await command(['--site', site.origin], site.env('member'));
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('no difference') });
  });

  test.each([
    ['an address without https', ['--site', 'http://acme.atlassian.net'], /--site needs an https address/],
    ['no address', [], /--site needs an https address/],
    ['nobody', ['--site', 'https://acme.atlassian.net'], /Nobody is given/],
  ])('refuses %s', async (_, args, told) => {
    await visit();
    expect(await command(args)).toEqual({ code: 2, output: expect.stringMatching(told) });
  });

  test('tells a wrong token and a missing one by the names of their variables alone', async () => {
    await visit();
    const wrong = { ...site.env('member'), COMPARE_MEMBER_TOKEN: 'not-this-one' };
    const { code, output } = await command(['--site', site.origin], wrong);
    expect({ code, output }).toEqual({ code: 2, output: expect.stringContaining('COMPARE_MEMBER_EMAIL and _TOKEN') });
    expect(output).not.toContain('not-this-one');
    expect(() => readPeople({ COMPARE_MEMBER_EMAIL: 'm@example.com' }, KINDS)).toThrow(
      'COMPARE_MEMBER_TOKEN is missing.',
    );
    expect(() => readPeople({ COMPARE_BOSS_EMAIL: 'm@example.com' }, KINDS)).toThrow(/"boss" isn't a kind of person/);
  });
});
