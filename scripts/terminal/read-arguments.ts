import { type ParseArgsConfig, parseArgs } from 'node:util';
import { messageOf } from './fail.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The command line of a script, read by these options; one that cannot be read ends the script, with its usage. */
export function readArguments<const T extends Options>(options: T, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    console.error(`error: ${reasonOf(error)}\n${usage}`);
    process.exit(1);
  }
}

/** Ends a script that was given anything but these options. */
export function readOptions<const T extends Options>(options: T, usage: string) {
  const { values, positionals } = readArguments(options, usage);
  if (positionals.length === 0) return values;
  console.error(`error: "${positionals[0]}" is no option.\n${usage}`);
  process.exit(1);
}

function reasonOf(error: unknown): string {
  const message = messageOf(error);
  // Node goes on with how to write an argument that begins with a hyphen, of which none of the commands has one.
  const option = /^Unknown option '([^']+)'/.exec(message)?.[1];
  return option === undefined ? message : `There is no option ${option}.`;
}
