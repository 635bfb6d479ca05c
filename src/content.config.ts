import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { articlesLoader } from './site/library/articles-loader.ts';

const articles = defineCollection({
  loader: articlesLoader(),
  schema: z.object({
    path: z.string(),
    language: z.string(),
    section: z.array(z.string()),
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    keywords: z.array(z.string()),
    order: z.number().optional(),
  }),
});

export const collections = { articles };
