// Who imports whom, read from the sources; types count.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

/** Each name with those that it points to. */
export type Graph = Readonly<Record<string, readonly string[]>>;

/** Reads the imports of each file from others of these files, static, dynamic and of types only. */
export function importsOf(root: URL, files: readonly string[]): Graph {
  const known = new Set(files);
  return Object.fromEntries(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(new URL(file, root), 'utf8'), true, true);
      const targets = importedFiles
        .filter(({ fileName }) => fileName.startsWith('.'))
        .flatMap(({ fileName }) => {
          const path = join(file, '..', fileName);
          return [path, `${path}.ts`, `${path}.tsx`].filter((one) => known.has(one));
        });
      return [file, [...new Set(targets)]];
    }),
  );
}

/** Finds what can be reached from itself, those that reach each other together. */
export function circlesIn(graph: Graph): string[][] {
  const reach = new Map(Object.keys(graph).map((name) => [name, reachableFrom(graph, name)]));
  const inCircle = [...reach].filter(([name, reached]) => reached.has(name)).map(([name]) => name);
  const circles = inCircle.map((name) =>
    inCircle.filter((other) => reach.get(name)?.has(other) === true && reach.get(other)?.has(name) === true),
  );
  return circles.filter((circle, position) => circle[0] === inCircle[position]).map((circle) => circle.toSorted());
}

/** Returns on which floor each stands: one above the highest of those that it points to. The graph has no circle. */
export function floorsOf(graph: Graph): Record<string, number> {
  return Object.fromEntries(Object.keys(graph).map((name) => [name, floorOf(graph, name)]));
}

function reachableFrom(graph: Graph, start: string): Set<string> {
  const reached = new Set<string>();
  const left = [...(graph[start] ?? [])];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    left.push(...(graph[next] ?? []));
  }
  return reached;
}

function floorOf(graph: Graph, name: string): number {
  return Math.max(0, ...(graph[name] ?? []).map((below) => 1 + floorOf(graph, below)));
}
