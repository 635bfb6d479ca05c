import { blankLine } from 'micromark-core-commonmark';
import { factorySpace } from 'micromark-factory-space';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { closesContainer, readContainerLine } from './container-line.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    container: 'container';
    containerLine: 'containerLine';
    containerEnd: 'containerEnd';
    containerIndent: 'containerIndent';
  }
  interface ContainerState {
    containerLine?: string;
    /** The line that ends it has been read. */
    isClosed?: boolean;
  }
}

const fenced: Construct = {
  name: 'container',
  tokenize: readStart,
  continuation: { tokenize: untilClosed },
  exit: (effects) => {
    effects.exit('container');
  },
};

const indented: Construct = { ...fenced, continuation: { tokenize: whileIndented } };

/**
 * The containers of other documentation tools (see `container-line.ts`) as constructs of micromark, which hold
 * blocks as a quotation does. A line that begins with none of their words stays the text that it is.
 */
export const containerSyntax: Extension = {
  document: { 33: indented, 47: fenced, 58: fenced, 61: indented, 63: indented },
};

/** Where the line turns out to begin no container, micromark goes back to its begin. */
function readStart(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return (code) => {
    effects.enter('container', { _container: true });
    return readLine(this, effects, 'containerLine', (line) => {
      if (!readContainerLine(line)) return nok;
      if (this.containerState) this.containerState.containerLine = line;
      return ok;
    })(code);
  };
}

/** Any line belongs to it as it is, but for the one that ends it. */
function untilClosed(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const state = this.containerState;
  if (!state || state.isClosed) return nok;
  const closed: State = (code) => {
    state.isClosed = true;
    return ok(code);
  };
  return effects.attempt({ tokenize: readEnd, partial: true }, closed, ok);
}

function readEnd(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { containerLine = '' } = this.containerState ?? {};
  return readLine(this, effects, 'containerEnd', (line) => (closesContainer(line, containerLine) ? ok : nok));
}

/** Four columns of indentation, or nothing at all. */
function whileIndented(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const indent: Construct = {
    partial: true,
    tokenize(effects, ok, nok) {
      return factorySpace(effects, (code) => (columns(this) === 4 ? ok : nok)(code), 'containerIndent', 5);
    },
  };
  return effects.check(blankLine, ok, effects.attempt(indent, ok, nok));
}

function columns({ events, sliceSerialize }: TokenizeContext): number {
  const token = events.at(-1)?.[1];
  return token?.type === 'containerIndent' ? sliceSerialize(token, true).length : 0;
}

function readLine(
  context: TokenizeContext,
  effects: Effects,
  type: 'containerLine' | 'containerEnd',
  next: (line: string) => State,
): State {
  const inside = (code: Code): State | undefined => {
    if (isLineEnd(code)) return next(context.sliceSerialize(effects.exit(type)))(code);
    effects.consume(code);
    return inside;
  };
  return (code) => {
    // A token must not be empty.
    if (isLineEnd(code)) return next('')(code);
    effects.enter(type);
    return inside(code);
  };
}

/** micromark's codes of line ends are below those of tabs and their columns. */
function isLineEnd(code: Code): boolean {
  return code === null || code < -2;
}
