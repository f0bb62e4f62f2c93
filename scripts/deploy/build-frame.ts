import { join } from 'node:path';

/** Builds the folder of the resource `file-frame`, as `npm run build` does: Forge uploads it as it is. */
export async function buildFrame(): Promise<void> {
  const { build } = await import('vite');
  await build({ configFile: join(process.cwd(), 'static/file-frame/vite.config.mts'), logLevel: 'warn' });
}
