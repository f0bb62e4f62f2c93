/** A sentence that a count changes: a form for each plural category of its language, and `other` where none fits. */
type Counted = { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** A sentence of a table, with `{name}` where a value stands. */
export type Sentence = string | Counted;

/** The names between braces in a text. */
type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** Holds the values to fill in, by name. `n` chooses the form of a counted sentence. */
export type Values<Words extends Sentence> = Words extends string
  ? { readonly [name in Names<Words>]: string | number }
  : { readonly n: number } & { readonly [name in Exclude<Names<Words[keyof Words]>, 'n'>]: string | number };

const PLURALS = new Intl.PluralRules('en');

/**
 * Fills in the values of a sentence. The table must be `as const`, so that a missing value doesn't compile:
 *
 * ```ts
 * const WORDS = { space: 'Space {key}', added: { one: 'Added {n} person', other: 'Added {n} people' } } as const;
 * say(WORDS.space, { key: 'DEMO' }); // Space DEMO
 * say(WORDS.added, { n: 3 }); // Added 3 people
 * ```
 *
 * A sentence without values doesn't need a call. For a table with every key of a union: `as const satisfies Record<Key, Sentence>`.
 */
export function say<const Words extends Sentence>(sentence: Words, values: Values<Words>): string {
  const named: Readonly<Record<string, string | number>> = values;
  return formOf(sentence, named).replace(/\{(\w+)\}/g, (braces, name: string) => String(named[name] ?? braces));
}

function formOf(sentence: Sentence, { n }: Readonly<Record<string, string | number>>): string {
  if (typeof sentence === 'string') return sentence;
  return sentence[PLURALS.select(Number(n))] ?? sentence.other;
}
