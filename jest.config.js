/** Tests run as native ES modules; swc only strips the types. Redis is started once for the whole run. */
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "es6" } },
    ],
  },
  collectCoverageFrom: ["src/**/*.ts", "commands/**/*.ts"],
  coverageProvider: "v8",
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/build/"],
  workerIdleMemoryLimit: "1500MB",
  testTimeout: 20_000,
  globalSetup: "<rootDir>/test/install-redis.js",
};
