/** Runs pieces of work one after another, each after the one before has ended, well or not. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    // Whoever asked for the work hears of its failure; the next in line only waits for its end.
    this.#last = mine.then(
      () => null,
      () => null,
    );
    return mine;
  }

  /** For work that nobody waits for; an error that it throws is a programmer's, and reaches the process as unhandled. */
  follow(work: () => Promise<void>): void {
    void this.take(work).then();
  }

  /** Answers when everything taken so far has ended. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
