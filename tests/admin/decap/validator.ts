/** Decap's own check of a configuration, with the settings of the widgets that have any. */
import { validateConfig } from 'decap-cms-core/dist/esm/constants/configSchema.js';
import { registerWidget } from 'decap-cms-core/dist/esm/lib/registry.js';
import list from 'decap-cms-widget-list/dist/esm/schema.js';
import number from 'decap-cms-widget-number/dist/esm/schema.js';
import object from 'decap-cms-widget-object/dist/esm/schema.js';
import select from 'decap-cms-widget-select/dist/esm/schema.js';

for (const [name, schema] of Object.entries({ list, number, object, select })) {
  registerWidget({ name, schema, controlComponent: () => null });
}

export { validateConfig };
