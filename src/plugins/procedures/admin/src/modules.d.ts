/** What the bundler understands and the type checker does not. */
declare module '*.css';
