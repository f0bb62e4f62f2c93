import { describe, expect, test } from 'vitest';

import { stopText, waitText } from '../../../../static/feedback/why-text';
import { delayBefore } from '../../../../static/hooks/use-watch';
import {
  applyLabel,
  doneText,
  endText,
  planText,
  restText,
  titleOf,
} from '../../../../static/space-settings/changes/change-text';
import { progressOf } from '../../../../static/space-settings/changes/progress';
import { aChange } from './a-change';

describe('a change in words', () => {
  test.each([
    [{ add: 22 }, { added: 22 }, '22 added'],
    [{ add: 23, nothingToDo: 3 }, { added: 22, refused: 1 }, '22 added, 3 were members already, 1 not allowed'],
    [{ add: 1, nothingToDo: 1 }, { added: 1 }, '1 added, 1 was a member already'],
    [{ add: 0, remove: 3, nothingToDo: 2 }, { removed: 3 }, '3 removed, 2 weren’t members'],
    [{ add: 1, remove: 1, nothingToDo: 2 }, { added: 1, removed: 1 }, '1 added, 1 removed, 2 were so already'],
    [{ add: 4 }, { added: 1, failed: 1, unknown: 1, left: 1 }, '1 added, 1 failed, 1 not known, 1 not tried'],
    [{ add: 0 }, {}, 'nothing changed'],
  ])('%o %o: %s', (planned, done, text) => {
    expect(doneText(aChange({ planned, done }))).toBe(text);
  });

  test.each([
    ['done', 'Done: 2 added'],
    ['stopped', 'Stopped: 2 added'],
    ['cancelled', 'Canceled: 2 added'],
  ] as const)('says how it ended: %s', (state, text) => {
    expect(endText(aChange({ state, done: { added: 2 } }))).toBe(text);
  });

  test('says what a plan does, and for whom it does nothing', () => {
    const planned = { add: 36, remove: 1, nothingToDo: 2, notAllowed: 1, choose: 1 };
    expect(planText(aChange({ planned }))).toBe('adds 36 people, removes 1 person');
    expect(restText(aChange({ planned }))).toMatch(/^2 were so already, 1 not allowed, 1 stays as they are/);
    expect(planText(aChange({ planned: { add: 0 } }))).toBeUndefined();
    expect(restText(aChange())).toBeUndefined();
  });

  test.each([
    [{ add: 36, remove: 0 }, 'Add 36 people'],
    [{ add: 0, remove: 31 }, 'Remove 31 people'],
    [{ add: 5, remove: 7 }, 'Change 12 people'],
    [{ add: 1, remove: 0 }, 'Add 1 person'],
  ])('names the button by what it does: %o', (planned, label) => {
    expect(applyLabel(planned)).toBe(label);
  });

  test('names each source with its group', () => {
    for (const source of ['list', 'wholeGroup', 'everybody', 'membersOf', 'undo'] as const) {
      expect(titleOf(aChange({ source }))).toContain('demo-writers');
    }
  });

  test('says what it waits for, also for a reason of a later version', () => {
    expect(waitText('POINTS_SPENT')).toBe('this site has used up what this app can do within an hour.');
    expect(waitText('INTERNAL')).toBe('something has to pass first.');
  });

  test('says why it stopped: a rule, a failure, or the time', () => {
    expect(stopText('REQUESTER_UNAVAILABLE')).toMatch(/can’t act for the person.*Start it again/);
    expect(stopText('ATLASSIAN_REFUSED')).toMatch(/^Atlassian didn’t let the privileged user/);
    expect(stopText('TOO_LONG')).toMatch(/^It waited too long for Atlassian/);
    expect(stopText(undefined)).toBeUndefined();
  });
});

describe('the progress of a change', () => {
  test('counts who is done, and estimates the rest by the plan', () => {
    const change = aChange({ planned: { add: 100 }, done: { added: 74, refused: 1, left: 5 }, aboutMinutes: 8 });
    expect(progressOf(change)).toEqual({ done: 75, total: 100, minutesLeft: 2 });
    expect(progressOf(aChange({ done: { added: 1 } }))).toEqual({ done: 1, total: 2 });
  });

  test('is looked at after 2 seconds at first, then 5, then 15', () => {
    expect([0, 4, 5, 14, 15, 900].map(delayBefore)).toEqual([2000, 2000, 5000, 5000, 15000, 15000]);
  });
});
