import { describe, expect, test } from 'vitest';
import { addressPath, articleAddress } from '../../src/article/address.ts';
import { site } from './parse.ts';

describe('an address', () => {
  test.for([
    ['ConnectionRefusedError.md', '/ar/connectionrefusederror/'],
    ['en/python/Key Error.md', '/en/python/key-error/'],
    ['ar/Web Dev/أخطاء/خطأ في الاتصال.md', '/ar/web-dev/أخطاء/خطأ-في-الاتصال/'],
    ['python/ar.md', '/ar/python/ar/'],
    ['fr/x.md', '/ar/fr/x/'],
    ['en/python/index.md', '/en/python/'],
    ['Web Dev/README.md', '/ar/web-dev/'],
    ['README.md', '/ar/readme/'],
    ['en/index.md', '/en/index/'],
    ['en/Node.js & co/C++.MD', '/en/nodejs--co/c/'],
    ['en/a\u202Eb?c#d%2e.md', '/en/abcd2e/'],
    ['en/v1.10.md', '/en/v1-10/'],
    ['en/???.md', '/en/u3f-3f-3f/'],
    ['en/-.md', '/en/u2d/'],
  ])('of %s is %s', ([path = '', address]) => {
    expect(addressPath(articleAddress(path, site))).toBe(address);
  });

  test('is the same however the letters of a name are composed', () => {
    expect(articleAddress('e\u0301.md', site)).toEqual(articleAddress('\u00e9.md', site));
  });
});
