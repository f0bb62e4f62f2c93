import type { BrokerPorts } from '../ports';
import { neverSent } from '../runs/endings';
import { recorded, type Recorded } from './recorded';

/** The result of an effect whose answer arrived, or the reason why nothing was sent. */
export type Sent<T, Why = unknown> = { value: T } | { notSent: Why };

/** An effect that checks once more, after it is recorded, whether it is still allowed. `notSent`: the error that stopped it. */
interface Stoppable<T> extends Pick<Recorded<T>, 'entries' | 'found' | 'codeOf'> {
  effect: () => Promise<Sent<T>>;
}

/** Records and runs an effect that can be stopped before it is sent. If it is, records it as never sent and throws the error that stopped it. */
export async function recordedIfSent<T>(ports: BrokerPorts, { found, ...rest }: Stoppable<T>): Promise<T> {
  const sent = await recorded<Sent<T>>(ports, {
    ...rest,
    found: (it) => ('notSent' in it ? neverSent(it.notSent) : (found?.(it.value) ?? {})),
  });
  if ('notSent' in sent) throw sent.notSent;
  return sent.value;
}
