"""What the measurements share: servers of one's own, their processor time and memory, requests by wrk, results for bin/bench."""
import contextlib
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = pathlib.Path(os.environ.get("OPORA_BINARY", ROOT / "build/release/opora"))
TICK = os.sysconf("SC_CLK_TCK")


def result(key, value, unit):
    """One figure: bin/bench reads these lines and holds them against bench/README.md."""
    print(f"= {key} {value:.4g} {unit}", flush=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def family(pid):
    """A process and all below it."""
    parents = {}
    for entry in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents.setdefault(int(entry.read_text().rsplit(")", 1)[1].split()[1]), []).append(int(entry.parent.name))
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += parents.get(one, [])
    return found


def processor_seconds(pid):
    ticks = 0
    for one in family(pid):
        with contextlib.suppress(OSError):
            fields = pathlib.Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / TICK


def processor_ms(pid):
    """What the threads of one process have used, finer than ticks."""
    return sum(int(one.read_text().split()[0]) for one in pathlib.Path(f"/proc/{pid}/task").glob("*/schedstat")) / 1e6


def resident_mb(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1000


def get(url, headers=None):
    """Status, headers, body; also of an answer that is none of 2xx."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers or {}), timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def wait_for(url, child, seconds=60):
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if child.poll() is not None: raise SystemExit(f"{child.args[0]} ended with {child.returncode}")
        with contextlib.suppress(OSError):
            if get(url)[0] == 200: return
        time.sleep(0.002)
    raise SystemExit(f"{url} did not answer within {seconds} s")


class Server:
    """A server on loopback, stopped with the block that uses it."""

    def __init__(self, command, port, ready="/", **more):
        self.url = f"http://127.0.0.1:{port}"
        began = time.monotonic()
        self.child = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, **more)
        try:
            wait_for(self.url + ready, self.child)
        except BaseException:
            self.child.kill()
            raise
        self.ready_after = time.monotonic() - began

    pid = property(lambda self: self.child.pid)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.send_signal(signal.SIGTERM)
        try:
            self.child.wait(30)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()


def opora(verb, folder, *more):
    """The release binary over the database in a folder; its log is a file, as nginx's."""
    port = free_port()
    environment = os.environ | {"OPORA_ACCESS_LOG": str(folder / "access.log")}
    command = [BINARY, verb, "--listen", f"127.0.0.1:{port}", "--database", f"sqlite:{folder / 'opora.db'}", *more]
    return Server(command, port, "/zdravi", env=environment, cwd=folder)


def nginx(folder, page):
    """nginx as it is meant to serve a file: sendfile, a buffered log, one worker per processor."""
    port = free_port()
    (folder / "page.html").write_bytes(page)
    own_user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(f"""{own_user}
daemon off; worker_processes auto; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
    types {{ text/html html; }}
    sendfile on; tcp_nopush on; keepalive_requests 1000000; access_log {folder}/nginx.log combined buffer=64k flush=1s;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{ listen 127.0.0.1:{port}; root {folder}; }}
}}
""")
    return Server(["nginx", "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"], port, "/page.html")


def wrk(url, seconds, connections=16, script=None, arguments=()):
    """Requests done, requests that failed, the 99th percentile in ms."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script or "")
        file.flush()
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
        command += ["-s", file.name] if script else []
        said = subprocess.run([*command, url, *arguments], capture_output=True, text=True, check=True).stdout
    done = int(re.search(r"(\d+) requests in", said)[1])
    failed = sum(int(n) for n in re.findall(r"Non-2xx or 3xx responses: (\d+)", said))
    failed += sum(map(int, re.findall(r"(?:connect|read|write|timeout) (\d+)", said)))
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    return done, failed, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def microseconds_per_request(server, *arguments, **more):
    before = processor_seconds(server.pid)
    done, failed, _ = wrk(*arguments, **more)
    if failed or not done: raise SystemExit(f"{failed} of {done} requests to {arguments[0]} failed")
    return (processor_seconds(server.pid) - before) / done * 1e6, done
