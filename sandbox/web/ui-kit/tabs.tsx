// Tabs. Every panel is in the tree at once; the product decides which one is shown unless the app sets `selected`.
// https://developer.atlassian.com/platform/forge/ui-kit/components/tabs/
import type { TabPanelProps, TabProps, TabsProps } from '@atlaskit/forge-react-types';
import { Box } from '@atlaskit/primitives/box';
import { xcss } from '@atlaskit/primitives/xcss';
import Tab from '@atlaskit/tabs/tab';
import TabList from '@atlaskit/tabs/tab-list';
import TabPanel from '@atlaskit/tabs/tab-panel';
import Tabs from '@atlaskit/tabs/tabs';

import { useEcho } from './echo';
import { component } from './entry';
import type { Catalogue } from './entry';

const panelStyles = xcss({ flexGrow: '1', minWidth: '0', paddingBlockStart: 'space.200' });

export const tabs: Catalogue = {
  Tabs: component<TabsProps>()(
    ['defaultSelected', 'id', 'onChange', 'selected', 'shouldUnmountTabPanelOnChange', 'testId'],
    ({ props: { onChange, selected, ...props }, children }) => {
      const [shown, show] = useEcho(selected);
      return (
        <Tabs
          {...props}
          {...(shown !== undefined && { selected: shown })}
          onChange={(index) => {
            if (selected !== undefined) show(index);
            (onChange as ((index: number) => void) | undefined)?.(index);
          }}
        >
          {children}
        </Tabs>
      );
    },
  ),
  TabList: component<object>()([], ({ children }) => <TabList>{children}</TabList>),
  Tab: component<TabProps>()(['testId'], ({ props, children }) => <Tab {...props}>{children}</Tab>),
  TabPanel: component<TabPanelProps>()(['testId'], ({ props, children }) => (
    <TabPanel {...props}>
      <Box xcss={panelStyles}>{children}</Box>
    </TabPanel>
  )),
};
