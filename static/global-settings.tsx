import ForgeReconciler from '@forge/react';

import { GlobalSettings } from './global-settings/page';

ForgeReconciler.render(<GlobalSettings />);
