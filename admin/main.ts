/** Starts the editors' application: Decap with this project's backend, format and words. What an entry needs comes later. */
import { DecapCmsCore } from 'decap-cms-core';
import { Backend } from 'decap-cms-core/dist/esm/backend.js';
import './newsroom.css';
import { chosenBackend } from './backends/chosen.ts';
import { configOf } from './config.ts';
import { registerFormats } from './desk/formats.ts';
import { lineUpsOf } from './desk/line-ups.ts';
import { registerPhrases } from './parts/phrases.ts';
import { interfaceLanguage } from './parts/language.ts';

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

Backend.prototype.search = async function (this: unknown, ...asked: unknown[]): Promise<unknown> {
  await import('./instead/watching.ts');
  const { search } = await import('./desk/search.ts');
  return (search as (this: unknown, ...asked: unknown[]) => unknown).apply(this, asked);
};

document.documentElement.lang = interfaceLanguage;
registerFormats(CMS);
registerPhrases(CMS);
CMS.registerMediaLibrary({ name: 'newsroom', init: () => ({ show() {}, hide() {}, enableStandalone: () => false }) });
const [backend, lineUps] = await Promise.all([chosenBackend(), lineUpsOf()]);
CMS.registerBackend(NEWSROOM.backend, backend);
CMS.init({ config: configOf(NEWSROOM, interfaceLanguage, lineUps) });
