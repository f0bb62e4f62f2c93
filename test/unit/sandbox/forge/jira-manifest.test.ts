import { describe, it } from 'vitest';

import { manifestOf } from '../../../../sandbox/forge/manifest';
import { JIRA_MANIFEST } from './jira-lab';

function withModules(modules: Record<string, object[]>) {
  return {
    ...JIRA_MANIFEST,
    modules: { ...JIRA_MANIFEST.modules, ...modules },
  };
}
function withCompatibility(compatibility: object) {
  return {
    ...JIRA_MANIFEST,
    app: { ...JIRA_MANIFEST.app, compatibility },
  };
}
const route = { key: 'r', path: '/guests', operation: 'GET', function: 'run-route', scopes: ['read:guest:custom'] };

describe('a manifest for Confluence and Jira', () => {
  it('tells actions, their inputs, and routes', ({ expect }) => {
    const { isForJira, actions, automationActions, apiRoutes } = manifestOf(JIRA_MANIFEST);
    expect(isForJira).toBe(true);
    expect(actions.get('welcome')?.functionKey).toBe('run-welcome');
    expect(actions.get('welcome')?.inputs.get('times')).toEqual({ type: 'integer', required: false });
    expect([...(actions.get('welcome')?.outputs ?? [])]).toEqual(['issueKey', 'note', 'times', 'loud']);
    expect([...automationActions]).toEqual(['welcome', 'formless']);
    expect([actions.get('welcome')?.isConfigurable, actions.get('formless')?.isConfigurable]).toEqual([true, false]);
    expect(apiRoutes[0]).toMatchObject({ path: '/guests', operation: 'POST', functionKey: 'run-route' });
  });

  it.for([
    ['without a required app', { confluence: { required: false }, jira: { required: false } }, 'exactly one'],
    ['with two', { confluence: { required: true }, jira: { required: true } }, 'exactly one'],
    ['with an app that there is not', { confluence: { required: true }, trello: { required: false } }, 'trello'],
    ['that needs Jira first', { jira: { required: true } }, 'Confluence only'],
  ] as const)('%s is refused', ([, compatibility, message], { expect }) => {
    expect(() => manifestOf(withCompatibility(compatibility))).toThrow(message);
  });

  it.for([
    ['an action that is not there', { 'automation:actionProvider': [{ key: 'p', actions: ['none'] }] }, 'lists none'],
    ['two pages for one place in Jira', { 'jira:adminPage': [{ key: 'a' }, { key: 'b' }] }, 'same place'],
    ['a route with an open path', { apiRoute: [{ ...route, path: '/a/**/b' }] }, 'path'],
    ['a route without scopes', { apiRoute: [{ ...route, scopes: [] }] }, 'scopes'],
    ["a route with a scope of Atlassian's", { apiRoute: [{ ...route, scopes: ['read:group:jira'] }] }, 'scopes'],
    ['a route to a function that is not there', { apiRoute: [{ ...route, function: 'none' }] }, 'no function none'],
    [
      'an input of no known type',
      { action: [{ key: 'welcome', function: 'run-welcome', inputs: { a: { title: 'A', type: 'date' } } }] },
      'type',
    ],
  ] as const)('with %s is refused', ([, modules, message], { expect }) => {
    expect(() => manifestOf(withModules(modules as unknown as Record<string, object[]>))).toThrow(message);
  });

  it('may have one page of each kind in the settings of Jira', ({ expect }) => {
    const pages = [{ key: 'a' }, { key: 'b', useAsConfig: true }, { key: 'c', useAsGetStarted: true }];
    expect(() => manifestOf(withModules({ 'jira:adminPage': pages }))).not.toThrow();
  });

  it('more than twenty actions for Automation are refused', ({ expect }) => {
    const names = Array.from({ length: 21 }, (_none, index) => `act-${index}`);
    const action = names.map((key) => ({ key, function: 'run-welcome' }));
    const provider = [{ key: 'for-automation', actions: names }];
    expect(() => manifestOf(withModules({ action, 'automation:actionProvider': provider }))).toThrow('at most 20');
  });
});
