/** Does one thing after the other, in the order in which they were asked for. */
export class QueueInOrder {
  #last: Promise<unknown> = Promise.resolve();

  async add<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    // Whoever asked hears of a failure; the next in line does not.
    this.#last = result.catch(() => undefined);
    return await result;
  }
}
