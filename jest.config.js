/** Tests run as native ES modules; swc only strips the types. Two tiers: what is quick first, then what starts programs. */
import { integration, unit } from "./test/tiers.js";

const tier = (displayName, suites) => ({
  displayName,
  testEnvironment: "node",
  testMatch: suites.map((file) => `<rootDir>/${file}`),
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "es6" } },
    ],
  },
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/build/"],
});

export default {
  projects: [tier("unit", unit), tier("integration", integration)],
  collectCoverageFrom: ["src/**/*.ts", "commands/**/*.ts"],
  coverageProvider: "v8",
  workerIdleMemoryLimit: "1500MB",
  testTimeout: 20_000,
};
