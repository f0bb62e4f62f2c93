// What the interfaces of the ports say can come of each method, read with TypeScript itself: each answer by its type, each failure by its comment.
import { resolve } from 'node:path';

import ts from 'typescript';

import type { Came } from './recorder';

/** One thing that a method can come to. */
export interface Outcome {
  /** Such as `settings.rules`. */
  method: string;
  /** Such as `undefined`, `with nextStart`, `RATE_LIMITED`. */
  what: string;
  isSeenIn: (came: readonly Came[]) => boolean;
}

const FILES = ['src/groups/ports.ts', 'src/customers/ports.ts'].map((path) => resolve(path));

/** Every answer and every failure of every method of `GroupPorts` and `CustomerPorts`, which hold those of `BrokerPorts`. */
export function outcomesOfPorts(): Outcome[] {
  const program = ts.createProgram(FILES, {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    exactOptionalPropertyTypes: true,
  });
  const checker = program.getTypeChecker();
  const outcomes = new Map<string, Outcome[]>();
  for (const [file, name] of [
    [FILES[0], 'GroupPorts'],
    [FILES[1], 'CustomerPorts'],
  ] as const) {
    for (const method of methodsOf(checker, interfaceIn(program, name, file))) {
      if (!outcomes.has(method.name)) outcomes.set(method.name, outcomesOf(program, method));
    }
  }
  return [...outcomes.values()].flat();
}

function interfaceIn(program: ts.Program, name: string, file?: string): ts.InterfaceDeclaration {
  const sources = program
    .getSourceFiles()
    .filter(({ fileName }) => (file === undefined ? fileName.includes('/src/') : fileName === file));
  for (const source of sources) {
    const found = source.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === name);
    if (found !== undefined && ts.isInterfaceDeclaration(found)) return found;
  }
  throw new Error(`No interface ${name}`);
}

/** A method, and its port: what the port's interface says holds for each of its methods. */
interface Method {
  name: string;
  symbol: ts.Symbol;
  port: ts.Type;
}

/** Methods of the ports of an interface, and ports that are functions themselves. */
function methodsOf(checker: ts.TypeChecker, ports: ts.InterfaceDeclaration): Method[] {
  function isMethod(symbol: ts.Symbol): boolean {
    return checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;
  }
  return checker
    .getTypeAtLocation(ports)
    .getProperties()
    .flatMap((symbol): Method[] => {
      const port = checker.getTypeOfSymbol(symbol);
      if (isMethod(symbol)) return [{ name: symbol.name, symbol, port }];
      const methods = port.getProperties().filter(isMethod);
      return methods.map((method) => ({ name: `${symbol.name}.${method.name}`, symbol: method, port }));
    });
}

function outcomesOf(program: ts.Program, { name: method, symbol, port }: Method): Outcome[] {
  const checker = program.getTypeChecker();
  const answers = checker
    .getTypeOfSymbol(symbol)
    .getCallSignatures()
    .flatMap((signature) => answersOf(checker, checker.getReturnTypeOfSignature(signature)));
  const said = [...(symbol.declarations ?? []), ...interfacesOf(port)];
  const codes = new Set(said.flatMap((declaration) => codesIn(program, declaration)));
  const failures = [...codes].map((code) => ({
    what: code,
    isSeenIn: (came: readonly Came[]) => came.some((one) => 'code' in one && one.code === code),
  }));
  return [...answers, ...failures].map((outcome) => ({ method, ...outcome }));
}

/** The interface of a port, and those that it extends. */
function interfacesOf(port: ts.Type): ts.Node[] {
  const own = (port.getSymbol()?.declarations ?? []).filter((one) => ts.isInterfaceDeclaration(one));
  return [...own, ...(port.isClassOrInterface() ? (port.getBaseTypes() ?? []) : []).flatMap(interfacesOf)];
}

type Answer = Omit<Outcome, 'method'>;

