"""The database engines that the other scripts here ask: where they are, how rows get into them, how they are stopped.

Drivers are those of the active Python environment. SQLite and DuckDB need no server; DuckDB's package is a module of
Python, so Python's library is loaded before the program. PostgreSQL, Sail and Spark are started for the purpose, on
this machine and on ports of their own.
"""
import glob
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import sysconfig
import tempfile
import time


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def type_of(kind, engine):
    if kind == "boolean":
        return "boolean" if engine != "sqlite" else "integer"
    if kind in ("text", "date", "timestamp", "timestamptz", "integer"):
        if engine == "sqlite":
            return "integer" if kind == "integer" else "text"
        return {"text": "text" if engine == "postgresql" else "varchar", "integer": "bigint"}.get(kind, kind)
    return "numeric" if engine == "sqlite" else "decimal(28, 10)"


def create(table, engine):
    kinds = table.present()
    if engine != "sqlite":
        zoned = table.zoned()
        kinds = [(name, "timestamptz" if place in zoned else kind) for place, (name, kind) in enumerate(kinds)]
    columns = ", ".join(f"{quoted(name)} {type_of(kind, engine)}" for name, kind in kinds)
    return f"create table {quoted(table.name)} ({columns})"


# How many of the random questions an engine is asked whose answers take long to start.
SHARES = {"sail": 0.25, "spark": 0.25}


def source(driver, address):
    return f'driver {driver}\n  uri    "{address}"'


class Engine:
    """What engines have in common unless they say otherwise."""
    variables = {}

    def relation(self, table):
        return table

    def close(self):
        pass


class SQLite(Engine):
    name = driver = "sqlite"

    def address(self, folder):
        return os.path.join(folder, "data.sqlite")

    def load(self, found, folder):
        path = self.address(folder)
        connection = sqlite3.connect(path)
        for table in found:
            connection.execute(create(table, self.name))
            marks = ",".join("?" * len(table.present()))
            connection.executemany(f"insert into {quoted(table.name)} values ({marks})", table.rows())
        connection.commit()
        connection.close()
        return source(self.driver, path)


class DuckDB(Engine):
    name = driver = "duckdb"

    @property
    def variables(self):
        """DuckDB's package looks for what it needs of Python in the program that loads it."""
        library = os.path.join(sysconfig.get_config_var("LIBDIR") or "", sysconfig.get_config_var("INSTSONAME") or "")
        if not os.path.exists(library) or ".so" not in library:
            library = f"libpython3.{sys.version_info.minor}.so.1.0"
        return {"LD_PRELOAD": library}

    def fill(self, connection, found):
        for table in found:
            connection.execute(create(table, "duckdb"))
            rows = list(table.placed(self.zone))
            marks = ",".join("?" * len(table.present()))
            if rows:
                connection.executemany(f"insert into {quoted(table.name)} values ({marks})", rows)

    def address(self, folder):
        return os.path.join(folder, "data.duckdb")

    def load(self, found, folder):
        import duckdb
        path = self.address(folder)
        with duckdb.connect(path) as connection:
            self.fill(connection, found)
        return source(self.driver, path)


