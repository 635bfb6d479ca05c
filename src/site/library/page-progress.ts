import { processState } from '../../content/process-state.ts';

// Astro says nothing of it between its beginning and its end.
const build = processState<{ told: (detail: string) => void; pages: number }>('progress');

/** From now on `told` hears how far the pages of this process are, such as `1200 made`. */
export function hearPageProgress(told: (detail: string) => void): void {
  build.told = told;
  build.pages = 0;
}

export function tellDescribed(done: number, all: number): void {
  build.told?.(`${done} of ${all} articles described`);
}

export function tellPageMade(): void {
  build.pages = (build.pages ?? 0) + 1;
  build.told?.(`${build.pages} made`);
}
