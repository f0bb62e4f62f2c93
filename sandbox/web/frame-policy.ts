/** Limits the resources that an app's pages show in Frames. */
export interface FramePolicy {
  /** Tells whether they may save files. */
  downloads: 'allowed' | 'off';
}

/** Lists what the sandbox of an iframe with a resource allows. https://developer.atlassian.com/platform/forge/custom-ui/iframe/ */
export function sandboxOf({ downloads }: FramePolicy): string {
  const tokens = ['allow-forms', 'allow-modals', 'allow-pointer-lock', 'allow-same-origin', 'allow-scripts'];
  return [...(downloads === 'allowed' ? ['allow-downloads'] : []), ...tokens].join(' ');
}
