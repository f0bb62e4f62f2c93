import { z } from 'zod/mini';

/** The steps that set the app up on a site, in their order. */
export const FirstStep = z.enum(['privilegedUser', 'names', 'where', 'takeOver', 'tell']);
export type FirstStep = z.infer<typeof FirstStep>;

/** The two ways in which an admin ends a step by hand. */
export const StepEnd = z.enum(['done', 'skipped']);
export type StepEnd = z.infer<typeof StepEnd>;

/** The steps with their states, in their order. */
export interface FirstRunView {
  steps: { step: FirstStep; state: 'open' | StepEnd }[];
  /** The ids in the addresses of the app's pages. */
  app: { appId: string; environmentId: string };
}
