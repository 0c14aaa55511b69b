#!/bin/sh
# From nothing to a function that answers: a project in the current folder, a function app for it, and an identity that
# its workflow signs in with. What is there already stays as it is, so it can be run again. docs/first-function.md
# explains each step.
# Usage: APP=my-functions REPOSITORY=my-org/my-repository sh first-function.sh [--dry-run]
set -eu

dry_run=false
case "${1-}" in
  '') ;;
  --dry-run) dry_run=true ;;
  *) echo "first-function: there is no option '$1'; --dry-run is the one that there is" >&2 && exit 2 ;;
esac

# The function app. Its name is part of an address, so it has to be free in all of Azure.
APP=${APP:?first-function: set APP to a name for the function app}
# On GitHub, in its exact spelling.
REPOSITORY=${REPOSITORY:?first-function: set REPOSITORY to owner/name}
GROUP=${GROUP:-$APP-rg}
LOCATION=${LOCATION:-westeurope}
# Small letters and digits, at most 24.
STORAGE=${STORAGE:-$(printf %s "$APP" | tr '[:upper:]' '[:lower:]' | tr -cd 'a-z0-9' | cut -c 1-24)}
# The environment of GitHub that the deploying job names.
ENVIRONMENT=${ENVIRONMENT:-production}

# A copy of standard output: what commands give is read from the first one.
exec 3>&1

# Prints a command so that it can be pasted.
show() {
  line='$'
  for word in "$@"; do
    case $word in
      '' | *[!A-Za-z0-9_./:=@,-]*) line="$line '$(printf %s "$word" | sed "s/'/'\\\\''/g")'" ;;
      *) line="$line $word" ;;
    esac
  done
  printf '%s\n' "$line" >&3
}

# Changes something.
make() {
  show "$@"
  "$dry_run" || "$@" >/dev/null
}

# Asks for a value. A dry run asks nothing and puts a name in its place.
ask() {
  name=$1
  shift
  if "$dry_run"; then echo "<$name>"; else "$@"; fi
}

# Whether something is there. A dry run takes it that nothing is.
is_there() {
  what=$1
  shift
  "$dry_run" && return 1
  "$@" >/dev/null 2>&1 || return 1
  echo "There is $what." >&3
}

# Writes standard input to a file, unless there is one.
write() {
  if [ -e "$1" ]; then
    echo "There is $1." && cat >/dev/null
  elif "$dry_run"; then
    echo "Writes $1" && cat >/dev/null
  else
    echo "Writes $1" && mkdir -p "$(dirname "$1")" && cat >"$1"
  fi
}

step() { printf '\n%s\n' "$*"; }

if ! "$dry_run"; then
  for program in az gh; do
    command -v "$program" >/dev/null || { echo "first-function: '$program' is not on the PATH" >&2 && exit 2; }
  done
fi
SUBSCRIPTION=$(ask subscription az account show --query id --output tsv)
TENANT=$(ask tenant az account show --query tenantId --output tsv)

step '1. The project'
write host.json <<'END'
{
  "version": "2.0",
  "logging": {
    "applicationInsights": {
      "samplingSettings": {
        "isEnabled": true,
        "excludedTypes": "Request"
      }
    }
  },
  "extensionBundle": {
    "id": "Microsoft.Azure.Functions.ExtensionBundle",
    "version": "[4.*, 5.0.0)"
  },
  "customHandler": {
    "description": {
      "defaultExecutablePath": "handler"
    },
    "enableForwardingHttpRequest": true
  }
}
END
write HttpExample/function.json <<'END'
{
  "bindings": [
    {
      "type": "httpTrigger",
      "direction": "in",
      "name": "req",
      "authLevel": "anonymous",
      "methods": ["get"]
    },
    {
      "type": "http",
      "direction": "out",
      "name": "res"
    }
  ]
}
END
write handler.go <<'END'
// A custom handler with one HTTP function, written with the standard library only.
// It has no go.mod: `go build handler.go` is enough.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/api/HttpExample", greet)
	address := "127.0.0.1:" + port()
	log.Printf("listening on %s", address)
	log.Fatal(http.ListenAndServe(address, nil))
}

// port is where the Functions host expects the handler; 8080 is for a start by hand.
func port() string {
	if value, ok := os.LookupEnv("FUNCTIONS_CUSTOMHANDLER_PORT"); ok {
		return value
	}
	return "8080"
}

