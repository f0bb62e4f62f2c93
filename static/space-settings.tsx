import ForgeReconciler from '@forge/react';

import { SpaceSettings } from './space-settings/page';

ForgeReconciler.render(<SpaceSettings />);
