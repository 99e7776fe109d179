import type { Row, Tables } from "@fluxer-oauth2/server/src/db/schema.ts";

/** Where rows go, many at a time. */
export interface Sink {
  /** `onProgress` hears after every few thousand rows how many more there are. */
  write<Name extends keyof Tables>(
    table: Name,
    rows: Iterable<Row<Name>>,
    onProgress: (rows: number) => void,
  ): Promise<void>;
  /** Makes what was written durable and as tidy as a database that grew slowly. */
  finish(): Promise<void>;
}
