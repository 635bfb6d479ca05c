import type { OutputChunk } from '../../examples/runner.ts';

/**
 * Reads what a program writes, in UTF-8, as a terminal does: a character may come in pieces, of one that stays a piece
 * U+FFFD is shown, and a byte order mark is a character like any other.
 */
export class OutputDecoder {
  readonly #decoders = { stdout: new TextDecoder('utf-8', asItIs), stderr: new TextDecoder('utf-8', asItIs) };

  /** The text that is known with these bytes; often all of it, sometimes nothing yet. */
  add(stream: OutputChunk['stream'], bytes: Uint8Array): string {
    return this.#decoders[stream].decode(bytes, { stream: true });
  }

  /** What is left when nothing more comes. */
  end(): readonly OutputChunk[] {
    return streams
      .map((stream) => ({ stream, text: this.#decoders[stream].decode() }))
      .filter(({ text }) => text !== '');
  }
}

const streams = ['stdout', 'stderr'] as const;
const asItIs = { ignoreBOM: true };