func greet(response http.ResponseWriter, request *http.Request) {
	response.Header().Set("Content-Type", "text/plain; charset=utf-8")
	name := request.URL.Query().Get("name")
	if name == "" {
		fmt.Fprintln(response, "Hello! Add ?name=… to be greeted by name.")
		return
	}
	fmt.Fprintf(response, "Hello, %s!\n", name)
}
END

step '2. The function app'
is_there "the resource group $GROUP" az group show --name "$GROUP" ||
  make az group create --name "$GROUP" --location "$LOCATION"
is_there "the storage account $STORAGE" az storage account show --name "$STORAGE" --resource-group "$GROUP" ||
  make az storage account create --name "$STORAGE" --resource-group "$GROUP" --location "$LOCATION" \
    --sku Standard_LRS --allow-blob-public-access false
is_there "the function app $APP" az functionapp show --name "$APP" --resource-group "$GROUP" ||
  make az functionapp create --name "$APP" --resource-group "$GROUP" --storage-account "$STORAGE" \
    --flexconsumption-location "$LOCATION" --runtime custom

step '3. An identity for the workflow, and its role on this one app'
is_there "the identity $APP-deployer" az identity show --name "$APP-deployer" --resource-group "$GROUP" ||
  make az identity create --name "$APP-deployer" --resource-group "$GROUP"
CLIENT=$(ask client az identity show --name "$APP-deployer" --resource-group "$GROUP" --query clientId --output tsv)
PRINCIPAL=$(ask principal az identity show --name "$APP-deployer" --resource-group "$GROUP" --query principalId --output tsv)
SITE=/subscriptions/$SUBSCRIPTION/resourceGroups/$GROUP/providers/Microsoft.Web/sites/$APP
has_role() {
  [ -n "$(az role assignment list --scope "$SITE" --role 'Website Contributor' \
    --query "[?principalId=='$PRINCIPAL'].id" --output tsv)" ]
}
is_there "its role on $APP" has_role ||
  make az role assignment create --assignee-object-id "$PRINCIPAL" --assignee-principal-type ServicePrincipal \
    --role 'Website Contributor' --scope "$SITE"

step '4. Trust in the job'
# Repositories since 15 July 2026 have their numbers in the subject.
SUBJECT=$(ask subject gh api "repos/$REPOSITORY" --jq \
  'if .created_at >= "2026-07-15" then "repo:\(.owner.login)@\(.owner.id)/\(.name)@\(.id)" else "repo:\(.full_name)" end')
is_there "the federated credential github-$ENVIRONMENT" az identity federated-credential show \
  --name "github-$ENVIRONMENT" --identity-name "$APP-deployer" --resource-group "$GROUP" ||
  make az identity federated-credential create --name "github-$ENVIRONMENT" \
    --identity-name "$APP-deployer" --resource-group "$GROUP" \
    --issuer https://token.actions.githubusercontent.com \
    --subject "$SUBJECT:environment:$ENVIRONMENT" \
    --audiences api://AzureADTokenExchange

step '5. The workflow, and where it finds the identity'
make gh variable set AZURE_CLIENT_ID --repo "$REPOSITORY" --body "$CLIENT"
make gh variable set AZURE_TENANT_ID --repo "$REPOSITORY" --body "$TENANT"
make gh variable set AZURE_SUBSCRIPTION_ID --repo "$REPOSITORY" --body "$SUBSCRIPTION"
write .github/workflows/deploy.yml <<END
name: Deploy
on:
  push:
    branches: [main]
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      id-token: write
    environment:
      name: $ENVIRONMENT
      url: \${{ steps.deploy.outputs.app-url }}
    concurrency: deploy-$APP
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: actions/setup-go@v6
        with:
          go-version: stable
          cache-dependency-path: |
            **/go.sum
            **/host.json
      - id: deploy
        uses: org/go-azure-func-action@v1
        with:
          app-name: $APP
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          subscription-id: \${{ vars.AZURE_SUBSCRIPTION_ID }}
          verify-path: /api/HttpExample?name=ci
END

step 'Now push. The workflow is green when the function answers:'
echo '$ git add . && git commit -m "A first function" && git push'
echo "\$ curl 'https://$APP.azurewebsites.net/api/HttpExample?name=you'"
