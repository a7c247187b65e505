// Owns the OpenAPI 3.1 document, made from the table of operations and the schemas.
import { isUuidPlace, needsKey, type Operation, operations } from './operations';
import { type JsonSchema, reference, schemas } from './schemas';
import { SCOPES } from './scopes';

const PREFIX = '/api/procedures';
const json = (name: string) => ({ content: { 'application/json': { schema: reference(name) } } });
const problem = (description: string) => ({ description, ...json('Error') });

export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = `${PREFIX}${operation.path}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Giao diện tích hợp / Integration API',
      version: '1.0.0',
      description:
        'For programs of other agencies. A token belongs to one tenant and one unit, is asked for by an administrator and opens after the head of the unit approves it. Answers hold codes, instants and numbers of our books; no names and no content.',
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: `Scopes: ${Object.entries(SCOPES)
            .map(([name, words]) => `${name} (${words.en})`)
            .join('; ')}`,
        },
      },
    },
    security: [{ token: [] }],
  };
}

function describe(operation: Operation): Record<string, unknown> {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: pathSchema(name),
  }));
  const inQuery = (operation.query ?? []).map(({ required, ...query }) => ({
    ...query,
    in: 'query',
    required: required ?? false,
  }));
  const key = needsKey(operation)
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          schema: { type: 'string', minLength: 8, maxLength: 200 },
          description: 'another one for each act; the same again gives the same answer and does nothing twice',
        },
      ]
    : [];
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: `Scope: ${operation.scope}`,
    parameters: [...inPath, ...inQuery, ...key],
    ...(operation.request ? { requestBody: { required: true, ...json(operation.request) } } : {}),
    responses: {
      [operation.status]: { description: operation.summary, ...json(operation.response) },
      400: problem('The request is not as described here'),
      401: problem('No valid token'),
      403: problem('The token lacks the scope, or its unit the right'),
      404: problem('No such case for this unit; no such package, or draft of this token'),
      409: problem('Not possible at this point'),
      422: problem('The same Idempotency-Key with another request, or a form that refuses its values'),
      429: problem('Too many requests'),
      503: problem('Not now: what is needed for it (the engine, the program for trials) is away or not set up'),
    },
  };
}

const pathSchema = (name: string): JsonSchema =>
  isUuidPlace(name) ? { type: 'string', format: 'uuid' } : { type: 'string', maxLength: 40 };
