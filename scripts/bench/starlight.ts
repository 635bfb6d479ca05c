import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The versions that are measured against, the peer's with the Astro that this project has. */
const packages = { astro: '7.3.5', '@astrojs/starlight': '0.42.4' };

/** A site of Starlight in a folder of its own, with its packages from npm. */
export interface StarlightSite {
  readonly folder: string;
  /** What builds it, as arguments of Node. */
  readonly build: readonly string[];
  /** Puts the articles of a folder in place of those that it has; a title where Starlight wants one. */
  fill(content: string): void;
  remove(): void;
}

/** Small sidebar: a list of all articles on every page is what Starlight has by default, and costs it more. */
const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  integrations: [
    starlight({
      title: 'Starlight',
      locales: { root: { label: 'العربية', lang: 'ar', dir: 'rtl' } },
      sidebar: [{ label: 'Home', link: '/' }],
    }),
  ],
});
`;

const contentConfig = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

export function starlightSite(): StarlightSite {
  const folder = mkdtempSync(join(tmpdir(), 'mithal-starlight-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', JSON.stringify({ private: true, type: 'module', dependencies: packages }));
  write('astro.config.mjs', config);
  write('src/content.config.ts', contentConfig);
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  return {
    folder,
    build: ['node_modules/astro/bin/astro.mjs', 'build'],
    fill(content) {
      rmSync(join(folder, 'src/content/docs'), { recursive: true, force: true });
      for (const path of readdirSync(content, { recursive: true, encoding: 'utf8' })) {
        if (!path.endsWith('.md')) continue;
        const [heading = '', ...rest] = readFileSync(join(content, path), 'utf8').split('\n');
        const title = JSON.stringify(heading.replace(/^# /, ''));
        write(join('src/content/docs', path), `---\ntitle: ${title}\n---\n${rest.join('\n')}`);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
