// What the driver drives a world with.
import type { Choices } from '../choices';
import type { World } from '../world/world';
import type { Aim } from './aim';
import type { Temper } from './temper';

export interface Driven {
  world: World;
  choices: Choices;
  temper: Temper;
  aim: Aim;
  /** Resolves once nothing more happens by itself. */
  idle: () => Promise<void>;
}
