// Stops what bootstrap started, in the opposite order.
import { stopPlatform } from './runtime/start-platform';

export default async function destroy(): Promise<void> {
  await stopPlatform();
}
