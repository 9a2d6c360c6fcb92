# The portal and its demo softphone: docker build -t mockportal . && docker run -p 5080:5080 -p 5081:5081 mockportal
# The images it is made of can be replaced by others with the same things in them; tests/container.sh does.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG NODE_IMAGE=node:22-slim
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled

# The demo softphone speaks through the vendor's SDK, which comes from npm.
FROM ${NODE_IMAGE} AS npm
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM ${SDK_IMAGE} AS build
ARG TARGETARCH=amd64
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY src/MockPortal/MockPortal.csproj src/MockPortal/
COPY src/MockPortal.Data/MockPortal.Data.csproj src/MockPortal.Data/
COPY src/MockPortal/Softphone.targets src/MockPortal/
RUN dotnet restore src/MockPortal --arch ${TARGETARCH} -p:PublishReadyToRun=true
COPY --from=npm /source/node_modules/@hubspot node_modules/@hubspot
COPY appsettings.json ./
COPY wwwroot wwwroot
COPY src src
# Compiled ahead of time for a quick start; the .NET runtime itself is in the last image. /data belongs to the user.
RUN dotnet publish src/MockPortal --no-restore --arch ${TARGETARCH} --no-self-contained \
      -p:PublishReadyToRun=true -p:DebugType=none -p:GenerateDocumentationFile=true -o /app \
 && mkdir /data

FROM ${RUNTIME_IMAGE}
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=1654:1654 /data /data
# A container is reached from outside it. Names beyond these are told with -e AllowedHosts=…: not "*", since a page of the
# web could then have its own name lead to this machine.
ENV PATH=/app:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    DOTNET_EnableDiagnostics=0 \
    AllowedHosts="localhost;127.0.0.1;[::1];host.docker.internal;mockportal;portal;hubspot" \
    ConnectionStrings__Portal="Data Source=/data/mockportal.db" \
    Https__SelfSignedCertificate=/data/https.pfx \
    Kestrel__Endpoints__Portal__Url=http://*:5080 \
    Kestrel__Endpoints__Softphone__Url=http://*:5081
USER 1654:1654
VOLUME /data
EXPOSE 5080 5081
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --start-interval=1s CMD ["/app/MockPortal", "wait", "--timeout", "4s"]
ENTRYPOINT ["/app/MockPortal"]
