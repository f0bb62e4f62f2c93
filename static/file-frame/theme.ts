import type { view } from '@forge/bridge';

/** Draws in the colors of the product: light or dark as it is when the Frame is opened, and as it becomes where Forge themes the document. */
export async function followTheme({ getContext, theme }: Pick<typeof view, 'getContext' | 'theme'>): Promise<void> {
  const { theme: shown } = await getContext();
  document.documentElement.dataset['colorMode'] = shown?.['colorMode'] === 'dark' ? 'dark' : 'light';
  await theme.enable();
}
