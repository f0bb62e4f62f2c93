// Coverage of UI Kit.
import type { CoverageRow } from '../../coverage/coverage';

export const uiKitCoverage: readonly CoverageRow[] = [
  {
    what: 'every component',
    behavior:
      'by the Atlaskit entry point that `@atlaskit/forge-react-types` names for it; callbacks get copies of events',
    source: 'the types',
    sure: 'P',
    but: "Atlassian's own renderer is not published",
    testedBy: [
      ['pages/sandbox/web/ui-kit/props', 'every published component is modelled, or listed as not modelled'],
      ['pages/sandbox/web/ui-kit/props', 'no prop is handled that the published type lacks'],
      ['e2e/catalogue', 'every component is drawn and accessible in %s'],
    ],
  },
  {
    what: 'Button, LoadingButton, LinkButton, ButtonGroup',
    behavior: "Atlaskit's own",
    source: '[button]',
    sure: 'P',
    testedBy: [['e2e/catalogue', 'every component is drawn and accessible in %s']],
  },
  {
    what: 'Textfield, TextArea, Select, Checkbox, CheckboxGroup, Radio, RadioGroup, Toggle',
    behavior: "Atlaskit's own; what is typed stays while the app's echo is under way, a value of the app's own wins",
    source: '[textfield]',
    sure: 'P',
    but: 'the echo S',
    testedBy: [
      ['pages/sandbox/web/ui-kit/traps', 'fast typing into a controlled field loses no character'],
      ['pages/sandbox/web/ui-kit/traps', 'an app that changes what was typed wins over what was typed'],
      [
        'pages/sandbox/web/ui-kit/components',
        'a toggle that the app controls follows at once, and the app may take it back',
      ],
    ],
  },
  {
    what: 'Form, FormHeader, FormSection, FormFooter, Label, RequiredAsterisk, HelperMessage, ErrorMessage, ValidMessage',
    behavior: "the app's `useForm` holds and checks the values; the browser checks nothing",
    source: '[form]',
    sure: 'P',
    testedBy: [
      [
        'pages/sandbox/web/ui-kit/components',
        'a form checks on blur, keeps invalid data back, and saves what was typed',
      ],
    ],
  },
  {
    what: 'FilePicker',
    behavior: 'a plain file input; the real one is a preview with a drop zone',
    source: '[file picker]',
    sure: 'S',
    testedBy: [['e2e/catalogue', 'every component is drawn and accessible in %s']],
  },
  {
    what: 'InlineEdit',
    behavior: "Atlaskit's own; the app's side keeps the value",
    source: '[inline edit]',
    sure: 'P',
    testedBy: [['e2e/catalogue', 'every component is drawn and accessible in %s']],
  },
  {
    what: 'UserPicker',
    behavior: 'finds active people who may use Confluence, as the person signed in; gives id, name, email, avatar',
    source: '[user picker]',
    sure: 'D',
    but: 'what it offers and the email S',
    testedBy: [
      ['pages/sandbox/web/ui-kit/components', 'a user picker finds people, tells the app whom, and can be cleared'],
      ['e2e/server', 'a user picker offers active people with access'],
    ],
  },
  {
    what: 'User, UserGroup',
    behavior:
      'named by the product; deactivated people are marked, unknown ones are former users; customers to those who may use Jira',
    source: '[user]',
    sure: 'D',
    but: 'the words S',
    testedBy: [
      ['pages/sandbox/web/ui-kit/components', 'a user is named by the product'],
      [
        'e2e/server',
        'a deactivated person is named as such, a portal customer by name, an unknown one as a former user',
      ],
    ],
  },
  {
    what: 'DynamicTable, Pagination',
    behavior: 'sorts and pages by itself, the app is not asked',
    source: '[dynamic table]',
    sure: 'P',
    testedBy: [['pages/sandbox/web/ui-kit/components', 'a table sorts and pages by itself']],
  },
  {
    what: 'Tabs, TabList, Tab, TabPanel',
    behavior: 'all panels stay in the tree; switching needs no commit of the app',
    source: '[tabs]',
    sure: 'P',
    testedBy: [
      ['pages/sandbox/web/ui-kit/components', 'tabs keep what was typed in a panel, and switch without the app'],
    ],
  },
  {
    what: 'Modal and its parts, ModalTransition, Popup, Tooltip',
    behavior: 'drawn where they stand in the tree; a modal takes the focus, closes on Escape and tells the app',
    source: '[modal]',
    sure: 'P',
    testedBy: [['pages/sandbox/web/ui-kit/components', 'a modal takes the focus, closes on Escape, and tells the app']],
  },
  {
    what: 'SectionMessage, SectionMessageAction, EmptyState',
    behavior: 'actions arrive as elements in a prop',
    source: '[section message]',
    sure: 'P',
    testedBy: [['pages/sandbox/web/ui-kit/traps', 'a message keeps its actions, which arrive as elements in a prop']],
  },
  {
    what: 'Heading, Text, Strong, Em, Strike, Code, CodeBlock, Link, List, ListItem, Icon',
    behavior: "Atlaskit's own",
    source: '[text]',
    sure: 'P',
    testedBy: [['e2e/catalogue', 'every component is drawn and accessible in %s']],
  },
  {
    what: 'Badge, Lozenge, Tag, TagGroup, Spinner, ProgressBar',
    behavior: "Atlaskit's own; a badge above 99 shows `99+` unless `max` says otherwise",
    source: '[badge]',
    sure: 'P',
    testedBy: [
      ['pages/sandbox/web/ui-kit/traps', 'a badge shows a count above 99 only with max={false}'],
      ['e2e/catalogue', 'every component is drawn and accessible in %s'],
    ],
  },
  {
    what: 'Box, Stack, Inline',
    behavior: "Atlaskit's own; tokens only",
    source: '[box]',
    sure: 'P',
    testedBy: [['e2e/catalogue', 'every component is drawn and accessible in %s']],
  },
  {
    what: 'Frame',
    behavior:
      'an iframe of the resource, of another origin: the other one of `localhost` and `127.0.0.1`. Without `height` it has 150 px; on Forge it grows with its content',
    source: '[frame]',
    sure: 'D',
    but: 'the height differs',
    testedBy: [['e2e/files', 'a list is chosen in a Frame, which says what is wrong with a file']],
  },
  {
    what: 'Frame, sandbox',
    behavior:
      'as documented for Custom UI: forms, modals, pointer lock, same origin, scripts, downloads; `npm start -- --no-downloads` takes the last one away',
    source: '[custom UI iframe]',
    sure: 'D',
    but: 'that it holds for a Frame S',
    testedBy: [
      ['unit/sandbox/web/frames-api', 'is in a sandbox that lets it save files, unless the sandbox says otherwise'],
      ['e2e/files', 'where Frames may not save files, the file is there to be copied'],
    ],
  },
  {
    what: 'Frame, content security policy',
    behavior:
      "scripts and styles of the resource's folder only, none within its HTML, no connections; on Forge some to Atlassian's own services are allowed",
    source: '[`@forge/csp`](https://www.npmjs.com/package/@forge/csp)',
    sure: 'P',
    but: 'a part',
    testedBy: [
      [
        'unit/sandbox/web/frames-api',
        'may be shown by the product alone, and may neither connect to anything nor run what its HTML holds',
      ],
    ],
  },
  {
    what: 'resource that is a folder',
    behavior: "`index.html` with the bridge's script first, and the files beside it",
    source: '[resources]',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/web/frames-api', 'has the bridge’s script before its own, and its files beside it'],
      ['unit/sandbox/web/frames-api', 'is not there under another key, and holds no other file'],
    ],
  },
];
