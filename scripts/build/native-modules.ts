import { builtinModules } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { ViteUserConfig } from 'astro';

type Plugin = Exclude<
  NonNullable<ViteUserConfig['plugins']>[number],
  Promise<unknown> | readonly unknown[] | false | null | undefined
>;

/**
 * Makes Vite leave the project's own TypeScript to Node, which has loaded most of it for the build's script.
 * Otherwise the loader and the pages would each get another copy, compiled anew, that remembers nothing of the
 * words and lines that the others have met.
 */
export function nativeModules(): Plugin {
  const ownCode = new URL('../../src/', import.meta.url).href;
  return {
    name: 'mithal-native-modules',
    enforce: 'pre',
    configEnvironment(name) {
      // What runs modules one by one hands nothing to Node but packages and what it takes for Node's own.
      return name === 'client'
        ? undefined
        : { resolve: { builtins: [...builtinModules, /^node:/, startingWith(ownCode)] } };
    },
    async resolveId(source, importer, options) {
      if (this.environment.name === 'client' || !importer || !/^\.\.?\/.*\.ts$/.test(source)) return undefined;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const address = resolved && pathToFileURL(resolved.id).href;
      return address?.startsWith(ownCode) ? { id: address, external: true } : undefined;
    },
  };
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${RegExp.escape(text)}`);
}
