# One image for every process of the product; the command says which:
#   docker build -t registry.example.cn/property-office:0.1.0 .
#   docker run … property-office tickets          (deploy/README.md)
# The tag names one release; whoever builds for production pins it by the digest it resolves to:
#   --build-arg NODE_IMAGE=node:24.21.0-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /source
COPY . .
RUN npm ci --include=dev --include=optional --ignore-scripts --no-audit --no-fund \
 && NX_DAEMON=false NX_NO_CLOUD=true node node_modules/nx/dist/bin/nx.js run-many -t build --output-style=static \
 && node scripts/pack.js \
 && node deploy/image/assemble.js /app

# The base without what installs or builds: no npm, no compiler, no package manager's caches.
FROM ${NODE_IMAGE} AS base
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn* /opt/yarn* /usr/local/include \
           /usr/local/share/man /usr/local/share/doc /var/lib/apt/lists/* /var/cache/* \
 && groupadd --gid 10001 office && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin office \
 && mkdir /data /backups && chown 10001:10001 /data /backups

FROM scratch
COPY --from=base / /
COPY --from=build /app /app
LABEL org.opencontainers.image.title="property-office" \
      org.opencontainers.image.description="Daily work of a property management office: gateway, services, all-in-one and ops in one image" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.vendor="property-office"
ENV NODE_ENV=production DATA_DIR=/data BACKUP_DIR=/backups PATH=/usr/local/bin:/usr/bin:/bin
WORKDIR /app
USER 10001:10001
# Both are written to; everything else is read only (docker run --read-only --tmpfs /tmp).
VOLUME ["/data", "/backups"]
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "/app/health.js"]
ENTRYPOINT ["node", "/app/run.js"]
CMD ["all-in-one"]
