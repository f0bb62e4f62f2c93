// What the app leaves behind in log lines and storage: never a name, an email address or a token. Held at the end of every test file.
import { expect } from 'vitest';

import type { Sandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';

type Scanned = Pick<Sandbox, 'site' | 'forge'>;

/** Names of groups are kept on purpose, also if a group is called like a person. */
function groupNames(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['groupName', 'nameKey'].includes(key) && typeof inner === 'string' ? [inner] : groupNames(inner),
  );
}

/** All that the app has ever asked the storage to keep or to find, whether it is still there or not. */
function storedText({ forge }: Scanned): string {
  const bodies = forge.kvs.requests().map(({ body }) => body);
  const kept = new Set(groupNames(bodies).map((name) => JSON.stringify(name)));
  // Each string of the text once, however many groups there are.
  return JSON.stringify(bodies).replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) => (kept.has(text) ? '""' : text));
}

/** Email addresses and people's names that somebody typed, wherever they stand in what they sent. Of an address also what stands before the `@`. */
export function peopleIn(typed: unknown): string[] {
  if (typeof typed !== 'object' || typed === null) return [];
  return Object.entries(typed).flatMap(([key, inner]: [string, unknown]) => {
    if (typeof inner !== 'string') return peopleIn(inner);
    const [, address, local] = /^\s*((\S{3,}@)\S+)\s*$/.exec(['email', 'text'].includes(key) ? inner : '') ?? [];
    const name = ['displayName', 'text'].includes(key) && /^\p{L}{3,} \p{L}{3,}/u.test(inner) ? [inner] : [];
    return [...(address === undefined || local === undefined ? [] : [address, local]), ...name];
  });
}

/** Names, addresses and tokens of this site that stand in its app's log or storage, with where. `typed`: more such texts. */
export function personalDataIn(sandbox: Scanned, typed: Iterable<string>): string[] {
  const people = [...sandbox.site.model.accounts.values()].filter(({ accountType }) => accountType !== 'app');
  const { plain, secret } = demoSeed.appStorage;
  const legacy = Object.values({ ...plain, ...secret }).map(String);
  const texts = [...people.flatMap(({ name, email }) => [name, email]), ...legacy, ...typed, '@example.com'];
  const places = { 'a log line': sandbox.forge.logs().join('\n'), storage: storedText(sandbox) };
  const wanted = texts.filter((text) => text !== '').map((text) => ({ text, lower: text.toLowerCase() }));
  return Object.entries(places).flatMap(([place, content]) => {
    const holds = holderOf(content.toLowerCase());
    return wanted.filter(({ lower }) => holds(lower)).map(({ text }) => `${text} in ${place}`);
  });
}

/** Characters of a piece of text: few texts that aren't there have all their pieces there. */
const PIECE = 5;

/** Tells whether a long text holds another one. Of 100,000 that it mostly doesn't hold, the long text is searched for hardly any. */
function holderOf(content: string): (text: string) => boolean {
  const pieces = new Set<string>();
  for (let at = 0; at + PIECE <= content.length; at += 1) pieces.add(content.slice(at, at + PIECE));
  function mayHold(text: string): boolean {
    for (let at = 0; at + PIECE <= text.length; at += 1) if (!pieces.has(text.slice(at, at + PIECE))) return false;
    return true;
  }
  return (text) => mayHold(text) && content.includes(text);
}

const opened: { test: string; sandbox: Scanned; typed: Iterable<string> }[] = [];

/** Has a sandbox scanned when its test file is over, for what was typed until then. */
export function scanAtTheEnd(sandbox: Scanned, typed: Iterable<string>): void {
  opened.push({ test: expect.getState().currentTestName ?? 'before the tests', sandbox, typed });
}

/** Scans the sandboxes of the test file that is over. Fails if one holds personal data. */
export function scanOpened(): void {
  const found = opened
    .splice(0)
    .flatMap(({ test, sandbox, typed }) => personalDataIn(sandbox, typed).map((what) => `${test}: ${what}`));
  if (found.length > 0) throw new Error(`The app has left personal data behind:\n${found.join('\n')}`);
}
