"""The Debian package: what it puts where, that its units hold, and that what it carries serves from an example of its settings."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from served import ROOT, expect, Failed, free_port, wait_for_health


def said(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, **more)
    expect(done.returncode == 0, f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def unpacked(package, into):
    said("dpkg-deb", "--extract", package, into)
    said("dpkg-deb", "--control", package, into / "DEBIAN")
    return into


def it_puts_things_where_debian_wants_them(root):
    for path, mode in {"usr/bin/opora": 0o755, "etc/opora/opora.toml": 0o640, "var/lib/opora": 0o750,
                       "lib/systemd/system/opora.service": 0o644, "lib/systemd/system/opora-backup.timer": 0o644,
                       "etc/logrotate.d/opora": 0o644, "usr/share/doc/opora/operations.md": 0o644,
                       "usr/share/doc/opora/guide/README.md": 0o644}.items():
        found = root / path
        expect(found.exists(), f"{path} is in the package")
        expect(found.stat().st_mode & 0o777 == mode, f"{path} has mode {mode:o}, not {found.stat().st_mode & 0o777:o}")
    conffiles = (root / "DEBIAN/conffiles").read_text().split()
    expect("/etc/opora/opora.toml" in conffiles, "settings survive an upgrade")
    expect(not any(root.rglob("master.key")), "no key travels in the package")


def it_depends_on_what_the_binary_needs(root):
    control = (root / "DEBIAN/control").read_text()
    for package in ("libsqlite3-0", "libpq5", "libsodium23", "hunspell-cs", "tzdata", "adduser"):
        expect(re.search(rf"^Depends:.*\b{re.escape(package)}\b", control, re.MULTILINE), f"the package depends on {package}")


def purging_leaves_peoples_work(root):
    script = (root / "DEBIAN/postrm").read_text()
    deleted = " ".join(re.findall(r"^\s*rm .*$", script, re.MULTILINE))
    for kept in ("/var/lib/opora", "/var/backups/opora", "/etc/opora"):
        expect(kept not in deleted, f"purging does not delete {kept}")


def its_units_are_sound_and_closed(root):
    if not shutil.which("systemd-analyze"): return print("  (no systemd-analyze here: units not looked at)")
    units = sorted((root / "lib/systemd/system").iterdir())
    for unit in units:    # they name the binary where it will be; here it is elsewhere
        unit.write_text(unit.read_text().replace("/usr/bin/opora", str(root / "usr/bin/opora")).replace("User=opora\nGroup=opora\n", ""))
    verified = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True)
    ours = [line for line in verified.stderr.splitlines() if "opora" in line]
    expect(not ours, "systemd finds nothing wrong with the units:\n" + "\n".join(ours))
    rated = said("systemd-analyze", "security", "--offline=true", "--no-pager", root / "lib/systemd/system/opora.service")
    rating = re.search(r"Overall exposure level for opora.service: ([0-9.]+)", rated)
    expect(rating and float(rating[1]) <= 2.5, f"the service is closed to 2.5 of 10 or better: {rated.splitlines()[-1]}")


def what_it_carries_serves_by_its_own_settings(root, folder):
    port = free_port()
    settings = (root / "etc/opora/opora.toml").read_text()
    for was, now in {"/var/lib/opora": folder, "/var/log/opora": folder, "/etc/opora": folder}.items():
        settings = settings.replace(was, str(now))
    settings = re.sub(r'public_url = "[^"]*"', f'public_url = "http://127.0.0.1:{port}"', settings)
    settings = settings.replace("127.0.0.1:8080", f"127.0.0.1:{port}").replace("127.0.0.1:9090", f"127.0.0.1:{free_port()}")
    (folder / "opora.toml").write_text(settings)
    key = folder / "master.key"
    key.write_text(os.urandom(32).hex())
    key.chmod(0o600)
    with open(folder / "said.txt", "wb") as output:
        child = subprocess.Popen([root / "usr/bin/opora", "serve", "--config", folder / "opora.toml"], cwd=folder, stdout=output, stderr=output)
    try:
        wait_for_health(f"http://127.0.0.1:{port}", child, lambda: (folder / "said.txt").read_text())
    finally:
        child.terminate()
        expect(child.wait(30) == 0, "it ends when it is told to")
    said(root / "usr/bin/opora", "check", "--config", folder / "opora.toml")


def main():
    try:
        package, = (ROOT / "build/package").glob("*.deb")
        with tempfile.TemporaryDirectory(prefix="opora-package-") as place:
            folder = pathlib.Path(place)
            root = unpacked(package, folder / "root")
            data = folder / "data"
            data.mkdir()
            for promise, words in ((it_puts_things_where_debian_wants_them, (root,)),
                                   (it_depends_on_what_the_binary_needs, (root,)),
                                   (purging_leaves_peoples_work, (root,)),
                                   (what_it_carries_serves_by_its_own_settings, (root, data)),
                                   (its_units_are_sound_and_closed, (root,))):
                promise(*words)
                print("ok", promise.__name__.replace("_", " "))
    except Failed as broken:
        print(f"FAILED {broken}")
        return 1
    return 0


sys.exit(main())
