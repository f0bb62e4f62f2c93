// The house as its imports draw it, types included: which room knows which, on how many floors, and no circle between any two files.
import { globSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { circlesIn, floorsOf, importsOf, type Graph } from '../../support/imports';

const root = new URL('../../../', import.meta.url);
const files = globSync(
  ['src', 'static', 'sandbox', 'scripts', 'simulation', 'mutants', 'test'].map((folder) => `${folder}/**/*.{ts,tsx}`),
  {
    cwd: root,
  },
);
const imports = importsOf(root, files);

/** Each room with the rooms that it may import. */
const HOUSE: Graph = {
  'src/index': ['src/entry', 'src/entry/call', 'src/platform', 'src/ports-for'],
  'src/ports-for': ['src/entry/call', 'src/platform'],
  'src/entry': [
    'src/broker',
    'src/customers',
    'src/entry/call',
    'src/groups',
    'src/shared',
    'src/shared/customers',
    'src/shared/groups',
    'src/shared/words',
  ],
  'src/entry/call': ['src/broker', 'src/customers', 'src/groups', 'src/shared'],
  'src/platform': [
    'src/broker',
    'src/customers',
    'src/groups',
    'src/shared',
    'src/shared/broker',
    'src/shared/customers',
    'src/shared/groups',
  ],
  'src/groups': ['src/broker', 'src/shared', 'src/shared/broker', 'src/shared/groups', 'src/shared/words'],
  'src/customers': ['src/broker', 'src/shared', 'src/shared/broker', 'src/shared/customers', 'src/shared/words'],
  'src/broker': ['src/shared', 'src/shared/broker', 'src/shared/words'],
  'src/shared/words': ['src/shared', 'src/shared/broker', 'src/shared/customers', 'src/shared/groups'],
  'src/shared/groups': ['src/shared', 'src/shared/broker'],
  'src/shared/customers': ['src/shared', 'src/shared/broker'],
  'src/shared/broker': ['src/shared'],
  'src/shared': [],
  static: ['src/shared', 'src/shared/broker', 'src/shared/customers', 'src/shared/groups', 'src/shared/words'],
  sandbox: ['src/index'],
  simulation: [
    'sandbox',
    'simulation/actors',
    'simulation/choices',
    'simulation/deterministic',
    'simulation/driver',
    'simulation/oracle',
    'simulation/world',
  ],
  'simulation/driver': [
    'sandbox',
    'simulation/actors',
    'simulation/choices',
    'simulation/deterministic',
    'simulation/oracle',
    'simulation/world',
  ],
  'simulation/actors': [
    'simulation/choices',
    'simulation/oracle',
    'simulation/world',
    'src/shared/customers',
    'src/shared/groups',
  ],
  'simulation/world': ['sandbox', 'simulation/deterministic', 'simulation/oracle'],
  'simulation/choices': ['simulation/deterministic'],
  'simulation/deterministic': [],
  'simulation/oracle': [],
  mutants: ['simulation', 'simulation/deterministic'],
};

/** The tables of words that each room of the back end speaks with. The pages have all the others. */
const WORDS: Graph = {
  'src/broker': ['format', 'support-report'],
  'src/customers': ['automation-results', 'customer-reasons', 'format'],
  'src/entry': ['automation-results', 'customer-reasons', 'format', 'reasons', 'rest-api'],
  'src/groups': ['format', 'refused-fields'],
};

const house = houseOf(imports);

describe('the house', () => {
  test('has no arrow but those that are drawn here', () => {
    expect(arrowsOf(house).filter((arrow) => !arrowsOf(HOUSE).includes(arrow))).toEqual([]);
  });

  test('has each arrow that is drawn here', () => {
    expect(arrowsOf(HOUSE).filter((arrow) => !arrowsOf(house).includes(arrow))).toEqual([]);
  });

  test('has no arrow back up', () => {
    expect(circlesIn(HOUSE)).toEqual([]);
    expect(circlesIn(house)).toEqual([]);
  });

  test('reads the words that are named here, and no others', () => {
    expect(Object.fromEntries(Object.keys(WORDS).map((room) => [room, wordsIn(room)]))).toEqual(WORDS);
    const backEnd = Object.keys(HOUSE).filter((room) => room.startsWith('src/') && room !== 'src/shared/words');
    expect(backEnd.filter((room) => wordsIn(room).length > 0).toSorted()).toEqual(Object.keys(WORDS));
  });

  test('has groups and customers side by side above the broker, and the doors above both', () => {
    const floors = floorsOf(HOUSE);
    expect(floors['src/customers']).toBe(floors['src/groups']);
    expect(floors['src/groups']).toBeGreaterThan(floors['src/broker'] ?? 0);
    expect(floors['src/entry/call']).toBeGreaterThan(floors['src/groups'] ?? 0);
    expect(floors['src/entry']).toBeGreaterThan(floors['src/entry/call'] ?? 0);
  });
});

describe('the files', () => {
  test('are all looked at', () => {
    expect(files.length).toBeGreaterThan(900);
    expect(Object.values(imports).flat().length).toBeGreaterThan(3000);
  });

  test('are in no circle, not even by types', () => {
    expect(circlesIn(imports)).toEqual([]);
  });

  test('import nothing of the tests unless they are tests or scripts', () => {
    const found = files
      .filter((file) => /^(src|static|sandbox|simulation|mutants)\//.test(file))
      .flatMap((file) => imports[file] ?? []);
    expect(found.filter((file) => /^(test|scripts)\//.test(file))).toEqual([]);
  });
});

describe('what looks for circles', () => {
  test.for([
    ['two that know each other', { a: ['b'], b: ['a'] }, [['a', 'b']]],
    ['a longer way round', { a: ['b'], b: ['c'], c: ['a'], d: ['a'] }, [['a', 'b', 'c']]],
    ['one that knows itself', { a: ['a'] }, [['a']]],
    ['nothing where two ways lead to one', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
  ] as const)('finds %s', ([, graph, circles]) => {
    expect(circlesIn(graph)).toEqual(circles);
  });
});

/** Returns the rooms of src, static, sandbox, simulation and mutants, each with the other rooms that its files import. */
function houseOf(graph: Graph): Graph {
  const arrows = Object.entries(graph).flatMap(([file, others]) =>
    others.map((other) => [roomOf(file), roomOf(other)] as const),
  );
  return Object.fromEntries(
    Object.keys(HOUSE).map((room) => [
      room,
      [...new Set(arrows.filter(([from, to]) => from === room && to !== room).map(([, to]) => to))].toSorted(),
    ]),
  );
}

function arrowsOf(graph: Graph): string[] {
  return Object.entries(graph).flatMap(([from, others]) => others.map((to) => `${from} → ${to}`));
}

/** Returns the tables of words that the files of a room import, without their folder. */
function wordsIn(room: string): string[] {
  const files = Object.keys(imports).filter((file) => roomOf(file) === room);
  const words = files.flatMap((file) => imports[file] ?? []).filter((file) => file.startsWith('src/shared/words/'));
  return [...new Set(words)].map((file) => file.replace(/^src\/shared\/words\/(.*)\.ts$/, '$1')).toSorted();
}

function roomOf(file: string): string {
  const rooms = Object.keys(HOUSE).filter((room) => file.startsWith(`${room}/`) || file.startsWith(`${room}.`));
  return rooms.toSorted((one, other) => other.length - one.length)[0] ?? file;
}
