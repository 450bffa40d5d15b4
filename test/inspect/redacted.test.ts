/** Which values of headers are secrets. */

import { describe, expect, it } from "vitest";
import { redacted } from "../../src/inspect/index.ts";

const JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.";

describe("headers", () => {
  it.each([
    ["authorization", "Bearer abc", "Bearer [redacted]"],
    ["Authorization", "Basic bWU6bWU=", "Basic [redacted]"],
    ["authorization", "abc", "[redacted]"],
    ["proxy-authorization", "Digest x", "Digest [redacted]"],
    ["cookie", "a=b", "[redacted]"],
    ["x-api-key", "k", "[redacted]"],
    ["x-auth-request-user", "me", "[redacted]"],
    ["x-csrf", "1", "[redacted]"],
    ["x-session", "1", "[redacted]"],
    ["password", "1", "[redacted]"],
    ["x-mine", `Bearer ${JWT}`, "Bearer [redacted]"],
    ["x-mine", JWT, "[redacted]"],
    ["x-mine", "ghp_0123456789abcdefABCD", "[redacted]"],
  ])("that hold a secret have its place alone: %s: %s", (name, value, left) => {
    expect(redacted({ [name]: value })).toEqual({ [name.toLowerCase()]: left });
  });

  it.each([
    ["x-tenant", "blue"],
    ["content-type", "application/grpc-web+proto"],
    ["grpc-timeout", "120000m"],
    ["grpc-message", "a-very-long-text-with-1-digit-in-it"],
    ["traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"],
    ["x-request-id", "2f1c3d4e-5a6b-7c8d-9e0f-112233445566"],
    ["x-user", "a long sentence with 20 characters"],
    ["x-empty", ""],
  ])("that hold none stay as they are: %s: %s", (name, value) => {
    expect(redacted({ [name]: value })).toEqual({ [name]: value });
  });
});
