import { platformWrite } from '../../../src/plugins/procedures/server/src/policy/platform-write';

describe("the mark of the platform's own writes", () => {
  it('holds through awaits inside and nowhere else', async () => {
    expect(platformWrite.isActive()).toBe(false);
    const inside = platformWrite.run(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return platformWrite.isActive();
    });
    expect(platformWrite.isActive()).toBe(false);
    expect(await inside).toBe(true);
  });
});
