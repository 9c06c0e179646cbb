/** @type {import('next').NextConfig} */
const config = {
  output: "standalone",
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  eslint: { ignoreDuringBuilds: true },
  // bin/test proves the types; whoever only runs the product need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // The compiler and the linter pass over folders that begin with a dot.
  rewrites: async () => [{ source: "/.well-known/security.txt", destination: "/security.txt" }],
  // Their names change with their bytes.
  headers: async () => [
    {
      source: "/fonts/:file(.+\\.woff2)",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
  experimental: {
    // Never a folder above this one, whatever lockfiles lie there.
    outputFileTracingRoot: import.meta.dirname,
    // Native or self-locating packages that webpack must leave alone.
    serverComponentsExternalPackages: [
      "@node-rs/argon2",
      "pino",
      "prom-client",
      "postgres",
      "ioredis",
      "temporal-polyfill",
    ],
    // The guard before Next says how much each path may be sent; this is the most of all.
    serverActions: { bodySizeLimit: "1300kb" },
  },
};

export default config;
