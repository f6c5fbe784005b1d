/** Starts the editors' application: Decap with this project's backends, widgets, format and words. */
import { DecapCmsCore } from 'decap-cms-core';
import boolean from 'decap-cms-widget-boolean';
import list from 'decap-cms-widget-list';
import number from 'decap-cms-widget-number';
import object from 'decap-cms-widget-object';
import select from 'decap-cms-widget-select';
import string from 'decap-cms-widget-string';
import text from 'decap-cms-widget-text';
import './newsroom.css';
import { backendOf } from './backends/chosen.ts';
import { configOf } from './config.ts';
import { registerFormats } from './desk/formats.ts';
import { startDesk } from './desk/desk.ts';
import { lineUpsOf } from './desk/line-ups.ts';
import { registerPhrases } from './parts/phrases.ts';
import { interfaceLanguage } from './parts/language.ts';
import { registerPreviews } from './preview/preview.tsx';
import { registerOwnWidgets } from './widgets/own.tsx';

// Decap's types know the widgets of two years ago.
const CMS = DecapCmsCore as unknown as Registry;

export interface Registry {
  registerWidget(widget: object | string, control?: unknown, preview?: unknown): void;
  registerBackend(name: string, backend: unknown): void;
  registerCustomFormat(name: string, extension: string, format: object): void;
  registerLocale(name: string, phrases: object): void;
  registerMediaLibrary(library: object): void;
  registerPreviewTemplate(collection: string, component: unknown): void;
  registerPreviewStyle(style: string, options: { raw: boolean }): void;
  init(options: { config: object }): void;
}

document.documentElement.lang = interfaceLanguage;
for (const { Widget } of [string, text, number, boolean, select, object, list]) CMS.registerWidget(Widget());
registerOwnWidgets(CMS);
registerFormats(CMS);
registerPhrases(CMS);
registerPreviews(CMS);
CMS.registerMediaLibrary({ name: 'newsroom', init: () => ({ show() {}, hide() {}, enableStandalone: () => false }) });
CMS.registerBackend(NEWSROOM.backend, await backendOf(NEWSROOM.backend));
CMS.init({ config: configOf(NEWSROOM, interfaceLanguage, await lineUpsOf()) });
startDesk();
