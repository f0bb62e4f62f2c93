// The app's storage, as tests inspect it.
import type { StorageFault } from './faults';

/** Inspects the app's storage in ways that the app itself can't. */
export interface KvsInspector {
  dump(): {
    plain: Record<string, unknown>;
    secret: Record<string, unknown>;
    entities: Record<string, Record<string, unknown>>;
  };
  set(key: string, value: unknown): void;
  setSecret(key: string, value: unknown): void;
  /** Returns the storage requests that the app made, with targets such as `/api/v1/entity/get`. */
  requests(): readonly { target: string; status: number; body: unknown }[];
  /** Makes the next `times` matching requests fail. `target` matches by prefix; `entityName` narrows it. */
  fail(fault: StorageFault): void;
  faults(): readonly StorageFault[];
  clearFaults(): void;
}
