#!/usr/bin/env bash
# TypeScript 6.0.3 (5.4.5 alike): in an object literal that is to be a Record<string, …>, a key that Object.prototype has
# too, such as constructor or toString, gets no contextual type: the texts below it widen to string, and a literal that
# is right under every other name does not compile. Whoever generates such literals from names of others (columns,
# inputs of a model, methods of a service) gets code that fails for one name in a thousand; `as const` mends it.
#
# Seen: the names image: compiles
#       the names image, constructor: Type 'string' is not assignable to type '"image" | "tensor"'.
#       the names image, constructor, as const: compiles
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent typescript@6.0.3 old@npm:typescript@5.4.5
check() {
  printf 'type Fact = { readonly kind: "image" | "tensor" };\nexport const facts: Readonly<Record<string, Fact>> = %s;\n' "$2" >facts.ts
  said=$(node "$compiler" --strict --noEmit --pretty false facts.ts | sed -n 's/.*TS2322: //p' || true)
  echo "the names $1: ${said:-compiles}"
}
for compiler in node_modules/typescript/bin/tsc node_modules/old/bin/tsc; do
  check "image" '{ image: { kind: "image" } }'
  check "image, constructor" '{ image: { kind: "image" }, constructor: { kind: "image" } }'
  check "image, constructor, as const" '{ image: { kind: "image" }, constructor: { kind: "image" } } as const'
done | tee seen
once=$(
  cat <<'SEEN'
the names image: compiles
the names image, constructor: Type 'string' is not assignable to type '"image" | "tensor"'.
the names image, constructor, as const: compiles
SEEN
)
diff seen <(printf '%s\n%s\n' "$once" "$once")
echo "as found"
