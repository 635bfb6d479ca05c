import { expect, it } from 'vitest';
import { frameHeader, frameReader } from '../../../src/runners/pyodide/frames.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

it('reads frames whatever pieces they come in', () => {
  const stream = Buffer.concat([
    frameHeader('stdout', 5),
    Buffer.from('مـs'),
    frameHeader('message', 0),
    frameHeader('stderr', 1),
    Buffer.from('b'),
  ]);
  for (let size = 1; size <= stream.length; size += 1) {
    const frames: string[] = [];
    const read = frameReader((kind, bytes) => frames.push(`${kind} ${text(bytes)}`));
    for (let at = 0; at < stream.length; at += size) read(stream.subarray(at, at + size));
    expect(frames).toEqual(['stdout مـs', 'message ', 'stderr b']);
  }
});

it('refuses what is no frame', () => {
  const read = frameReader(() => {});
  expect(() => read(new Uint8Array([9, 0, 0, 0, 0]))).toThrow('Unknown kind of frame: 9');
});
