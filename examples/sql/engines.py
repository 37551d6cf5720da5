"""The engines of run.py. Each runs one statement on tables in a new session and returns the rows as text."""

import csv
import re
import subprocess
from pathlib import Path

# columns of each table, from tables.sql
COLUMNS = dict(re.findall(r"CREATE TABLE (\w+) \((.+)\);", Path(__file__).with_name("tables.sql").read_text("utf-8")))


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, int):
        return str(value)
    return "'" + value.replace("'", "''") + "'"


def script(tables):
    """Statements for PostgreSQL, DuckDB and MariaDB that create the tables with their rows."""
    lines = []
    for name, rows in tables.items():
        lines.append(f"CREATE TEMPORARY TABLE {name} ({COLUMNS[name]});")
        if rows:
            values = ",\n".join("(" + ", ".join(map(literal, row)) + ")" for row in rows)
            lines.append(f"INSERT INTO {name} VALUES\n{values};")
    return "\n".join(lines) + "\n"


def client(command, text):
    """The output of a command-line client for a script. Its errors go to stderr; an error raises an exception."""
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout


def postgresql(tables, statement):
    """With psql, which finds the server by PGHOST and other variables. postgres.sh sets them."""
    command = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--csv", "--set=ON_ERROR_STOP=1"]
    lines = client(command, script(tables) + statement).splitlines()
    return [[value or None for value in row] for row in csv.reader(lines)]


def mariadb(tables, statement):
    """With the mariadb client. (MySQL cannot read a temporary table twice in a statement, as frame.sql does.)"""
    command = ["mariadb", "--batch", "--raw", "--skip-column-names", "--default-character-set=utf8mb4"]
    mode = "SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES');\n"
    lines = client(command, mode + script(tables) + statement).splitlines()
    return [[None if value == "NULL" else value for value in line.split("\t")] for line in lines]


def duckdb(tables, statement):
    """In this process, with the package in requirements.txt."""
    import duckdb as engine

    with engine.connect(":memory:") as session:
        session.execute(script(tables))
        return as_text(session.execute(statement).fetchall())


def spark(tables, statement):
    """In this process and a Java process, with the package pyspark."""
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[1]").config("spark.sql.shuffle.partitions", 1).getOrCreate()
    for name, rows in tables.items():
        columns = [column.split() for column in COLUMNS[name].split(", ")]
        text = [[None if value is None else str(value) for value in row] for row in rows]
        frame = session.createDataFrame(text, ", ".join(f"{column} string" for column, _ in columns))
        casts = [f"CAST({column} AS {kind.replace('text', 'string')}) AS {column}" for column, kind in columns]
        frame.selectExpr(*casts).createOrReplaceTempView(name)
    return as_text(session.sql(statement.rstrip().rstrip(";")).collect())


def as_text(rows):
    return [[None if value is None else str(value) for value in row] for row in rows]


# name: (name of the files in draw/ and salts/, function that runs a statement)
ENGINES = {
    "postgresql": ("postgresql", postgresql),
    "duckdb": ("duckdb", duckdb),
    "mariadb": ("mysql", mariadb),
    "spark": ("spark", spark),
}
