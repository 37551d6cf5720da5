#!/usr/bin/env bash
# Runs a command with a temporary PostgreSQL server, which is removed afterwards.
#
#   postgres.sh COMMAND [ARGUMENT...]
#
# The server has its data in a new temporary folder. It only listens on loopback, on a free port, with a random
# password; the command gets PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE. PostgreSQL refuses to run as root, so
# for root it runs as the user `postgres` of Debian's package. Exit code: that of the command, or 2 without a server.
set -euo pipefail

stop() {
    echo "postgres.sh: $*" >&2
    exit 2
}

[ $# -gt 0 ] || stop "missing command"

# Debian installs the programs of the server in a folder for each version, which is not in PATH. Use the newest.
programs=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
[ -x "$programs/initdb" ] || programs=$(dirname "$(command -v initdb || true)")
[ -x "$programs/initdb" ] || stop "PostgreSQL's server is missing: apt-get install postgresql"
export PATH="$programs:$PATH"

as_server=()
if [ "$(id -u)" = 0 ]; then
    id postgres >/dev/null 2>&1 || stop "user postgres does not exist; the server cannot run as root"
    as_server=(runuser -u postgres --)
fi

folder=$(mktemp -d)
finish() {
    cd /
    "${as_server[@]}" pg_ctl --pgdata="$folder/data" --mode=immediate --silent stop 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

export PGHOST=127.0.0.1 PGUSER=suiji PGDATABASE=postgres
PGPASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
PGPORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export PGPASSWORD PGPORT

(umask 077 && printf %s "$PGPASSWORD" >"$folder/password")
[ ${#as_server[@]} = 0 ] || chown -R postgres "$folder"

# The user of the server may not be able to enter the current folder.
(
    cd "$folder"
    "${as_server[@]}" initdb --pgdata=data --username="$PGUSER" --pwfile=password --auth=scram-sha-256 \
        --encoding=UTF8 --locale=C --no-sync >initdb.log 2>&1 || { cat initdb.log >&2; stop "initdb failed"; }
    "${as_server[@]}" pg_ctl --pgdata=data --log=server.log --wait --silent start \
        -o "-c listen_addresses=$PGHOST -c port=$PGPORT -c unix_socket_directories= -c fsync=off" \
        || { cat server.log >&2; stop "the server did not start"; }
)

"$@"
