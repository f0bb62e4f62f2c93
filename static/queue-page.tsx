import ForgeReconciler from '@forge/react';

import { QueuePage } from './queue-page/page';

ForgeReconciler.render(<QueuePage />);
