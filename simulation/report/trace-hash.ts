// A short name of everything that happened: two worlds with the same one went the same way.
import { createHash } from 'node:crypto';

import type { Step } from '../oracle/history';

/** Creates a hash of each draw, and of each call, answer, end and log line. */
export function createTraceHash() {
  const hash = createHash('sha256');
  return {
    add: ({ number, at, draw, sent, performed, answered, ended, logs }: Step): void => {
      const calls = sent.map(({ id, as, method, path, body }) => [id, as, method, path, body]);
      const effects = performed.map((call) => [call.id, call.performed]);
      const answers = answered.map(({ id, answer }) => [id, answer]);
      const ends = ended.map(({ id, end }) => [id, end]);
      hash.update(
        JSON.stringify([number, at, draw, calls, effects, answers, ends, logs.map(({ text }) => withoutFrames(text))]),
      );
    },
    value: (): string => hash.digest('hex'),
  };
}

/** Leaves out where in the code an error was thrown: moving code changes no world. */
function withoutFrames(text: string): string {
  return text.replace(/"stack":"(?:[^"\\]|\\.)*"/, '');
}
