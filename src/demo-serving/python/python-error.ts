/** An exception that a servable's Python function raises; any other error is a fault of this worker. */
export class PythonError extends Error {}
