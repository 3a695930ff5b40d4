/** A map that forgets what was used longest ago when it is full. */
export class BoundedCache<T> {
  private readonly most: number;
  private readonly entries = new Map<string, T>();
  constructor(most: number) { this.most = most; }
  get(key: string): T | undefined {
    const value = this.entries.get(key);
    if (value === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, value);
    return value;
  }
  set(key: string, value: T): void {
    this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size > this.most) this.entries.delete(this.entries.keys().next().value!);
  }
  get size(): number { return this.entries.size; }
}
