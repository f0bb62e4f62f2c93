// Who uses what is declared at the top of a file: a constant is covered where it's used.
import { dirname, join } from 'node:path/posix';

import ts from 'typescript';

import { placeAround, placesIn, type Place } from './places';

/** A line of a function, or all of a file that runs when it's loaded. */
export interface UsedAt {
  file: string;
  /** Absent: when the file is loaded. */
  line?: number;
}

type Uses = Map<string, (UsedAt | { name: string })[]>;

/** Returns where each top-level name of src is used, over other such names. */
export function usersIn(sources: ReadonlyMap<string, string>): (file: string, name: string) => UsedAt[] {
  const uses: Uses = new Map();
  for (const [file, text] of sources)
    noteUses(uses, file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));

  function usedAt(name: string, seen: Set<string>): UsedAt[] {
    if (seen.has(name)) return [];
    seen.add(name);
    return (uses.get(name) ?? []).flatMap((use) => ('name' in use ? usedAt(use.name, seen) : [use]));
  }

  return (file, name) => usedAt(`${file}#${name}`, new Set());
}

/** Returns the name of the top-level declaration around a position. Undefined: there is none. */
export function declaredAround(source: ts.SourceFile, position: number): string | undefined {
  const statement = source.statements.find((one) => one.getStart(source) <= position && position < one.getEnd());
  if (statement === undefined) return undefined;
  if (!ts.isVariableStatement(statement)) return undefined;
  const declared = statement.declarationList.declarations.find((one) => one.pos <= position && position < one.end);
  return declared?.name.getText(source);
}

function noteUses(uses: Uses, file: string, source: ts.SourceFile): void {
  const places = placesIn(source);
  const names = namesOf(file, source);

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    const name = ts.isIdentifier(node) ? names.get(node.text) : undefined;
    if (name !== undefined) {
      const all = uses.get(name) ?? [];
      uses.set(name, [...all, useAt(node, { file, source, places })]);
    }
    ts.forEachChild(node, visit);
  }

  visit(source);
}

function useAt(
  node: ts.Node,
  { file, source, places }: { file: string; source: ts.SourceFile; places: readonly Place[] },
): UsedAt | { name: string } {
  const place = placeAround(places, node.getStart(source));
  if (place !== undefined) return { file, line: place.line };
  const declared = declaredAround(source, node.getStart(source));
  return declared === undefined ? { file } : { name: `${file}#${declared}` };
}

/** Returns the names that a file declares at its top or imports from src, each with the file that declares it. */
function namesOf(file: string, { statements }: ts.SourceFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const statement of statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations)
        names.set(name.getText(), `${file}#${name.getText()}`);
    }
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const { text: from } = statement.moduleSpecifier;
    const bindings = statement.importClause?.namedBindings;
    if (!from.startsWith('.') || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName = name } of bindings.elements) {
      names.set(name.text, `${join(dirname(file), from)}.ts#${propertyName.text}`);
    }
  }
  return names;
}
