// Builds the folder that `forge deploy` uploads for the resource `file-frame`: Forge bundles UI Kit pages itself, but not the resource of a Frame.
export default {
  root: new URL('.', import.meta.url).pathname,
  // Forge serves the folder under an address that nobody knows beforehand.
  base: './',
  build: { outDir: 'build', emptyOutDir: true, assetsDir: '.', modulePreload: { polyfill: false } },
};
