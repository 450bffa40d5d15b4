/**
 * Yielded by the source of `inferMany` in place of an instance: sends what it has yielded so far, without waiting for a
 * full batch. For a source that knows that nothing follows for a while, such as an empty queue.
 */
export const SEND_NOW: unique symbol = Symbol.for("mindspore-serving-web.send-now");
