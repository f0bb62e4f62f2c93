// The props that @forge/react's components publish, read from their types.
// https://www.npmjs.com/package/@atlaskit/forge-react-types
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import ts from 'typescript';

const root = join(import.meta.dirname, '../..');
const components = join(dirname(createRequire(import.meta.url).resolve('@forge/react')), 'components');

/** Components that are functions of their own, not names that the reconciler passes on. */
const COMPOSED = ['DynamicTable', 'InlineEdit', 'Popup', 'Comment', 'AdfRenderer'];

/** The name of every component that @forge/react exports. */
export function publishedComponents(): string[] {
  const names = ['ui-kit-components.js', 'index.js'].flatMap((file) =>
    [...readFileSync(join(components, file), 'utf8').matchAll(/^exports\.(\w+) = '\w+';/gm)].map(
      ([, name = '']) => name,
    ),
  );
  return [...new Set([...names, ...COMPOSED])].sort();
}

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  skipLibCheck: true,
  strict: true,
  noEmit: true,
};

/** Compiles one made-up file that names the types. */
function programOf(path: string, source: string): ts.Program {
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === path ? ts.createSourceFile(name, source, version) : read(name, version);
  return ts.createProgram([path], OPTIONS, host);
}

function propsOf(type: ts.Type): string[] {
  return (type.isUnion() ? type.types : [type]).flatMap((part) => part.getProperties().map(({ name }) => name));
}

/** The props of each component that has a published prop type. */
export function publishedProps(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const path = join(root, 'test/published-props.virtual.ts');
  const fields = names.map((name) => `${name}: T.${name}Props;`).join(' ');
  const program = programOf(
    path,
    `import type * as T from '@atlaskit/forge-react-types'; export declare const all: { ${fields} };`,
  );
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path);
  const all = file && checker.getExportsOfModule(checker.getSymbolAtLocation(file) as ts.Symbol)[0];
  if (file === undefined || all === undefined) throw new Error('The prop types could not be read.');
  const found = new Map<string, readonly string[]>();
  for (const field of checker.getTypeOfSymbolAtLocation(all, file).getProperties()) {
    const type = checker.getTypeOfSymbolAtLocation(field, file);
    if ((type.flags & ts.TypeFlags.Any) === 0) found.set(field.name, [...new Set(propsOf(type))]);
  }
  return found;
}
