/** What a client tells its transport once, for all calls. */

export interface TransportOptions {
  credentials: RequestCredentials;
  /** Largest reply, in bytes. */
  maxReplyBytes: number;
}
