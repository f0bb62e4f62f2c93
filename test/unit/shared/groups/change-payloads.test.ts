import { expect, test } from 'vitest';

import { changePayloads } from '../../../../src/shared/groups/change-payloads';

const changeId = '6f1c2d3e-0000-4000-8000-000000000001';

test.for([0, 501, 1.5])('a file doesn’t read %d lines of a change in one call', (most) => {
  expect(changePayloads.readChangeLines.safeParse({ changeId, most }).error?.issues).toMatchObject([
    { path: ['most'] },
  ]);
});

test.for([{}, { most: 1 }, { most: 500, after: 2_000 }])('a file reads on in a change: %j', (place) => {
  expect(changePayloads.readChangeLines.parse({ changeId, ...place })).toEqual({ changeId, ...place });
});