/** One for each member of the union, for each property that is sometimes there, with it and without it, and for each that is true or false. */
function answersOf(checker: ts.TypeChecker, returned: ts.Type): Answer[] {
  const awaited = checker.getAwaitedType(returned) ?? returned;
  const members = awaited.isUnion() ? awaited.types : [awaited];
  return members.flatMap((member): Answer[] => {
    if ((member.flags & ts.TypeFlags.Void) !== 0) return [answer('undefined', (it) => it === undefined)];
    const literal = literalOf(checker, member);
    if (literal !== undefined) return [answer(literal, (it) => textOf(it) === literal)];
    if (!isPlainObject(checker, member)) return [answer(checker.typeToString(member), (it) => it !== undefined)];
    return answersOfObject(checker, member);
  });
}

function answer(what: string, fits: (value: unknown) => boolean): Answer {
  return { what, isSeenIn: (came) => came.some((one) => 'answer' in one && fits(one.answer)) };
}

function literalOf(checker: ts.TypeChecker, type: ts.Type): string | undefined {
  if (type.isStringLiteral()) return JSON.stringify(type.value);
  const isWord = (type.flags & (ts.TypeFlags.BooleanLiteral | ts.TypeFlags.Undefined)) !== 0;
  return isWord ? checker.typeToString(type) : undefined;
}

function textOf(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

function isPlainObject(checker: ts.TypeChecker, type: ts.Type): boolean {
  if (type.isIntersection()) return type.types.every((one) => isPlainObject(checker, one));
  const isOfLibrary = /^(Readonly)?(Map|Set|Array)$/.test(type.getSymbol()?.name ?? '');
  return (type.flags & ts.TypeFlags.Object) !== 0 && !isOfLibrary && !checker.isArrayLikeType(type);
}

function answersOfObject(checker: ts.TypeChecker, type: ts.Type): Answer[] {
  const properties = type.getProperties();
  const marks = properties.flatMap((property): [string, string][] => {
    const literal = literalOf(checker, checker.getTypeOfSymbol(property));
    return literal === undefined || isOptional(property) ? [] : [[property.name, literal]];
  });
  const marked = marks.map(([name, literal]) => `${name}: ${literal}`).join();
  function isOne(value: unknown): value is Record<string, unknown> {
    return (
      typeof value === 'object' &&
      value !== null &&
      marks.every(([name, literal]) => textOf((value as Record<string, unknown>)[name]) === literal)
    );
  }
  const optional = properties
    .filter(isOptional)
    .flatMap(({ name }) => [
      answer(`{${marked}} with ${name}`, (it) => isOne(it) && it[name] !== undefined),
      answer(`{${marked}} without ${name}`, (it) => isOne(it) && it[name] === undefined),
    ]);
  const either = properties
    .filter((property) => (checker.getTypeOfSymbol(property).flags & ts.TypeFlags.Boolean) !== 0)
    .flatMap(({ name }) =>
      [true, false].map((is) =>
        answer(`{${marked}} with ${name}: ${String(is)}`, (it) => isOne(it) && it[name] === is),
      ),
    );
  return optional.length + either.length > 0 ? [...optional, ...either] : [answer(`{${marked}}`, isOne)];
}

function isOptional(property: ts.Symbol): boolean {
  return (property.flags & ts.SymbolFlags.Optional) !== 0;
}

const CODE = /\b[A-Z]{3,}(?:_[A-Z]+)*\b/g;

/** The codes that a comment names. "As `X` does" stands for what X names. */
function codesIn(program: ts.Program, node: ts.Node): string[] {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .map((doc) => doc.getText())
    .join('\n');
  const named = [...text.matchAll(/\bas `(\w+)` does/g)].map(([, name = '']) => interfaceIn(program, name));
  const known = errorCodes(program);
  return [
    ...(text.match(CODE) ?? []).filter((code) => known.has(code)),
    ...named.flatMap((one) => codesIn(program, one)),
  ];
}

/** The codes of `ApiError`. */
function errorCodes(program: ts.Program): ReadonlySet<string> {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(resolve('src/shared/result.ts'));
  const alias = source?.statements.find((one) => ts.isTypeAliasDeclaration(one) && one.name.text === 'ErrorCode');
  if (alias === undefined) throw new Error('No type ErrorCode');
  const type = checker.getTypeAtLocation(alias);
  return new Set((type.isUnion() ? type.types : []).flatMap((one) => (one.isStringLiteral() ? [one.value] : [])));
}
