// The bridge of a frame that has another origin than the product's page: both ends exchange texts through a message port.
// https://developer.mozilla.org/en-US/docs/Web/API/MessagePort
import type { HostPort } from './frame';
import type { Line } from './peer';

/** The message with which a frame hands the product's page its port. */
export const CONNECT = 'sandbox:connect';

type Method = 'command' | 'call' | 'release';

interface Request {
  method: Method;
  args: string[];
  /** Absent: nobody waits for the answer. */
  id?: number;
}

type Message = Request | { answers: number; text: string };

/** Creates the frame's access to the product's end. */
export function hostBehind(port: MessagePort): HostPort {
  let line: Line | undefined;
  const ask = exchange(port, async ({ method, args }) => answer(line, method, args));
  return {
    attach(_frameId, own) {
      line = own;
      return lineBehind(ask);
    },
    command: async (_frameId, name, payload) => ask('command', [name, payload]),
  };
}

/** Answers a frame at the other end of a port. A tree isn't taken from it: only the page itself is drawn by the product. */
export function serveFrame(host: HostPort, frameId: string, port: MessagePort): void {
  let line: Line | undefined;
  const ask = exchange(port, async ({ method, args: [first = '', second = ''] }) =>
    method === 'command' ? host.command(frameId, allowed(first), second) : answer(line, method, [first, second]),
  );
  line = host.attach(frameId, lineBehind(ask));
}

type Ask = (method: Method, args: string[]) => Promise<string>;

/** Sends requests and matches their answers; answers the other end's. */
function exchange(port: MessagePort, onRequest: (request: Request) => Promise<string>): Ask {
  const waiting = new Map<number, (text: string) => void>();
  let sent = 0;

  async function onMessage(message: Message): Promise<void> {
    if ('answers' in message) {
      waiting.get(message.answers)?.(message.text);
      waiting.delete(message.answers);
      return;
    }
    const text = await onRequest(message);
    if (message.id !== undefined) port.postMessage({ answers: message.id, text } satisfies Message);
  }

  port.addEventListener('message', ({ data }: MessageEvent<Message>) => void onMessage(data));
  port.start();
  return async (method, args) => {
    sent += 1;
    const id = sent;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      port.postMessage({ method, args, id } satisfies Message);
    });
  };
}

function lineBehind(ask: Ask): Line {
  return {
    call: async (id, args) => ask('call', [id, args]),
    release: (ids) => void ask('release', [JSON.stringify(ids)]),
  };
}

async function answer(line: Line | undefined, method: Method, [first = '', second = '']: string[]): Promise<string> {
  if (method === 'call' && line !== undefined) return line.call(first, second);
  if (method === 'release') line?.release(JSON.parse(first) as string[]);
  return '';
}

function allowed(command: string): string {
  return command === 'reconcile' ? 'reconcile in a Frame' : command;
}
