import { describe, expect, it } from 'vitest';
import {
  parseRequirement,
  parseRequirements,
  withFindLinks,
  withoutRequirements,
  withRequirements,
} from '../../../src/runners/pyodide/requirements.ts';

describe('requirements.txt', () => {
  it('names packages as pip understands them, and folders of wheels', () => {
    const text =
      '# ours\n--find-links wheels\nPyYAML  # for settings\nrequests[socks] >=2.30,<3\ntomli; python_version < "3.11"\n';
    expect(parseRequirements(text)).toEqual({
      findLinks: ['wheels'],
      asked: [
        { text: 'PyYAML', name: 'pyyaml' },
        { text: 'requests[socks] >=2.30,<3', name: 'requests' },
        { text: 'tomli; python_version < "3.11"', name: 'tomli' },
      ],
    });
  });

  it('is refused with every line that would not fit a lock', () => {
    const text = 'requests\n-e .\nown @ file:///tmp/own.whl\n--find-links https://example.org/\n';
    expect(() => parseRequirements(text)).toThrow(
      /^requirements\.txt:2:1 The option -e .*\nrequirements\.txt:3:1 “own @ .*\nrequirements\.txt:4:1 https.* folder of this machine was expected\.$/,
    );
  });

  it('keeps comments and order where a requirement is added, changed or taken away', () => {
    const text = '# ours\nrequests\n\ntyping_extensions\n';
    const added = withRequirements(text, ['Typing.Extensions>=4', 'rich'].map(parseRequirement));
    expect(added).toBe('# ours\nrequests\n\nTyping.Extensions>=4\nrich\n');
    expect(withoutRequirements(added, ['typing-extensions', 'requests'])).toBe('# ours\n\nrich\n');
    expect(withRequirements('', [parseRequirement('rich')])).toBe('rich\n');
  });

  it('names a folder of wheels once', () => {
    const text = withFindLinks('rich\n', 'wheels');
    expect(text).toBe('--find-links wheels\nrich\n');
    expect(withFindLinks(text, 'wheels')).toBe(text);
  });
});
