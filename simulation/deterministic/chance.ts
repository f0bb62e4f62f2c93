// Whatever is random in this process: `Math.random`, `node:crypto` and the global `crypto`. Hashes stay as they are.
// https://nodejs.org/docs/latest-v24.x/api/crypto.html
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

import { nextNumber } from './virtual';

/** Installs chance that the seed decides. Keys can't be made: `crypto.subtle` and the generators of keys throw. */
export function installChance(): void {
  Math.random = () => nextNumber() / 2 ** 32;
  const own = { randomBytes, randomInt, randomUUID, randomFillSync: fill, randomFill };
  const keys = ['generateKey', 'generateKeySync', 'generateKeyPair', 'generateKeyPairSync'];
  Object.assign(crypto, own, Object.fromEntries(keys.map((key) => [key, refuse(key)])));
  // `node:crypto` and the global `crypto` both read these.
  const web = Object.getPrototypeOf(crypto.webcrypto) as object;
  Object.defineProperties(web, {
    randomUUID: { value: randomUUID },
    getRandomValues: { value: fill },
    // Importing a module reads it: only using it throws.
    subtle: { value: new Proxy({}, { get: (_, name) => refuse(`crypto.subtle.${String(name)}`)() }) },
  });
  syncBuiltinESMExports();
}

function fill<Target extends ArrayBufferView>(target: Target): Target {
  const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = nextNumber() >>> 24;
  return target;
}

type Heard<Value> = (failed: null, value: Value) => void;

function randomBytes(size: number, heard?: Heard<Buffer>): Buffer | undefined {
  const bytes = fill(Buffer.alloc(size));
  if (heard === undefined) return bytes;
  queueMicrotask(() => heard(null, bytes));
  return undefined;
}

function randomFill<Target extends ArrayBufferView>(target: Target, ...more: unknown[]): void {
  const heard = more.at(-1) as Heard<Target>;
  queueMicrotask(() => heard(null, fill(target)));
}

function randomInt(low: number, high?: number): number {
  const [from, to] = high === undefined ? [0, low] : [low, high];
  return from + Math.floor((nextNumber() / 2 ** 32) * (to - from));
}

function randomUUID(): string {
  const hex = fill(Buffer.alloc(16)).toString('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20)].join('-');
}

function refuse(name: string): () => never {
  return () => {
    throw new Error(`Not in a simulation: ${name}`);
  };
}
