/** What an open entry needs: Decap's editor with its widgets, the newsroom's own, previews, and the desk that watches it. */
import { DecapCmsCore } from 'decap-cms-core';
import boolean from 'decap-cms-widget-boolean';
import list from 'decap-cms-widget-list';
import number from 'decap-cms-widget-number';
import object from 'decap-cms-widget-object';
import text from 'decap-cms-widget-text';
import FreshEditor from '../desk/FreshEditor.tsx';
import type { Registry } from '../main.ts';
import { registerPreviews } from '../preview/preview.tsx';
import { registerOwnWidgets } from '../widgets/own.tsx';
import './watching.ts';

const CMS = DecapCmsCore as unknown as Registry;

for (const { Widget } of [text, number, boolean, object, list]) CMS.registerWidget(Widget());
registerOwnWidgets(CMS);
registerPreviews(CMS);

export default FreshEditor;
