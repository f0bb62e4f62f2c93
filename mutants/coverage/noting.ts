// Code that notes which of its places were passed.
import ts from 'typescript';

import { placesIn } from './places';

/** Returns the text of a file of src that notes the lines of its places, in a set of its own under `globalThis.passedLines`. Lines stay where they are. */
export function noting(file: string, text: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const insertions = placesIn(source).flatMap(({ at, end, line, node }) => {
    const note = `passed_.add(${String(line)})`;
    if (!ts.isStatement(node)) return [insertion(at, `(${note},`), insertion(end, ')')];
    const isAlone = !ts.isBlock(node.parent) && !ts.isCaseOrDefaultClause(node.parent);
    return isAlone ? [insertion(at, `{${note};`), insertion(end, '}')] : [insertion(at, `${note};`)];
  });
  const start = `const passed_ = (globalThis.passedLines ??= {})[${JSON.stringify(file)}] ??= new Set();`;
  return start + inserted(text, insertions);
}

interface Insertion {
  at: number;
  what: string;
}

function insertion(at: number, what: string): Insertion {
  return { at, what };
}

function inserted(text: string, insertions: readonly Insertion[]): string {
  let [result, from] = ['', 0];
  for (const { at, what } of insertions.toSorted((one, other) => one.at - other.at)) {
    result += text.slice(from, at) + what;
    from = at;
  }
  return result + text.slice(from);
}
