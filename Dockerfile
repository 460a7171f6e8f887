# The packages of production, hashes checked, no install script run. Node itself is one of them, so
# which Node brings npm here does not matter.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && mkdir /data
RUN apt-get update \
  && apt-get install --yes --no-install-recommends libatomic1 \
  && mkdir /libraries \
  && cp --dereference /usr/lib/*-linux-gnu/libatomic.so.1 /libraries/

# No shell and no package manager. Besides what is here, Node 26 needs libatomic.
FROM gcr.io/distroless/cc-debian12:nonroot
WORKDIR /app
COPY --from=packages /libraries /usr/lib
COPY --from=packages /app/node_modules ./node_modules
COPY --from=packages --chown=65532:65532 /data /data
COPY package.json manifest.json LICENSE ./
COPY knowledge ./knowledge
COPY scripts ./scripts
COPY src ./src

ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    ADMIN_PORT=9464 \
    DATABASE_URL=sqlite:/data/kzminerals.db \
    MALLOC_ARENA_MAX=2 \
    MALLOC_MMAP_THRESHOLD_=65536 \
    MALLOC_TRIM_THRESHOLD_=131072 \
    NODE_COMPILE_CACHE=/data/compiled
USER 65532:65532
VOLUME /data
EXPOSE 3000 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
  CMD ["/app/node_modules/.bin/node", "-e", "fetch('http://127.0.0.1:' + process.env.ADMIN_PORT + '/healthz').then((page) => process.exit(page.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/app/node_modules/.bin/node"]
CMD ["--max-semi-space-size=4", "--heap-growing-percent=20", "--v8-pool-size=2", "--import", "./scripts/compile-cache.js", "src/main.ts"]
