import type { Example, Session } from './article.ts';
import type { Fence } from './fences.ts';
import type { Report } from './report.ts';
import type { ExampleWords } from './vocabulary.ts';

/** An example and what its words say about a session. */
export interface Participant {
  readonly example: Omit<Example, 'session'>;
  readonly fence: Fence;
  readonly session?: NonNullable<ExampleWords['session']>;
}

/** The examples with their sessions. One that goes on from another draws that one into its session. */
export function joinSessions(participants: readonly Participant[], report: Report): readonly Example[] {
  const sessions = new Map<Participant, Session>();
  for (const [index, participant] of participants.entries()) {
    const { session } = participant;
    if (session?.kind === 'named') sessions.set(participant, { name: session.name });
    if (session?.kind !== 'continuation') continue;
    const previous = previousRun(participants.slice(0, index), participant);
    if (previous) {
      const joined = sessions.get(previous) ?? { name: `continuation:${previous.example.position.line}` };
      sessions.set(previous, joined).set(participant, joined);
    } else {
      report('continuation-orphan', placeOfWord(participant.fence), nameOf(participant));
    }
  }
  return participants.map((participant) => {
    const session = sessions.get(participant);
    return { ...participant.example, ...(session && { session }) };
  });
}

/** Examples that are only shown or only parsed leave nothing to go on from. */
function previousRun(earlier: readonly Participant[], { example }: Participant): Participant | undefined {
  return earlier.findLast(
    (other) =>
      other.example.runner === example.runner &&
      (other.example.mode.kind === 'run' || other.example.mode.kind === 'browser'),
  );
}

function placeOfWord({ words, position }: Fence): Fence['position'] {
  return words.find(({ name }) => name === 'continuation')?.position ?? position;
}

function nameOf({ example }: Participant): string {
  return example.runner === 'pyodide' ? 'Python' : 'JavaScript';
}
