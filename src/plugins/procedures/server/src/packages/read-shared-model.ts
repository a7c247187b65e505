// Owns that the same bytes become a model once: whoever reads a package and whoever looks at its drawing, within one
// request, hold the same Buffers. Shared: do not change it; who changes a model reads one of their own with readModel.
import { type Model, type ModelKind, readModel } from './model-xml';

interface Reading {
  kind: ModelKind;
  path: string;
  model: Promise<Model>;
}

const READINGS = new WeakMap<Buffer, Reading>();

export function readSharedModel(kind: ModelKind, path: string, content: Buffer): Promise<Model> {
  const known = READINGS.get(content);
  if (known?.kind === kind && known.path === path) return known.model;
  const reading: Reading = { kind, path, model: readModel(kind, path, content) };
  READINGS.set(content, reading);
  // What cannot be read is told anew to each who asks.
  reading.model.catch(() => {
    if (READINGS.get(content) === reading) READINGS.delete(content);
  });
  return reading.model;
}
