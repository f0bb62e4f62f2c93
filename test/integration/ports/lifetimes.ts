// How long Forge is asked to keep what the platform stores: read from every write that the cases make.

interface Write {
  entityName?: string;
  options?: { ttl?: { value: number; unit: string } };
}

/** By entity: each lifetime with which a row of it was written. */
export const lifetimes = new Map<string, Set<string>>();

/** Notes with which lifetimes a request of the store writes rows of entities. */
export function noteLifetimes(target: string, body: unknown): void {
  const { set = [] } = body as { set?: Write[] };
  const writes = target.endsWith('/entity/set') ? [body as Write] : set;
  for (const { entityName = 'no entity', options } of writes) {
    const lifetime = options?.ttl === undefined ? 'for good' : `${String(options.ttl.value)} ${options.ttl.unit}`;
    lifetimes.set(entityName, (lifetimes.get(entityName) ?? new Set()).add(lifetime));
  }
}
