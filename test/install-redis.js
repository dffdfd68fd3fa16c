/** Jest's global set-up: a real redis-server on the path, installed here when it may be; Docker is the last way. */
import { spawnSync } from "node:child_process";

/** @param {string} command @param {readonly string[]} args @returns {boolean} whether it ended well */
const runs = (command, args) =>
  spawnSync(command, args, {
    stdio: "ignore",
    timeout: 240_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1", HOMEBREW_NO_AUTO_UPDATE: "1" },
  }).status === 0;

const present = () => runs("redis-server", ["--version"]);

/**
 * Installs redis-server with Debian's packages (as root or by passwordless sudo) or with Homebrew.
 * @returns {void} quietly, even when nothing helped: `startRedis` then says what to install and fails.
 */
export default function installRedis() {
  if (present()) return;
  const root = process.getuid?.() === 0;
  if (root || runs("sudo", ["-n", "true"])) {
    const apt = (/** @type {readonly string[]} */ ...args) =>
      root ? runs("apt-get", args) : runs("sudo", ["-n", "-E", "apt-get", ...args]);
    const install = () =>
      apt("-o", "DPkg::Lock::Timeout=120", "install", "-y", "--no-install-recommends", "redis-server");
    if (install() || (apt("update") && install())) return;
  }
  runs("brew", ["install", "redis"]);
}
