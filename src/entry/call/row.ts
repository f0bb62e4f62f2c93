import type { z } from 'zod/mini';

import type { AccountId } from '../../shared/ids';
import type { Action, ActionOf } from './operations';
import type { Ports } from './ports';

/**
 * One call that a page can make: its payload, its action, and the use case that answers.
 *
 * A row without an action doesn't compile; nothing else decides whether the use case runs.
 */
export interface Row<Payload extends z.ZodMiniType, Context, Answer> {
  payload: Payload;
  action: Exclude<Action, ActionOf<'signedIn'>>;
  run: (ports: Ports, context: Context, payload: z.output<Payload>) => Promise<Answer>;
}

/** One call about what the caller made themselves: nothing else is proved, and the use case answers by who calls. */
export interface OwnRow<Payload extends z.ZodMiniType, Answer> {
  payload: Payload;
  action: ActionOf<'signedIn'>;
  runForAuthor: (ports: Ports, caller: AccountId, payload: z.output<Payload>) => Promise<Answer>;
}

/** A page's calls, by function key. */
export type Table<
  Payloads extends Record<string, z.ZodMiniType>,
  Context,
  Answers extends Record<keyof Payloads, unknown>,
> = {
  readonly [Key in keyof Payloads]: Row<Payloads[Key], Context, Answers[Key]> | OwnRow<Payloads[Key], Answers[Key]>;
};
