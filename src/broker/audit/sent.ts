import type { BrokerPorts } from '../ports';
import { neverSent } from '../runs/endings';
import { recorded, type Recorded } from './recorded';

/** What an effect came to whose answer arrived, or that nothing was sent, and why. */
export type Sent<T, Why = unknown> = { value: T } | { notSent: Why };

/** An effect that looks once more whether it may be, after it was recorded. `notSent`: what was thrown against it. */
interface Stoppable<T> extends Pick<Recorded<T>, 'entries' | 'found' | 'codeOf'> {
  effect: () => Promise<Sent<T>>;
}

/** Records what may be stopped before it is sent; then it is on record as never sent, and what stopped it is thrown. */
export async function recordedIfSent<T>(ports: BrokerPorts, { found, ...rest }: Stoppable<T>): Promise<T> {
  const sent = await recorded<Sent<T>>(ports, {
    ...rest,
    found: (it) => ('notSent' in it ? neverSent(it.notSent) : (found?.(it.value) ?? {})),
  });
  if ('notSent' in sent) throw sent.notSent;
  return sent.value;
}
