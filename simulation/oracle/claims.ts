// What the app has said of its calls: that they did something, or that they didn't. What it said must stay true, whenever a call takes effect.
import { hasEffect, succeeded } from './effects';
import type { Call, History, Step } from './history';
import type { Violation } from './invariant';
import { ledgerOf } from './ledger';

/** One thing that was said of calls. */
export interface Claim {
  /** The words, and where they were said. */
  readonly said: string;
  readonly calls: readonly Call[];
  /** `effect`: one of them changed the site. `success`: one was performed, whatever it found. `nothing`: none has changed anything, nor ever will. */
  readonly means: 'effect' | 'success' | 'nothing';
}

const denied = new WeakMap<History, Map<number, string>>();

/** Returns what isn't true of these claims by now, and what the step's effects make untrue of earlier ones. */
export function untrueIn(history: History, { performed, changes }: Step, claims: readonly Claim[]): Violation[] {
  const ledger = ledgerOf(history);
  const denials = denied.get(history) ?? new Map<number, string>();
  denied.set(history, denials);
  const ids = new Set([...performed.map(({ id }) => id), ...changes.flatMap(({ call }) => call ?? [])]);
  const later = [...ids].flatMap((id): Violation[] => {
    const [said, call] = [denials.get(id), history.calls[id]];
    if (said === undefined || call === undefined || !hasEffect(ledger, call)) return [];
    return [{ what: `${said}, and ${call.operationId} took effect later`, calls: [id] }];
  });
  const now = claims.flatMap(({ said, calls, means }): Violation[] => {
    const ids = calls.map(({ id }) => id);
    const effective = calls.filter((call) => hasEffect(ledger, call));
    if (means === 'nothing') {
      for (const id of ids) denials.set(id, said);
      return effective.length === 0 ? [] : [{ what: `${said}, and it took effect`, calls: ids }];
    }
    const isTrue = means === 'effect' ? effective.length > 0 : calls.some(succeeded);
    return isTrue ? [] : [{ what: `${said}, and it didn't happen`, calls: ids }];
  });
  return [...later, ...now];
}