class PostgreSQL(Engine):
    name = driver = "postgresql"

    def __init__(self):
        self.programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.folder = tempfile.mkdtemp(prefix="kpi-postgresql-")
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
        self.port = free_port()
        self.run("initdb", "-D", self.folder + "/data", "-A", "trust", "-U", "kpi", "-E", "UTF8", "--locale=C.UTF-8")
        self.run("pg_ctl", "-D", self.folder + "/data", "-w", "-l", self.folder + "/log", "-o",
                 f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off", "start")
        self.count = 0

    def run(self, program, *arguments):
        command = [os.path.join(self.programs, program), *arguments]
        if self.user:
            command = ["setpriv", "--reuid", self.user, "--regid", self.user, "--clear-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder)

    def load(self, found, folder):
        self.count += 1
        database = f"data{self.count}"
        psql = [os.path.join(self.programs, "psql"), "-h", "127.0.0.1", "-p", str(self.port), "-U", "kpi", "-q",
                "-v", "ON_ERROR_STOP=1"]
        subprocess.run(psql + ["-d", "postgres", "-c", f"create database {database}"], check=True)
        script = []
        for table in found:
            script.append(create(table, self.name) + ";")
            script.append(f"copy {quoted(table.name)} from stdin with (format csv, null '\\N');")
            for row in table.placed(self.zone):
                script.append(",".join("\\N" if cell is None else '"' + str(cell).replace('"', '""') + '"'
                                       for cell in row))
            script.append("\\.")
        subprocess.run(psql + ["-d", database], input="\n".join(script) + "\n", text=True, check=True)
        return source(self.driver, self.at(database))

    def at(self, database):
        return f"postgresql://kpi@127.0.0.1:{self.port}/{database}"

    def address(self, _):
        return self.at("postgres")

    def close(self):
        self.run("pg_ctl", "-D", self.folder + "/data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


class Files(Engine):
    """An engine that reads files of Parquet where they are."""

    def load(self, found, folder):
        import duckdb
        filler = DuckDB()
        filler.zone = self.zone
        self.folder = folder
        with duckdb.connect() as connection:
            filler.fill(connection, found)
            for table in found:
                connection.execute(f"copy {quoted(table.name)} to '{self.relation(table.name)}' (format parquet)")
        return source(self.driver, self.address(folder))

    def relation(self, table):
        return os.path.join(self.folder, table + ".parquet")

    def start(self, command, seconds, **variables):
        """A server in a process group of its own, once it listens at its port."""
        self.log = tempfile.NamedTemporaryFile(prefix=f"kpi-{self.name}-", suffix=".log")
        self.server = subprocess.Popen(command, stdout=self.log, stderr=self.log, start_new_session=True,
                                       cwd=tempfile.gettempdir(),
                                       env={**os.environ, **variables})
        for _ in range(seconds * 10):
            with socket.socket() as client:
                if client.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        self.close()
        with open(self.log.name, encoding="utf-8", errors="replace") as log:
            sys.exit(f"{self.name} did not start: {log.read()[-2000:]}")

    def close(self):
        os.killpg(self.server.pid, signal.SIGTERM)
        self.server.wait()


class Sail(Files):
    """An engine for Spark's SQL whose workers are told what to do over the network, asked through Flight SQL."""
    name, driver = "sail", "flightsql"

    def __init__(self):
        self.port = free_port()
        program = os.path.join(sys.prefix, "bin", "sail")
        self.start([program, "flight", "server", "--port", str(self.port)], 30, SAIL_MODE="local-cluster")

    def address(self, _):
        return f"grpc://127.0.0.1:{self.port}"


class Spark(Files):
    """Apache Spark with two executors in processes of their own, asked through Spark Connect."""
    name = driver = "spark"

    def __init__(self):
        import pyspark
        home = os.path.dirname(pyspark.__file__)
        self.port = free_port()
        self.start(
            [os.path.join(home, "bin", "spark-submit"), "--master", "local-cluster[2,1,1024]",
             "--class", "org.apache.spark.sql.connect.service.SparkConnectServer",
             "--conf", f"spark.connect.grpc.binding.port={self.port}", "--conf", "spark.ui.enabled=false",
             "--conf", "spark.sql.shuffle.partitions=2", "--conf", "spark.log.level=WARN", "spark-internal"],
            240, SPARK_HOME=home, SPARK_LOCAL_IP="127.0.0.1")

    def address(self, _):
        return f"sc://127.0.0.1:{self.port}"


def free_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


ENGINES = {"sqlite": SQLite, "duckdb": DuckDB, "postgresql": PostgreSQL, "sail": Sail, "spark": Spark}


