// Differences between two answers to the same call. Never a value: only statuses, names of fields and JSON types.
import type { Answer, Call } from './client';
import { fieldTypes, jsonType } from './fields';
import { isFull, pagingOf } from './paging';

interface Side {
  call: Call;
  answer: Answer;
}

/** Lists the differences; the bodies are compared if the statuses agree. */
export function differencesOf(site: Side, sandbox: Side): string[] {
  const [here, there] = [site.answer, sandbox.answer];
  if (here.status !== there.status) return [line('status', String(here.status), String(there.status))];
  if (here.mediaType !== there.mediaType)
    return [line('content type', here.mediaType || 'none', there.mediaType || 'none')];
  if (jsonType(here.body) !== jsonType(there.body)) return [line('body', jsonType(here.body), jsonType(there.body))];
  return here.status < 400 ? [...inFields(site, sandbox), ...inPaging(site, sandbox)] : inRefusal(here, there);
}

function line(what: string, site: string, sandbox: string): string {
  return `${what}: site ${site}, sandbox ${sandbox}`;
}

function inFields(site: Side, sandbox: Side): string[] {
  const there = typesOf(sandbox);
  return [...typesOf(site)].flatMap(([path, types]) => {
    const others = there.get(path);
    // An empty list says nothing about its items.
    if (others === undefined || types === others) return [];
    return [line(`field ${path}`, types, others)];
  });
}

function typesOf({ call, answer }: Side): Map<string, string> {
  const types = [...fieldTypes(call, answer.body)].filter(([path]) => path !== '');
  return new Map(types.map(([path, set]) => [path, [...set].toSorted().join(' or ')]));
}

function inPaging(site: Side, sandbox: Side): string[] {
  const [here, there] = [pagingOf(site.answer), pagingOf(sandbox.answer)];
  const isAlike = isFull(site.call, site.answer) === isFull(sandbox.call, sandbox.answer);
  return [...here].flatMap(([name, form]) => {
    const other = there.get(name) ?? 'absent';
    return form === other || (name.includes('next') && !isAlike) ? [] : [line(`paging ${name}`, form, other)];
  });
}

/** Compares refusals by their top-level fields. */
function inRefusal(here: Answer, there: Answer): string[] {
  const [a, b] = [topOf(here.body), topOf(there.body)];
  return a === b ? [] : [line('refusal', a, b)];
}

function topOf(body: unknown): string {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return `{ ${fields
    .map(([name, value]) => `${name}: ${jsonType(value)}`)
    .toSorted()
    .join(', ')} }`;
}
