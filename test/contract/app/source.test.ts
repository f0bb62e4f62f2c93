import { globSync, readFileSync } from 'node:fs';

import { describe, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const sources = globSync('src/**/*.ts', { cwd: root }).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(new URL(path, root), 'utf8'),
}));
function filesWith(pattern: RegExp) {
  return sources.flatMap(({ path, text }) => (pattern.test(text) ? [path] : [])).toSorted();
}

/** Matches the beginning of a doc comment that asks in place of telling. Fields and constants get a noun, everything else a verb. */
const QUESTION = /\/\*\*[\s*]+(?:What|Who|Whose|Whom|Whether|Which|Where|How|Why|When)\b.*/g;

describe('the source of the app', () => {
  it('is where this test looks for it', ({ expect }) => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it('makes grants in the policies, and for check groups beside the privileged user, only', ({ expect }) => {
    const files = filesWith(/\bissue(Caller)?Grant\b/).filter((path) => path !== 'src/broker/grant.ts');
    expect(files).toEqual([
      'src/broker/privileged-user/check-group-grants.ts',
      'src/customers/policy.ts',
      'src/groups/policy.ts',
    ]);
  });

  it('never reads a secret', ({ expect }) => {
    expect(filesWith(/\bgetSecret\b/)).toEqual([]);
  });

  it('acts as people in one place only', ({ expect }) => {
    expect(filesWith(/\bas(User|App)\b\s*\(/)).toEqual(['src/platform/rest/identity.ts']);
  });

  it('acts as the privileged user where a grant says so, and to read their own right', ({ expect }) => {
    expect(filesWith(/(?<!function )\bprivilegedUser\(/).filter((path) => path.startsWith('src/platform/'))).toEqual([
      'src/platform/confluence/privileged-reader.ts',
      'src/platform/jira/jira-right-reader.ts',
      'src/platform/rest/granted.ts',
    ]);
  });

  it('acts as whoever asked for a run only to read their space', ({ expect }) => {
    expect(filesWith(/(?<!function )\brequester\(/)).toEqual(['src/platform/confluence/spaces.ts']);
  });

  it('names the caller as an identity where readers are made, and for what only they may write', ({ expect }) => {
    expect(filesWith(/\bCALLER\b/)).toEqual([
      'src/platform/jira/agent-writer.ts',
      'src/platform/rest/granted.ts',
      'src/platform/rest/identity.ts',
      'src/ports-for.ts',
    ]);
    expect(filesWith(/\bas: '(caller|privilegedUser|requester|app)'/)).toEqual(['src/platform/rest/identity.ts']);
  });

  it('asks what time it is, and waits, in one place only', ({ expect }) => {
    const ways =
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bset(Timeout|Interval|Immediate)\b|\bAbortSignal\.timeout\b|node:timers/;
    expect(filesWith(ways)).toEqual(['src/platform/time.ts']);
  });

  it('writes groups as the caller in one place only, by a grant that no privileged write takes', ({ expect }) => {
    expect(filesWith(/\bgrantedToCaller\(/)).toEqual([
      'src/platform/confluence/site-admin-prover.ts',
      'src/platform/rest/granted.ts',
    ]);
    expect(filesWith(/\b(createGroup|removeGroupById),\s[^)]*\bCALLER\b/)).toEqual([]);
  });

  it('sends group writes from where grants alone say as whom', ({ expect }) => {
    const groupWrite =
      /\bsend\(\s*\w+,\s*\W?[\w.]*\b(createGroup|removeGroupById|addUserToGroupByGroupId|removeMemberFromGroupByGroupId)\b/;
    const senders = filesWith(groupWrite);
    expect(senders).toEqual([
      'src/platform/confluence/group-writer.ts',
      'src/platform/confluence/site-admin-prover.ts',
    ]);
    expect(filesWith(/\b(ReaderIdentity|PersonIdentity|CALLER)\b/).filter((path) => senders.includes(path))).toEqual(
      [],
    );
  });

  it('never builds an address without checking it', ({ expect }) => {
    expect(filesWith(/\b(assumeTrustedRoute|routeFromAbsolute)\b/)).toEqual([]);
  });

  it('talks to Forge from the platform only', ({ expect }) => {
    expect(filesWith(/from '@forge\/(api|kvs|events)'/).filter((path) => !path.startsWith('src/platform/'))).toEqual(
      [],
    );
  });

  it("takes Forge's resolver at the guard only, where inherited names are refused first", ({ expect }) => {
    expect(filesWith(/@forge\/resolver/)).toEqual(['src/entry/call/endpoint.ts']);
  });

  it.for([
    ['src', 50],
    ['static', 50],
    ['sandbox', 50],
    ['scripts', 10],
    ['simulation', 20],
    ['mutants', 20],
    ['fidelity', 3],
  ] as const)('begins no doc comment with What, Who or Whether: %s', ([folder, fewest], { expect }) => {
    const files = globSync(`${folder}/**/*.{ts,tsx,js,cjs,mjs}`, {
      cwd: root,
      exclude: (path) => path.endsWith('node_modules'),
    });
    expect(files.length).toBeGreaterThan(fewest);
    const said = files.flatMap((path) =>
      [...readFileSync(new URL(path, root), 'utf8').matchAll(QUESTION)].map(([words]) => `${path}: ${words}`),
    );
    expect(said).toEqual([]);
  });
});
