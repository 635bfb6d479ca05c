import { describe, expect, it } from 'vitest';
import { type RelatedSubject, relatedArticles } from '../../src/metadata/related.ts';

function subject(
  path: string,
  title: string,
  { keywords = [], links = [] }: Partial<RelatedSubject> = {},
): RelatedSubject {
  const [language = '', ...rest] = path.split('/');
  return { path, language, section: rest.slice(0, -1), title, keywords, links };
}

const refused = subject('en/python/refused.md', 'ConnectionRefusedError', { keywords: ['socket', 'port'] });
const reset = subject('en/python/reset.md', 'ConnectionResetError');
const timeout = subject('en/python/timeout.md', 'TimeoutError', { keywords: ['Socket'] });
const key = subject('en/python/key.md', 'KeyError');
const arabic = subject('ar/python/reset.md', 'الخطأ ConnectionResetError', { keywords: ['socket'] });
const all = [refused, reset, timeout, key, arabic];

function pathsFor(of: RelatedSubject, subjects = all): readonly string[] {
  return relatedArticles(subjects, 3)(of).map(({ path }) => path);
}

describe('related articles', () => {
  it('share a keyword or a part of the error’s name, in the same language', () => {
    expect(pathsFor(refused)).toEqual([reset.path, timeout.path].toSorted());
  });

  it('are none where nothing is in common: “Error” is no part of a name', () => {
    expect(pathsFor(key)).toEqual([]);
  });

  it('derive from one class, by whatever name or code the title calls it', () => {
    const index = subject('en/python/index.md', 'IndexError: list index out of range');
    const code = subject('en/javascript/code.md', 'Error: connect ECONNREFUSED 127.0.0.1:80');
    const pipe = subject('en/python/pipe.md', 'BrokenPipeError');
    const value = subject('en/python/value.md', 'ValueError');
    const json = subject('en/python/json.md', 'json.JSONDecodeError');
    const others = [refused, key, index, code, pipe, value, json];
    expect(pathsFor(key, others)).toEqual([index.path]);
    expect(pathsFor(refused, others)).toEqual([code.path, pipe.path]);
    expect(pathsFor(json, others)).toEqual([value.path]);
  });

  it('are first of all those that the article itself leads to', () => {
    const linking = { ...refused, links: [key.path, 'en/none.md'] };
    expect(pathsFor(linking, [linking, reset, timeout, key])[0]).toBe(key.path);
  });

  it('are nearer in the same section, and nearer by what fewer share', () => {
    const elsewhere = subject('en/node/reset.md', 'ConnectionResetError');
    expect(pathsFor(refused, [refused, elsewhere, reset])).toEqual([reset.path, elsewhere.path]);
    const many = Array.from({ length: 10 }, (_, index) =>
      subject(`en/python/x${index}.md`, 'X', { keywords: ['port'] }),
    );
    expect(pathsFor(refused, [refused, timeout, ...many])[0]).toBe(timeout.path);
  });

  it('are as many as asked for', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      subject(`en/python/x${index}.md`, 'X', { keywords: ['port'] }),
    );
    expect(pathsFor(refused, [refused, ...many])).toHaveLength(3);
  });
});
