// What each method of the ports came to in the cases: the answers and failures that were seen.
import { failureOf } from '../../../src/broker/errors';
import type { Ports } from '../../../src/entry/call/ports';

export type Came = { answer: unknown } | { code: string };

/** By port and method, such as `settings.rules`; a port that is itself a function goes by its own name. */
export type Seen = Map<string, Came[]>;

/** The same ports; what their methods come to is written down. */
export function recorded(ports: Ports, seen: Seen): Ports {
  return new Proxy(ports, {
    get(target, name, self) {
      const port: unknown = Reflect.get(target, name, self);
      if (typeof port === 'function') return noting(port as Method, String(name), seen);
      if (typeof port !== 'object' || port === null) return port;
      return new Proxy(port, {
        get(inner, method, proxy) {
          const value: unknown = Reflect.get(inner, method, proxy);
          return typeof value === 'function'
            ? noting((value as Method).bind(inner), `${String(name)}.${String(method)}`, seen)
            : value;
        },
      });
    },
  });
}

type Method = (...given: unknown[]) => unknown;

function noting(method: Method, name: string, seen: Seen): Method {
  function note(came: Came): void {
    seen.set(name, [...(seen.get(name) ?? []), came]);
  }
  return (...given) => {
    const answer = method(...given);
    if (!(answer instanceof Promise)) {
      note({ answer });
      return answer;
    }
    answer.then(
      (value: unknown) => note({ answer: value }),
      (thrown: unknown) => note({ code: failureOf(thrown)?.code ?? 'not a failure of ours' }),
    );
    return answer;
  };
}
