import type { ForgeRuntime } from '@forge/api/out/api/runtime';
import { describe, expectTypeOf, it } from 'vitest';

import type { runtimeOf } from '../../../../sandbox/forge/runtime';

describe('the runtime object', () => {
  it('has the type that the published package reads', () => {
    expectTypeOf<ReturnType<typeof runtimeOf>>().toExtend<ForgeRuntime>();
  });
});
