import { describe, expect, it } from 'vitest';
import { createPool, type Pool } from '../../src/runners/pool.ts';

class FakeWorker {
  usable = true;
  closed = false;
  readonly key: string;
  constructor(key: string) {
    this.key = key;
  }
  close(): void {
    this.closed = true;
    this.usable = false;
  }
}

function poolOf(width: number): { pool: Pool<FakeWorker>; started: FakeWorker[] } {
  const started: FakeWorker[] = [];
  const pool = createPool(width, async (key) => {
    const worker = new FakeWorker(key);
    started.push(worker);
    return worker;
  });
  return { pool, started };
}

describe('a pool of workers', () => {
  it('gives the same worker to jobs that follow one another', async () => {
    const { pool, started } = poolOf(2);
    for (let job = 0; job < 5; job += 1) await pool.use('a', async () => {});
    expect(started).toHaveLength(1);
  });

  it('runs no more jobs at once than it is wide', async () => {
    const { pool } = poolOf(2);
    let running = 0;
    let most = 0;
    const job = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => pool.use('a', job)));
    expect(most).toBe(2);
  });

  it('never gives a worker that is no longer usable, and ends it', async () => {
    const { pool, started } = poolOf(1);
    await pool.use('a', async (worker) => {
      worker.usable = false;
    });
    await pool.use('a', async (worker) => expect(worker).toBe(started[1]));
    expect(started[0]?.closed).toBe(true);
  });

  it('never gives a worker that died while it was idle', async () => {
    const { pool, started } = poolOf(1);
    await pool.use('a', async () => {});
    if (started[0]) started[0].usable = false;
    await pool.use('a', async (worker) => expect(worker).toBe(started[1]));
  });

  it('gives a worker only to jobs of its key, and keeps twice as many as it is wide', async () => {
    const { pool, started } = poolOf(1);
    for (const key of ['a', 'b', 'a', 'b', 'c']) await pool.use(key, async (worker) => expect(worker.key).toBe(key));
    expect(started.map(({ key, closed }) => [key, closed])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ]);
  });

  it('passes on what a job throws, and goes on', async () => {
    const { pool } = poolOf(1);
    await expect(pool.use('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(pool.use('a', async () => 'yes')).resolves.toBe('yes');
  });

  it('ends all workers when it is closed, and takes no more jobs', async () => {
    const { pool, started } = poolOf(2);
    await Promise.all([pool.use('a', async () => {}), pool.use('b', async () => {})]);
    pool.close();
    expect(started.every(({ closed }) => closed)).toBe(true);
    await expect(pool.use('a', async () => {})).rejects.toThrow('closed');
  });
});
