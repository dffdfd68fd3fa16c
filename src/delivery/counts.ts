/** How deliveries and their loops are doing, counted since the start; the metrics show it. */
import type { Done, Why } from "./model.ts";

export interface DeliveryCounts {
  ended(how: { readonly state: Done["state"]; readonly why?: Why; readonly to?: "webhook" }): void;
  failed(loop: string): void;
  readonly deliveries: ReadonlyMap<
    string,
    {
      readonly state: Done["state"];
      readonly why: Why | "";
      readonly to: "channel" | "webhook";
      readonly n: number;
    }
  >;
  readonly failures: ReadonlyMap<string, number>;
}

export function createCounts(): DeliveryCounts {
  const deliveries = new Map<
    string,
    { state: Done["state"]; why: Why | ""; to: "channel" | "webhook"; n: number }
  >();
  const failures = new Map<string, number>([
    ["deliveries", 0],
    ["watches", 0],
    ["webhooks", 0],
  ]);
  return {
    deliveries,
    failures,
    ended({ state, why, to: webhook }) {
      const to = webhook ?? "channel";
      const name = `${to} ${state} ${why ?? ""}`;
      deliveries.set(name, { state, why: why ?? "", to, n: (deliveries.get(name)?.n ?? 0) + 1 });
    },
    failed(loop) {
      failures.set(loop, (failures.get(loop) ?? 0) + 1);
    },
  };
}
