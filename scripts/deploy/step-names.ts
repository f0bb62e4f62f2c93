export const STEP_NAMES = ['sign-in', 'register', 'custom-scopes', 'deploy', 'indexes', 'install'] as const;

export type StepName = (typeof STEP_NAMES)[number];
