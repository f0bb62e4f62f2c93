// What the app leaves behind in log lines and storage: never a name, an e-mail address or a token. Held at the end of every test file.
import { afterAll, expect } from 'vitest';

import type { Sandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';

type Scanned = Pick<Sandbox, 'site' | 'forge'>;

/** Names of groups are kept on purpose, also if a group is called like a person. */
const groupNames = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'groupName' && typeof inner === 'string' ? [inner] : groupNames(inner),
  );
};

/** All that the app has ever asked the storage to keep or to find, whether it is still there or not. */
const storedText = ({ forge }: Scanned): string => {
  const bodies = forge.kvs.requests().map(({ body }) => body);
  const text = JSON.stringify(bodies);
  return [...new Set(groupNames(bodies))].reduce((rest, name) => rest.replaceAll(JSON.stringify(name), '""'), text);
};

/** Names, addresses and tokens of this site that stand in its app's log or storage, with where. */
export const personalDataIn = (sandbox: Scanned, apiToken: string): string[] => {
  const people = [...sandbox.site.model.accounts.values()].filter(({ accountType }) => accountType !== 'app');
  const { plain, secret } = demoSeed.appStorage;
  const legacy = Object.values({ ...plain, ...secret }).map(String);
  const texts = [...people.flatMap(({ name, email }) => [name, email]), ...legacy, apiToken, '@example.com'];
  const places = { 'a log line': sandbox.forge.logs().join('\n'), storage: storedText(sandbox) };
  return Object.entries(places).flatMap(([place, content]) => {
    const lower = content.toLowerCase();
    return texts
      .filter((text) => text !== '' && lower.includes(text.toLowerCase()))
      .map((text) => `${text} in ${place}`);
  });
};

const opened: { test: string; sandbox: Scanned; apiToken: string }[] = [];
afterAll(() => {
  const found = opened.flatMap(({ test, sandbox, apiToken }) =>
    personalDataIn(sandbox, apiToken).map((what) => `${test}: ${what}`),
  );
  if (found.length > 0) throw new Error(`The app has left personal data behind:\n${found.join('\n')}`);
});

/** Has a sandbox scanned when its test file is over. */
export const scanAtTheEnd = (sandbox: Scanned, apiToken: string): void => {
  opened.push({ test: expect.getState().currentTestName ?? 'before the tests', sandbox, apiToken });
};
