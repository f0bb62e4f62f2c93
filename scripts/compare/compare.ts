// Makes the calls of the contract tests on a real site and on a sandbox, and reports the differences.
import { checkGroupName, cleanUp, CREATOR, creationOf, idIn } from './check-group';
import type { Answer, Call, Client } from './client';
import { differencesOf } from './differences';
import { manyPeople } from './head-count';
import type { Options } from './options';
import { pairsOf, type Pair } from './pairs';
import { givenOnSandbox, sandboxSide } from './sandbox';
import { findSubject } from './subject';

export interface Comparison {
  compared: number;
  /** Differences by call. */
  differences: { title: string; lines: string[] }[];
  notCompared: { title: string; reason: string }[];
  /** Sentence about anything not cleaned up. */
  left?: string;
}

/**
 * Compares a site with a sandbox.
 *
 * Throws a sentence if it can't begin: many people without `yes`, a person who can't sign in, an object that isn't there. Once it has begun it
 * cleans up its check group, whatever happens. `isEnded` stops it between two calls.
 */
export async function compare(options: Options, site: Client, isEnded: () => boolean): Promise<Comparison> {
  const subject = await findSubject(site, options);
  const many = await manyPeople(site);
  if (many !== undefined && !options.yes) throw new Error(`${many} Give --yes if this is a site to try things on.`);
  const sandbox = await sandboxSide(site.people, subject.mode);
  const twin = await findSubject(sandbox, givenOnSandbox(options));
  const result: Comparison = { compared: 0, differences: [], notCompared: [] };
  const name = checkGroupName();
  try {
    const checkGroups = await createCheckGroups({ site, sandbox }, name, result);
    const pairs = pairsOf({ ...subject, ...checkGroups?.[0] }, { ...twin, ...checkGroups?.[1] }, site.people);
    for (const pair of pairs) {
      if (pair.reason !== undefined) result.notCompared.push({ title: pair.title, reason: pair.reason });
      else if (isEnded()) result.notCompared.push({ title: pair.title, reason: 'you ended it' });
      else await comparePair(pair, { site, sandbox }, result);
    }
  } finally {
    const left = site.people.has(CREATOR) ? await cleanUp(site, name) : undefined;
    if (left !== undefined) result.left = left;
  }
  return result;
}

/** Clients of the site and of the sandbox. */
interface Clients {
  site: Client;
  sandbox: Client;
}

/** One call, as it is sent to the site and to the sandbox. */
interface Calls {
  site: Call;
  sandbox: Call;
}

/** Creates the check groups; the creation is compared too. Without a group on both sides nothing is written. */
async function createCheckGroups(clients: Clients, name: string, result: Comparison) {
  if (!clients.site.people.has(CREATOR)) return undefined;
  const call = creationOf(name);
  const calls = { site: call, sandbox: call };
  const answers = await callBoth(clients, CREATOR, calls);
  const title = `POST ${call.path} (createGroup) as ${CREATOR} with name of a check group`;
  record(result, { title, calls, answers });
  const [here, there] = answers.map(idIn);
  if (here === undefined || there === undefined) return undefined;
  return [here, there].map((id) => ({ checkGroup: { id, name } }));
}

async function callBoth({ site, sandbox }: Clients, kind: string, calls: Calls) {
  return Promise.all([site.send(kind, calls.site), sandbox.send(kind, calls.sandbox)]);
}

interface Answered {
  title: string;
  calls: Calls;
  answers: readonly [site: Answer | undefined, sandbox: Answer | undefined];
}

function record(result: Comparison, { title, calls, answers: [here, there] }: Answered): void {
  if (here === undefined || there === undefined) {
    result.notCompared.push({ title, reason: 'no answer came' });
  } else if (here.status === 429 || here.status >= 500) {
    result.notCompared.push({ title, reason: `the site answered ${String(here.status)}: try again later` });
  } else {
    const lines = differencesOf({ call: calls.site, answer: here }, { call: calls.sandbox, answer: there });
    result.compared += 1;
    if (lines.length > 0) result.differences.push({ title, lines });
  }
}

async function comparePair({ title, kind, ...calls }: Pair, clients: Clients, result: Comparison): Promise<void> {
  record(result, { title, calls, answers: await callBoth(clients, kind, calls) });
}
