/** What the bundler understands and the type checker does not. */
declare module '*.svg' {
  const address: string;
  export default address;
}
