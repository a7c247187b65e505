// Owns holding a manifest, an events file or building blocks against their JSON Schema.
import Ajv2020 from 'ajv/dist/2020';
import blocksSchema from './blocks.schema.json';
import eventsSchema from './events.schema.json';
import manifestSchema from './manifest.schema.json';

export interface SchemaProblem {
  /** JSON pointer into the file, `/` for the whole. */
  place: string;
  message: string;
}

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const validators = {
  manifest: ajv.compile(manifestSchema),
  events: ajv.compile(eventsSchema),
  blocks: ajv.compile(blocksSchema),
};

export function schemaProblems(schema: keyof typeof validators, value: unknown): SchemaProblem[] {
  const validate = validators[schema];
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .filter((error) => error.keyword !== 'if')
    .map((error) => ({
      place: error.instancePath || '/',
      message: [
        error.message ?? error.keyword,
        error.params.additionalProperty ?? error.params.allowedValues?.join(', ') ?? '',
      ]
        .filter(Boolean)
        .join(': '),
    }));
}
