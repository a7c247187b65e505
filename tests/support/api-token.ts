// Owns how a test gets a token for a program: asked for by the administrator of a ward, let in by the head of the unit.
import { as } from './running-app';

export async function approvedToken(scopes: string[], tenant = 'bach-dang'): Promise<string> {
  const administrator = await as(`quan-tri@${tenant}.example`);
  const made = await administrator.post('/procedures/api-tokens', {
    name: 'Máy của phường',
    unit: 'VP',
    groups: [],
    scopes,
    expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  });
  const head = await as(`lanh-dao-van-phong@${tenant}.example`);
  await head.post(`/procedures/api-tokens/${made.token.id}/approve`, {});
  return made.secret;
}
