"use client";

import "mindspore-serving-web/elements";
import { useEffect, useState } from "react";
import { both } from "./add";

export default function Page() {
  const [text, setText] = useState("");
  useEffect(() => {
    both().then(setText);
  }, []);
  // Next renders this page on its server first.
  return (
    <>
      <serving-classifier lang="en" shrink={512} hidden />
      <pre id="result">{text}</pre>
    </>
  );
}
