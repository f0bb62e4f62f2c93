import type { Versioned } from '../../broker/ports';
import type { FirstStep, StepEnd } from '../../shared/groups/first-run';

/** The steps that admins ended by hand. */
export type EndedSteps = Partial<Record<FirstStep, StepEnd>>;

/** Stores which steps of setting the app up admins ended by hand. Fails with STORAGE_UNAVAILABLE. */
export interface FirstRunStore {
  read(): Promise<Versioned<EndedSteps>>;
  /** Returns the new version. The later of two saves fails with CONFLICT. */
  save(next: EndedSteps, before: number): Promise<number>;
}
