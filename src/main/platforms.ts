/** The platforms that this program can be on: a line each. */
import { discord } from "../../adapters/discord/platform.ts";
import { slack } from "../../adapters/slack/platform.ts";
import type { Platform } from "../platform.ts";

export const platforms: readonly Platform[] = [slack, discord];
