// Coverage of the bridge.
import type { CoverageRow } from '../../coverage/coverage';

export const bridgeCoverage: readonly CoverageRow[] = [
  {
    what: 'bridge, any command',
    behavior:
      'copies as JSON, always later; functions become callable ids, kept for 30 seconds after their tree; symbols and cycles do not cross',
    source: "published bridge, others' notes",
    sure: 'P',
    but: 'the 30 s S',
    testedBy: [
      [
        'pages/sandbox/web/bridge/bridge',
        'values are copied; symbols and cycles do not cross; elements lose what makes them elements',
      ],
      [
        'pages/sandbox/web/bridge/bridge',
        'the callbacks of a replaced tree stay callable for 30 seconds, then they are gone on both sides',
      ],
    ],
  },
  {
    what: '`reconcile`',
    behavior: 'the tree as it was when it was sent; only a `Root`',
    source: '`@forge/react`',
    sure: 'P',
    testedBy: [['pages/sandbox/web/bridge/bridge', 'the tree is taken as it was when it was sent']],
  },
  {
    what: '`invoke`',
    behavior: 'the resolver, as the person signed in; a failure rejects with its message',
    source: '[invoke]',
    sure: 'D',
    testedBy: [
      ['pages/sandbox/web/bridge/bridge', 'a resolver that fails rejects the invoke with an Error'],
      ['e2e/server', 'a module that the manifest lacks is an error that the page can show'],
    ],
  },
  {
    what: '`getContext`',
    behavior: 'account, site and its URL, module, space, theme, locale; no license',
    source: '[view]',
    sure: 'D',
    but: 'a part',
    testedBy: [['pages/sandbox/web/bridge/commands', 'the context is the product’s, as a copy']],
  },
  {
    what: '`getContext` in Jira',
    behavior:
      '`extension` is `{ type, project: { id, key }, location }` on a queue page, `{ type, location }` on an admin page',
    source: '[extension data of an admin page]; types of a third party',
    sure: 'D',
    but: 'R; no `project.type` S',
    testedBy: [
      ['unit/sandbox/web/served-jira', 'tell the app which project they are shown in, and where'],
      ['unit/sandbox/web/served-jira', 'in its settings have a type and a place'],
    ],
  },
  {
    what: '`showFlag`, `closeFlag`',
    behavior: 'flags of the product, with icon and actions',
    source: '[showFlag]',
    sure: 'D',
    testedBy: [
      [
        'pages/sandbox/web/ui-kit/components',
        'a flag shows its title and description, runs its action, and can be dismissed',
      ],
      [
        'pages/sandbox/web/bridge/commands',
        'a flag with the id of an open one takes its place, and closing tells whether it was open',
      ],
    ],
  },
  {
    what: '`navigate`, `getUrl`, `reload`',
    behavior: "the sandbox's own pages; another place is refused and reported",
    source: '[router]',
    sure: 'D',
    but: 'a part',
    testedBy: [
      ['pages/sandbox/web/bridge/bridge', 'a place that the sandbox has no page for is refused and recorded'],
      ['pages/sandbox/web/bridge/commands', 'a page goes elsewhere in the same tab unless it says otherwise'],
    ],
  },
  {
    what: '`close`, `submit`',
    behavior: 'answer false: a page is no dialog. Component tests can take what a form submits',
    source: 'bridge source',
    sure: 'P',
    testedBy: [
      ['pages/sandbox/web/bridge/commands', 'a page is no dialog: closing and submitting it are answered false'],
    ],
  },
  {
    what: '`onClose`, `enableTheming`, `emitReadyEvent`',
    behavior: 'accepted, without effect',
    sure: 'S',
    testedBy: [['pages/sandbox/web/bridge/commands', 'what changes nothing on a page is accepted']],
  },
  {
    what: '`refresh`',
    behavior: 'reloads the page',
    sure: 'S',
    testedBy: [['pages/sandbox/web/bridge/commands', 'a refresh and a reload load the page again']],
  },
  {
    what: '`createHistory`',
    behavior:
      "refused; with `npm start -- --history`, pages of Confluence's settings get one, and an address behind the page's own",
    source: '[view]',
    sure: 'D',
    but: 'that the modules of this app get none S',
    testedBy: [
      ['pages/sandbox/web/bridge/commands', 'a module that gets no history is refused one'],
      ['pages/sandbox/web/bridge/commands', 'a history tells its listeners where the page is'],
      ['e2e/address', 'a group stays open through back, forward and a reload'],
    ],
  },
  {
    what: '`changeWindowTitle`, `onError`',
    behavior: 'title, and the crash shown on the page',
    source: 'bridge source',
    sure: 'P',
    testedBy: [['pages/sandbox/web/bridge/commands', 'the title and a crash reach the page around']],
  },
  {
    what: '`on`, `emit`',
    behavior: 'between the frames of one page',
    source: '[events]',
    sure: 'D',
    testedBy: [
      ['pages/sandbox/web/bridge/bridge', 'events reach those who listen, until they stop'],
      [
        'pages/sandbox/web/bridge/port',
        'events go both ways between a page and its resource, until one stops listening',
      ],
    ],
  },
  {
    what: 'bridge of a resource in a Frame',
    behavior: 'the same commands, through a message port; `reconcile` is refused',
    source: '[frame]',
    sure: 'D',
    but: 'all commands but events S',
    testedBy: [
      [
        'pages/sandbox/web/bridge/port',
        'a resource has the commands of a page: it calls the app and knows the context',
      ],
      ['pages/sandbox/web/bridge/port', 'a resource can’t draw in the place of the page'],
    ],
  },
];
