import { dirname } from 'node:path/posix';

import ts from 'typescript';

import type { Mutant } from '../generate/mutant';
import type { PassedLines } from './lines';
import { placeAround, placesIn } from './places';
import { declaredAround, usersIn, type UsedAt } from './users';

/** Returns the test files that cover the lines of a mutant, the nearest first. */
export function coveringIn(sources: ReadonlyMap<string, string>, passed: PassedLines): (mutant: Mutant) => string[] {
  const usersOf = usersIn(sources);
  return ({ file, at }) => {
    const source = ts.createSourceFile(file, sources.get(file) ?? '', ts.ScriptTarget.Latest, true);
    const place = placeAround(placesIn(source), at);
    // What is loaded once is kept for all.
    if (place !== undefined && passed.loading[file]?.includes(place.line)) {
      return nearestFirst(file, [...passed.files.keys()], passed);
    }
    const declared = declaredAround(source, at);
    const where: UsedAt[] =
      place === undefined ? (declared === undefined ? [] : usersOf(file, declared)) : [{ file, line: place.line }];
    return nearestFirst(file, filesPassing(where.length === 0 ? [{ file }] : where, passed), passed);
  };
}

function filesPassing(where: readonly UsedAt[], { files }: PassedLines): string[] {
  return [...files].flatMap(([test, lines]) => {
    const passes = where.some(({ file, line }) => {
      const own = lines[file];
      return own !== undefined && (line === undefined || own.includes(line));
    });
    return passes ? [test] : [];
  });
}

function nearestFirst(file: string, tests: readonly string[], passed: PassedLines): string[] {
  const distances = new Map(tests.map((test) => [test, { steps: stepsTo(file, test), lines: countOf(test, passed) }]));
  return tests.toSorted((one, other) => {
    const [a, b] = [distances.get(one), distances.get(other)];
    return (a?.steps ?? 0) - (b?.steps ?? 0) || (a?.lines ?? 0) - (b?.lines ?? 0);
  });
}

function countOf(test: string, passed: PassedLines): number {
  return Object.values(passed.files.get(test) ?? {}).reduce((sum, { length }) => sum + length, 0);
}

/** Returns how many folders lie between a file of src and a test file; fewer than none if they have the same name. */
function stepsTo(file: string, test: string): number {
  const own = dirname(file).split('/');
  const other = dirname(test).split('/').slice(2);
  const apart = own.findIndex((folder, index) => folder !== other[index]);
  const common = apart === -1 ? own.length : apart;
  const hasName = test.includes(`/${file.replace(/\.ts$/, '').split('/').at(-1) ?? ''}.`);
  return own.length + other.length - 2 * common - (hasName ? 10 : 0);
}
