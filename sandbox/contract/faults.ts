/** Injects faults on demand. */
export interface FaultBoard {
  /** Adds one fault or a list. If any is malformed, adds none and returns the problems. */
  offer(faults: unknown): { field: string; message: string }[];
  clear(): void;
  /** Forgets the faults with this name. */
  forget(name: string): void;
  /** Lists faults with uses left, `times` counting these, and pending late effects. */
  list(): readonly object[];
  /** Performs all late effects now. */
  release(): Promise<void>;
}

/** Describes a storage request that fails. */
export interface StorageFault {
  target: string;
  entityName?: string;
  /** Status of the answer. With `drop` and no status, no answer comes at all. */
  status?: number;
  code: string;
  /** Fails the request before the store acts (the default) or loses the answer after it. */
  drop?: 'before' | 'after';
  delayMs?: number;
  /** Number of matching requests to let through first. */
  skip?: number;
  times: number;
}
