# The portal and its demo softphone, in one image:
#   docker build -t mockportal . && docker run -p 5080:5080 -p 5081:5081 mockportal
# docs/container.md has the rest. The base images are arguments, so that a mirror can take their place.
ARG NODE_IMAGE=node:22-slim
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled

# The demo softphone speaks through the vendor's SDK, which comes from npm.
FROM ${NODE_IMAGE} AS npm
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM ${SDK_IMAGE} AS build
WORKDIR /source
# First what says which packages there are: they are restored again when it changes, not whenever the code does.
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY src/MockPortal/MockPortal.csproj src/MockPortal/Softphone.targets src/MockPortal/
COPY src/MockPortal.Data/MockPortal.Data.csproj src/MockPortal.Data/
RUN dotnet restore src/MockPortal --use-current-runtime -p:PublishReadyToRun=true
COPY --from=npm /source/node_modules/@hubspot node_modules/@hubspot
COPY appsettings.json ./
COPY wwwroot wwwroot
COPY src src
# Compiled ahead of time, for a quick start. Style is for the tests to judge: the analyzers of a newer SDK are no reason
# for an image not to be built.
RUN dotnet publish src/MockPortal --no-restore --use-current-runtime --no-self-contained -p:PublishReadyToRun=true \
      -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -o /app \
 && mkdir /data

FROM ${RUNTIME_IMAGE}
COPY --from=build /app /app
# The one place that is written to, temporary files included, so that the rest can be read-only.
COPY --from=build --chown=1654:1654 /data /data
# ASPNETCORE_HTTP_PORTS is the base image's: a port of its own choice, about which the program would only warn.
ENV PATH=/app:$PATH \
    TMPDIR=/data \
    DOTNET_EnableDiagnostics=0 \
    ASPNETCORE_HTTP_PORTS= \
    ConnectionStrings__Portal="Data Source=/data/mockportal.db" \
    Https__SelfSignedCertificate=/data/https.pfx \
    Kestrel__Endpoints__Portal__Url=http://*:5080 \
    Kestrel__Endpoints__Softphone__Url=http://*:5081
WORKDIR /data
VOLUME /data
# The base image's user "app"; Kubernetes wants the number.
USER 1654:1654
EXPOSE 5080 5081
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s --retries=3 CMD ["/app/MockPortal", "wait", "--timeout", "4s"]
ENTRYPOINT ["/app/MockPortal"]
