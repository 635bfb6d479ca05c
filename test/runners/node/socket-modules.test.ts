import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { socketModules } from '../../../src/runners/node/world/socket-modules.ts';
import { findPinnedNode } from '../../../src/runners/pinned-node.ts';

// The world changes these bindings when the first of the modules is loaded. One that is not in the list, and is loaded
// alone, would find the real ones.
const bindings = ['tcp_wrap', 'pipe_wrap', 'udp_wrap', 'cares_wrap', 'process_wrap', 'spawn_sync'];

/** Ids of Node's modules that take one of the bindings, without those that are loaded when a program starts. */
const listModules = `
  const loaded = new Set(process.moduleLoadList.map((entry) => entry.replace('NativeModule ', '')));
  const { natives } = require('internal/test/binding').internalBinding('builtins');
  const takes = ([id, source]) =>
    !loaded.has(id) && ${JSON.stringify(bindings)}.some((name) => source.includes(\`internalBinding('\${name}')\`));
  console.log(JSON.stringify(Object.entries(natives).filter(takes).map(([id]) => id)));
`;

test('every module of the pinned Node that takes sockets, pipes, processes or names is known', () => {
  const options = ['--expose-internals', '--no-warnings', '--eval', listModules];
  const listed = JSON.parse(execFileSync(findPinnedNode().path, options, { encoding: 'utf8' })) as readonly string[];
  expect([...socketModules].sort()).toEqual(listed.toSorted());
});
