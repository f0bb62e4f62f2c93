// What a function got, without the platform's wrapping.
import { isRecord } from '../../sandbox/forge/json';

/** Reads the called function, the payload and the claimed place of an invocation. */
export function payloadOf(
  functionKey: string,
  payload: unknown,
): { functionKey: string; payload: unknown; context: unknown } {
  if (!isRecord(payload)) return { functionKey, payload, context: undefined };
  const { call, context, body } = payload;
  if (isRecord(call)) {
    const extension = isRecord(context) ? context['extension'] : undefined;
    return { functionKey: String(call['functionKey']), payload: call['payload'], context: extension };
  }
  return { functionKey, payload: 'jobId' in payload ? body : payload, context: undefined };
}
