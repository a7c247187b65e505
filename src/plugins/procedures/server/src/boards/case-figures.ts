// Owns how many open cases each unit handles, and how many of them nobody here has a task of.
import type { Knex } from 'knex';
import { aliveCases, waitingCase } from '../cases/case-conditions';
import { scopeCases } from '../policy/case-scope';
import type { Actor } from '../tenants/actor';

export interface CasesOfUnit {
  unit: string;
  alive: number;
  waiting: number;
}

export async function caseFigures(knex: Knex, actor: Actor, units: readonly string[]): Promise<CasesOfUnit[]> {
  return scopeCases(knex('procedures.cases as cases'), actor, 'status')
    .whereRaw(aliveCases)
    .whereRaw('cases.handling_unit = any(?::text[])', [[...units]])
    .groupBy('cases.handling_unit')
    .select(
      'cases.handling_unit as unit',
      knex.raw('count(*)::int as alive'),
      knex.raw(`count(*) filter (where ${waitingCase})::int as waiting`),
    );
}
