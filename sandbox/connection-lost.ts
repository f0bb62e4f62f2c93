// A connection that breaks before the answer arrives, as Node's `fetch` reports it.
// https://undici.nodejs.org/#/docs/api/Errors

const CONNECTION_LOST = 'fetch failed';

/** Returns the error that `fetch` rejects with. */
export function connectionLost(): TypeError {
  const cause = Object.assign(new Error('other side closed'), { name: 'SocketError', code: 'UND_ERR_SOCKET' });
  return new TypeError(CONNECTION_LOST, { cause });
}

export function isConnectionLost(thrown: unknown): boolean {
  return thrown instanceof TypeError && thrown.message === CONNECTION_LOST;
}
