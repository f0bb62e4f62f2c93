// A world in which something was found, made again from fewer and fewer choices.
import type { AppModule } from '../../sandbox/contract/forge';
import type { Manifest } from '../../sandbox/forge/manifest';
import { replayedChoices } from '../choices';
import { realNow } from '../deterministic/real';
import { simulate } from '../simulate';
import type { Found, Simulated } from '../simulate';
import { shrunkChoices } from './shrink';

/** The simplest world found in which the same invariant breaks. */
export interface Shrunk {
  seed: number;
  invariant: string;
  /** Steps before it settles, if what breaks doesn't break in them. */
  steps: number;
  choices: readonly number[];
  /** Choices that the world took at first. */
  from: number;
  tries: number;
}

/** Looks no longer than this. */
const SHRINKS_MS = 60_000;

interface Parts {
  load: () => AppModule;
  manifest: Manifest;
  aimless: boolean;
}

/** Looks for the fewest choices with which the invariant that broke first still breaks. Undefined: none broke. */
export async function shrinkWorld(simulated: Simulated, { load, ...parts }: Parts): Promise<Shrunk | undefined> {
  const { seed, found, choices } = simulated;
  const [first] = found;
  if (first === undefined) return undefined;
  const { invariant } = first;
  const until = realNow() + SHRINKS_MS;
  let steps = stepsTo(first, simulated);
  let tries = 0;

  async function fails(some: readonly number[]): Promise<boolean> {
    tries += 1;
    const again = await simulate({
      seed,
      steps,
      ...parts,
      load,
      choices: replayedChoices(some),
      stopsAtFirst: true,
    });
    const same = again.found.find((one) => one.invariant === invariant);
    if (same !== undefined) steps = stepsTo(same, again);
    return same !== undefined;
  }

  const fewest = await shrunkChoices(choices, fails, () => realNow() < until);
  return { seed, invariant, steps, choices: fewest, from: choices.length, tries };
}

/** Returns the steps that lead to one of them; if it came while everything settled, those before that. */
function stepsTo({ step }: Found, { history }: Simulated): number {
  const settling = history.steps.findIndex(({ draw }) => draw.kind === 'settle');
  return settling === -1 || step < settling ? step + 1 : settling;
}
