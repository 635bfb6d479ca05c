import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What an attack is after, outside of the interpreter. */
export interface Canaries {
  readonly secret: string;
  /** Puts the addresses of the canaries into a program. */
  fill(code: string): string;
  /** What has been done to them since the last look. */
  look(): { readonly connections: number; readonly written: readonly string[] };
  close(): void;
}

export async function setCanaries(): Promise<Canaries> {
  const secret = `canary-${process.pid}-${Date.now()}`;
  process.env['MITHAL_CANARY'] = secret;
  const folder = mkdtempSync(join(tmpdir(), 'mithal-canary-'));
  const file = join(folder, 'secret');
  writeFileSync(file, secret);
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    secret,
    fill: (code) => code.replaceAll('SECRET', file).replaceAll('OUTSIDE', folder).replaceAll('PORT', String(port)),
    look() {
      const seen = connections;
      connections = 0;
      const written = readdirSync(folder).filter((name) => name !== 'secret');
      for (const name of written) rmSync(join(folder, name));
      return { connections: seen, written };
    },
    close() {
      server.close();
      rmSync(folder, { recursive: true });
      delete process.env['MITHAL_CANARY'];
    },
  };
}
