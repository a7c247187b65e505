export default () => ({
  procedures: { enabled: true, resolve: './src/plugins/procedures' },
  'users-permissions': { config: { register: { allowedFields: [] } } },
});
