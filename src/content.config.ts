import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { entriesOf } from './entries/loader.ts';
import { typeNames } from './model/content-types.ts';

/** Every type of the model is a collection: of which entries there are, and in which state. What they hold, the loader hands on. */
export const collections = Object.fromEntries(
  typeNames.map((type) => [type, defineCollection({ loader: entriesOf(type), schema: z.looseObject({}) })]),
);
