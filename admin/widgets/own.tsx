/** The widgets that this newsroom has for itself. */
import type { Registry } from '../main.ts';
import { PictureControl } from './Picture.tsx';
import { RelationControl } from './Relation.tsx';
import { TextControl } from './Text.tsx';

export function registerOwnWidgets(cms: Registry): void {
  cms.registerWidget('mdx', TextControl);
  cms.registerWidget('relation', RelationControl);
  cms.registerWidget('image', PictureControl);
  cms.registerWidget('hidden', () => null);
}
