# Built in one stage, run from another: the image holds Node, production packages, dist and data. The compiler is an optional
# package: every installation has it, and the image leaves it out.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
# The native part of the library that draws pictures is an optional package too, so the compiler is removed by name.
RUN npm run -s build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/typescript node_modules/@typescript node_modules/@types

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 RUNG_HOME=/var/lib/rung
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY data data
RUN install -d -o node -g node /var/lib/rung
USER node
VOLUME /var/lib/rung
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s CMD ["node", "dist/cli.js", "health"]
CMD ["node", "--enable-source-maps", "dist/main.js"]
