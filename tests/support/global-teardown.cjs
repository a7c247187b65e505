module.exports = async () => {
  await globalThis.__PROCEDURES_TEST_APP__?.stop();
};
