/** Ends a page request with an error page that says this. */
export class PageError extends Error {
  override readonly name = "PageError";
  readonly status: number;
  readonly title: string;
  /** An authorization request that the person may go on with. */
  readonly next: string | undefined;
  /** Whether to go on without waiting for a click. */
  readonly isImmediate: boolean;

  constructor(
    status: number,
    title: string,
    message: string,
    options: { next?: string; isImmediate?: boolean } = {},
  ) {
    super(message);
    this.status = status;
    this.title = title;
    this.next = options.next;
    this.isImmediate = options.isImmediate ?? false;
  }
}
