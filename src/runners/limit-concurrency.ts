/**
 * Runs each job as soon as fewer than `limit` others run, in the order in which they came.
 *
 * @returns what a job is given to; settles as the job does
 */
export function limitConcurrency(limit: number): <T>(job: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (job) => {
    if (running < limit) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await job();
    } finally {
      // The turn is handed on: given back, it could be taken by a job that comes before the one that waits goes on.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
