/** What a client tells its transport once, for all calls. */

export interface TransportOptions {
  credentials: RequestCredentials;
  /** Largest reply, in bytes. */
  maxReplyBytes: number;
  /** Whether requests are packed by gzip where that makes them smaller. */
  compress?: boolean;
}
