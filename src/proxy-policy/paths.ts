/** Answers whether proxy and worker are up. */
export const HEALTH_PATH = "/healthz";
