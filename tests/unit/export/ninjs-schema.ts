import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';

// The IPTC's schema is read where it lies, beside the project; it is no part of it.
const SCHEMA = fileURLToPath(new URL('../../../../shared/schemas/ninjs-schema_3.1.json', import.meta.url));
export const hasNinjsSchema = existsSync(SCHEMA);

/** Judges a document by the IPTC's JSON schema of ninjs 3.1. */
export function ninjsValidator(): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // Named by the schema for places alone, which no export of ours has.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' });
  formats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
}
