/**
 * Given by the source of `inferMany` in an instance's place: what it has given goes now, without waiting for a full
 * batch. For a source that knows that nothing follows for a while, such as a queue that is empty.
 */
export const SEND_NOW: unique symbol = Symbol.for("mindspore-serving-web.send-now");
