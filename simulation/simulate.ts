// One world from its seed to its end.
import type { AppModule } from '../sandbox/contract/forge';
import type { Manifest } from '../sandbox/forge/manifest';
import { setUp } from './actors/setup';
import { oneOf, randomChoices } from './choices';
import type { Choices } from './choices';
import { drawAim } from './coverage/draw-aim';
import { createRandom } from './deterministic/random';
import { nextTurn } from './deterministic/real';
import { aimless, temperFor } from './driver/aim';
import { serve } from './driver/deeds';
import { takeStep } from './driver/draw';
import type { Driven } from './driver/driven';
import { untilIdle } from './driver/idle';
import { settle } from './driver/settle';
import { drawTemper } from './driver/temper';
import type { History, Step } from './oracle/history';
import type { Violation } from './oracle/invariant';
import { invariants } from './oracle/invariants';
import { createTraceHash } from './report/trace-hash';
import { createWorld, type World } from './world/world';

export interface SimulationParts {
  seed: number;
  steps: number;
  /** Gives the packed app, with modules of its own each time: for each container. */
  load: () => AppModule;
  manifest: Manifest;
  /** Takes the seed's choices by default. */
  choices?: Choices;
  /** Keeps the world from aiming at one operation. */
  aimless?: boolean;
  /** Lets a turn of the event loop pass; a test makes it take its time. */
  turn?: () => Promise<void>;
  /** Stops at what is found first in its steps, and doesn't settle then. */
  stopsAtFirst?: boolean;
}

/** Holds what an invariant says of a step. */
export interface Found extends Violation {
  invariant: string;
  step: number;
}

export interface Simulated {
  seed: number;
  steps: number;
  hash: string;
  found: readonly Found[];
  history: History;
  choices: readonly number[];
}

/** Stops a world in which this much is wrong: the first of it is what matters. */
const ENOUGH = 10;

/** Simulates a world: it is set up, goes so many steps, and settles. */
export async function simulate({
  seed,
  steps,
  load,
  manifest,
  turn = nextTurn,
  stopsAtFirst = false,
  ...parts
}: SimulationParts): Promise<Simulated> {
  const choices = parts.choices ?? randomChoices(createRandom(seed, 'choices'));
  const world = await createWorld({ seed, load, manifest });
  const hash = createTraceHash();
  const found: Found[] = [];
  const enough = stopsAtFirst ? 1 : ENOUGH;
  const driven = drivenBy(choices, world, { turn, isAimless: parts.aimless === true });

  function check(step: Step, when: 'eachStep' | 'settled'): void {
    for (const invariant of invariants) {
      if (invariant.when !== when) continue;
      const broken = invariant.check(world.history, step);
      found.push(...broken.map((one) => ({ invariant: invariant.name, step: step.number, ...one })));
    }
  }

  function stepped(step: Step): void {
    hash.add(step);
    check(step, 'eachStep');
  }

  await prepare(driven, stepped);
  while (world.history.steps.length < steps && found.length < enough) stepped(await takeStep(driven));
  if (!stopsAtFirst || found.length === 0) await settle(driven, stepped);
  const last = world.history.steps.at(-1);
  if (last !== undefined) check(last, 'settled');
  const { history } = world;
  return { seed, steps: history.steps.length, hash: hash.value(), found, history, choices: choices.taken };
}

/** Sites have roles in their spaces, or don't yet. */
const MODES = ['PRE_ROLES', 'ROLES_TRANSITION'] as const;

/** Draws how rough the world is, what it aims at, and whether spaces have roles. */
function drivenBy(
  choices: Choices,
  world: World,
  { turn, isAimless }: { turn: () => Promise<void>; isAimless: boolean },
): Driven {
  const temper = drawTemper(choices);
  const drawn = drawAim(choices);
  const aim = isAimless ? aimless() : drawn;
  world.model.setMode(oneOf(choices, MODES) ?? 'PRE_ROLES');
  return { world, choices, temper: temperFor(aim, temper), aim, idle: () => untilIdle(world.calls.count, turn) };
}

/** Sets the app up, with every call answered. */
async function prepare(driven: Driven, stepped: (step: Step) => void): Promise<void> {
  const { world, idle } = driven;
  const calm = { ...driven, temper: { ...driven.temper, faults: 0, held: 0 }, aim: aimless() };
  for (const begin of setUp(world)) {
    void begin().catch(() => {});
    await idle();
    stepped(world.record.closeStep({ kind: 'begin', actor: 'setup', operation: 'setUp' }));
    while (world.calls.open.size > 0) {
      const draw = await serve(calm, [...world.calls.open]);
      await idle();
      stepped(world.record.closeStep(draw));
    }
  }
}
