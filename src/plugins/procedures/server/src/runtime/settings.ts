// Owns what the environment must say (set by src/local-services, or by the operator of a cluster).
import { ProblemError } from '../problems/problem-error';

export interface Settings {
  databaseUrl: string;
  engineAddress: string;
  engineId: string;
  recordsPort: number;
  recordsPassword: string;
}

export function settings(env: NodeJS.ProcessEnv): Settings {
  const need = (name: string): string => {
    const value = env[name];
    if (value) return value;
    throw new ProblemError({
      code: 'SETTING_MISSING',
      status: 500,
      vi: `Cần biến môi trường ${name}, nhưng chưa có. Hãy khởi động bằng "npm start".`,
      en: `Expected environment variable ${name} to be set, but it is not. Start with "npm start".`,
    });
  };
  return {
    databaseUrl: need('DATABASE_URL'),
    engineAddress: need('ZEEBE_ADDRESS'),
    engineId: need('PROCEDURES_ENGINE_ID'),
    recordsPort: Number(need('PROCEDURES_RECORDS_PORT')),
    recordsPassword: need('PROCEDURES_RECORDS_PASSWORD'),
  };
}
