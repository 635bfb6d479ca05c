import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import schema from '../../src/article/frontmatter.schema.json' with { type: 'json' };
import { parse } from './parse.ts';

const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
const values = [
  '',
  'text',
  '"two: words"',
  '404',
  '1.5',
  'true',
  'false',
  'null',
  '""',
  '" "',
  '[]',
  '[a, 1, true]',
  '/en/old/',
  '[/en/old/, /en/older/]',
  '[""]',
  '[null]',
  '[[a]]',
  '{a: b}',
  '|\n  long\n  text',
];

it.each(['title', 'description', 'keywords', 'draft', 'order', 'derived', 'redirect_from', 'layout'])(
  'editors are told of the frontmatter’s %s what the parser says of it',
  (key) => {
    for (const value of values) {
      const yaml = `${key}: ${value}\n`;
      const read = parse(`---\n${yaml}---\n\n# T\n`).problems.length === 0;
      expect([yaml, validate(parseYaml(yaml))]).toEqual([yaml, read]);
    }
  },
);

it('every key that the parser reads is in the schema, and no other', () => {
  const { header } = parse(
    '---\ntitle: a\ndescription: b\nkeywords: c\nderived: d\ndraft: true\norder: 1\nredirect_from: /e/\n---\n\n# T\n',
  );
  const { kind: _, redirects, ...fields } = header;
  const read = { ...fields, ...(redirects && { redirect_from: redirects }) };
  expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(read).toSorted());
});
