// What a simulated process must not do: it has no network. Whoever tries hears what it was.
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

/** Installs refusals of every way out. */
export function installRefusals(): void {
  refuse('net', net, ['connect', 'createConnection', 'createServer']);
  refuse('net.Socket', net.Socket.prototype, ['connect']);
  refuse('tls', tls, ['connect', 'createServer']);
  refuse('http', http, ['request', 'get', 'createServer']);
  refuse('https', https, ['request', 'get', 'createServer']);
  refuse('http2', http2, ['connect', 'createServer', 'createSecureServer']);
  refuse('dgram', dgram, ['createSocket']);
  refuse('dns', dns, ['lookup', 'resolve']);
  refuse('globalThis', globalThis, ['fetch']);
  syncBuiltinESMExports();
}

function refuse<Of extends object>(of: string, module: Of, names: readonly (keyof Of & string)[]): void {
  for (const name of names) {
    Object.defineProperty(module, name, {
      configurable: true,
      writable: true,
      value: () => {
        throw new Error(`Not in a simulation: ${of}.${name}`);
      },
    });
  }
}
