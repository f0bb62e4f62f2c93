// `/_sandbox/clock`: the sandbox's time, and letting some pass. Not part of Atlassian's products.
import { z } from 'zod';

import type { Clock } from '../contract/clock';
import { msOf } from '../duration';
import { bodyOf, errorAnswer } from './control-answers';
import type { ForgeHost } from './forge';

interface Timed {
  clock: Clock;
  forge: Pick<ForgeHost, 'passTo'>;
}

/** Answers the time in milliseconds since the epoch, and how far it is ahead of the computer's. */
export function showClock({ clock }: Timed): Response {
  return Response.json({ now: clock.now(), offsetMs: clock.offsetMs?.() ?? 0 });
}

const part = z.number().min(0).max(1000).exactOptional();
const durationBody = z.strictObject({ days: part, hours: part, minutes: part, seconds: part });

/** Lets time pass, and answers once it has. */
export async function letPass(timed: Timed, request: Request): Promise<Response> {
  const duration = await bodyOf(request, durationBody);
  if (duration === undefined) return errorAnswer(400, 'INVALID_REQUEST', 'Send days, hours, minutes or seconds');
  await timed.forge.passTo(timed.clock.now() + msOf(duration));
  return showClock(timed);
}
