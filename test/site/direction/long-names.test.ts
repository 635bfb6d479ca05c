import { describe, expect, test } from 'vitest';
import { brokenName } from '../../../src/site/direction/long-names.ts';

describe('a long name', () => {
  test.for([
    ['ConnectionRefusedError', 'Connection|Refused|Error'],
    ['requests.exceptions.HTTPError', 'requests.|exceptions.|HTTP|Error'],
    ['socket.create_connection(("127.0.0.1", 9))', 'socket.|create_|connection(|("127.0.0.1", 9))'],
    ['(Debian/Ubuntu/Fedora, APT)', '(Debian/|Ubuntu/|Fedora, APT)'],
    ['python-3.14.2-embed-amd64', 'python-3.14.2-|embed-|amd64'],
    ['KeyError', 'KeyError'],
  ] as const)('breaks between its parts only: %s', ([name, broken]) => {
    const parts = brokenName(name).map((node) => (node.type === 'text' ? node.value : '|'));
    expect(parts.join('')).toBe(broken);
  });
});
