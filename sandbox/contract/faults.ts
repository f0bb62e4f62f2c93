/** Things that go wrong on demand. */
export interface FaultBoard {
  /** Adds one fault or a list. If any is malformed it adds none and says what is wrong. */
  offer(faults: unknown): { field: string; message: string }[];
  clear(): void;
  /** Those that have not struck often enough, with the `times` that are left, and late effects that wait. */
  list(): readonly object[];
  /** Lets all late effects take place now. */
  release(): Promise<void>;
}

/** A storage request that fails. */
export interface StorageFault {
  target: string;
  entityName?: string;
  /** Absent, with `drop`: no answer comes at all. */
  status?: number;
  code: string;
  /** The answer is lost before the store did anything, as without this, or after. */
  drop?: 'before' | 'after';
  delayMs?: number;
  /** So many requests that fit go unharmed before. */
  skip?: number;
  times: number;
}
