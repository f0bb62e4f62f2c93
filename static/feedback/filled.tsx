import { Fragment } from 'react';
import type { ReactNode } from 'react';

import type { Values } from '../../src/shared/words/format';

interface Props<Words extends string> {
  sentence: Words;
  /** The element for each name between braces. */
  parts: { readonly [name in keyof Values<Words>]: ReactNode };
}

/** Draws a sentence of a table with elements in place of its values. */
export function Filled<const Words extends string>({ sentence, parts }: Props<Words>) {
  const named: Readonly<Record<string, ReactNode>> = parts;
  const pieces = sentence.split(/\{(\w+)\}/);
  return <>{pieces.map((piece, at) => (at % 2 === 0 ? piece : <Fragment key={piece}>{named[piece]}</Fragment>))}</>;
}
