import type { RouteObject } from 'react-router-dom';

/** The core's routes with its home page behind our choice of landing; every other route as it was. */
export function withLanding(routes: RouteObject[]): RouteObject[] {
  return routes.map((route) => {
    const { lazy } = route;
    if (!route.index || !lazy) return route;
    return {
      index: true,
      lazy: async () => {
        const [{ Landing }, core] = await Promise.all([import('./Landing'), lazy()]);
        const Home = 'Component' in core ? core.Component : null;
        return { Component: () => <Landing home={Home ? <Home /> : null} /> };
      },
    };
  });
}
