// What no page sends: payloads bent by somebody who tries what the app does with them.
import { happens, oneOf } from '../choices';
import type { Choices } from '../choices';
import type { Seen } from './seen';

/** Cases in 1,000 in which what is sent was bent. */
const BENT = 50;

/** Texts that lead elsewhere if a path, a query, a filter, a key of storage or a log is made of them, or that look like something else. */
const TEXTS = [
  '',
  '../../user/current',
  '%2e%2e%2fuser?limit=1#y',
  '" OR type = page OR "',
  "' or 1=1 --",
  '{"$ne":""}',
  'a\r\nX-Header: 1',
  'a\u0000b',
  '\u202Enimda\u2066',
  '\u200Bsite-admins',
  'sitе-аdmins',
  '\uD800',
  '__proto__',
  'constructor',
  'unidentified',
  'site:1#2~3|4',
  '9'.repeat(400),
  'x'.repeat(20_000),
];

/** Values of other types, built anew each time: a call mustn't share them with another one. */
const VALUES: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => 1.5,
  () => 2 ** 53,
  () => 1e308,
  () => [],
  () => ({}),
  () => [null, [[]]],
  () => Array.from({ length: 2500 }, (_, index) => String(index)),
  () => ({ toString: 'x', valueOf: 'x', length: 1e9 }),
  () => JSON.parse('{"__proto__":{"confluenceAdmin":true},"constructor":{"prototype":{"ok":true}}}') as unknown,
  () => JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`) as unknown,
];

/** Names of fields by which somebody claims to be another person, or elsewhere. */
const CLAIMS = [
  'accountId',
  'caller',
  'by',
  'actAs',
  'spaceId',
  'projectId',
  'principal',
  'isAdmin',
  'runId',
  '__proto__',
];

/** Bends a payload now and then. */
export function orBent<Payload>(seen: Seen, choices: Choices, payload: Payload): { payload: unknown; isBent: boolean } {
  const isBent = happens(choices, BENT);
  return { payload: isBent ? bent(seen, choices, payload) : payload, isBent };
}

/** Replaces a part of a payload, or adds a claim to it. */
export function bent(seen: Seen, choices: Choices, payload: unknown): unknown {
  const place = oneOf(choices, placesIn(payload)) ?? [];
  const value = hostileValue(seen, choices);
  if (happens(choices, 700)) return replacedAt(payload, place, value);
  const field = oneOf(choices, CLAIMS) ?? 'by';
  return isObject(payload) ? withField(payload, field, value) : value;
}

/** Returns a text, a value of another type, or the id of somebody or something else. */
function hostileValue(seen: Seen, choices: Choices): unknown {
  const kind = choices.below(3);
  if (kind === 0) return oneOf(choices, TEXTS);
  if (kind === 1) return oneOf(choices, VALUES)?.();
  const spaces = seen.spaces().map(({ id }) => id);
  return oneOf(choices, [seen.people(), seen.groupIds(), spaces, seen.runs('site').map(({ runId }) => runId)].flat());
}

type Place = readonly (string | number)[];

/** Lists the places of all values in a payload; the payload itself is the first. */
function placesIn(value: unknown): Place[] {
  if (!isObject(value)) return [[]];
  // A few of a long list stand for the others.
  return [
    [],
    ...Object.entries(value)
      .slice(0, 20)
      .flatMap(([key, inner]) => placesIn(inner).map((place) => [key, ...place])),
  ];
}

function replacedAt(value: unknown, [key, ...rest]: Place, by: unknown): unknown {
  if (key === undefined) return by;
  if (!isObject(value)) return value;
  const inner = replacedAt((value as Record<string, unknown>)[key], rest, by);
  return Array.isArray(value)
    ? value.map((one: unknown, index) => (String(index) === key ? inner : one))
    : withField(value, String(key), inner);
}

/** Adds a field as JSON would: a prototype is a field, too. */
function withField(value: object, field: string, inner: unknown): object {
  return Object.defineProperty({ ...value }, field, {
    value: inner,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
