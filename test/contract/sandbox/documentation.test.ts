// docs/sandbox.md introduces who and what there is.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { demoSeed } from '../../../sandbox/site/seeds/demo';

const page = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8');

test('introduces everybody, every group, space, project and organization of the demo site', () => {
  const cast = demoSeed.people.filter(({ handle }) => !/^person-(?!01)/.test(handle)).map(({ handle }) => handle);
  const names = [...cast, ...demoSeed.groups.map(({ name }) => name)].map((name) => `| \`${name}\``);
  const spaces = demoSeed.spaces.filter(({ type }) => type === 'global').map(({ key }) => key);
  const projects = demoSeed.jira.projects.map(({ key, id }) => [key, id]);
  const jira = projects.map(([key = '', id = '']) => `| ${key.padEnd(7)} | ${id} |`);
  const organizations = demoSeed.jira.organizations.map(({ name, id }) => `${name} (${id})`);
  expect([...names, ...spaces, ...jira, ...organizations].filter((one) => !page.includes(one))).toEqual([]);
});
