/** Tests run as native ES modules; swc only strips the types. Three tiers: what is quick first, then what starts programs, then what measures. */
import { integration, time, unit } from "./test/tiers.js";

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
  projects: [tier("unit", unit), tier("integration", integration), tier("time", time)],
  collectCoverageFrom: ["src/**/*.ts", "commands/**/*.ts"],
  coverageProvider: "v8",
  workerIdleMemoryLimit: "1500MB",
  testTimeout: 20_000,
};
