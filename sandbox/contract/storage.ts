// The app's storage, as tests look into it.
import type { StorageFault } from './faults';

/** A look into the app's storage that the app itself does not have. */
export interface KvsInspector {
  dump(): {
    plain: Record<string, unknown>;
    secret: Record<string, unknown>;
    entities: Record<string, Record<string, unknown>>;
  };
  set(key: string, value: unknown): void;
  setSecret(key: string, value: unknown): void;
  /** Number of storage requests the app has made, by target such as `/api/v1/entity/get`. */
  requests(): readonly { target: string; status: number; body: unknown }[];
  /** Makes the next matching requests fail. `target` matches by prefix; `entityName` narrows it. Cleared by `times` uses. */
  fail(fault: StorageFault): void;
  faults(): readonly StorageFault[];
  clearFaults(): void;
}
