import { append, joinBytes, putFirst, takeFirst } from './builtins.ts';

/** What has arrived at one end of a connection, until it is read. */
export interface Inbox {
  push(bytes: Uint8Array): void;
  /** The other end sends no more. */
  end(): void;
  /** Forgets everything; nothing will be read any more. */
  drop(): void;
  /** Hands on what there is, if somebody reads. */
  flush(): void;
  hasUnread(): boolean;
  /** The other end has said that it sends no more. */
  hasEnded(): boolean;
  /** The end has been read, or everything was dropped. */
  isDone(): boolean;
}

export interface InboxReader {
  later(event: () => void): void;
  isReading(): boolean;
  /** Whether to hand on what was written in one piece alone, with time for ticks after it. */
  isPiecewise(): boolean;
  onBytes(bytes: Uint8Array): void;
  onEnd(): void;
}

export function createInbox({ later, isReading, isPiecewise, onBytes, onEnd }: InboxReader): Inbox {
  let arrived: Uint8Array[] = [];
  let state: 'open' | 'ended' | 'done' = 'open';
  let isScheduled = false;
  const takeNext = (): Uint8Array => {
    if (isPiecewise() && arrived.length > 0) return takeFirst(arrived) as Uint8Array;
    const bytes = joinBytes(arrived);
    arrived = [];
    return bytes;
  };
  const handOn = (): void => {
    isScheduled = false;
    if (!isReading()) return;
    const bytes = takeNext();
    if (bytes.length > readSize) putFirst(arrived, bytes.subarray(readSize));
    if (bytes.length > 0) {
      onBytes(bytes.subarray(0, readSize));
      flush();
    } else if (state === 'ended') {
      state = 'done';
      onEnd();
    }
  };
  const flush = (): void => {
    if (isScheduled || !isReading() || (arrived.length === 0 && state !== 'ended')) return;
    isScheduled = true;
    later(handOn);
  };
  return {
    push: (bytes) => {
      append(arrived, bytes);
      flush();
    },
    end: () => {
      if (state !== 'open') return;
      state = 'ended';
      flush();
    },
    drop: () => {
      state = 'done';
      arrived = [];
    },
    flush,
    hasUnread: () => arrived.length > 0,
    hasEnded: () => state !== 'open',
    isDone: () => state === 'done',
  };
}

/** Bytes that libuv reads at once. */
const readSize = 65_536;
