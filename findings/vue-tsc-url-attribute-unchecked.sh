#!/usr/bin/env bash
# vue-tsc 3.3.14: where a static attribute of a component holds `//`, as every URL does, no prop of that tag is checked
# any more, whatever the others are, and nothing says so. A component that is given its server's address in the
# template compiles with props of any wrong type. Bound to a variable the same address is checked; vue-tsc 3.2.0
# checks all three.
#
# Seen: address="plain": 1 errors
#       address="http://localhost": 0 errors
#       :address="url": 1 errors
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent vue@3.5.44 vue-tsc@3.3.14 typescript@6.0.3
cat >tsconfig.json <<'JSON'
{
  "compilerOptions": { "strict": true, "module": "esnext", "moduleResolution": "bundler", "target": "es2022", "noEmit": true, "types": [], "skipLibCheck": true },
  "include": ["*.vue"]
}
JSON
cat >Camera.vue <<'VUE'
<script setup lang="ts">
defineProps<{ address: string; size: number }>();
</script>
<template><p>{{ size }}</p></template>
VUE
: >seen
for address in 'address="plain"' 'address="http://localhost"' ':address="url"'; do
  cat >App.vue <<VUE
<script setup lang="ts">
import Camera from "./Camera.vue";
const url = "http://localhost";
</script>
<template><Camera $address :size="'no number'" /></template>
VUE
  echo "$address: $({ npx vue-tsc || true; } | grep -c "error TS2322") errors" | tee -a seen
done
diff seen - <<'SEEN'
address="plain": 1 errors
address="http://localhost": 0 errors
:address="url": 1 errors
SEEN
echo "as found"
