import type { StrapiApp } from '@strapi/strapi/admin';

/**
 * Puts the alarm bar above every page of the panel, the core's own pages included. The routes are wrapped at the last
 * moment, when the router is made: until then the core looks for its settings among them by their path.
 */
export function ringOnEveryPage(router: StrapiApp['router']): void {
  const create = router.createRouter.bind(router);
  router.createRouter = (...given) => {
    router.addRoute((routes) => [
      {
        lazy: async () => ({ Component: (await import('./AlarmLayout')).AlarmLayout }),
        children: routes,
      },
    ]);
    return create(...given);
  };
}
