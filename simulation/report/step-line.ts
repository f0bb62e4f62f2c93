// One step as a line.
import type { Call, History, Invocation, Step } from '../oracle/history';

/** Writes what was drawn, and what began and ended because of it. */
export function lineOf(history: History, { number, at, draw, began, ended }: Step): string {
  const time = new Date(at).toISOString().slice(5, 23);
  const ends = ended.map((invocation) => `  ⇒ ${nameOf(invocation)} ${endOf(invocation)}`);
  const begins = began.map((invocation) => `  → ${nameOf(invocation)} ${JSON.stringify(invocation.payload)}`);
  return [`${number} ${time} ${drawn(history, draw)}`, ...begins, ...ends].join('\n');
}

function drawn({ calls, invocations }: History, draw: Step['draw']): string {
  if ('call' in draw) {
    const { kind, call, ...more } = draw;
    return `${kind} ${callOf(calls[call])}${'fault' in more ? `: ${more.fault}` : ''}`;
  }
  if (draw.kind === 'kill') return `kill ${nameOf(invocations[draw.invocation])}`;
  if (draw.kind === 'time') return `time +${draw.to - draw.from} ms: ${draw.why}`;
  return Object.values(draw)
    .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
    .join(' ');
}

function callOf(call: Call | undefined): string {
  if (call === undefined) return '?';
  const { id, invocation, as, operationId, path, body, performed } = call;
  const about = call.kind === 'rest' ? path : JSON.stringify([body]).slice(1, 160);
  const status = performed === undefined ? '' : ` = ${performed.status}`;
  return `#${id} of ${invocation}: ${operationId} (${as.kind}) ${about}${status}`;
}

function nameOf(invocation: Invocation | undefined): string {
  return invocation === undefined ? '?' : `${invocation.id} ${invocation.moduleKey}.${invocation.functionKey}`;
}

function endOf({ end }: Invocation): string {
  if (end?.how === 'answered') return JSON.stringify([end.value]).slice(1, 300);
  return end?.how === 'failed' ? `failed: ${end.code} ${end.message}` : (end?.how ?? 'open');
}
