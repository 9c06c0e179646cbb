/** @type {import('next').NextConfig} */
const config = {
  output: "standalone",
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  eslint: { ignoreDuringBuilds: true },
  experimental: {
    instrumentationHook: true,
    // Native or self-locating packages that webpack must leave alone.
    serverComponentsExternalPackages: [
      "@node-rs/argon2",
      "pino",
      "prom-client",
      "postgres",
      "ioredis",
      "temporal-polyfill",
    ],
    serverActions: { bodySizeLimit: "256kb" },
  },
};

export default config;
