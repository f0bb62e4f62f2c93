// Opens the queue page, and checks people there.
import type { QueuePageApi } from '../../../src/shared/customers/api';
import { QueuePage } from '../../../static/queue-page/page';
import { ok, people } from '../answers';
import { remember } from '../remember';
import { show } from '../show';
import { aView } from './answers';

export async function open(api: Partial<QueuePageApi> = {}, context: Record<string, unknown> = {}) {
  const { invoke, payloads } = remember<QueuePageApi>({ openCustomers: () => ok(aView()), ...api });
  const view = await show(<QueuePage />, { people, invoke, context });
  return { ...view, view, payloads };
}

/** Types these lines, and checks them. */
export async function check(text: string, api: Partial<QueuePageApi> = {}) {
  const opened = await open(api);
  const { screen, user } = opened;
  await user.click(await screen.findByLabelText('People'));
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Check' }));
  return opened;
}

/** Checks them, and presses the button that this names. */
export async function create(text: string, button: string, api: Partial<QueuePageApi>) {
  const opened = await check(text, api);
  await opened.user.click(await opened.screen.findByRole('button', { name: button }));
  return opened;
}

/** Answers that a test gives when it wants, one call after the other. */
export function held<Payload, Answer>(answer: (payload: Payload) => Answer) {
  const waiting: (() => void)[] = [];
  function call(payload: Payload) {
    return new Promise<Answer>((resolve) => waiting.push(() => resolve(answer(payload))));
  }
  return {
    // The contract types what a call comes to; the bridge waits for it.
    call: call as unknown as (payload: Payload) => Answer,
    isAsked: () => waiting.length > 0,
    release: () => waiting.shift()?.(),
  };
}
