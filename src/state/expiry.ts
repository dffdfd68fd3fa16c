/** What expires when: a binary heap, so that a row more costs little, however many there are. */

export interface Expiry {
  set(name: string, at: number): void;
  delete(name: string): void;
  /** Takes out names that have expired, `n` at most. */
  take(now: number, n: number): readonly string[];
}

interface Place {
  readonly name: string;
  readonly at: number;
}

export function createExpiry(): Expiry {
  const instants = new Map<string, number>();
  /** No place is later than the two below it, at 2n+1 and 2n+2. One that `instants` does not confirm goes in its time. */
  const heap: Place[] = [];

  function push(place: Place): void {
    let at = heap.length;
    for (let above = (at - 1) >> 1; at > 0 && earlier(place, heap[above]); above = (at - 1) >> 1) {
      heap[at] = heap[above] as Place;
      at = above;
    }
    heap[at] = place;
  }

  function pop(): void {
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const below = earlier(heap[left + 1], heap[left]) ? left + 1 : left;
      if (!earlier(heap[below], last)) break;
      heap[at] = heap[below] as Place;
      at = below;
    }
    heap[at] = last;
  }

  return {
    set(name, at) {
      if (instants.get(name) === at) return;
      instants.set(name, at);
      push({ name, at });
    },
    delete: (name) => void instants.delete(name),
    take(now, n) {
      const names: string[] = [];
      for (let first = heap[0]; first && first.at <= now && names.length < n; first = heap[0]) {
        pop();
        if (instants.get(first.name) !== first.at) continue;
        instants.delete(first.name);
        names.push(first.name);
      }
      return names;
    },
  };
}

function earlier(one: Place | undefined, other: Place | undefined): boolean {
  return one !== undefined && (other === undefined || one.at < other.at);
}
