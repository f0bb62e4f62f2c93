// What the sandbox's UI Kit leaves out. A page that uses any of it is marked, and its browser tests fail.

/** Components of @forge/react that no page of this app uses. */
export const NOT_MODELLED = [
  'AdfRenderer',
  'AtlassianIcon',
  'AtlassianTile',
  'BarChart',
  'Bleed',
  'Breadcrumbs',
  'BreadcrumbsItem',
  'Calendar',
  'ChromelessEditor',
  'Comment',
  'CommentEditor',
  'DatePicker',
  'DonutChart',
  'FileCard',
  'HorizontalBarChart',
  'HorizontalStackBarChart',
  'Image',
  'LineChart',
  'PieChart',
  'Pressable',
  'ProgressTracker',
  'Range',
  'StackBarChart',
  'Tile',
  'TimePicker',
];

/** Props of modelled components. */
export const UNHANDLED: Record<string, string[]> = {
  DynamicTable: ['isRankable', 'onRankEnd', 'onRankStart'],
  Frame: ['dispatch', 'frameId'],
  Icon: ['secondaryColor'],
  InlineEdit: ['editLabel', 'testId'],
  Modal: ['icon'],
  Popup: [
    'appearance',
    'boundary',
    'modifiers',
    'rootBoundary',
    'shouldFitViewport',
    'shouldIgnoreCloseEvent',
    'shouldReturnFocus',
    'shouldUseCaptureOnOutsideClick',
    'strategy',
    'xcss',
  ],
  Radio: ['onInvalid'],
  RadioGroup: ['onInvalid'],
  Tag: ['elemBefore', 'onBeforeRemoveAction'],
};
